import { parseRange, rangeAddress } from '../../../../core/workbook/a1';
import type { CellMap } from './cellMap';
import { type CellWriter, changedCell, newCell, withoutAttributes } from './cellText';
import type { NewContent } from './resolve';
import { placeOf } from './place';
import type { RowSpan, SheetScan } from './sheetScan';

/** A piece of the old text and what takes its place. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** @returns the sheet's text with the new contents; everything else stays as it was, to the letter */
export function rewrite(writer: CellWriter, contents: CellMap<NewContent>): string {
  const { scan } = writer;
  const added = new Map<number, number[]>();
  const replacements: Replacement[] = [];
  for (const [key, content] of contents) {
    const cell = scan.cells.get(key);
    if (cell) replacements.push({ start: cell.start, end: cell.end, text: changedCell(writer, cell, content) });
    else if (!isNothing(content)) addTo(added, placeOf(key).row, key);
  }
  replacements.push(...insertions(writer, contents, added), ...dimensionChange(scan, [...added.values()].flat()));
  return replaced(scan.xml, replacements);
}

const isNothing = ({ formula, value }: NewContent): boolean =>
  (formula === null || formula === 'kept') && (value === null || value === undefined);

function addTo(groups: Map<number, number[]>, row: number, key: number): void {
  const group = groups.get(row);
  if (group) group.push(key);
  else groups.set(row, [key]);
}

function insertions(
  writer: CellWriter,
  contents: CellMap<NewContent>,
  added: ReadonlyMap<number, number[]>,
): Replacement[] {
  const { scan } = writer;
  const rows = new Map(scan.rows.map((row) => [row.row, row]));
  const text = (key: number, row: RowSpan | null): string =>
    newCell(writer, key, styleFor(scan, row, key), contents.get(key)!);
  const newRows: [number, string][] = [];
  const replacements: Replacement[] = [];
  for (const [number, keys] of [...added].sort(([a], [b]) => a - b)) {
    const row = rows.get(number);
    const cells = keys.sort((a, b) => a - b).map((key) => ({ key, text: text(key, row ?? null) }));
    if (row) replacements.push(...intoRow(scan, row, cells));
    else newRows.push([number, wholeRow(scan, number, cells.map((cell) => cell.text).join(''))]);
  }
  return [...replacements, ...intoSheet(scan, newRows)];
}

/** As Excel does, a new cell takes the style its row or column has for cells to come. */
function styleFor(scan: SheetScan, row: RowSpan | null, key: number): string | null {
  const { s, customFormat } = row?.attributes ?? {};
  if (s !== undefined && (customFormat === '1' || customFormat === 'true')) return s;
  const { column } = placeOf(key);
  return scan.columnStyles.find(({ first, last }) => column >= first && column <= last)?.style ?? null;
}

const wholeRow = ({ prefix }: SheetScan, row: number, cells: string): string =>
  `<${prefix}row r="${row + 1}">${cells}</${prefix}row>`;

function intoRow(scan: SheetScan, row: RowSpan, cells: readonly { key: number; text: string }[]): Replacement[] {
  const name = `${scan.prefix}row`;
  // `spans` says which columns the row uses; it may be left out and must not be wrong.
  const tag = `<${name}${withoutAttributes(scan.xml.slice(row.start, row.tagEnd), /^spans$/)}>`;
  if (row.end === row.tagEnd) {
    return [{ start: row.start, end: row.end, text: `${tag}${cells.map((cell) => cell.text).join('')}</${name}>` }];
  }
  const bodyEnd = scan.xml.lastIndexOf('</', row.end - 1);
  const places = cells.map(({ key, text }) => {
    const at = row.cells.find((cell) => cell.key > key)?.start ?? bodyEnd;
    return { start: at, end: at, text };
  });
  return [{ start: row.start, end: row.tagEnd, text: tag }, ...places];
}

function intoSheet(scan: SheetScan, rows: readonly [number, string][]): Replacement[] {
  const { data, xml, prefix } = scan;
  if (rows.length === 0) return [];
  if (data.end === data.tagEnd) {
    const tag = `<${prefix}sheetData>${rows.map(([, text]) => text).join('')}</${prefix}sheetData>`;
    return [{ start: data.start, end: data.end, text: tag }];
  }
  const end = xml.lastIndexOf('</', data.end - 1);
  let at = 0;
  return rows.map(([row, text]) => {
    while (at < scan.rows.length && scan.rows[at]!.row < row) at++;
    const start = scan.rows[at]?.start ?? end;
    return { start, end: start, text };
  });
}

/** Readers may take the stated dimension for the sheet's whole. */
function dimensionChange(scan: SheetScan, added: readonly number[]): Replacement[] {
  const old = scan.dimension && parseRange(scan.dimension.ref);
  if (!scan.dimension || !old || added.length === 0) return [];
  let { top, left, bottom, right } = old;
  for (const { row, column } of added.map(placeOf)) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  const { start, tagEnd } = scan.dimension;
  const ref = rangeAddress({ top, left, bottom, right });
  if (ref === rangeAddress(old)) return [];
  const tag = scan.xml.slice(start, tagEnd).replace(/(\sref\s*=\s*)("[^"]*"|'[^']*')/, `$1"${ref}"`);
  return [{ start, end: tagEnd, text: tag }];
}

function replaced(text: string, replacements: readonly Replacement[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text: piece } of [...replacements].sort((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(text.slice(at, start), piece);
    at = end;
  }
  return pieces.join('') + text.slice(at);
}
