import type { ChoiceSet } from '../case/vocabulary';
import { parseUnit } from '../quantity/parseUnit';
import type { SheetSnapshot } from '../workbook/snapshot';
import { isError, isFilled, isNumeric, textAt } from './cellText';
import { wordOf } from './choiceWords';
import { quantityIn } from './quantityText';
import { yearOf } from './years';

/** What stands in the lines of one column; shares are of the filled cells, 0–1. */
export interface ColumnData {
  readonly filled: number;
  readonly lines: number;
  /** Numbers, texts of digits, and numbers with a unit. */
  readonly numbers: number;
  readonly texts: number;
  readonly units: number;
  /** Of the texts that are units those that say emission per something. */
  readonly factorUnits: number;
  readonly emissionUnits: number;
  readonly years: number;
  /** Different contents ÷ filled cells. */
  readonly distinct: number;
  choices(set: ChoiceSet): number;
}

/** Enough to know a column by. */
const MOST_LINES = 500;

/** @param rows sheet rows of the lines */
export function columnData(sheet: SheetSnapshot, rows: readonly number[], column: number): ColumnData {
  const seen = rows.slice(0, MOST_LINES);
  const filled = seen.filter((row) => isFilled(sheet, row, column) && !isError(sheet, row, column));
  const share = (holds: (row: number) => boolean): number =>
    filled.length === 0 ? 0 : filled.filter(holds).length / filled.length;
  const unit = (row: number) => {
    const text = textAt(sheet, row, column);
    const read = text === '' ? null : parseUnit(text);
    return read?.ok ? read.value.dimension : null;
  };
  return {
    filled: filled.length,
    lines: seen.length,
    numbers: share((row) => isNumeric(sheet, row, column) || quantityIn(textAt(sheet, row, column)) !== null),
    texts: share((row) => textAt(sheet, row, column) !== '' && !isNumeric(sheet, row, column)),
    units: share((row) => unit(row) !== null),
    factorUnits: share((row) => unit(row)?.['emission'] === 1 && Object.keys(unit(row)!).length > 1),
    emissionUnits: share((row) => unit(row)?.['emission'] === 1 && Object.keys(unit(row)!).length === 1),
    years: share((row) => isYear(sheet, row, column)),
    distinct: new Set(filled.map((row) => String(sheet.value(row, column)))).size / Math.max(filled.length, 1),
    choices: (set) => share((row) => wordOf(set, textAt(sheet, row, column)) !== null),
  };
}

function isYear(sheet: SheetSnapshot, row: number, column: number): boolean {
  const value = sheet.value(row, column);
  if (typeof value === 'number') return Number.isInteger(value) && value >= 1990 && value <= 2060;
  return typeof value === 'string' && yearOf(value) !== null;
}
