import { message } from '../../../message';
import { isBlankField, notStated } from '../answers';
import { atField } from '../at';
import { anyOf, blankFields } from '../blank';
import { owning } from '../owned';
import type { Rule, RuleInput, Verdict } from '../rule';

const FIELDS = ['functionalUnit', 'functionalUnitDescription'] as const;

/** What both scenarios deliver alike: how much, of what, for how long. One functional unit holds for both. */
export const functionalUnit: Rule = {
  id: 'functional-unit',
  criterion: 'A2',
  severity: 'block',
  basis: 'framework',
  source:
    'ISO 14044 4.2.3.2 (quantified performance); ICCA/WBCSD (2013) 3.3.3: the service life is part of the functional unit',
  owns: anyOf(blankFields(...FIELDS), owning(['calculation.functional-unit-positive'])),
  check: (input) => [
    ...FIELDS.filter((key) => isBlankField(input, key)).map((key) => notStated(input, key)),
    ...lives(input),
  ],
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    { name: 'per-year', sample: 'service', changes: [], says: 'passes' },
    {
      name: 'no-description',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'functionalUnitDescription', column: 'value', value: null }],
      says: 'block',
      at: { table: 'KmcCase', row: 'functionalUnitDescription', column: 'value' },
    },
    {
      name: 'no-life',
      sample: 'cement-uses',
      changes: [],
      says: 'warn',
      at: { table: 'KmcCase', row: 'productServiceYears', column: 'value' },
    },
  ],
};

/** A total over the life says how long the life is; per year of use it need not. */
function lives(input: RuleInput): readonly Verdict[] {
  const { case: source, assessment } = input;
  if (assessment.timeSense !== 'lifetime') return [];
  const stated = {
    productServiceYears:
      source.ages.length > 0 || source.segments.some(({ productServiceYears }) => productServiceYears !== null),
    baselineServiceYears:
      source.segments.some(({ baselineServiceYears }) => baselineServiceYears !== null) ||
      source.mix.some(({ serviceYears, toYear, service }) => (serviceYears ?? toYear ?? service) !== null),
  };
  return (['productServiceYears', 'baselineServiceYears'] as const)
    .filter((key) => !stated[key] && isBlankField(input, key) && isBlankField(input, SERVICE[key]))
    .map((key) => ({
      ...atField(input, key),
      severity: 'warn' as const,
      message: message('rules.functional-unit.no-life', { item: message(`template.fields.${key}`) }),
      settle: message('rules.functional-unit.settle-life'),
    }));
}

/** A service over the life, e.g. 12,000 h, says how long a piece lasts as years do. */
const SERVICE = { productServiceYears: 'productService', baselineServiceYears: 'baselineService' } as const;
