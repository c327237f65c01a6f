import type { PlainRow } from '../case/types';
import { attributesOf } from './attributes';
import type { TableRow } from './tableRow';

/** A row that is kept as it stands, each input column as text by key. */
export function readPlainRow(row: TableRow): PlainRow {
  const idKey = row.table.idKey;
  return { ref: row.ref, values: attributesOf(row, [idKey]) };
}
