import { decimalOfDouble } from '../../../core/quantity/decimal';
import type { Fix } from '../../../core/fixes/types';
import { message, type Message } from '../../../core/message';
import { isCellError, type CellValue } from '../../../core/workbook/cell';

function textOf(value: CellValue): string {
  if (value === null) return '';
  if (isCellError(value)) return value.error;
  return typeof value === 'number' ? decimalOfDouble(value).toString() : String(value);
}

/** `「ｋＷｈ」→「kWh」`; a number is told from a text that looks the same. */
export function changeText({ preview: { from, to } }: Fix): Message {
  const code = typeof to === 'number' ? 'fixes.view.change-number' : 'fixes.view.change';
  return message(code, { from: textOf(from), to: textOf(to) });
}
