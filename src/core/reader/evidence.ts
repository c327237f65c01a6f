import type { EvidenceRow } from '../case/types';
import type { TableRow } from './tableRow';

export function readEvidence(row: TableRow): EvidenceRow {
  const confidential = row.word<'yes' | 'no'>('confidential');
  return {
    ref: row.ref,
    kind: row.text('kind'),
    title: row.text('title'),
    file: row.text('file'),
    sha256: row.text('sha256'),
    date: row.text('date'),
    pages: row.text('pages'),
    confidential: confidential === null ? null : confidential === 'yes',
  };
}
