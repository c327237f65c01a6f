import type { AgeRow, FactorPathRow, ParameterRow, VariationRow } from '../case/types';
import { readLimits } from './inventory';
import { readSpread } from './spread';
import type { TableRow } from './tableRow';

export function readParameter(row: TableRow): ParameterRow {
  return {
    ref: row.ref,
    item: row.text('item'),
    value: row.number('value'),
    unit: row.text('unit'),
    ...readSpread(row),
    kind: row.text('kind'),
    period: row.text('period'),
    evidence: row.text('evidence'),
  };
}

export function readAge(row: TableRow): AgeRow {
  return {
    ref: row.ref,
    segment: row.text('segment'),
    age: row.whole('age'),
    survival: row.number('survival'),
    use: row.number('use'),
  };
}

export function readFactorPath(row: TableRow): FactorPathRow {
  return {
    ref: row.ref,
    factorId: row.text('factorId'),
    year: row.whole('year'),
    value: row.number('value'),
    ...readLimits(row),
    source: row.text('source'),
  };
}

export function readVariation(row: TableRow): VariationRow {
  return {
    ref: row.ref,
    name: row.text('name'),
    table: row.text('table'),
    row: row.text('row'),
    column: row.text('column'),
    value: row.text('value'),
  };
}
