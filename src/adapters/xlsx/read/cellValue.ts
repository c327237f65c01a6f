import { CELL_ERRORS, type CellErrorCode, type CellValue } from '../../../core/workbook/cell';
import { serialOfIsoDate } from './isoDate';
import { detached, unescaped } from './texts';

/** A cell as its element says it, before anything is made of it. */
export interface RawCell {
  readonly type: string;
  /** Text of `<v>`, `null` without one. */
  readonly stored: string | null;
  /** Text of `<is>`, `null` without one. */
  readonly inline: string | null;
}

export interface ValueContext {
  readonly sharedStrings: readonly string[];
  readonly date1904: boolean;
}

const ERRORS: ReadonlySet<string> = new Set(CELL_ERRORS);
const NUMBER = /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/;

/** @returns the cell's value; `undefined` where the file's content is none */
export function cellValue({ type, stored, inline }: RawCell, context: ValueContext): CellValue | undefined {
  if (type === 'inlineStr') return inline ?? stored;
  if (type === 'str') return stored === null ? null : detached(unescaped(stored));
  if (stored === null || stored === '') return null;
  switch (type) {
    case 'n':
      return finiteNumber(stored);
    case 's':
      return /^\d+$/.test(stored) ? context.sharedStrings[Number(stored)] : undefined;
    case 'b':
      return truthValue(stored);
    case 'e':
      return errorValue(stored);
    case 'd':
      return serialOfIsoDate(stored, context.date1904);
    default:
      return undefined;
  }
}

function finiteNumber(text: string): number | undefined {
  const number = NUMBER.test(text) ? Number(text) : NaN;
  return Number.isFinite(number) ? number : undefined;
}

function truthValue(text: string): boolean | undefined {
  if (text === '1' || text === 'true') return true;
  return text === '0' || text === 'false' ? false : undefined;
}

/** An error code newer than our list stays an error: one nobody knows. */
function errorValue(text: string): CellValue {
  const code = text.trim().toUpperCase();
  return { error: ERRORS.has(code) ? (code as CellErrorCode) : '#UNKNOWN!' };
}
