import { cellAddress, parseRange, rangeAddress } from '../../../../core/workbook/a1';
import { escapeText } from '../xml';
import { withoutAttributes } from '../patch/cellText';
import { textIn } from '../patch/elements';
import { placeOf } from '../patch/place';
import { scanSheet } from '../patch/scan';
import type { CellSpan, RowSpan, SheetScan } from '../patch/sheetScan';
import { movedFormula, type RowMaps } from './movedFormula';
import { replaced, withAttribute, type Replacement } from './replacements';
import type { RowMap } from './rowMap';

/** A row, as it is after the change, that takes the look of another one's cells, between two columns or all along. */
export interface RowLook {
  readonly row: number;
  readonly model: number;
  readonly columns: readonly [number, number] | null;
}

interface Context {
  readonly scan: SheetScan;
  readonly sheet: string;
  readonly maps: RowMaps;
}

/** The sheet's text with its rows where they belong, new rows in the look of others, and every formula following. */
export function movedSheetData(
  xml: string,
  part: string,
  sheet: string,
  maps: RowMaps,
  looks: readonly RowLook[],
): string {
  const scan = scanSheet(xml, part);
  const context = { scan, sheet, maps };
  const map = maps.get(sheet.toLowerCase()) ?? null;
  const rows = new Map<number, string>();
  for (const row of scan.rows) {
    const to = map ? map.row(row.row) : row.row;
    if (to !== null) rows.set(to, movedRow(context, row, to, map));
  }
  const models = new Map(scan.rows.map((row) => [map ? map.row(row.row) : row.row, row]));
  for (const look of looks) addLook(context, rows, look, models.get(look.model));
  const { data, prefix } = scan;
  const content = [...rows].sort(([a], [b]) => a - b).map(([, text]) => text);
  const name = `${prefix}sheetData`;
  return xml.slice(0, data.start) + `<${name}>${content.join('')}</${name}>` + xml.slice(data.end);
}

function movedRow(context: Context, row: RowSpan, to: number, map: RowMap | null): string {
  const { scan } = context;
  const text = scan.xml.slice(row.start, row.end);
  const replacements: Replacement[] = [];
  if (row.row !== to) {
    const tag = scan.xml.slice(row.start, row.tagEnd);
    replacements.push({ start: 0, end: tag.length, text: withAttribute(tag, 'r', String(to + 1)) });
  }
  for (const cell of row.cells) replacements.push(...cellReplacements(context, row, cell, to, map));
  return replaced(text, replacements);
}

function cellReplacements(
  { scan, sheet, maps }: Context,
  row: RowSpan,
  cell: CellSpan,
  to: number,
  map: RowMap | null,
): Replacement[] {
  const within = (start: number, end: number, text: string) => ({
    start: start - row.start,
    end: end - row.start,
    text,
  });
  const found: Replacement[] = [];
  if (row.row !== to) {
    const address = cellAddress({ row: to, column: placeOf(cell.key).column });
    found.push(within(cell.start, cell.tagEnd, withAttribute(scan.xml.slice(cell.start, cell.tagEnd), 'r', address)));
  }
  if (!cell.formula) return found;
  const { start, tagEnd, end } = cell.formula;
  const tag = scan.xml.slice(start, tagEnd);
  const moved = movedFormulaTag(tag, map);
  if (moved !== tag) found.push(within(start, tagEnd, moved));
  // A shared formula stands for other cells too; which of them still fit it is for the caller to find out.
  if (tag.endsWith('/>') || /\st\s*=\s*["']shared/.test(tag)) return found;
  const formula = textIn(scan.xml.slice(start, end), scan.part);
  const follows = movedFormula(formula, sheet, maps);
  if (follows !== formula) found.push(within(tagEnd, scan.xml.lastIndexOf('</', end - 1), escapeText(follows)));
  return found;
}

/** The block that an array formula or a shared one names. */
function movedFormulaTag(tag: string, map: RowMap | null): string {
  const ref = /\sref\s*=\s*["']([^"']*)["']/.exec(tag)?.[1];
  const block = map && ref ? parseRange(ref) : null;
  const rows = block && map!.range(block.top, block.bottom);
  return block && rows ? withAttribute(tag, 'ref', rangeAddress({ ...block, ...rows })) : tag;
}

function addLook(
  { scan }: Context,
  rows: Map<number, string>,
  { row, columns }: RowLook,
  model: RowSpan | undefined,
): void {
  if (!model) return;
  const { prefix } = scan;
  const known = rows.get(row);
  const has = (address: string) => known !== undefined && new RegExp(`\\sr\\s*=\\s*["']${address}["']`).test(known);
  const cells = model.cells.flatMap((cell) => {
    const { column } = placeOf(cell.key);
    const style = /\ss\s*=\s*["'](\d+)["']/.exec(scan.xml.slice(cell.start, cell.tagEnd))?.[1];
    const address = cellAddress({ row, column });
    const isMeant = !columns || (column >= columns[0] && column <= columns[1]);
    return style && isMeant && !has(address) ? [{ column, text: `<${prefix}c r="${address}" s="${style}"/>` }] : [];
  });
  if (known === undefined) rows.set(row, newRow(scan, model, row, cells.map(({ text }) => text).join('')));
  else if (cells.length > 0) rows.set(row, withCells(known, prefix, cells));
}

function newRow({ xml, prefix }: SheetScan, model: RowSpan, row: number, cells: string): string {
  const kept = withoutAttributes(xml.slice(model.start, model.tagEnd), /^(r|spans|ht|customHeight|hidden|collapsed)$/);
  return `<${prefix}row r="${row + 1}"${kept}>${cells}</${prefix}row>`;
}

/** A row's cells must stand in the order of their columns. */
function withCells(row: string, prefix: string, cells: readonly { column: number; text: string }[]): string {
  const tagEnd = row.indexOf('>') + 1;
  const isEmpty = row[tagEnd - 2] === '/';
  const tag = isEmpty ? `${row.slice(0, tagEnd - 2)}>` : row.slice(0, tagEnd);
  const inside = isEmpty ? '' : row.slice(tagEnd, row.lastIndexOf('</'));
  const element = new RegExp(`<${prefix}c(?:\\s[^>]*)?(?:/>|>.*?</${prefix}c>)`, 'gs');
  const old = [...inside.matchAll(element)].map(([text]) => ({ column: columnOf(text), text }));
  const sorted = [...old, ...cells].sort((a, b) => a.column - b.column);
  return `${tag}${sorted.map(({ text }) => text).join('')}</${prefix}row>`;
}

const columnOf = (cell: string): number => parseRange(/\sr\s*=\s*["']([A-Z]+\d+)["']/.exec(cell)?.[1] ?? 'A1')!.left;
