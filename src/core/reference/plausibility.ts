import { message, type Message, type Outcome } from '../message';
import { Decimal } from '../quantity/decimal';
import { emissionRatio } from '../quantity/emissionRatio';
import { conversionFactor } from '../quantity/convert';
import { parseUnit } from '../quantity/parseUnit';
import { FUEL_BANDS, type Fuel, fuelBand } from './fuelBands';

/** A number as printed, with its unit. Decimal text: its last digit says how precise it claims to be. */
export interface Printed {
  readonly value: string;
  readonly unit: string;
}

/** A statement that cannot be right as it stands. `null` from a check: nothing was found against it. */
export interface ImplausibleStatement {
  readonly check: 'stated-result-differs' | 'implied-factor-out-of-band';
  readonly message: Message;
}

/** Beyond the rounding of what is printed, a stated total may differ by one in a hundred (rounded factors on the way). */
const TOLERANCE = '0.01';
/** A ratio this near to a power of ten is a slip of the decimal point or of a prefix. */
const NEAR_POWER = '0.1';

/**
 * A stated total against amount × factor.
 * @returns a finding that reports both totals, their ratio and the power of ten it is near to; `null` where they agree within half of the
 *   stated total's last digit or 1 %; a failure where a unit cannot be read or does not give an emission
 */
export function checkStatedResult(
  amount: Printed,
  factor: Printed,
  stated: Printed,
): Outcome<ImplausibleStatement | null> {
  const calculated = product(amount, factor);
  const claimed = inKilograms(stated);
  if (!calculated.ok) return calculated;
  if (!claimed.ok) return claimed;
  const { value, halfDigit } = claimed.value;
  const allowed = Decimal.max(halfDigit, calculated.value.abs().times(TOLERANCE));
  if (calculated.value.minus(value).abs().lessThanOrEqualTo(allowed)) return holds(null);
  const perStated = calculated.value.dividedBy(value.dividedBy(stated.value));
  return holds({ check: 'stated-result-differs', message: differs(amount, factor, stated, perStated) });
}

function differs(amount: Printed, factor: Printed, stated: Printed, calculated: Decimal): Message {
  const params = {
    amount: `${amount.value} ${amount.unit}`,
    factor: `${factor.value} ${factor.unit}`,
    stated: stated.value,
    calculated: calculated.toSignificantDigits(6).toString(),
    unit: stated.unit,
  };
  if (new Decimal(stated.value).isZero()) return message('plausibility.stated-zero', params);
  const ratio = calculated.dividedBy(stated.value);
  const power = nearPowerOfTen(ratio);
  const found = { ...params, ratio: ratio.toSignificantDigits(3).toString() };
  return power === null
    ? message('plausibility.stated-result-differs', found)
    : message('plausibility.stated-result-differs-by-ten', { ...found, power });
}

/** @returns the exponent where the ratio is within a tenth of a power of ten other than 1 */
function nearPowerOfTen(ratio: Decimal): number | null {
  if (!ratio.isPositive() || ratio.isZero()) return null;
  const near = [ratio.e, ratio.e + 1].find((power) =>
    ratio.dividedBy(new Decimal(10).toPower(power)).minus(1).abs().lessThanOrEqualTo(NEAR_POWER),
  );
  return near === undefined || near === 0 ? null : near;
}

/**
 * The factor that an emission and the fuel behind it imply, against the band that reference factors of this fuel give.
 * @returns a finding where it lies outside the band, else `null`; a failure where a unit cannot be read or is of another kind
 */
export function checkImpliedFactor(fuel: Fuel, used: Printed, emission: Printed): Outcome<ImplausibleStatement | null> {
  const band = fuelBand(fuel);
  const kilograms = inKilograms(emission);
  const [unit, per] = [parseUnit(used.unit), parseUnit(FUEL_BANDS[fuel].per)];
  if (!kilograms.ok) return kilograms;
  if (!unit.ok) return unit;
  if (!per.ok) return per;
  const ratio = conversionFactor(unit.value, per.value);
  if (!ratio.ok) return ratio;
  const implied = kilograms.value.value.dividedBy(ratio.value.times(used.value));
  if (implied.greaterThanOrEqualTo(band.low) && implied.lessThanOrEqualTo(band.high)) return holds(null);
  const params = {
    fuel: message(`plausibility.fuels.${fuel}`),
    implied: implied.toSignificantDigits(4).toString(),
    low: band.low.toSignificantDigits(3).toString(),
    high: band.high.toSignificantDigits(3).toString(),
    unit: `kg-CO2e/${FUEL_BANDS[fuel].per}`,
  };
  return holds({
    check: 'implied-factor-out-of-band',
    message: message('plausibility.implied-factor-out-of-band', params),
  });
}

const holds = <T>(value: T): Outcome<T> => ({ ok: true, value });

/** amount × ratio × factor in kg-CO2e. */
function product(amount: Printed, factor: Printed): Outcome<Decimal> {
  const [unit, per] = [parseUnit(amount.unit), parseUnit(factor.unit)];
  if (!unit.ok) return unit;
  if (!per.ok) return per;
  const reduced = emissionRatio(unit.value, per.value);
  return reduced.ok ? holds(reduced.value.ratio.times(amount.value).times(factor.value)) : reduced;
}

/** A printed emission in kg-CO2e, and half of its last printed digit. */
function inKilograms({ value, unit }: Printed): Outcome<{ readonly value: Decimal; readonly halfDigit: Decimal }> {
  const [parsed, none] = [parseUnit(unit), parseUnit('-')];
  if (!parsed.ok) return parsed;
  if (!none.ok) return none;
  const reduced = emissionRatio(parsed.value, none.value);
  if (!reduced.ok) return reduced;
  const decimals = value.split('.')[1]?.length ?? 0;
  const half = new Decimal(5).times(new Decimal(10).toPower(-decimals - 1));
  return holds({ value: reduced.value.ratio.times(value), halfDigit: half.times(reduced.value.ratio) });
}
