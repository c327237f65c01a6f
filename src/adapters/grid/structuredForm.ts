import { parseA1Ref, stringifyStructRef, type RangeA1, type Token } from '@borgar/fx/xlsx';
import type { CellRef, RangeRef } from '../../core/workbook/cell';
import { formulaTokens } from '../../core/workbook/formulaTokens';
import type { TableSnapshot } from '../../core/workbook/snapshot';
import { bodyOf, folded, type Tables } from './tableReference';

/**
 * The way back from `toA1`: every absolute A1 reference that is exactly one of the following becomes a structured reference in
 * the form a file stores; everything else stays.
 * - cells of the formula's own row in the body of a table: `T[[#This Row],[A]]`, also where the body has that row only
 * - whole columns of the body: `T[A]`, `T[[A]:[B]]`; all of them: `T[]`
 * - header or totals cells: `T[[#Headers],[A]]`, `T[[#Totals],[A]]`
 * - the table with header and totals: `T[#All]`
 *
 * @param formula A1 formula without `=`
 * @param at the cell the formula stands in
 */
export function toStructured(formula: string, at: CellRef, tables: Tables): string {
  const sheets = new Map(tables.map(({ range }) => [folded(range.sheet), range.sheet]));
  return formulaTokens(formula)
    .map((token) => {
      const range = absoluteRange(token, at, sheets);
      return (range && structuredOf(range, at, tables)) ?? token.value;
    })
    .join('');
}

function absoluteRange(token: Token, at: CellRef, sheets: ReadonlyMap<string, string>): RangeRef | null {
  if (token.type !== 'range') return null;
  const reference = parseA1Ref(token.value);
  if (!reference || !('range' in reference) || !isFixed(reference.range)) return null;
  const sheet = reference.sheetName || at.sheet;
  const { top, left, bottom, right } = reference.range;
  if (reference.workbookName || top === null || left === null || bottom == null || right == null) return null;
  return { sheet: sheets.get(folded(sheet)) ?? sheet, top, left, bottom, right };
}

function isFixed({ $top, $left, $bottom, $right, trim }: RangeA1): boolean {
  return Boolean($top && $left && $bottom && $right) && !trim;
}

function structuredOf(range: RangeRef, at: CellRef, tables: Tables): string | null {
  const table = tables.find((candidate) => isWithin(range, candidate.range));
  if (!table) return null;
  const section = sectionOf(range, at, table);
  if (section === null) return null;
  const columns = columnsOf(range, table, section);
  if (section === 'all' && columns.length > 0)
    return stringifyStructRef({ table: table.name, sections: ['all'], columns });
  const sections = section === 'data' ? [] : [section];
  return stringifyStructRef({ table: table.name, sections, columns }, { thisRow: true });
}

function sectionOf(range: RangeRef, at: CellRef, table: TableSnapshot): string | null {
  const body = bodyOf(table);
  const isRow = range.top === range.bottom;
  const spans = (rows: RangeRef) => range.top === rows.top && range.bottom === rows.bottom;
  const ownRow = isRow && at.sheet === range.sheet && at.row === range.top;
  if (ownRow && range.top >= body.top && range.top <= body.bottom) return 'this row';
  if (spans(body)) return 'data';
  if (spans(table.range)) return 'all';
  if (isRow && table.headerRow && range.top === table.range.top) return 'headers';
  if (isRow && table.totalsRow && range.top === table.range.bottom) return 'totals';
  return null;
}

function columnsOf({ left, right }: RangeRef, table: TableSnapshot, section: string): string[] {
  const isWhole = left === table.range.left && right === table.range.right;
  const isOnly = left === right;
  if (isWhole && (!isOnly || section === 'all')) return [];
  const ends = isOnly ? [left] : [left, right];
  return ends.map((column) => table.columns[column - table.range.left]!);
}

function isWithin(inner: RangeRef, outer: RangeRef): boolean {
  const rows = inner.top >= outer.top && inner.bottom <= outer.bottom;
  return inner.sheet === outer.sheet && rows && inner.left >= outer.left && inner.right <= outer.right;
}
