import { parseStructRef } from '@borgar/fx/xlsx';
import { failure, success, type Outcome } from '../../core/message';
import type { CellRef, RangeRef } from '../../core/workbook/cell';
import type { TableSnapshot } from '../../core/workbook/snapshot';
import { tableNamed } from '../../core/workbook/structuredReference';

export type Tables = readonly TableSnapshot[];

interface Rows {
  readonly top: number;
  readonly bottom: number;
}

/** @param name in any letter case; the empty name means the table that `at` stands in */
export function findTable(name: string, at: CellRef, tables: Tables): TableSnapshot | null {
  const found = name === '' ? tables.find(({ range }) => contains(range, at)) : tableNamed(name, tables);
  return found ?? null;
}

/** @returns the table's rows without header and totals */
export function bodyOf({ range, headerRow, totalsRow }: TableSnapshot): RangeRef {
  return { ...range, top: range.top + (headerRow ? 1 : 0), bottom: range.bottom - (totalsRow ? 1 : 0) };
}

export function contains(range: RangeRef, { sheet, row, column }: CellRef): boolean {
  const inRows = row >= range.top && row <= range.bottom;
  return range.sheet === sheet && inRows && column >= range.left && column <= range.right;
}

/**
 * The cells a structured reference stands for.
 *
 * @param reference `Table[Column]`, `[@Column]`, `Table[[#Headers],[A]:[B]]`, …
 * @param at the formula's cell: for `#This Row` and for references without a table's name
 * @returns the range, or why there is none: nothing is guessed
 */
export function tableRange(reference: string, at: CellRef, tables: Tables): Outcome<RangeRef> {
  const parsed = parseStructRef(reference);
  if (!parsed) return failure('recalc.reference.unreadable', { reference });
  if (parsed.workbookName || parsed.sheetName) return failure('recalc.reference.other-workbook', { reference });
  const table = findTable(parsed.table ?? '', at, tables);
  if (!table && !parsed.table) return failure('recalc.reference.outside-table', { reference });
  if (!table) return failure('recalc.reference.unknown-table', { reference, table: parsed.table! });
  const columns = columnsOf(table, parsed.columns ?? [], reference);
  if (!columns.ok) return columns;
  const rows = rowsOf(table, parsed.sections ?? [], at, reference);
  if (!rows.ok) return rows;
  return success({ sheet: table.range.sheet, ...rows.value, ...columns.value });
}

function columnsOf(
  table: TableSnapshot,
  names: readonly string[],
  reference: string,
): Outcome<{ left: number; right: number }> {
  const { left, right } = table.range;
  if (names.length === 0) return success({ left, right });
  const positions = names.map((name) => table.columns.findIndex((column) => folded(column) === folded(name)));
  const missing = positions.indexOf(-1);
  if (missing >= 0) {
    return failure('recalc.reference.unknown-column', {
      reference,
      table: table.name,
      column: names[missing]!,
      known: [...table.columns],
    });
  }
  return success({ left: left + Math.min(...positions), right: left + Math.max(...positions) });
}

function rowsOf(table: TableSnapshot, sections: readonly string[], at: CellRef, reference: string): Outcome<Rows> {
  const wanted = sections.length === 0 ? ['data'] : [...sections].sort();
  const parts = wanted.map((section) => sectionOf(table, section, at, reference));
  const refused = parts.find((part) => !part.ok);
  if (refused) return refused;
  const rows = parts.map((part) => (part as { value: Rows }).value);
  return success({
    top: Math.min(...rows.map(({ top }) => top)),
    bottom: Math.max(...rows.map(({ bottom }) => bottom)),
  });
}

function sectionOf(table: TableSnapshot, section: string, at: CellRef, reference: string): Outcome<Rows> {
  const { range, headerRow, totalsRow, name } = table;
  const refused = (why: string) => failure(`recalc.reference.${why}`, { reference, table: name });
  const body = bodyOf(table);
  switch (section) {
    case 'all':
      return success({ top: range.top, bottom: range.bottom });
    case 'headers':
      return headerRow ? success({ top: range.top, bottom: range.top }) : refused('no-header-row');
    case 'totals':
      return totalsRow ? success({ top: range.bottom, bottom: range.bottom }) : refused('no-totals-row');
    case 'data':
      return body.top <= body.bottom ? success({ top: body.top, bottom: body.bottom }) : refused('no-rows');
    case 'this row': {
      const inBody = at.sheet === range.sheet && at.row >= body.top && at.row <= body.bottom;
      return inBody ? success({ top: at.row, bottom: at.row }) : refused('other-row');
    }
    default:
      return failure('recalc.reference.unreadable', { reference });
  }
}

/** Excel compares table and column names without regard to letter case. */
export function folded(name: string): string {
  return name.toLowerCase();
}
