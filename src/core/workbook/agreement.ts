import { isCellError, type CellValue } from './cell';

/**
 * Two programs that calculate one formula may differ in the last bits, and by more where a function is a series or a search.
 * @param tolerance relative to the larger magnitude: numbers that differ by no more are one
 * @returns whether two values of a cell are the same
 */
export function agrees(one: CellValue, other: CellValue, tolerance: number): boolean {
  if (typeof one === 'number' && typeof other === 'number')
    return Math.abs(one - other) <= tolerance * Math.max(Math.abs(one), Math.abs(other));
  if (isCellError(one) && isCellError(other)) return one.error === other.error;
  return one === other;
}

/** Between what one program stored and another calculates. */
export const BETWEEN_PROGRAMS = 1e-9;
