import type { Factor } from '../../../case/types';
import { STAGES } from '../../../case/vocabulary';
import { message } from '../../../message';
import { atColumn, atRow } from '../at';
import { bothSides } from '../judges';
import type { Rule, RuleInput, Verdict } from '../rule';
import { threshold } from '../threshold';
import { attributeOf, byFactor, factorName, usedLines, type UsedLine } from '../usedLines';

const KINDS = ['gridKind', 'boundary'] as const;
const NAMES = /電力|電気(?!子|機)|electricity|\bgrid\b/i;

/** Electricity is counted by a factor that says of which kind it is, alike on both sides, and not for ever. */
export const gridFactorKind: Rule = {
  id: 'grid-factor-kind',
  criterion: 'A2',
  severity: 'warn',
  basis: 'framework',
  source:
    'GHG Protocol Scope 2 (average, supplier); WRI (2019) and WBCSD on marginal factors and declining grids over the life',
  judges: bothSides,
  check: (input) => {
    const lines = usedLines(input).filter(isElectricity);
    return [...kindsMissing(input, lines), ...sidesDiffer(input, lines), ...constant(input, lines)];
  },
  examples: [
    { name: 'declining', sample: 'radar', changes: [], says: 'passes' },
    { name: 'one-year', sample: 'service', changes: [], says: 'passes' },
    { name: 'constant', sample: 'heat-pump', changes: [], says: 'warn' },
    {
      name: 'kind-missing',
      sample: 'radar',
      changes: [{ table: 'KmcFactors', row: 'x.grid.abroad', column: 'gridKind', value: null }],
      says: 'warn',
      at: { table: 'KmcFactors', row: 'x.grid.abroad', column: 'gridKind' },
      alsoChanges: ['period'],
    },
    {
      name: 'sides-differ',
      sample: 'service',
      changes: [{ table: 'KmcProduct', row: 'P1', column: 'factorId', value: 'el.supplier' }],
      with: [
        {
          table: 'KmcFactors',
          values: {
            id: 'el.supplier',
            nameJa: '電力会社の係数（例示）',
            value: 0.0003,
            unit: 't-CO2/kWh',
            gases: 'CO2',
            gridKind: 'supplier',
            boundary: 'direct',
            region: 'JP',
            resultYear: '2024',
            source: '例示',
            version: '1',
            licence: '例示',
            redistribution: 'free',
          },
        },
      ],
      says: 'block',
      alsoChanges: [
        'same-factor-version',
        'boundary-mismatch',
        'sign-robust',
        'data-quality',
        'line-complete',
        'period',
      ],
    },
  ],
};

/** By its kind, its unit or its name. */
function isElectricity({ factor }: UsedLine): boolean {
  if (!factor) return false;
  const { nameJa, nameEn } = factor.attributes;
  const perEnergy = /[kMG]?Wh\b/i.test(factor.unit ?? '');
  return attributeOf(factor, 'gridKind') !== null || (perEnergy && NAMES.test(`${nameJa ?? ''} ${nameEn ?? ''}`));
}

const kindsMissing = (input: RuleInput, lines: readonly UsedLine[]): readonly Verdict[] =>
  [...byFactor(lines).keys()].flatMap((factor) => {
    const missing = KINDS.filter((key) => attributeOf(factor, key) === null);
    const [first, ...more] = missing;
    if (first === undefined) return [];
    const columns = missing.map((key) => message(`template.columns.KmcFactors.${key}`));
    const said = message('rules.grid-factor-kind.missing', { factor: factorName(factor), columns });
    return [{ ...atRow(input, factor.ref, first, ...more), message: said }];
  });

const kindOf = (factor: Factor): string => KINDS.map((key) => attributeOf(factor, key) ?? '?').join(' ');

/** Within one stage; a works may buy otherwise than its customers. */
function sidesDiffer(input: RuleInput, lines: readonly UsedLine[]): readonly Verdict[] {
  const differing = STAGES.filter((stage) => {
    const kinds = (side: string) =>
      [
        ...new Set(
          lines.filter((used) => used.side === side && used.line.stage === stage).map(({ factor }) => kindOf(factor!)),
        ),
      ].sort();
    const [baseline, product] = [kinds('baseline'), kinds('product')];
    return baseline.length > 0 && product.length > 0 && baseline.join() !== product.join();
  });
  if (differing.length === 0) return [];
  const refs = lines.filter(({ line }) => differing.includes(line.stage!)).map(({ line }) => line.ref);
  const stages = differing.map((stage) => message(`choices.stage.${stage}`));
  return [
    {
      ...atColumn(input, 'KmcFactors', 'gridKind', []),
      cells: refs.flatMap((ref) => atRow(input, ref, 'factorId').cells),
      severity: 'block',
      message: message('rules.grid-factor-kind.sides', { stages }),
      settle: message('rules.grid-factor-kind.settle-sides'),
    },
  ];
}

/** Years of use over which the same factor holds although grids decarbonise. */
function constant(input: RuleInput, lines: readonly UsedLine[]): readonly Verdict[] {
  const years = yearsOfUse(input);
  if (years === null || years < threshold(input, 'constantGridYears').toNumber()) return [];
  const withPath = new Set(input.case.factorPaths.map(({ factorId }) => factorId));
  const factors = [...byFactor(lines.filter(({ line }) => line.stage === 'use')).keys()].filter(
    ({ ref }) => !withPath.has(ref.id),
  );
  if (factors.length === 0) return [];
  const params = { factors: factors.map(factorName), years };
  return [
    {
      ...atColumn(
        input,
        'KmcFactors',
        'value',
        factors.map(({ ref }) => ref),
      ),
      message: message('rules.grid-factor-kind.constant', params),
      settle: message('rules.grid-factor-kind.settle-constant'),
    },
  ];
}

/** The longest life that is stated, where the numbers are over the life; `null` where none is. */
function yearsOfUse({ case: source, assessment }: RuleInput): number | null {
  if (assessment.timeSense !== 'lifetime') return null;
  const stated = [
    source.fields['productServiceYears']?.number?.toNumber() ?? 0,
    ...source.segments.map(({ productServiceYears }) => productServiceYears?.toNumber() ?? 0),
    ...source.ages.map(({ age }) => (age ?? -1) + 1),
  ];
  const most = Math.max(...stated);
  return most > 0 ? most : null;
}
