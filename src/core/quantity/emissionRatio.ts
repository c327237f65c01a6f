import { failure, type Message, message, type Outcome, success } from '../message';
import type { Decimal } from './decimal';
import { combineDimensions, type Dimension, EMISSION, sameDimension } from './dimension';
import { dimensionName } from './dimensionName';
import { mismatch } from './mismatch';
import { multiplyUnits } from './multiplyUnits';
import type { Unit } from './unit';

/**
 * Line emission e = amount × ratio × factor, in kg-CO2e. A factor in kg-CO2 counts as kg-CO2e and is flagged `co2Only`.
 * A gas mass needs a factor in kg-CO2e per mass of that gas (its GWP), e.g. kg-CO2e/kg-CH4.
 * @param unit of the amount
 * @param factorUnit of the emission factor
 * @returns the ratio, 40 digits; or `quantity.no-emission-ratio` with the reason
 */
export function emissionRatio(unit: Unit, factorUnit: Unit): Outcome<EmissionRatio> {
  const ofUnit = remembered.get(unit) ?? new WeakMap<Unit, Outcome<EmissionRatio>>();
  remembered.set(unit, ofUnit);
  const known = ofUnit.get(factorUnit) ?? computed(unit, factorUnit);
  ofUnit.set(factorUnit, known);
  return known;
}

interface EmissionRatio {
  readonly ratio: Decimal;
  readonly co2Only: boolean;
}

/** An inventory meets few pairs of units in many lines; `parseUnit` gives the same object for the same text. */
const remembered = new WeakMap<Unit, WeakMap<Unit, Outcome<EmissionRatio>>>();

function computed(unit: Unit, factorUnit: Unit): Outcome<EmissionRatio> {
  const product = multiplyUnits([unit, factorUnit]);
  if (sameDimension(product.dimension, EMISSION)) return success({ ratio: product.factor, co2Only: product.co2Only });
  return failure('quantity.no-emission-ratio', {
    unit: unit.text,
    factorUnit: factorUnit.text,
    reason: reasonAgainst(unit, factorUnit, product.dimension),
  });
}

function reasonAgainst(unit: Unit, factorUnit: Unit, product: Dimension): Message {
  const emissionPer = combineDimensions(factorUnit.dimension, EMISSION, -1);
  if (factorUnit.dimension['emission'] === 1) {
    const expected = combineDimensions({}, emissionPer, -1);
    return mismatch(unit, { text: factorUnit.text, dimension: expected });
  }
  if (sameDimension(product, { mass: 1 })) return message('quantity.factor-is-mass', { factorUnit: factorUnit.text });
  if (sameDimension(product, { carbon: 1 }))
    return message('quantity.factor-is-carbon', { factorUnit: factorUnit.text });
  const gas = Object.keys(product).find((base) => base.startsWith('gas:') && sameDimension(product, { [base]: 1 }));
  if (gas) return message('quantity.factor-is-gas', { factorUnit: factorUnit.text, gas: gas.slice('gas:'.length) });
  return message('quantity.not-an-emission', { product: dimensionName(product), emission: dimensionName(EMISSION) });
}
