import type { ContributionRow } from '../case/types';
import type { Place } from '../case/vocabulary';
import { Decimal } from '../quantity/decimal';
import { readSpread } from './spread';
import type { TableRow } from './tableRow';

export function readContribution(row: TableRow): ContributionRow {
  const numerator = row.number('numerator');
  const denominator = readDenominator(row);
  reportHalfRatio(row, numerator, denominator);
  return {
    ref: row.ref,
    partner: row.text('partner'),
    role: row.text('role'),
    inCity: row.word<Place>('inCity'),
    method: row.word('method'),
    numerator,
    denominator,
    unit: row.text('unit'),
    year: row.whole('year'),
    share: readShare(row, numerator, denominator),
    ...readSpread(row),
    evidence: row.text('evidence'),
  };
}

function readDenominator(row: TableRow): Decimal | null {
  const denominator = row.number('denominator');
  if (denominator === null || denominator.greaterThan(0)) return denominator;
  return row.refuse('denominator', 'block', 'not-above-zero', { found: denominator.toString() });
}

/** A numerator without its denominator, or the reverse, leaves the share unexplained. */
function reportHalfRatio(row: TableRow, numerator: Decimal | null, denominator: Decimal | null): void {
  if (numerator !== null && row.state('denominator') === 'blank') row.report('denominator', 'warn', 'ratio-incomplete');
  if (denominator !== null && row.state('numerator') === 'blank') row.report('numerator', 'warn', 'ratio-incomplete');
}

function readShare(row: TableRow, numerator: Decimal | null, denominator: Decimal | null): Decimal | null {
  if (showsFaultOfRatio(row)) return null;
  const share = row.number('share');
  if (share === null || numerator === null || denominator === null) return share;
  const ratio = numerator.dividedBy(denominator);
  const allowed = tolerance(share, ratio, row.hasFormula('share'));
  if (share.minus(ratio).abs().lessThanOrEqualTo(allowed)) return share;
  const params = { found: share.toString(), ratio: ratio.toSignificantDigits(12).toString() };
  return row.refuse('share', 'block', 'share-differs', {
    ...params,
    numerator: numerator.toString(),
    denominator: denominator.toString(),
  });
}

/** The template's formula has no result because the ratio's own cells are at fault, which is reported there. */
function showsFaultOfRatio(row: TableRow): boolean {
  const faulty = row.isRefused('numerator') || row.isRefused('denominator');
  return faulty && row.state('share') !== 'content' && row.state('share') !== 'no-column' && row.hasFormula('share');
}

/** A calculated share must be the ratio; a typed one may be rounded to two decimals or more, by half of its last digit. */
function tolerance(share: Decimal, ratio: Decimal, calculated: boolean): Decimal {
  const exact = ratio.abs().times('1e-9');
  const decimals = share.decimalPlaces();
  if (calculated || decimals < 2) return exact;
  const half = new Decimal(5).times(new Decimal(10).toPower(-decimals - 1));
  return half.greaterThan(exact) ? half : exact;
}
