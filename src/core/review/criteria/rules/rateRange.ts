import type { ContributionRow } from '../../../case/types';
import { message } from '../../../message';
import { atColumn, atRow } from '../at';
import { anyOf, blankCells } from '../blank';
import { owning } from '../owned';
import { isRefused } from '../refused';
import { retold } from '../retold';
import type { Rule, RuleInput, Verdict } from '../rule';

/** Methods whose share is a quotient of two amounts. */
const QUOTIENTS: readonly (string | null)[] = [
  'cost-share',
  'value-added-share',
  'own-consumption-share',
  'input-output-share',
  'location-share',
];

/** The contribution rate lies in 0 to 1, and says by which method and from which document. */
export const rateRange: Rule = {
  id: 'rate-range',
  criterion: 'B2',
  severity: 'block',
  basis: 'framework',
  source:
    'LCA Society of Japan, guideline on avoided emissions (2015, 2022): contribution rate as a factor of the result; Hitachi’s published method: a rate for parts and materials only. The scheme asks for the method of the rate (certification criterion 5)',
  retells: owning(['calculation.rate-no-city-partner']),
  owns: anyOf(
    blankCells(['KmcContribution'], 'method', 'evidence', 'inCity', 'share'),
    owning(
      ['reader.share-range', 'reader.share-differs', 'reader.ratio-incomplete', 'reader.not-above-zero'],
      ['KmcContribution'],
    ),
    owning(['calculation.rate-missing', 'calculation.rate-incomplete', 'calculation.rate-place-unknown']),
  ),
  check: (input) => {
    const own = input.case.contribution.filter(({ inCity }) => inCity === 'in');
    const rows = input.case.contribution.map(({ ref }) => ref);
    const noneInCity = retold(input, ['calculation.rate-no-city-partner'], 'KmcContribution', 'inCity', rows);
    return [...noneInCity, ...own.flatMap((row) => ofRow(input, row)), ...unlabelled(input, own)];
  },
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    { name: 'unallocated', sample: 'photovoltaics', changes: [], says: 'passes' },
    {
      name: 'above-one',
      sample: 'photovoltaics',
      changes: [{ table: 'KmcContribution', row: 'C1', column: 'share', value: 1.2 }],
      says: 'block',
      alsoChanges: ['rate-partners'],
      at: { table: 'KmcContribution', row: 'C1', column: 'share' },
    },
    {
      name: 'no-document',
      sample: 'radar',
      changes: [{ table: 'KmcContribution', row: 'C2', column: 'evidence', value: null }],
      says: 'block',
      at: { table: 'KmcContribution', row: 'C2', column: 'evidence' },
    },
    {
      name: 'part-unallocated',
      sample: 'radar',
      changes: [{ table: 'KmcContribution', row: 'C1', column: 'method', value: 'unallocated' }],
      says: 'block',
      at: { table: 'KmcContribution', row: 'C1', column: 'method' },
    },
    {
      name: 'one-by-cost',
      sample: 'photovoltaics',
      changes: [{ table: 'KmcContribution', row: 'C1', column: 'method', value: 'agreed-share' }],
      says: 'warn',
      at: { table: 'KmcContribution', row: 'C1', column: 'method' },
    },
    {
      name: 'no-year',
      sample: 'radar',
      changes: [{ table: 'KmcContribution', row: 'C1', column: 'year', value: null }],
      says: 'warn',
      at: { table: 'KmcContribution', row: 'C1', column: 'year' },
    },
  ],
};

function ofRow(input: RuleInput, row: ContributionRow): readonly Verdict[] {
  const name = row.partner ?? row.ref.id;
  const verdicts: Verdict[] = [];
  if (row.evidence === null && !isRefused(input, row.ref, 'evidence'))
    verdicts.push({
      ...atRow(input, row.ref, 'evidence'),
      message: message('rules.rate-range.no-document', { partner: name }),
    });
  if (row.method === 'unallocated' && row.share !== null && !row.share.equals(1))
    verdicts.push({
      ...atRow(input, row.ref, 'method', 'share'),
      message: message('rules.rate-range.part-unallocated', { partner: name, share: row.share.toString() }),
    });
  return [...verdicts, ...unexplained(input, row, name)];
}

/** A share without what it was worked out from cannot be checked. */
function unexplained(input: RuleInput, row: ContributionRow, partner: string): readonly Verdict[] {
  if (!QUOTIENTS.includes(row.method)) return [];
  const missing = (['numerator', 'denominator', 'year'] as const).filter(
    (key) => row[key] === null && !isRefused(input, row.ref, key),
  );
  const [first] = missing;
  // One of the two without the other is said by the reading.
  const half = first !== undefined && first !== 'year' && (row.numerator === null) !== (row.denominator === null);
  if (first === undefined || half) return [];
  const columns = missing.map((key) => message(`template.columns.KmcContribution.${key}`));
  const at = atRow(input, row.ref, first, ...missing.slice(1));
  return [{ ...at, severity: 'warn', message: message('rules.rate-range.unexplained', { partner, columns }) }];
}

/** A rate of 1 is the value chain's whole; where nothing was allocated it is to be called so. */
function unlabelled(input: RuleInput, own: readonly ContributionRow[]): readonly Verdict[] {
  const rate = input.assessment.contributionRate.value;
  const allocated = own.filter(({ method }) => method !== 'unallocated');
  if (!rate?.equals(1) || allocated.length === 0) return [];
  const at = atColumn(
    input,
    'KmcContribution',
    'method',
    allocated.map(({ ref }) => ref),
  );
  return [
    {
      ...at,
      severity: 'warn',
      message: message('rules.rate-range.whole'),
      settle: message('rules.rate-range.settle-whole'),
    },
  ];
}
