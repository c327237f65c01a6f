import { KmcError, message } from '../../core/message';
import { CELL_ERRORS, isCellError, type CellErrorCode, type CellValue } from '../../core/workbook/cell';
import type { Edit } from '../../core/workbook/edit';
import { fromStoredFormula } from '../../core/workbook/formula';

/** Errors that Excel makes of typed text. The others come only from calculating. */
const TYPED_ERRORS: readonly CellErrorCode[] = ['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!'];

/** Texts that Excel surely leaves as they are, in any language: no digit of any script, no sign that begins a formula. */
const NEVER_CONVERTED = /^[^\p{N}=+\-@'#(.,%\s][^\p{N}%]*$/u;
const TRUTH_VALUE = /^(true|false)$/i;

/** @returns A1 without `=`, add-in functions as `KMC.X`; `null` for a cell that holds a constant */
export function formulaOf(shown: unknown, value: unknown): string | null {
  // A text that begins with "=" stands in both arrays as it is.
  const isFormula = typeof shown === 'string' && shown.startsWith('=') && shown !== value;
  return isFormula ? fromStoredFormula(shown.slice(1)) : null;
}

/**
 * @param value as in `Range.values`, where a blank cell and an empty text are both `""`
 * @param type as in `Range.valueTypes`
 */
export function valueOf(value: unknown, type: string, formula: string | null): CellValue {
  if (type === 'Error') return { error: errorCode(value) };
  if (value === '') return type === 'Empty' && formula === null ? null : '';
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  throw new KmcError(message('excel.unknown-value', { found: JSON.stringify(value) ?? String(value) }));
}

/** An error younger than this list is still an error, and `#UNKNOWN!` is Excel's own word for such a one. */
const errorCode = (value: unknown): CellErrorCode => CELL_ERRORS.find((code) => code === value) ?? '#UNKNOWN!';

/**
 * What to assign to `Range.formulas`, so that the cell then holds exactly what the edit says. Excel reads a text as if it
 * had been typed, and makes numbers and dates of it; an apostrophe before it keeps it a text.
 */
export function entryOf(edit: Edit): string | number | boolean {
  if (edit.kind === 'set-calculated') throw new KmcError(message('excel.calculates-itself'));
  return edit.kind === 'set-formula' ? `=${edit.formula}` : entryOfValue(edit.value);
}

function entryOfValue(value: CellValue): string | number | boolean {
  if (value === null) return '';
  if (isCellError(value)) return errorEntry(value.error);
  if (typeof value !== 'string') return value;
  return NEVER_CONVERTED.test(value) && !TRUTH_VALUE.test(value) ? value : `'${value}`;
}

function errorEntry(code: CellErrorCode): string {
  if (!TYPED_ERRORS.includes(code)) throw new KmcError(message('excel.error-not-enterable', { found: code }));
  return code;
}
