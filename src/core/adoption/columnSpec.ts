import { tableSpec } from '../template/tables';
import type { ColumnSpec } from '../template/types';
import type { AdoptableTable } from './types';

/**
 * @returns the declaration of a table's column
 * @throws RangeError for a key the table does not have
 */
export function columnSpec(table: AdoptableTable, key: string): ColumnSpec {
  const spec = tableSpec(table)!.columns.find((column) => column.key === key);
  if (!spec) throw new RangeError(`${table} has no column ${key}`);
  return spec;
}
