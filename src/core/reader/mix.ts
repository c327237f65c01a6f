import type { MixRow } from '../case/types';
import type { ShareBasis } from '../case/vocabulary';
import type { Decimal } from '../quantity/decimal';
import type { TableRow } from './tableRow';

export function readMixRow(row: TableRow): MixRow {
  const shareBasis = row.word<ShareBasis>('shareBasis');
  return {
    ref: row.ref,
    variant: row.text('variant'),
    segment: row.text('segment'),
    share: readShare(row, shareBasis),
    shareBasis,
    ...readWindow(row, shareBasis),
    service: row.number('service'),
    serviceUnit: row.text('serviceUnit'),
    serviceYears: row.number('serviceYears'),
    year: row.whole('year'),
    source: row.text('source'),
    evidence: row.text('evidence'),
  };
}

/** Of variants that follow each other in time the share is worked out; any other is stated. */
function readShare(row: TableRow, basis: ShareBasis | null): Decimal | null {
  if (row.state('share') === 'blank') {
    return basis === null || basis === 'years-of-use' ? null : row.report('share', 'block', 'blank-required');
  }
  const share = row.number('share');
  if (share === null || basis !== 'years-of-use') return share;
  return row.refuse('share', 'block', 'share-of-years', { found: share.toString() });
}

type Window = Pick<MixRow, 'fromYear' | 'toYear'>;

function readWindow(row: TableRow, basis: ShareBasis | null): Window {
  const [fromYear, toYear] = [row.whole('fromYear'), row.whole('toYear')];
  for (const key of ['fromYear', 'toYear']) reportWindow(row, key, basis);
  if (basis !== 'years-of-use' || fromYear === null || toYear === null || fromYear < toYear)
    return { fromYear, toYear };
  row.refuse('toYear', 'block', 'window-order', { found: toYear, from: fromYear });
  return { fromYear, toYear: null };
}

/** Years that have no effect mislead whoever reads the table. */
function reportWindow(row: TableRow, key: string, basis: ShareBasis | null): void {
  if (basis === 'years-of-use' && row.state(key) === 'blank') row.report(key, 'block', 'blank-required');
  const unused = basis !== null && basis !== 'years-of-use' && row.state(key) === 'content' && !row.isRefused(key);
  if (unused) row.report(key, 'warn', 'window-not-used');
}
