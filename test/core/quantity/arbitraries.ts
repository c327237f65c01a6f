import fc from 'fast-check';
import { COUNT_GROUPS } from '../../../src/core/quantity/countTable';
import { divideUnits, multiplyUnits } from '../../../src/core/quantity/multiplyUnits';
import { SYMBOL_GROUPS } from '../../../src/core/quantity/symbolTable';
import type { Unit } from '../../../src/core/quantity/unit';
import { unit } from './units';

const COMPOSED = [
  ['kg-CO2e', 't-CO2e', 'g-CO2e', '千t-CO2e'],
  ['kg-CH4', 't-CH4', 'lb-CH4'],
  ['kg-C', 't-C'],
  ['円2015', '千円2015', '百万円2015'],
  ['kWh(HHV)', 'MJ(HHV)', 'MMBtu(HHV)'],
  ['GJ(LHV)', 'kcal(LHV)'],
  ['m3(SATP)', '千m3(SATP)', 'L(SATP)'],
];

const LISTED = [...SYMBOL_GROUPS, ...COUNT_GROUPS].map(({ rows }) => rows.map(([text]) => text));
const FAMILIES = [...LISTED, ...COMPOSED];

const family = fc.constantFrom(...FAMILIES);
export const simpleUnit: fc.Arbitrary<Unit> = fc.constantFrom(...FAMILIES.flat()).map(unit);

/** Units written with up to three names above and two below the line. */
export const anyUnit: fc.Arbitrary<Unit> = fc
  .tuple(fc.array(simpleUnit, { minLength: 1, maxLength: 3 }), fc.array(simpleUnit, { maxLength: 2 }))
  .map(([above, below]) => divideUnits(multiplyUnits(above), multiplyUnits(below)));

/** `count` units of one dimension, simple or a quotient of two families. */
export function sameDimensionUnits(count: number): fc.Arbitrary<readonly Unit[]> {
  const pick = (texts: readonly string[]) =>
    fc.tuple(...Array.from({ length: count }, () => fc.constantFrom(...texts)));
  return fc
    .tuple(family, family, fc.boolean())
    .chain(([above, below, quotient]) =>
      fc
        .tuple(pick(above), pick(below))
        .map(([tops, bottoms]) =>
          tops.map((top, i) => (quotient ? divideUnits(unit(top!), unit(bottoms[i]!)) : unit(top!))),
        ),
    );
}
