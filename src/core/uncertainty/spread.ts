import type { ModelInput, Spread } from '../calculation/model';
import { rememberByText } from '../memo';
import { KmcError, message } from '../message';
import { Decimal } from '../quantity/decimal';
import { exp, ln } from '../quantity/logarithm';

/** Standard deviations from the mean to either end of the central 95 % of a normal distribution (Abramowitz and Stegun, chapter 26). */
const NORMAL_95 = new Decimal('1.959963984540054235524594430520551527956');

/** Largest distance of a normal's stated value from the middle of its interval, as a share of the interval: what rounding the ends may do. */
const OFF_CENTRE = new Decimal('0.01');

export interface Moments {
  readonly mean: Decimal;
  readonly variance: Decimal;
}

export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}

type Limits = Extract<Spread, { low: Decimal }>;

/** @throws KmcError for a spread that contradicts itself or the input's own value; nothing is put right silently */
export function assertSpread({ label, central, spread }: ModelInput): void {
  if (spread === null) return;
  if (spread.distribution === 'lognormal') {
    if (spread.u95.lessThan(1)) throw contradiction('u95-below-one', { label, found: spread.u95.toString() });
    return;
  }
  const shown = { label, central: central.toString(), low: spread.low.toString(), high: spread.high.toString() };
  if (central.lessThan(spread.low) || central.greaterThan(spread.high)) throw contradiction('value-outside', shown);
  if (spread.distribution === 'normal' && isOffCentre(central, spread)) throw contradiction('normal-off-centre', shown);
}

const contradiction = (fault: string, params: Record<string, string>): KmcError =>
  new KmcError(message(`uncertainty.${fault}`, params));

function isOffCentre(central: Decimal, { low, high }: Limits): boolean {
  const distance = central.minus(low.plus(high).dividedBy(2)).abs();
  return distance.greaterThan(high.minus(low).times(OFF_CENTRE));
}

/** Whether the input differs from run to run at all. */
export function isDrawn({ central, spread }: ModelInput): boolean {
  if (spread === null) return false;
  if (spread.distribution === 'lognormal') return spread.u95.greaterThan(1) && !central.isZero();
  return spread.low.lessThan(spread.high);
}

/** What a lognormal of median 1 has, by its U95; a workbook has few different ones, and each takes three series of forty digits. */
const unitLognormal = rememberByText((u95) => {
  const deviation = ln(new Decimal(u95)).dividedBy(2);
  const square = deviation.toPower(2);
  const growth = exp(square);
  return { deviation, mean: growth.squareRoot(), variance: growth.times(growth.minus(1)) };
});

/** σ of ln X: U95 = exp(2 σ) (pedigree, method). */
export const logarithmicDeviation = (u95: Decimal): Decimal => unitLognormal(u95.toString()).deviation;

/** Half of the central 95 % ÷ 1.96. */
export const normalDeviation = ({ low, high }: Limits): Decimal => high.minus(low).dividedBy(NORMAL_95.times(2));

/**
 * Mean and variance of an input, in its unit and its square. Lognormal of median m: mean m·e^(σ²/2), variance m²·e^(σ²)·(e^(σ²) − 1);
 * triangular a, c, b: (a+b+c)/3 and (a²+b²+c²−ab−ac−bc)/18; uniform: (a+b)/2 and (b−a)²/12.
 * Source: Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions", 2nd edition, chapters 13, 14, 26.
 */
export function momentsOf(input: ModelInput): Moments {
  const { central, spread } = input;
  if (spread === null || !isDrawn(input)) return { mean: central, variance: new Decimal(0) };
  if (spread.distribution === 'lognormal') {
    const unit = unitLognormal(spread.u95.toString());
    return { mean: central.times(unit.mean), variance: central.times(central).times(unit.variance) };
  }
  const { low, high } = spread;
  if (spread.distribution === 'normal') return { mean: central, variance: normalDeviation(spread).toPower(2) };
  if (spread.distribution === 'uniform')
    return { mean: low.plus(high).dividedBy(2), variance: high.minus(low).toPower(2).dividedBy(12) };
  const [below, above, width] = [central.minus(low), high.minus(central), high.minus(low)];
  return {
    mean: low.plus(central).plus(high).dividedBy(3),
    // a²+b²+c²−ab−ac−bc is half the sum of the squared differences.
    variance: below.toPower(2).plus(above.toPower(2)).plus(width.toPower(2)).dividedBy(36),
  };
}

/** Ends of the input's own interval, lower value first: x ÷ U95 and x · U95, or the stated low and high. `null` without a spread. */
export function intervalOf({ central, spread }: ModelInput): Interval | null {
  if (spread === null) return null;
  if (spread.distribution !== 'lognormal') return { low: spread.low, high: spread.high };
  const [near, far] = [central.dividedBy(spread.u95), central.times(spread.u95)];
  return near.lessThanOrEqualTo(far) ? { low: near, high: far } : { low: far, high: near };
}
