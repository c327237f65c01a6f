import { isCellError, type CellValue } from '../../core/workbook/cell';

/** Two calculations of one number may differ in their last bits; a relative difference beyond this is a change. */
const TOLERANCE = 1e-12;

/** @returns whether a newly calculated value is the one the file holds */
export function agrees(calculated: CellValue, stored: CellValue): boolean {
  if (typeof calculated === 'number' && typeof stored === 'number') {
    return Math.abs(calculated - stored) <= TOLERANCE * Math.max(Math.abs(calculated), Math.abs(stored));
  }
  if (isCellError(calculated) && isCellError(stored)) return calculated.error === stored.error;
  return calculated === stored;
}
