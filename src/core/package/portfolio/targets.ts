import { Decimal } from '../../quantity/decimal';

/** Target of a fiscal year, t-CO2e. */
export type Targets = ReadonlyMap<number, Decimal>;

const TONNES = /^\d+(?:\.\d+)?$/;

/**
 * @param text tonnes as a person writes them: digits of either width, grouped or not
 * @returns `null` for anything else
 */
export function tonnesOf(text: string): Decimal | null {
  const plain = text.normalize('NFKC').trim();
  const digits = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  return TONNES.test(digits) ? new Decimal(digits) : null;
}

/** @returns share of a target that is reached, `null` where the target is nothing to divide by */
export const shareOf = (avoided: Decimal, target: Decimal | undefined): Decimal | null =>
  target && !target.isZero() ? avoided.div(target) : null;
