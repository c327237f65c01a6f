import { CellValueType, type ICellData } from '@univerjs/core';
import { isCellError, type CellValue } from '../../core/workbook/cell';

/** @returns a cell's value as the engine stores it; an error is a text to it */
export function cellData(value: Exclude<CellValue, null>): ICellData {
  if (isCellError(value)) return { v: value.error, t: CellValueType.STRING };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: typeof value === 'number' ? CellValueType.NUMBER : CellValueType.STRING };
}
