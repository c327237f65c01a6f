import { tableSpec } from '../template/tables';
import type { TableRow } from './tableRow';

/**
 * Every input column of a row but the named ones, as text by key: choices by their neutral word, numbers in plain digits.
 */
export function attributesOf(row: TableRow, but: readonly string[]): Readonly<Record<string, string | null>> {
  const columns = tableSpec(row.table.name)!.columns.filter(
    ({ key, formulaKind }) => formulaKind !== 'computed' && !but.includes(key),
  );
  return Object.fromEntries(columns.map(({ key }) => [key, row.read(key)?.toString() ?? null]));
}
