import type { ParameterRow } from '../case/types';
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
