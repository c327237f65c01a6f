import type { SalesRow } from '../../../case/types';
import { message } from '../../../message';
import { atColumn, atField } from '../at';
import { blankCells, anyOf } from '../blank';
import { owning } from '../owned';
import { anySale } from '../judges';
import type { Rule, RuleInput, Verdict } from '../rule';
import { salesOfPeriod, yearCounted } from '../salesOfPeriod';

/** What has been sold is certified; plans and potentials stand apart. */
export const realizedOnly: Rule = {
  id: 'realized-only',
  criterion: 'B3',
  severity: 'block',
  basis: 'seed',
  source:
    'Scheme description, certification criterion 6: amount of units sold outside the city; Project Frame (2024): potential, planned and realized impact are told apart',
  owns: anyOf(blankCells(['KmcSales'], 'status'), owning(['calculation.sales-not-realized'])),
  judges: anySale,
  check: (input) => {
    const rows = salesOfPeriod(input);
    const realized = rows.filter(({ status }) => status === 'realized');
    if (rows.length > 0 && realized.length === 0) return [nothingRealized(input, rows)];
    return realized.length === 0 ? [] : ofDate(input, realized);
  },
  examples: [
    { name: 'as-is', sample: 'led-lighting', changes: [], says: 'passes' },
    { name: 'potential-apart', sample: 'radar', changes: [], says: 'info' },
    {
      name: 'nothing-realized',
      sample: 'photovoltaics',
      changes: [{ table: 'KmcSales', row: 'S1', column: 'status', value: 'planned' }],
      says: 'block',
      alsoChanges: ['units-evidence'],
      at: { table: 'KmcSales', row: 'S1', column: 'status' },
    },
    {
      name: 'before-year-ends',
      sample: 'led-lighting',
      changes: [{ table: 'KmcCase', row: 'submissionDate', column: 'value', value: '2026-03-01' }],
      says: 'warn',
      at: { table: 'KmcCase', row: 'submissionDate', column: 'value' },
    },
    {
      name: 'before-year-begins',
      sample: 'led-lighting',
      changes: [{ table: 'KmcCase', row: 'submissionDate', column: 'value', value: '2025-03-31' }],
      says: 'block',
      at: { table: 'KmcCase', row: 'submissionDate', column: 'value' },
    },
    {
      name: 'no-date',
      sample: 'led-lighting',
      changes: [{ table: 'KmcCase', row: 'submissionDate', column: 'value', value: null }],
      says: 'unknown',
      at: { table: 'KmcCase', row: 'submissionDate', column: 'value' },
    },
  ],
};

const nothingRealized = (input: RuleInput, rows: readonly SalesRow[]): Verdict => ({
  ...atColumn(
    input,
    'KmcSales',
    'status',
    rows.map(({ ref }) => ref),
  ),
  message: message('rules.realized-only.nothing', { year: yearCounted(input)! }),
});

/** A fiscal year runs from April to March; sales of one that is not over are not all realized yet. */
function ofDate(input: RuleInput, realized: readonly SalesRow[]): readonly Verdict[] {
  const date = input.case.fields['submissionDate']?.text ?? null;
  const year = yearCounted(input)!;
  const place = atField(input, 'submissionDate');
  const at = {
    ...place,
    cells: [
      ...place.cells,
      ...atColumn(
        input,
        'KmcSales',
        'period',
        realized.map(({ ref }) => ref),
      ).cells,
    ],
  };
  if (date === null)
    return [
      {
        ...at,
        severity: 'unknown',
        message: message('rules.realized-only.no-date'),
        settle: message('rules.realized-only.settle-date'),
      },
    ];
  if (date < `${year}-04-01`) return [{ ...at, message: message('rules.realized-only.not-begun', { date, year }) }];
  if (date <= `${year + 1}-03-31`)
    return [{ ...at, severity: 'warn', message: message('rules.realized-only.not-over', { date, year }) }];
  return [];
}
