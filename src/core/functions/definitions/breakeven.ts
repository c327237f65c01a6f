import { message } from '../../message';
import type { Decimal } from '../../quantity/decimal';
import { defineFunction } from '../defineFunction';
import { number } from '../parameters';
import { numberResult } from '../results';
import { FunctionError } from '../types';

/**
 * Years until the product has paid back: (embodied product − embodied baseline) / (use baseline − use product), use per year
 * (break-even, method). 0 when the product is ahead from the first day and stays ahead.
 * `#N/A`, saying why, when it never pays back, when it starts ahead and loses it again, and when both are equal.
 */
export const BREAKEVEN = defineFunction({
  id: 'BREAKEVEN',
  parameters: { embodiedBaseline: number(), embodiedProduct: number(), useBaseline: number(), useProduct: number() },
  result: 'scalar',
  examples: [
    { formula: '=KMC.BREAKEVEN(100,300,80,30)', value: 4 },
    { formula: '=KMC.BREAKEVEN(300,100,80,30)', value: 0 },
  ],
  evaluate: ({ embodiedBaseline, embodiedProduct, useBaseline, useProduct }) =>
    yearsToPayBack(embodiedProduct.minus(embodiedBaseline), useBaseline.minus(useProduct)),
});

function yearsToPayBack(debt: Decimal, saving: Decimal): number {
  const [owed, saved] = [debt.comparedTo(0), saving.comparedTo(0)];
  if (owed === 0 && saved === 0) throw never('same', {});
  if (owed >= 0 && saved <= 0) throw never('no-saving', { debt: debt.toString(), saving: saving.toString() });
  if (saved < 0)
    throw never('lost-again', { years: debt.dividedBy(saving).toSignificantDigits(SHOWN_DIGITS).toString() });
  return owed > 0 ? numberResult(debt.dividedBy(saving)) : 0;
}

const SHOWN_DIGITS = 6;

const never = (why: string, params: Record<string, string>): FunctionError =>
  new FunctionError('#N/A', message(`functions.errors.breakeven-${why}`, params));
