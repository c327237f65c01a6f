import { parseStructRef } from '@borgar/fx/xlsx';
import { rememberByText } from '../memo';
import type { CellRef, RangeRef } from './cell';
import type { TableSnapshot } from './snapshot';

/**
 * The cells that a structured reference stands for.
 * @param reference as in a formula: `T[Amount]`, `T[[#This Row],[Amount]]`, `[@Amount]`, `T[#Totals]`, or a table's bare name
 * @param at the cell whose formula it is: decides the row of `#This Row` and the table of a reference without a name
 * @returns `null` where there is no such table, column, row or part
 */
export function structuredRange(reference: string, at: CellRef, tables: readonly TableSnapshot[]): RangeRef | null {
  const parsed = parsedReference(reference);
  if (parsed.workbookName) return null;
  const table = parsed.table ? tableNamed(parsed.table, tables) : tables.find((candidate) => contains(candidate, at));
  const columns = table && columnsOf(table, parsed.columns ?? []);
  const rows = table && rowsOf(table, parsed.sections ?? [], at);
  return table && columns && rows ? { sheet: table.range.sheet, ...rows, ...columns } : null;
}

/** What a reference to the formula's own row of a table means: some columns, in whatever row of these the formula stands. */
export interface OwnRowRange {
  readonly sheet: string;
  readonly left: number;
  readonly right: number;
  /** The rows of the table's data. */
  readonly first: number;
  readonly last: number;
}

/** @returns `null` for what is no reference to the formula's own row, or names no table, or one that is not there */
export function ownRowRange(reference: string, tables: readonly TableSnapshot[]): OwnRowRange | null {
  const { workbookName, table: name, columns: names, sections } = parsedReference(reference);
  if (workbookName || !name || sections?.length !== 1 || sections[0]!.toLowerCase() !== 'this row') return null;
  const table = tableNamed(name, tables);
  const columns = table && columnsOf(table, names ?? []);
  if (!table || !columns) return null;
  const { top, bottom } = dataRows(table);
  return { sheet: table.range.sheet, ...columns, first: top, last: bottom };
}

/** @returns whether what a reference means depends on more of its formula's place than the row: it says no table */
export const namesNoTable = (reference: string): boolean => !parsedReference(reference).table;

/** A table's formulas name the same few columns in every row. */
const parsedReference = rememberByText((reference) => parseStructRef(reference) ?? { table: reference });

/** Excel takes a table's name in either letter case. */
export function tableNamed(name: string, tables: readonly TableSnapshot[]): TableSnapshot | undefined {
  return (
    tables.find((table) => table.name === name) ??
    tables.find((table) => table.name.toLowerCase() === name.toLowerCase())
  );
}

function contains({ range }: TableSnapshot, at: CellRef): boolean {
  const inRows = at.row >= range.top && at.row <= range.bottom;
  return range.sheet === at.sheet && inRows && at.column >= range.left && at.column <= range.right;
}

function columnsOf(table: TableSnapshot, names: readonly string[]): Pick<RangeRef, 'left' | 'right'> | null {
  if (names.length === 0) return { left: table.range.left, right: table.range.right };
  const positions = names.map((name) => columnPosition(table.columns, name));
  if (positions.includes(-1)) return null;
  return { left: table.range.left + Math.min(...positions), right: table.range.left + Math.max(...positions) };
}

/** Mostly the header is written as it stands; letter case makes no difference. */
function columnPosition(columns: readonly string[], name: string): number {
  const exact = columns.indexOf(name);
  return exact >= 0 ? exact : columns.findIndex((column) => column.toLowerCase() === name.toLowerCase());
}

type Rows = Pick<RangeRef, 'top' | 'bottom'>;

function rowsOf(table: TableSnapshot, sections: readonly string[], at: CellRef): Rows | null {
  const parts = (sections.length > 0 ? sections : ['data']).map((section) => rowsOfSection(table, section, at));
  const found = parts.filter((part) => part !== null);
  if (found.length < parts.length) return null;
  const rows = {
    top: Math.min(...found.map(({ top }) => top)),
    bottom: Math.max(...found.map(({ bottom }) => bottom)),
  };
  return rows.top <= rows.bottom ? rows : null;
}

const dataRows = ({ range: { top, bottom }, headerRow, totalsRow }: TableSnapshot): Rows => ({
  top: top + (headerRow ? 1 : 0),
  bottom: bottom - (totalsRow ? 1 : 0),
});

function rowsOfSection(table: TableSnapshot, section: string, at: CellRef): Rows | null {
  const { top, bottom } = table.range;
  const data = dataRows(table);
  switch (section.toLowerCase()) {
    case 'all':
      return { top, bottom };
    case 'data':
      return data;
    case 'headers':
      return table.headerRow ? { top, bottom: top } : null;
    case 'totals':
      return table.totalsRow ? { top: bottom, bottom } : null;
    case 'this row':
      return at.row >= data.top && at.row <= data.bottom ? { top: at.row, bottom: at.row } : null;
    default:
      return null;
  }
}
