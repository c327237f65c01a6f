import type { Factor } from '../../../case/types';
import { message } from '../../../message';
import { answer, isBlankField, notStated } from '../answers';
import { atColumn, atRow } from '../at';
import { blankFields } from '../blank';
import type { Rule, RuleInput, Verdict } from '../rule';
import { attributeOf, byFactor, factorName, usedLines, type SideName } from '../usedLines';

/** One set of global warming potentials turns every gas into CO2e, on both sides. */
export const gwpSet: Rule = {
  id: 'gwp-set',
  criterion: 'A2',
  severity: 'warn',
  basis: 'framework',
  source: 'ISO 14067: GWP over 100 years of one named IPCC assessment, alike for the systems compared',
  owns: blankFields('gwpSet'),
  check: (input) => {
    const factors = [...byFactor(usedLines(input)).keys()].filter((factor) => attributeOf(factor, 'gwp') !== null);
    return [
      ...(isBlankField(input, 'gwpSet') ? [notStated(input, 'gwpSet')] : []),
      ...otherThanStated(input, factors),
      ...gasesWithoutSet(input),
      ...sidesDiffer(input),
    ];
  },
  examples: [
    { name: 'as-is', sample: 'heat-pump', changes: [], says: 'passes' },
    {
      name: 'not-named',
      sample: 'heat-pump',
      changes: [{ table: 'KmcCase', row: 'gwpSet', column: 'value', value: null }],
      says: 'warn',
      at: { table: 'KmcCase', row: 'gwpSet', column: 'value' },
    },
    {
      name: 'other-than-named',
      sample: 'heat-pump',
      changes: [{ table: 'KmcCase', row: 'gwpSet', column: 'value', value: 'AR6' }],
      says: 'warn',
      at: { table: 'KmcFactors', row: 'gwp.AR5.HFC32', column: 'gwp' },
    },
    {
      name: 'sides-differ',
      sample: 'heat-pump',
      changes: [
        { table: 'KmcBaseline', row: 'BSA2', column: 'flow', value: 'direct-gas' },
        { table: 'KmcBaseline', row: 'BSA2', column: 'unit', value: 'kg' },
        { table: 'KmcBaseline', row: 'BSA2', column: 'factorId', value: 'gas.AR6' },
      ],
      with: [
        {
          table: 'KmcFactors',
          values: {
            id: 'gas.AR6',
            nameJa: 'HFC-32（AR6）',
            value: 771,
            unit: 'kg-CO2e/kg',
            gases: 'HFC-32',
            gwp: 'AR6',
            region: 'GLO',
            source: 'IPCC AR6',
            version: 'AR6',
            licence: '例示',
            redistribution: 'free',
          },
        },
      ],
      says: 'block',
      alsoChanges: [
        'line-complete',
        'data-quality',
        'same-factor-version',
        'grid-factor-kind',
        'sign-robust',
        'negative-kept',
      ],
    },
  ],
};

/** A factor that holds other potentials than the case names. */
function otherThanStated(input: RuleInput, factors: readonly Factor[]): readonly Verdict[] {
  const named = answer(input, 'gwpSet');
  if (named === null) return [];
  return factors
    .filter((factor) => attributeOf(factor, 'gwp') !== named)
    .map((factor) => {
      const params = { factor: factorName(factor), found: attributeOf(factor, 'gwp') ?? '', named };
      return { ...atRow(input, factor.ref, 'gwp'), message: message('rules.gwp-set.other', params) };
    });
}

const gasLines = (input: RuleInput) =>
  usedLines(input).filter(({ line, factor }) => line.flow === 'direct-gas' && factor && isOtherGas(factor));

/** CO2 has the potential 1 in every set. */
const isOtherGas = ({ attributes }: Factor): boolean => !['CO2', 'CO2e', null].includes(attributes['gases'] ?? null);

const gasesWithoutSet = (input: RuleInput): readonly Verdict[] =>
  [...byFactor(gasLines(input)).keys()]
    .filter((factor) => attributeOf(factor, 'gwp') === null)
    .map((factor) => ({
      ...atRow(input, factor.ref, 'gwp'),
      severity: 'unknown',
      message: message('rules.gwp-set.unnamed', { factor: factorName(factor) }),
    }));

/** Masses of gas that one side turns into CO2e by one set, the other by another. */
function sidesDiffer(input: RuleInput): readonly Verdict[] {
  const lines = gasLines(input);
  const setsOf = (side: SideName): readonly string[] =>
    [
      ...new Set(lines.filter((used) => used.side === side).flatMap(({ factor }) => attributeOf(factor!, 'gwp') ?? [])),
    ].sort();
  const [baseline, product] = [setsOf('baseline'), setsOf('product')];
  if (baseline.length === 0 || product.length === 0 || baseline.join() === product.join()) return [];
  const factors = [...byFactor(lines).keys()].map(({ ref }) => ref);
  const said = message('rules.gwp-set.sides', { baseline: [...baseline], product: [...product] });
  return [{ ...atColumn(input, 'KmcFactors', 'gwp', factors), severity: 'block', message: said }];
}
