import type { InventoryLine } from '../../../case/types';
import { message } from '../../../message';
import { normaliseText } from '../../../quantity/normalise';
import { atColumn, atField } from '../at';
import { linesBySegment } from '../linesBySegment';
import type { Rule, RuleInput, Verdict } from '../rule';

/** The baseline is what would have been used where the product is sold. */
export const baselineRegion: Rule = {
  id: 'baseline-region',
  criterion: 'B1',
  severity: 'warn',
  basis: 'framework',
  source:
    'LCA Society of Japan, guideline on avoided emissions, 2nd edition (2022): diffusion to other regions and countries',
  check: (input) => {
    const blank = ['baselineRegion', 'salesRegion'].filter((key) => regionsOf(input, key).length === 0);
    const declared = blank.length > 0 ? blank.map((key) => notStated(input, key)) : outside(input);
    return [...declared, ...ofUse(input)];
  },
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'elsewhere',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'baselineRegion', column: 'value', value: 'JP' }],
      says: 'warn',
      at: { table: 'KmcCase', row: 'baselineRegion', column: 'value' },
    },
    {
      name: 'not-stated',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'salesRegion', column: 'value', value: null }],
      says: 'unknown',
      at: { table: 'KmcCase', row: 'salesRegion', column: 'value' },
    },
    {
      name: 'used-elsewhere',
      sample: 'service',
      changes: ['B1', 'B2'].map((row) => ({ table: 'KmcBaseline', row, column: 'region', value: 'DE' })),
      says: 'warn',
      at: { table: 'KmcBaseline', row: 'B1', column: 'region' },
    },
  ],
};

/** As listed in a field: `JP, US`, `国内、米国`. */
function regionsOf({ case: source }: RuleInput, key: string): readonly string[] {
  const parts = (source.fields[key]?.text ?? '').split(/[,、，;；/／・]/);
  return parts.map(region).filter((part) => part !== '');
}

const region = (text: string) => normaliseText(text).trim().toUpperCase();

const notStated = (input: RuleInput, key: string): Verdict => ({
  ...atField(input, key),
  severity: 'unknown',
  message: message('rules.baseline-region.not-stated', { item: message(`template.fields.${key}`) }),
  settle: message('rules.baseline-region.settle-region'),
});

function outside(input: RuleInput): readonly Verdict[] {
  const of = new Set(regionsOf(input, 'baselineRegion'));
  const sold = regionsOf(input, 'salesRegion').filter((one) => !of.has(one));
  if (sold.length === 0) return [];
  const params = { sold, baseline: [...of] };
  const at = atField(input, 'baselineRegion', 'salesRegion');
  return [{ ...at, message: message('rules.baseline-region.differs', params) }];
}

/** Use of both takes place where the product is sold, whatever was declared. */
function ofUse(input: RuleInput): readonly Verdict[] {
  const baseline = linesBySegment(input, input.case.baseline.lines.filter(inUse));
  const product = linesBySegment(input, input.case.product.lines.filter(inUse));
  const apart = [...baseline].flatMap(([segment, lines]) => (disjoint(lines, product.get(segment) ?? []) ? lines : []));
  if (apart.length === 0) return [];
  const at = atColumn(
    input,
    'KmcBaseline',
    'region',
    [...new Set(apart)].map(({ ref }) => ref),
  );
  return [
    { ...at, message: message('rules.baseline-region.use-elsewhere', { regions: [...regionsIn(apart)].sort() }) },
  ];
}

const inUse = ({ stage, region: where }: InventoryLine) => stage === 'use' && where !== null;
const regionsIn = (lines: readonly InventoryLine[]) => new Set(lines.map((line) => region(line.region!)));

function disjoint(baseline: readonly InventoryLine[], product: readonly InventoryLine[]): boolean {
  const [of, sold] = [regionsIn(baseline), regionsIn(product)];
  return of.size > 0 && sold.size > 0 && [...of].every((one) => !sold.has(one));
}
