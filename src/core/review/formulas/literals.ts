import { message } from '../../message';
import type { ReviewedSheet } from './book';
import type { Remark } from './check';
import { referencesOf, type Expression } from './expression';
import { once } from './once';

/** A number written into a formula where it works on what the formula reads. */
export interface Literal {
  /** What the rest is multiplied by or, for a term, what is added. */
  readonly value: number;
  readonly kind: 'factor' | 'term';
  /** `×1000`, `÷3.6`, `×44÷12`, `+5` */
  readonly shown: string;
}

/**
 * @returns the numbers a formula adds to, subtracts from, multiplies or divides what it reads, those of one product together where they
 * make a conversion (44/12); none inside the arguments of look-ups and roundings
 */
export function literalsOf(expression: Expression): readonly Literal[] {
  if (expression.kind === 'unary') return literalsOf(expression.operand);
  if (expression.kind === 'call') return amountsOf(expression.name, expression.args).flatMap(literalsOf);
  if (expression.kind !== 'binary') return [];
  const { operator, left, right } = expression;
  if (operator === '*' || operator === '/') return ofProduct(factorsOf(expression));
  const inner = [...literalsOf(left), ...literalsOf(right)];
  return operator === '+' || operator === '-' ? [...inner, ...terms(left, right, operator)] : inner;
}

/** Functions whose arguments are amounts; of others only the first is. */
const AMOUNTS = new Set(['SUM', 'IF', 'IFERROR', 'MIN', 'MAX', 'AVERAGE', 'PRODUCT']);

const amountsOf = (name: string, args: readonly Expression[]): readonly Expression[] =>
  AMOUNTS.has(name) ? args : args.slice(0, 1);

interface Factor {
  readonly part: Expression;
  readonly power: 1 | -1;
}

/** The parts of a chain of multiplications and divisions. */
export function factorsOf(expression: Expression, power: 1 | -1 = 1): readonly Factor[] {
  if (expression.kind !== 'binary' || (expression.operator !== '*' && expression.operator !== '/'))
    return [{ part: expression, power }];
  const inverse = expression.operator === '*' ? power : (-power as 1 | -1);
  return [...factorsOf(expression.left, power), ...factorsOf(expression.right, inverse)];
}

function ofProduct(factors: readonly Factor[]): readonly Literal[] {
  const inner = factors.flatMap(({ part }) => (numberOf(part) === null ? literalsOf(part) : []));
  if (!factors.some(({ part }) => referencesOf(part).length > 0)) return inner;
  const own = factors.flatMap(({ part, power }) => {
    const value = numberOf(part);
    return value === null ? [] : [factor(power === 1 ? value : 1 / value, `${power === 1 ? '×' : '÷'}${value}`)];
  });
  const together = factor(
    own.reduce((product, { value }) => product * value, 1),
    own.map(({ shown }) => shown).join(''),
  );
  return [...inner, ...(own.length > 1 && isConversion(together.value) ? [together] : own)];
}

const factor = (value: number, shown: string): Literal => ({ value, kind: 'factor', shown });

function terms(left: Expression, right: Expression, operator: '+' | '-'): readonly Literal[] {
  const worth = (part: Expression, other: Expression, sign: string): readonly Literal[] => {
    const value = referencesOf(other).length > 0 ? numberOf(part) : null;
    return value === null ? [] : [{ value, kind: 'term', shown: `${sign}${value}` }];
  };
  return [...worth(right, left, operator), ...worth(left, right, '+')];
}

/** @returns the value of an expression of numbers only, `null` for any other */
export function numberOf(expression: Expression): number | null {
  if (expression.kind === 'number') return expression.value;
  if (expression.kind === 'unary') {
    const value = numberOf(expression.operand);
    if (value === null) return null;
    return expression.operator === '-' ? -value : expression.operator === '%' ? value / 100 : value;
  }
  if (expression.kind !== 'binary') return null;
  const [left, right] = [numberOf(expression.left), numberOf(expression.right)];
  if (left === null || right === null) return null;
  if (expression.operator === '*') return left * right;
  if (expression.operator === '/') return left / right;
  if (expression.operator === '+') return left + right;
  return expression.operator === '-' ? left - right : null;
}

const RATIOS = [3.6, 3600, 44 / 12, 12 / 44, 4.184, 4.1868, 24, 365, 366, 8760, 8784, 0.0258, 1.60934, 0.453592];

/** @returns whether a number is one by which units are converted: a power of ten from 1000 on, MJ per kWh, CO2 per carbon and so on */
export function isConversion(value: number): boolean {
  const near = (other: number): boolean => Math.abs(value - other) <= Math.abs(other) * 1e-3;
  return (
    isPowerOfThousand(value) ||
    RATIOS.some((ratio) => near(ratio) || near(1 / ratio) || near(ratio / 1000) || near(ratio * 1000))
  );
}

/** @returns whether a number is 1000, a million … or a thousandth, a millionth …; 1 is not */
export function isPowerOfThousand(value: number): boolean {
  let size = value < 1 ? 1 / value : value;
  if (!(size > 0) || !Number.isFinite(size)) return false;
  while (size > 1.5) size /= 1000;
  return Math.abs(size - 1) < 1e-9 && value !== 1;
}

/** @returns a remark on the first formula that each such number of a sheet stands in, with how many cells it stands in */
export function toldOnce(sheet: ReviewedSheet, is: (literal: Literal) => boolean, code: string): readonly Remark[] {
  const found = [...sheet.kinds.values()].flatMap((cells) => {
    const { row, column, expression } = cells[0]!;
    const literal = expression && literalsOf(expression).find(is);
    return literal ? [{ row, column, number: literal.shown, count: cells.length }] : [];
  });
  const byNumber = once(
    found,
    ({ number }) => number,
    ({ count }) => count,
  );
  return byNumber.map(({ first: { row, column, number }, count }) => ({
    sheet,
    row,
    column,
    message: message(code, { number, count }),
  }));
}
