import { message } from '../../../message';
import { Decimal, sum } from '../../../quantity/decimal';
import { isBlankField, notStated } from '../answers';
import { atColumn, atField, atTable } from '../at';
import { blankCells } from '../blank';
import type { Rule, RuleInput, Verdict } from '../rule';
import { threshold } from '../threshold';

/** How much of the climate impact is left out, and whether that is little enough. */
export const cutOff: Rule = {
  id: 'cut-off',
  criterion: 'A2',
  severity: 'warn',
  basis: 'framework',
  source:
    'ISO 14044 4.2.3.3.3 (cut-off criteria stated and their effect shown); ILCD handbook: as % of the impact covered. The limit is a setting',
  retells: blankCells(['KmcExclusions'], 'share'),
  check: (input) => {
    const blank = isBlankField(input, 'completeness');
    const stated = input.case.fields['completeness']?.number;
    return [
      ...(blank ? [notStated(input, 'completeness')] : []),
      ...sharesMissing(input),
      ...(stated ? [...tooLow(input, stated), ...contradicts(input, stated)] : []),
    ];
  },
  examples: [
    { name: 'as-is', sample: 'heat-pump', changes: [], says: 'passes' },
    {
      name: 'not-stated',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'completeness', column: 'value', value: null }],
      says: 'warn',
      at: { table: 'KmcCase', row: 'completeness', column: 'value' },
    },
    {
      name: 'below-limit',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'completeness', column: 'value', value: 94.9 }],
      says: 'warn',
      at: { table: 'KmcCase', row: 'completeness', column: 'value' },
    },
    {
      name: 'at-limit',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'completeness', column: 'value', value: 95 }],
      says: 'passes',
    },
    {
      name: 'no-share',
      sample: 'heat-pump',
      changes: [{ table: 'KmcExclusions', row: 'X1', column: 'share', value: null }],
      says: 'warn',
      at: { table: 'KmcExclusions', row: 'X1', column: 'share' },
    },
    {
      name: 'exclusions-are-more',
      sample: 'heat-pump',
      changes: [{ table: 'KmcExclusions', row: 'X1', column: 'share', value: 0.03 }],
      says: 'warn',
      at: { table: 'KmcExclusions', row: 'X1', column: 'share' },
    },
  ],
};

function tooLow(input: RuleInput, stated: Decimal): readonly Verdict[] {
  const least = threshold(input, 'completeness');
  if (stated.greaterThanOrEqualTo(least) && stated.lessThanOrEqualTo(100)) return [];
  const params = { found: stated.toString(), least: least.toString() };
  const isFraction = stated.greaterThan(0) && stated.lessThanOrEqualTo(1);
  return [
    {
      ...atField(input, 'completeness'),
      message: message('rules.cut-off.range', params),
      ...(isFraction
        ? { settle: message('rules.cut-off.settle-fraction', { percent: stated.times(100).toString() }) }
        : {}),
    },
  ];
}

function sharesMissing(input: RuleInput): readonly Verdict[] {
  const rows = input.case.exclusions.filter(({ values }) => values['share'] === null);
  if (rows.length === 0) return [];
  // The table as a whole: beside it the column may hold shares that contradict.
  const { cells } = atColumn(
    input,
    'KmcExclusions',
    'share',
    rows.map(({ ref }) => ref),
  );
  return [{ ...atTable('KmcExclusions'), cells, message: message('rules.cut-off.no-share', { count: rows.length }) }];
}

/** What is listed as left out cannot be more than what is said to be left out. Exclusions of both sides may name one share twice. */
function contradicts(input: RuleInput, stated: Decimal): readonly Verdict[] {
  const rows = input.case.exclusions.filter(({ values }) => values['share'] !== null);
  const bySide = new Map<string, typeof rows>();
  for (const row of rows) bySide.set(row.values['side'] ?? '', [...(bySide.get(row.values['side'] ?? '') ?? []), row]);
  const totals = [...bySide.values()].map((of) =>
    sum(of.map(({ values }) => new Decimal(values['share']!).times(100))),
  );
  const most = totals.length > 0 ? Decimal.max(...totals) : new Decimal(0);
  const left = new Decimal(100).minus(stated);
  if (left.isNegative()) return [];
  if (most.lessThanOrEqualTo(left)) return [];
  const params = { listed: most.toString(), left: left.toString() };
  const at = atColumn(
    input,
    'KmcExclusions',
    'share',
    rows.map(({ ref }) => ref),
  );
  return [{ ...at, message: message('rules.cut-off.more-listed', params) }];
}
