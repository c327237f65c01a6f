import type { CaseField, SalesRow } from '../case/types';
import type { Place } from '../case/vocabulary';
import type { Decimal } from '../quantity/decimal';
import { normaliseText } from '../quantity/normalise';
import { readSpread } from './spread';
import type { TableRow } from './tableRow';

/** @param soldUnit what the case calls one sold unit, if it says so */
export function readSale(row: TableRow, soldUnit: CaseField | undefined): SalesRow {
  const units = notNegative(row, 'units');
  const unit = row.text('unit');
  if (unit !== null && soldUnit?.text && normaliseText(unit) !== normaliseText(soldUnit.text)) {
    row.report('unit', 'info', 'sales-unit-differs', { found: unit, expected: soldUnit.text });
  }
  return {
    ref: row.ref,
    segment: row.text('segment'),
    period: row.whole('period'),
    place: row.text('place'),
    placeBasis: row.word('placeBasis'),
    inCity: row.word<Place>('inCity'),
    units,
    unit,
    returns: readReturns(row, units),
    status: row.word('status'),
    ...readSpread(row),
    evidence: row.text('evidence'),
  };
}

function notNegative(row: TableRow, key: string): Decimal | null {
  const number = row.number(key);
  if (number === null || !number.lessThan(0)) return number;
  return row.refuse(key, 'block', 'below-zero', { found: number.toString() });
}

function readReturns(row: TableRow, units: Decimal | null): Decimal | null {
  const returns = notNegative(row, 'returns');
  if (returns === null || units === null || !returns.greaterThan(units)) return returns;
  return row.refuse('returns', 'block', 'returns-above-units', { found: returns.toString(), units: units.toString() });
}
