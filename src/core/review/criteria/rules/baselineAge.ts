import type { InventoryLine } from '../../../case/types';
import { message } from '../../../message';
import { atColumn, atField, atRow } from '../at';
import type { Rule, RuleInput, Verdict } from '../rule';
import { threshold } from '../threshold';

/** What the baseline is known from is of about the time of the sales. */
export const baselineAge: Rule = {
  id: 'baseline-age',
  criterion: 'B1',
  severity: 'warn',
  basis: 'assumption',
  source: 'ISO 14044 4.2.3.6, time-related coverage; the number of years is the profile’s threshold `baselineAge`',
  check: (input) => {
    const sold = input.case.fields['fiscalYear']?.number?.toNumber() ?? null;
    if (sold === null) return [noYear(input, 'fiscalYear')];
    const most = threshold(input, 'baselineAge').toNumber();
    const far = (year: number | null) => year !== null && Math.abs(sold - year) > most;
    return [...declared(input, sold, far), ...ofLines(input, sold, far), ...ofMix(input, sold, far)];
  },
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'five-years',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'baselineYear', column: 'value', value: 2020 }],
      says: 'passes',
    },
    {
      name: 'six-years',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'baselineYear', column: 'value', value: 2019 }],
      says: 'warn',
      at: { table: 'KmcCase', row: 'baselineYear', column: 'value' },
    },
    {
      name: 'old-line',
      sample: 'radar',
      changes: [{ table: 'KmcBaseline', row: 'B1', column: 'year', value: 2008 }],
      says: 'warn',
      at: { table: 'KmcBaseline', row: 'B1', column: 'year' },
    },
    {
      name: 'old-shares',
      sample: 'led-lighting',
      changes: [{ table: 'KmcMix', row: 'X1', column: 'year', value: 2012 }],
      says: 'warn',
      at: { table: 'KmcMix', row: 'X1', column: 'year' },
    },
    {
      name: 'no-year',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'baselineYear', column: 'value', value: null }],
      says: 'unknown',
      at: { table: 'KmcCase', row: 'baselineYear', column: 'value' },
    },
  ],
};

type Far = (year: number | null) => boolean;

const noYear = (input: RuleInput, key: string): Verdict => ({
  ...atField(input, key),
  severity: 'unknown',
  message: message('rules.baseline-age.no-year', { item: message(`template.fields.${key}`) }),
  settle: message('rules.baseline-age.settle-year'),
});

function declared(input: RuleInput, sold: number, far: Far): readonly Verdict[] {
  const year = input.case.fields['baselineYear']?.number?.toNumber() ?? null;
  if (year === null) return [noYear(input, 'baselineYear')];
  if (!far(year)) return [];
  return [{ ...atField(input, 'baselineYear'), message: message('rules.baseline-age.declared', { year, sold }) }];
}

function ofLines(input: RuleInput, sold: number, far: Far): readonly Verdict[] {
  const old = input.case.baseline.lines.filter(({ year }) => far(year));
  if (old.length === 0) return [];
  const rows = old.map(({ ref }) => ref);
  const params = { count: old.length, years: yearsOf(old), sold };
  return [{ ...atColumn(input, 'KmcBaseline', 'year', rows), message: message('rules.baseline-age.lines', params) }];
}

const yearsOf = (lines: readonly InventoryLine[]) =>
  [...new Set(lines.map(({ year }) => year!))].sort((one, other) => one - other);

const ofMix = (input: RuleInput, sold: number, far: Far): readonly Verdict[] =>
  input.case.mix
    .filter(({ year }) => far(year))
    .map(({ ref, variant, year }) => ({
      ...atRow(input, ref, 'year'),
      message: message('rules.baseline-age.share', { variant: variant ?? ref.id, year: year!, sold }),
    }));
