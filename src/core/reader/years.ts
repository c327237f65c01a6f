import type { AgeRow, FactorPathRow } from '../case/types';
import type { Decimal } from '../quantity/decimal';
import { cellAddress } from '../workbook/a1';
import { readLimits } from './spread';
import type { TableRow } from './tableRow';

/** Years of use; a year that a segment states twice has no one value and is refused where it stands again. */
export function readAges(rows: readonly TableRow[]): readonly AgeRow[] {
  const known = new Map<string, TableRow>();
  return rows.map((row) => {
    const read = readAge(row);
    if (read.age === null || row.isRefused('segment')) return read;
    return isRepeated(row, 'age', [read.segment, read.age], known) ? { ...read, age: null } : read;
  });
}

function readAge(row: TableRow): AgeRow {
  row.read('source');
  return {
    ref: row.ref,
    segment: row.text('segment'),
    age: row.whole('age'),
    survival: row.number('survival'),
    use: readUse(row),
    evidence: row.text('evidence'),
  };
}

function readUse(row: TableRow): Decimal | null {
  const use = row.number('use');
  if (use === null || !use.lessThan(0)) return use;
  return row.refuse('use', 'block', 'below-zero', { found: use.toString() });
}

/** Factors of years to come; a year that a factor states twice is refused where it stands again. */
export function readFactorPaths(rows: readonly TableRow[]): readonly FactorPathRow[] {
  const known = new Map<string, TableRow>();
  return rows.map((row) => {
    const read = readFactorPath(row);
    if (read.factorId === null || read.year === null) return read;
    return isRepeated(row, 'year', [read.factorId, read.year], known) ? { ...read, year: null } : read;
  });
}

function readFactorPath(row: TableRow): FactorPathRow {
  const stated = row.number('value');
  const { low, high } = readLimits(row);
  return {
    ref: row.ref,
    factorId: row.text('factorId'),
    year: row.whole('year'),
    value: withinLimits(row, stated, low, high),
    low,
    high,
    source: row.text('source'),
    evidence: row.text('evidence'),
  };
}

function withinLimits(row: TableRow, value: Decimal | null, low: Decimal | null, high: Decimal | null): Decimal | null {
  if (value === null || !(low?.greaterThan(value) || high?.lessThan(value))) return value;
  const params = { found: value.toString(), low: low?.toString() ?? '…', high: high?.toString() ?? '…' };
  return row.refuse('value', 'block', 'value-outside-limits', params);
}

function isRepeated(
  row: TableRow,
  column: string,
  of: readonly (string | number | null)[],
  known: Map<string, TableRow>,
): boolean {
  const key = JSON.stringify(of);
  const first = known.get(key);
  if (first) row.refuse(column, 'block', 'row-twice', { other: cellAddress(first.cell(column)) });
  else known.set(key, row);
  return first !== undefined;
}
