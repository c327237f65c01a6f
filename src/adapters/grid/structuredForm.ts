import { parseA1Ref, stringifyStructRef, type RangeA1, type Token } from '@borgar/fx/xlsx';
import type { CellRef, RangeRef } from '../../core/workbook/cell';
import { formulaTokens } from '../../core/workbook/formulaTokens';
import type { TableSnapshot } from '../../core/workbook/snapshot';
import { bodyOf, folded, type Tables } from './tableReference';

/**
 * The way back from `toA1`: every A1 reference that is exactly one of the following becomes a structured reference in the form a
 * file stores; everything else stays.
 * - with fixed columns and free row, cells of the formula's own row in the body of a table: `T[[#This Row],[A]]`
 * - absolute, whole columns of the body: `T[A]`, `T[[A]:[B]]`; all of them: `T[]`
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
      const range = fixedRange(token, at, sheets);
      return (range && structuredOf(range, tables)) ?? token.value;
    })
    .join('');
}

interface FixedRange extends RangeRef {
  /** Without `$` before its row: it names the formula's own row. */
  readonly ownRow: boolean;
}

function fixedRange(token: Token, at: CellRef, sheets: ReadonlyMap<string, string>): FixedRange | null {
  if (token.type !== 'range') return null;
  const reference = parseA1Ref(token.value);
  if (!reference || !('range' in reference)) return null;
  const { top, left, bottom, right } = reference.range;
  if (reference.workbookName || top === null || left === null || bottom == null || right == null) return null;
  const name = reference.sheetName || at.sheet;
  const sheet = sheets.get(folded(name)) ?? name;
  const ownRow = sheet === at.sheet && top === at.row && bottom === at.row;
  const kind = fixing(reference.range);
  if (kind === null || (kind === 'columns' && !ownRow)) return null;
  return { sheet, top, left, bottom, right, ownRow: kind === 'columns' };
}

function fixing({ $top, $left, $bottom, $right, trim }: RangeA1): 'all' | 'columns' | null {
  if (trim || !$left || !$right || Boolean($top) !== Boolean($bottom)) return null;
  return $top ? 'all' : 'columns';
}

function structuredOf(range: FixedRange, tables: Tables): string | null {
  const table = tables.find((candidate) => isWithin(range, candidate.range));
  if (!table) return null;
  const section = sectionOf(range, table);
  if (section === null) return null;
  const columns = columnsOf(range, table, section);
  if (section === 'all' && columns.length > 0)
    return stringifyStructRef({ table: table.name, sections: ['all'], columns });
  const sections = section === 'data' ? [] : [section];
  return stringifyStructRef({ table: table.name, sections, columns }, { thisRow: true });
}

function sectionOf(range: FixedRange, table: TableSnapshot): string | null {
  const body = bodyOf(table);
  const isRow = range.top === range.bottom;
  const spans = (rows: RangeRef) => range.top === rows.top && range.bottom === rows.bottom;
  if (range.ownRow) return range.top >= body.top && range.top <= body.bottom ? 'this row' : null;
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
