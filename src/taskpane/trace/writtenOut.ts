import type { TraceNode } from '../../core/calculation/types';
import { Decimal } from '../../core/quantity/decimal';
import { shown } from '../../locales/numbers';
import type { Known } from '../outcome/followWorkbook';
import { numberAt } from './cells';

type Combine = (a: Decimal, b: Decimal) => Decimal;

const OPERATORS: Readonly<Record<string, Combine>> = {
  '+': (a, b) => a.plus(b),
  '−': (a, b) => a.minus(b),
  '×': (a, b) => a.times(b),
  '÷': (a, b) => a.dividedBy(b),
};

/** Equations that combine all their inputs by one operator, from left to right. */
const OPERATOR_OF: Readonly<Record<string, string>> = {
  'line-emission': '×',
  'service-to-functional-units': '÷',
  'lifetime-functional-units': '×',
  'annual-functional-units': '÷',
  'per-sold-unit': '×',
  'per-year': '×',
  'weighted-line': '×',
  'stage-sum': '+',
  'stage-reduction': '−',
  'net-reduction': '+',
  'net-outside-reduction': '+',
  'contribution-rate': '+',
  'avoided-of-segment': '×',
  'whole-of-segment': '×',
  'embodied-difference': '+',
  'stock-embodied': '×',
  'stock-cohort': '×',
  'stock-of-segment': '+',
  'avoided-on-stock': '×',
  'unallocated-whole': '+',
  'partner-part': '×',
  'avoided-emissions': '+',
  'side-sum': '+',
  'product-with-effects': '+',
  'net-in-sale-year': '+',
  'avoided-of-sale-year': '+',
  'avoided-in-calendar-year': '+',
  'avoided-over-life': '+',
};

const MOST_TERMS = 6;
const TOLERANCE = '1e-12';

/**
 * A step with its numbers in place of words, e.g. `0.55 − 0.0455`.
 * @returns `null` where that is not how the value came about (an input that no cell holds, a conversion in between): what is shown
 * has been calculated again and gives the step's value
 */
export function writtenOut({ outcome, snapshot }: Known, node: TraceNode): string | null {
  const operator = OPERATOR_OF[node.equation];
  const terms = node.inputs.map((input) =>
    typeof input === 'number' ? outcome.assessment.trace[input]!.value : numberAt(snapshot, input),
  );
  if (operator === undefined || terms.length < 2 || terms.length > MOST_TERMS) return null;
  if (!terms.every((term) => term !== null)) return null;
  const combined = terms.reduce(OPERATORS[operator]!);
  return agree(combined, node.value) ? terms.map(bracketed).join(` ${operator} `) : null;
}

const agree = (a: Decimal, b: Decimal) =>
  a.minus(b).abs().lessThanOrEqualTo(Decimal.max(a.abs(), b.abs()).times(TOLERANCE));

const bracketed = (term: Decimal, index: number) =>
  index > 0 && term.isNegative() && !term.isZero() ? `(${shown(term)})` : shown(term);
