import type { Case, RowRef } from '../../src/core/case/types';
import { Decimal } from '../../src/core/quantity/decimal';

interface HasRef {
  readonly ref: RowRef;
}

const byId = <Row extends HasRef>(rows: readonly Row[]): readonly Row[] =>
  [...rows].sort((a, b) => (a.ref.id < b.ref.id ? -1 : 1));

const without = (value: object, keys: readonly string[]): object =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));

/** What a case says, without where it says it and in which language: rows by id, decimals as digits. */
export function statementsOf(read: Case): unknown {
  const { baseline, product } = read;
  const rest = without(read, ['language', 'locations']);
  const rows = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, Array.isArray(value) ? byId(value as HasRef[]) : value]),
  );
  return placeless({ ...rows, baseline: byId(baseline.lines), product: byId(product.lines) });
}

function placeless(value: unknown): unknown {
  if (value instanceof Decimal) return `decimal ${value.toString()}`;
  if (Array.isArray(value)) return value.map(placeless);
  if (typeof value !== 'object' || value === null) return value;
  const isRef = 'table' in value && 'row' in value;
  const entries = Object.entries(isRef ? without(value, ['sheet', 'row']) : value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, placeless(inner)]));
}

/** Fails where two cases state anything different. */
export function expectSameCase(found: Case, expected: Case): void {
  expect(statementsOf(found)).toEqual(statementsOf(expected));
}
