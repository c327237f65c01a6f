import type { MixRow } from '../case/types';
import type { TableRow } from './tableRow';

export function readMixRow(row: TableRow): MixRow {
  return {
    ref: row.ref,
    variant: row.text('variant'),
    segment: row.text('segment'),
    share: row.number('share'),
    shareBasis: row.word('shareBasis'),
    fromYear: row.whole('fromYear'),
    toYear: row.whole('toYear'),
    service: row.number('service'),
    serviceUnit: row.text('serviceUnit'),
    serviceYears: row.number('serviceYears'),
    year: row.whole('year'),
    source: row.text('source'),
    evidence: row.text('evidence'),
  };
}
