import { parseFiscalYear } from '../../../case/fiscalYear';
import type { Factor } from '../../../case/types';
import { message } from '../../../message';
import { atField, atRow } from '../at';
import { anyOf, blankCells, blankFields } from '../blank';
import { owning } from '../owned';
import type { Rule, RuleInput, Verdict } from '../rule';
import { salesOfPeriod, yearCounted } from '../salesOfPeriod';
import { threshold } from '../threshold';

/** One fiscal year is counted, there are sales of it, and the factors are about as new as can be had. */
export const period: Rule = {
  id: 'period',
  criterion: 'B3',
  severity: 'block',
  basis: 'assumption',
  source:
    'Scheme description, certification criterion 6: data on the units sold; that the period is a fiscal year is an assumption of ours. Results of electricity are published two years later: the profile’s threshold `gridLag`',
  owns: anyOf(
    blankFields('fiscalYear'),
    blankCells(['KmcSales'], 'period'),
    owning(['calculation.sales-other-year', 'calculation.sales-missing']),
    owning(['reader.period-unknown'], ['KmcCase', 'KmcSales']),
  ),
  check: (input) => {
    const year = yearCounted(input);
    if (year === null) return [];
    const none = input.case.sales.length > 0 && salesOfPeriod(input).length === 0;
    return [...(none ? [noSales(input, year)] : []), ...ofFactors(input, year)];
  },
  examples: [
    { name: 'as-is', sample: 'slag-cement', changes: [], says: 'passes' },
    { name: 'grid-of-last-year', sample: 'led-lighting', changes: [], says: 'info' },
    {
      name: 'other-year',
      sample: 'slag-cement',
      changes: ['S1', 'S2'].map((row) => ({ table: 'KmcSales', row, column: 'period', value: 2024 })),
      says: 'block',
      alsoChanges: ['units-evidence'],
    },
    {
      name: 'grid-of-long-ago',
      sample: 'led-lighting',
      changes: [{ table: 'KmcFactors', row: 'jp.el.FY2024.national', column: 'resultYear', value: '2021' }],
      says: 'warn',
      at: { table: 'KmcFactors', row: 'jp.el.FY2024.national', column: 'resultYear' },
    },
    {
      name: 'grid-of-no-year',
      sample: 'led-lighting',
      changes: [{ table: 'KmcFactors', row: 'jp.el.FY2024.national', column: 'resultYear', value: null }],
      says: 'unknown',
      at: { table: 'KmcFactors', row: 'jp.el.FY2024.national', column: 'resultYear' },
    },
  ],
};

const noSales = (input: RuleInput, year: number): Verdict => ({
  ...atField(input, 'fiscalYear'),
  message: message('rules.period.no-sales', { year }),
});

/** Electricity changes from year to year, and its results come late; other factors say nothing by their year alone. */
function ofFactors(input: RuleInput, year: number): readonly Verdict[] {
  const { baseline, product, sideEffects, factors } = input.case;
  const lines = [...baseline.lines, ...product.lines, ...sideEffects.lines];
  const used = new Set(lines.map(({ factorId }) => factorId));
  return factors
    .filter(({ ref, attributes }) => used.has(ref.id) && (attributes['gridKind'] ?? null) !== null)
    .flatMap((factor) => ofGrid(input, factor, year));
}

function ofGrid(input: RuleInput, { ref, attributes }: Factor, year: number): readonly Verdict[] {
  const at = atRow(input, ref, 'resultYear');
  const stated = parseFiscalYear(attributes['resultYear'] ?? '');
  if (!stated.ok)
    return [
      {
        ...at,
        severity: 'unknown',
        message: message('rules.period.no-result-year', { factor: ref.id }),
        settle: message('rules.period.settle-result-year'),
      },
    ];
  const [of, lag] = [stated.value, year - stated.value];
  if (lag <= 0) return [];
  if (threshold(input, 'gridLag').greaterThanOrEqualTo(lag))
    return [{ ...at, severity: 'info', message: message('rules.period.grid-lag', { factor: ref.id, of, year }) }];
  return [
    {
      ...at,
      severity: 'warn',
      message: message('rules.period.grid-old', { factor: ref.id, of, year }),
      settle: message('rules.period.settle-grid'),
    },
  ];
}
