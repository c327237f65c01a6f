import { StringValueObject } from '@univerjs/engine-formula';
import { isCellError, type CellError, type CellValue } from '../../core/workbook/cell';
import { cellwise, type Operator } from './broadcast';
import { compareValues } from './comparison';
import { cellValueOf } from './engineValues';
import type { EngineFunctionClass, EngineFunctionEntry } from './functionBridge';

const error = (code: CellError['error']): CellError => ({ error: code });

/** @returns the number Excel's arithmetic takes the value for: a blank is 0, TRUE 1, a text its number or `#VALUE!` */
export function numberOf(value: CellValue): number | CellError {
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return isCellError(value) ? value : numberInText(value);
}

function numberInText(text: string): number | CellError {
  if (/^\s*[+-]?(\d+\.?\d*|\.\d+)(E[+-]?\d+)?\s*$/i.test(text)) return Number(text);
  if (text.trim() === '') return error('#VALUE!');
  const converted = cellValueOf(StringValueObject.create(text).convertToNumberObjectValue());
  return typeof converted === 'number' ? converted : error('#VALUE!');
}

/** The engine rounds sums and products to 20 decimal digits; Excel calculates with doubles. */
const arithmetic =
  (calculate: (left: number, right: number) => number | CellError): Operator =>
  (left, right) => {
    const one = numberOf(left);
    const other = numberOf(right);
    if (typeof one !== 'number') return one;
    return typeof other === 'number' ? calculate(one, other) : other;
  };

/**
 * Excel shows 0 where a sum or difference is only the last bits of its terms: in files it wrote, remainders up to 9.5e-16 of the larger
 * term are 0 and one of 2.3e-15 stands. It does so for a formula's last operation; here every one does, which moves no result by more.
 */
const LAST_BITS = 2 ** -49;

function sumOf(one: number, other: number): number {
  const sum = one + other;
  return Math.abs(sum) <= LAST_BITS * Math.max(Math.abs(one), Math.abs(other)) ? 0 : sum;
}

const plus = arithmetic(sumOf);
const minus = arithmetic((one, other) => sumOf(one, -other));
const multiply = arithmetic((one, other) => one * other);
const divide = arithmetic((one, other) => (other === 0 ? error('#DIV/0!') : one / other));
const power = arithmetic((one, other) => {
  if (one === 0 && other === 0) return error('#NUM!');
  if (one === 0 && other < 0) return error('#DIV/0!');
  return Math.pow(one, other);
});

const TESTS: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** The engine tells one comparing function which operator it stands for before each call. */
function comparing(): EngineFunctionClass {
  let sign = '=';
  const Cellwise = cellwise(() => {
    const test = TESTS[sign]!;
    return (left, right) => test(compareValues(left, right));
  });
  return class extends Cellwise {
    setCompareType(operator: string): void {
      sign = operator;
    }
  } as EngineFunctionClass;
}

export const operators: readonly EngineFunctionEntry[] = [
  [cellwise(() => plus), 'PLUS'],
  [cellwise(() => minus), 'MINUS'],
  [cellwise(() => multiply), 'MULTIPLY'],
  [cellwise(() => divide), 'DIVIDED'],
  [cellwise(() => power), 'POWER'],
  [comparing(), 'COMPARE'],
];
