import type { CellRef, RangeRef } from './cell';
import { MAX_COLUMNS, MAX_ROWS } from './sheetColumns';

const CELL = /^\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})$/;
const LETTERS = 26;
const CODE_OF_A = 65;

/** @param column from 0; @returns `A`, `AB`, … */
export function columnName(column: number): string {
  const last = String.fromCharCode(CODE_OF_A + (column % LETTERS));
  return column < LETTERS ? last : columnName(Math.floor(column / LETTERS) - 1) + last;
}

/** @param name letters in either case; @returns column from 0, `null` for what is no column of Excel's grid */
export function columnIndex(name: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(name)) return null;
  let column = 0;
  for (const letter of name.toUpperCase()) column = column * LETTERS + letter.charCodeAt(0) - CODE_OF_A + 1;
  return column <= MAX_COLUMNS ? column - 1 : null;
}

/** @returns `B2`, without the sheet */
export function cellAddress({ row, column }: { readonly row: number; readonly column: number }): string {
  return `${columnName(column)}${row + 1}`;
}

/** @returns `A1:C3`, or `A1` for a single cell, without the sheet */
export function rangeAddress({ top, left, bottom, right }: Omit<RangeRef, 'sheet'>): string {
  const first = cellAddress({ row: top, column: left });
  return top === bottom && left === right ? first : `${first}:${cellAddress({ row: bottom, column: right })}`;
}

/** @returns `Sheet1!B2`, `'My Sheet'!B2` */
export function sheetCellAddress(cell: CellRef): string {
  return `${quotedSheetName(cell.sheet)}!${cellAddress(cell)}`;
}

/** @returns `Sheet1!A1:C3` */
export function sheetRangeAddress(range: RangeRef): string {
  return `${quotedSheetName(range.sheet)}!${rangeAddress(range)}`;
}

/**
 * A sheet's name as a formula writes it: in quotes unless it consists of letters (of any script), digits, `_` and `.`,
 * does not begin with a digit or dot, and cannot be read as a cell, a row or column of R1C1, or a truth value.
 */
export function quotedSheetName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{M}\p{N}_.]*$/u.test(name) && !readsAsReference(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

function readsAsReference(name: string): boolean {
  return /^[A-Z]{1,3}[0-9]+$/i.test(name) || /^(R[0-9]*)?(C[0-9]*)?$/i.test(name) || /^(TRUE|FALSE)$/i.test(name);
}

/** @param address `B2` or `$B$2`; @returns row and column from 0, `null` for what is no cell */
export function parseCell(address: string): { row: number; column: number } | null {
  const match = CELL.exec(address);
  const column = match && columnIndex(match[1]!);
  if (!match || column === null) return null;
  const row = Number(match[2]) - 1;
  return row < MAX_ROWS ? { row, column } : null;
}

/** @returns whether two blocks have a cell in common */
export function overlap(one: RangeRef, other: RangeRef): boolean {
  const inRows = one.top <= other.bottom && other.top <= one.bottom;
  return one.sheet === other.sheet && inRows && one.left <= other.right && other.left <= one.right;
}

/** @param address `A1:C3` or `B2`, corners in any order; @returns edges from 0, `null` for what is no range of cells */
export function parseRange(address: string): Omit<RangeRef, 'sheet'> | null {
  const [first = '', last = first, ...more] = address.split(':');
  const one = parseCell(first);
  const other = parseCell(last);
  if (!one || !other || more.length > 0) return null;
  return {
    top: Math.min(one.row, other.row),
    left: Math.min(one.column, other.column),
    bottom: Math.max(one.row, other.row),
    right: Math.max(one.column, other.column),
  };
}
