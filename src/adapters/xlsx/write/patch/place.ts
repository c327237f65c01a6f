import { MAX_COLUMNS } from '../../../../core/workbook/sheetColumns';

/** One number for a cell's place, ascending in the order of a sheet's cells. */
export const keyOf = (row: number, column: number): number => row * MAX_COLUMNS + column;

export const placeOf = (key: number): { row: number; column: number } => ({
  row: Math.floor(key / MAX_COLUMNS),
  column: key % MAX_COLUMNS,
});

const CODE_OF_A = 65;
const LETTERS = 26;

/** As `parseCell` and `keyOf`, for the addresses of a whole sheet. @returns -1 for what is no address without `$` in capitals */
export function keyOfAddress(address: string): number {
  let at = 0;
  let column = 0;
  for (; at < address.length; at++) {
    const letter = address.charCodeAt(at) - CODE_OF_A;
    if (letter < 0 || letter >= LETTERS) break;
    column = column * LETTERS + letter + 1;
  }
  let row = 0;
  const firstDigit = at;
  for (; at < address.length; at++) {
    const digit = address.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    row = row * 10 + digit;
  }
  const isAddress = firstDigit > 0 && column <= MAX_COLUMNS && row > 0 && at - firstDigit <= 7;
  return isAddress ? keyOf(row - 1, column - 1) : -1;
}
