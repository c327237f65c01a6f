import type { Result } from '../../../calculation/types';
import { message } from '../../../message';
import { Decimal } from '../../../quantity/decimal';
import { checkStatedResult } from '../../../reference/plausibility';
import { noNumber } from '../noNumber';
import type { ReportedTotal, Rule, RuleInput, Verdict } from '../rule';
import { threshold } from '../threshold';

const PLACE = {
  reductionPerUnit: {
    subject: { table: null, rowId: null, column: null, place: 'KmcReductionPerUnitRounded' },
    cells: [],
  },
  avoided: { subject: { table: null, rowId: null, column: null, place: 'KmcAvoidedRounded' }, cells: [] },
} as const;

const printed = (number: ReportedTotal['number'], value: string, unit: string): ReportedTotal => ({
  number,
  value,
  unit,
  place: PLACE[number],
});

/** What the sheets print is what the inputs give, to half of the last digit printed. */
export const totalsRecompute: Rule = {
  id: 'totals-recompute',
  criterion: 'G',
  severity: 'block',
  basis: 'framework',
  source: 'ISO 14064-3: recalculation and materiality; the limit is a setting',
  check: (input) => {
    if (input.reported === null) return [notLookedAt];
    if (input.reported.length === 0) return [noneThere];
    return input.reported.flatMap((total) => recomputed(input, total));
  },
  examples: [
    { name: 'not-looked-at', sample: 'radar', changes: [], says: 'unknown' },
    // 0.8 × 1,065 months × 1,533.615 kg = 1,306.63998 t
    {
      name: 'agree',
      sample: 'service',
      changes: [],
      given: { reported: [printed('avoided', '1306.6', 't-CO2e')] },
      says: 'passes',
    },
    {
      name: 'differs',
      sample: 'service',
      changes: [],
      given: { reported: [printed('avoided', '1306.7', 't-CO2e')] },
      says: 'block',
    },
    {
      name: 'tenfold',
      sample: 'service',
      changes: [],
      given: { reported: [printed('avoided', '13065', 't-CO2e')] },
      says: 'block',
    },
  ],
};

const WHOLE = { subject: { table: null, rowId: null, column: null, place: null }, cells: [] } as const;

const notLookedAt: Verdict = {
  ...WHOLE,
  severity: 'unknown',
  message: message('rules.totals-recompute.not-looked-at'),
  settle: message('rules.totals-recompute.settle-looked-at'),
};
const noneThere: Verdict = {
  ...WHOLE,
  severity: 'unknown',
  message: message('rules.totals-recompute.none'),
  settle: message('rules.totals-recompute.settle-looked-at'),
};

function recomputed(input: RuleInput, total: ReportedTotal): readonly Verdict[] {
  const result: Result = input.assessment[total.number];
  if (result.value === null) return [noNumber(input, total.place)];
  const difference = result.value.minus(total.value).abs();
  if (difference.lessThanOrEqualTo(halfDigit(total.value))) return [];
  const params = {
    found: `${total.value} ${total.unit}`,
    calculated: `${result.value.toSignificantDigits(8).toString()} ${result.unit}`,
    percent: percentOf(difference, result.value),
  };
  const code = isMaterial(input, difference, result.value) ? 'material' : 'differs';
  const said = message(`rules.totals-recompute.${code}`, params);
  const slip = decimalSlip(result, total);
  return [{ ...total.place, message: slip ? message('rules.common.both', { one: said, other: slip }) : said }];
}

/** Half of what the last printed digit counts. */
export function halfDigit(value: string): Decimal {
  const decimals = value.split('.')[1]?.length ?? 0;
  return new Decimal(5).times(new Decimal(10).toPower(-decimals - 1));
}

const percentOf = (difference: Decimal, of: Decimal): string =>
  of.isZero() ? '∞' : difference.times(100).dividedBy(of.abs()).toSignificantDigits(3).toString();

const isMaterial = (input: RuleInput, difference: Decimal, of: Decimal): boolean =>
  difference.times(100).greaterThan(of.abs().times(threshold(input, 'materiality')));

/** A slip of the decimal point or of a prefix, where the ratio is near a power of ten. */
function decimalSlip({ value, unit }: Result, total: ReportedTotal) {
  const kilograms = unit.split('/')[0]!;
  const stated = { value: total.value, unit: kilograms };
  const checked = checkStatedResult({ value: value!.toString(), unit: '-' }, { value: '1', unit: kilograms }, stated);
  const found = checked.ok ? checked.value?.message : null;
  return found?.code === 'plausibility.stated-result-differs-by-ten'
    ? message('rules.totals-recompute.slip', { power: found.params['power'] ?? '' })
    : null;
}
