import { parseRange, rangeAddress } from '../../../../core/workbook/a1';
import { escapeText } from '../xml';
import { elementsOf, textIn, type Element } from '../patch/elements';
import { movedFormula, type RowMaps } from './movedFormula';
import { replaced, withAttribute, type Replacement } from './replacements';
import type { RowMap } from './rowMap';

/** Attributes outside a sheet's cells that name cells of the sheet. */
const PLACES = ['ref', 'sqref', 'activeCell', 'topLeftCell'];
/** Elements whose text is a formula. */
const FORMULAS = new Set(['formula', 'formula1', 'formula2', 'f']);
/** What has no sense without its cells goes with them, and its list when nothing is left in it. */
const LISTS: Readonly<Record<string, string>> = {
  mergeCell: 'mergeCells',
  conditionalFormatting: '',
  dataValidation: 'dataValidations',
  hyperlink: 'hyperlinks',
  ignoredError: 'ignoredErrors',
  protectedRange: 'protectedRanges',
};

/** @returns the text of a sheet's part with everything but its cells following the rows */
export function movedReferences(xml: string, part: string, sheet: string, maps: RowMaps): string {
  const elements = elementsOf(xml, part);
  const map = maps.get(sheet.toLowerCase()) ?? null;
  const dataEnd = elements.find(({ name }) => name === 'sheetData');
  const outside = elements.filter(
    ({ start, depth, name }) => depth > 0 && !isInData(xml, start, dataEnd) && name !== 'sheetData',
  );
  const replacements = outside.flatMap((element) => [
    ...(map ? placeChange(xml, element, map) : []),
    ...formulaChange(xml, part, element, sheet, maps),
  ]);
  return withoutEmptyLists(replaced(xml, replacements), part);
}

function isInData(xml: string, start: number, data: Element | undefined): boolean {
  if (!data || xml[data.tagEnd - 2] === '/') return false;
  const end = /<\/(?:[^\s>:]+:)?sheetData>/.exec(xml.slice(data.tagEnd));
  return start > data.start && start < data.tagEnd + (end?.index ?? 0);
}

function placeChange(xml: string, element: Element, map: RowMap): Replacement[] {
  const { start, tagEnd, name, attributes } = element;
  let tag = xml.slice(start, tagEnd);
  if (name === 'brk' && attributes.id)
    tag = withAttribute(tag, 'id', String((map.row(Number(attributes.id) - 1) ?? 0) + 1));
  for (const attribute of PLACES) {
    const stated = attributes[attribute];
    const moved = stated === undefined ? null : movedPlaces(stated, map);
    if (moved === null || moved === stated) continue;
    if (moved === '' && name in LISTS) return [{ start, end: endOf(xml, element), text: '' }];
    tag = withAttribute(tag, attribute, moved === '' ? 'A1' : moved);
  }
  return tag === xml.slice(start, tagEnd) ? [] : [{ start, end: tagEnd, text: tag }];
}

/** @param places addresses with blanks between them; @returns those that are left; `null` for what is no list of addresses */
export function movedPlaces(places: string, map: RowMap): string | null {
  const blocks = places.split(/\s+/).filter(Boolean).map(parseRange);
  if (blocks.some((block) => block === null)) return null;
  return blocks
    .flatMap((block) => {
      const rows = map.range(block!.top, block!.bottom);
      return rows ? [rangeAddress({ ...block!, ...rows })] : [];
    })
    .join(' ');
}

function formulaChange(xml: string, part: string, element: Element, sheet: string, maps: RowMaps): Replacement[] {
  const { name, start, tagEnd } = element;
  const isPlaces = name === 'sqref';
  if ((!FORMULAS.has(name) && !isPlaces) || xml[tagEnd - 2] === '/') return [];
  const end = endOf(xml, element);
  const text = textIn(xml.slice(start, end), part);
  const map = maps.get(sheet.toLowerCase());
  const moved = isPlaces ? ((map && movedPlaces(text, map)) ?? text) : movedFormula(text, sheet, maps);
  return moved === text ? [] : [{ start: tagEnd, end: xml.lastIndexOf('</', end - 1), text: escapeText(moved) }];
}

function endOf(xml: string, { start, tagEnd }: Element): number {
  if (xml[tagEnd - 2] === '/') return tagEnd;
  const name = /^<([^\s/>]+)/.exec(xml.slice(start, tagEnd))![1]!;
  return xml.indexOf(`</${name}>`, tagEnd) + name.length + 3;
}

/** A list without entries is not allowed; how many it has need not be said. */
function withoutEmptyLists(xml: string, part: string): string {
  const elements = elementsOf(xml, part);
  const lists = new Set(Object.values(LISTS).filter(Boolean));
  return replaced(
    xml,
    elements.flatMap((element, at): Replacement[] => {
      if (!lists.has(element.name)) return [];
      const hasEntries = (elements[at + 1]?.depth ?? 0) > element.depth;
      if (!hasEntries) return [{ start: element.start, end: endOf(xml, element), text: '' }];
      const tag = xml.slice(element.start, element.tagEnd).replace(/\scount\s*=\s*("[^"]*"|'[^']*')/, '');
      return [{ start: element.start, end: element.tagEnd, text: tag }];
    }),
  );
}
