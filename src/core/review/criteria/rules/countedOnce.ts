import type { SalesRow } from '../../../case/types';
import { groupBy } from '../../../calculation/unitsOutside';
import { message } from '../../../message';
import { sum } from '../../../quantity/decimal';
import { normaliseText } from '../../../quantity/normalise';
import { atField, atRows } from '../at';
import { placeKey } from '../placeKey';
import type { Rule, RuleInput, Verdict } from '../rule';

/** A unit is counted once: in one row of this case, and in no other case. */
export const countedOnce: Rule = {
  id: 'counted-once',
  criterion: 'B3',
  severity: 'block',
  basis: 'framework',
  source: 'IEC 63372:2026, aim to prevent double counting: a product in a market and a year is claimed once',
  check: (input) => [
    ...[...groupBy(input.case.sales.filter(isComplete), marketOf).values()].flatMap((rows) => inMarket(input, rows)),
    ...namedTotals(input),
    ...elsewhere(input),
  ],
  examples: [
    { name: 'as-is', sample: 'led-lighting', changes: [], says: 'passes' },
    {
      name: 'same-row-twice',
      sample: 'radar',
      changes: [],
      with: [{ table: 'KmcSales', values: sale('S4', 4) }],
      says: 'block',
      at: { table: 'KmcSales', row: 'S1', column: 'units' },
      alsoChanges: ['units-evidence'],
    },
    {
      name: 'another-delivery',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'unitsTotal', column: 'value', value: 9 }],
      with: [{ table: 'KmcSales', values: { ...sale('S4', 3), evidence: 'E1' } }],
      says: 'passes',
    },
    {
      name: 'same-number',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'unitsTotal', column: 'value', value: 10 }],
      with: [{ table: 'KmcSales', values: { ...sale('S4', 4), evidence: 'E1' } }],
      says: 'warn',
      at: { table: 'KmcSales', row: 'S1', column: 'units' },
    },
    {
      name: 'place-spelled-otherwise',
      sample: 'radar',
      changes: [
        { table: 'KmcCase', row: 'unitsTotal', column: 'value', value: 10 },
        { table: 'KmcSales', row: 'S1', column: 'place', value: '東京都' },
      ],
      with: [{ table: 'KmcSales', values: { ...sale('S4', 4), evidence: 'E1', place: 'Tōkyō' } }],
      says: 'warn',
      at: { table: 'KmcSales', row: 'S1', column: 'units' },
    },
    {
      name: 'named-total',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'unitsTotal', column: 'value', value: 10 }],
      with: [{ table: 'KmcSales', values: { ...sale('S4', 4), evidence: 'E1', place: '全国（合計）' } }],
      says: 'warn',
      at: { table: 'KmcSales', row: 'S4', column: 'units' },
    },
    {
      name: 'total-among-parts',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'unitsTotal', column: 'value', value: 16 }],
      with: [
        { table: 'KmcSales', values: { ...sale('S4', 3), evidence: 'E1' } },
        { table: 'KmcSales', values: { ...sale('S5', 7), evidence: 'E1' } },
      ],
      says: 'warn',
      at: { table: 'KmcSales', row: 'S5', column: 'units' },
    },
    {
      name: 'elsewhere',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'countedElsewhere', column: 'value', value: 'yes' }],
      says: 'warn',
      at: { table: 'KmcCase', row: 'countedElsewhere', column: 'value' },
    },
    {
      name: 'no-declaration',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'countedElsewhere', column: 'value', value: null }],
      says: 'unknown',
      at: { table: 'KmcCase', row: 'countedElsewhere', column: 'value' },
    },
  ],
};

/** A sale of the radar in Japan as the sample has one already. */
function sale(id: string, units: number) {
  const stated = { id, segment: 'JP', period: 2025, place: '国内（市外）', placeBasis: 'installed', inCity: 'out' };
  return { ...stated, units, unit: '台', status: 'realized', evidence: 'E9' };
}

/** What is missing is said where it is missing. */
const isComplete = ({ period, status, inCity, units }: SalesRow) =>
  period !== null && status !== null && inCity !== null && units !== null;

const keyOf = (...parts: readonly unknown[]) => JSON.stringify(parts);

/** Product × market × year. How the place is known makes no other market. */
const marketOf = ({ segment, period, status, inCity, place }: SalesRow) =>
  keyOf(segment, period, status, inCity, placeKey(place));

/** What people call a row that sums up others. */
const TOTAL = /^(合計|総計|小計|計|全国|total|sum|all|overall|nationwide)(?:$|[\s(（:：])/;

function inMarket(input: RuleInput, rows: readonly SalesRow[]): readonly Verdict[] {
  if (rows.length === 1) return [];
  const same = repeats(rows, (row) => keyOf(row.units, row.returns, row.evidence));
  const said = new Set(same.flat());
  const alike = repeats(rows, ({ units }) => keyOf(units)).filter((group) => !group.some((row) => said.has(row)));
  return [
    ...same.map((group) => twice(input, group, message('rules.counted-once.same-row', { ids: idsOf(group) }))),
    ...alike.map((group) => ({
      ...twice(input, group, message('rules.counted-once.same-number', { ids: idsOf(group) })),
      ...asked,
    })),
    ...totalRow(input, rows),
  ];
}

/** Rows that are alike by a key; one of nothing is no double count. */
const repeats = (rows: readonly SalesRow[], key: (row: SalesRow) => string): readonly (readonly SalesRow[])[] =>
  [
    ...groupBy(
      rows.filter(({ units }) => !units!.isZero()),
      key,
    ).values(),
  ].filter((group) => group.length > 1);

const idsOf = (rows: readonly SalesRow[]) => rows.map(({ ref }) => ref.id).sort();

const twice = (input: RuleInput, rows: readonly SalesRow[], said: Verdict['message']): Verdict => ({
  ...atRows(
    input,
    rows.map(({ ref }) => ref),
    'units',
  ),
  message: said,
});

/** Likely the same, not surely. */
const asked = { severity: 'warn', settle: message('rules.counted-once.settle-alike') } as const;

/** A row that is the sum of all others of its market is likely their total, counted beside them. */
function totalRow(input: RuleInput, rows: readonly SalesRow[]): readonly Verdict[] {
  if (rows.length < 3) return [];
  const half = sum(rows.map(({ units }) => units!)).dividedBy(2);
  const total = rows.find(({ units }) => units!.equals(half));
  if (!total) return [];
  const { ref } = total;
  return [
    {
      ...twice(input, [total], message('rules.counted-once.total-row', { id: ref.id })),
      ...asked,
    },
  ];
}

/** A row whose place is called a total and that is the sum of all others counted alike, whatever their places. */
function namedTotals(input: RuleInput): readonly Verdict[] {
  const groups = groupBy(input.case.sales.filter(isComplete), ({ segment, period, status, inCity }) =>
    keyOf(segment, period, status, inCity),
  );
  return [...groups.values()].flatMap((rows) => {
    const named = rows.filter(({ place }) => TOTAL.test(normaliseText(place ?? '').toLowerCase()));
    const others = sum(rows.filter((row) => !named.includes(row)).map(({ units }) => units!));
    return named
      .filter(({ units }) => !others.isZero() && units!.equals(others))
      .map((row) => ({
        ...twice(input, [row], message('rules.counted-once.total-row', { id: row.ref.id })),
        ...asked,
      }));
  });
}

/** No workbook can tell what others count. */
function elsewhere(input: RuleInput): readonly Verdict[] {
  const declared = input.case.fields['countedElsewhere']?.text ?? null;
  if (declared === 'no') return [];
  const at = atField(input, 'countedElsewhere');
  if (declared === null)
    return [
      {
        ...at,
        severity: 'unknown',
        message: message('rules.counted-once.not-declared'),
        settle: message('rules.counted-once.settle-declared'),
      },
    ];
  return [
    {
      ...at,
      severity: 'warn',
      message: message('rules.counted-once.elsewhere'),
      settle: message('rules.counted-once.settle-elsewhere'),
    },
  ];
}
