import { cellAddress, rangeAddress } from '../../../../core/workbook/a1';
import { storedResult } from '../cellElement';
import { escapeText, textElement } from '../xml';
import type { NewContent } from './resolve';
import { placeOf } from './place';
import type { Block, CellSpan, SheetScan } from './sheetScan';

export interface CellWriter {
  readonly scan: SheetScan;
  /** What `cm` must say for a formula that fills a block. */
  readonly cellMetadata: number;
}

/** A cell of the sheet with its new content; its style and all it says beside its content stay. */
export function changedCell(writer: CellWriter, cell: CellSpan, content: NewContent): string {
  const { scan } = writer;
  const attributes = withoutAttributes(scan.xml.slice(cell.start, cell.tagEnd), goneWith(content));
  const formula = formulaText(writer, cell, content);
  return element(writer, attributes + metadata(writer, content), formula, content, tailOf(scan, cell), cell);
}

/** @param style number of the style the new cell takes from its row or column, if there is one */
export function newCell(writer: CellWriter, key: number, style: string | null, content: NewContent): string {
  const attributes = ` r="${cellAddress(placeOf(key))}"${style === null ? '' : ` s="${style}"`}`;
  return element(writer, attributes + metadata(writer, content), formulaText(writer, null, content), content, '', null);
}

function element(
  { scan }: CellWriter,
  attributes: string,
  formula: string,
  content: NewContent,
  tail: string,
  cell: CellSpan | null,
): string {
  const { prefix } = scan;
  const [type, value] = valueText(scan, content, cell);
  const inside = formula + value + tail;
  const start = `<${prefix}c${attributes}${type}`;
  return inside === '' ? `${start}/>` : `${start}>${inside}</${prefix}c>`;
}

/** `vm` speaks of the old value (a picture, the kind of an error), `cm` of the old formula. */
function goneWith({ formula, value }: NewContent): RegExp | null {
  if (value === undefined) return formula === 'kept' ? null : /^cm$/;
  return formula === 'kept' ? /^(t|vm)$/ : /^(t|vm|cm)$/;
}

const metadata = ({ cellMetadata }: CellWriter, { formula }: NewContent): string =>
  formula !== null && formula !== 'kept' && formula.block ? ` cm="${cellMetadata}"` : '';

function formulaText({ scan }: CellWriter, cell: CellSpan | null, { formula, block }: NewContent): string {
  const { prefix } = scan;
  if (formula === null) return '';
  if (formula !== 'kept') {
    const array = formula.block ? ` t="array" ref="${rangeAddress(formula.block)}"` : '';
    return `<${prefix}f${array}>${escapeText(formula.text)}</${prefix}f>`;
  }
  if (!cell?.formula) return '';
  const { start, tagEnd, end } = cell.formula;
  const tag = scan.xml.slice(start, tagEnd);
  return (block ? withBlock(tag, block) : tag) + scan.xml.slice(tagEnd, end);
}

const withBlock = (tag: string, block: Block): string =>
  tag.replace(/(\sref\s*=\s*)("[^"]*"|'[^']*')/, `$1"${rangeAddress(block)}"`);

/** @returns the `t` attribute and the element of the value */
function valueText(scan: SheetScan, content: NewContent, cell: CellSpan | null): [type: string, element: string] {
  const { formula, value } = content;
  const { prefix } = scan;
  if (value === undefined) return ['', cell ? shownValue(scan, cell) : ''];
  if (value === null) return ['', ''];
  if (formula === null && typeof value === 'string')
    return [' t="inlineStr"', `<${prefix}is>${textElement(value, prefix)}</${prefix}is>`];
  const [type, text] = storedResult(value);
  return [type, text.replace('<v>', `<${prefix}v>`).replace(/<\/v>$/, `</${prefix}v>`)];
}

/** What stands behind the formula: the value as it is, and extensions. */
const shownValue = (scan: SheetScan, cell: CellSpan): string => {
  const inside = scan.xml.slice(cell.formula?.end ?? cell.tagEnd, cell.end);
  return inside.slice(0, inside.lastIndexOf('</'));
};

/** Extensions of a cell follow its value. */
function tailOf({ xml, prefix }: SheetScan, cell: CellSpan): string {
  const inside = xml.slice(cell.tagEnd, cell.end);
  const start = inside.indexOf(`<${prefix}extLst`);
  return start < 0 ? '' : inside.slice(start, inside.lastIndexOf('</'));
}

const ATTRIBUTE = /\s+([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')/g;

/** @returns the attributes of a start tag as they are written, but for those whose names match */
export const withoutAttributes = (tag: string, names: RegExp | null): string => {
  let kept = '';
  for (const [text, name] of tag.matchAll(ATTRIBUTE)) if (!names?.test(name!)) kept += text;
  return kept;
};
