import type { Factor, InventoryLine } from '../case/types';
import type { Flow, Per, Stage } from '../case/vocabulary';
import { Decimal } from '../quantity/decimal';
import { checkLineUnits, readLineFactor } from './lineFactor';
import { readSpread } from './spread';
import type { TableRow } from './tableRow';

const SCORES = ['reliability', 'completeness', 'temporal', 'geographical', 'technological'];
const MAY_BE_NEGATIVE: readonly (Flow | null)[] = ['recycling-credit', 'biogenic'];

/** @param factors rows of KmcFactors by id */
export function readLine(row: TableRow, factors: ReadonlyMap<string, Factor>): InventoryLine {
  const flow = row.word<Flow>('flow');
  const amount = row.number('amount');
  const unit = row.text('unit');
  const lineFactor = readLineFactor(row, factors);
  if (amount?.isNegative() && !amount.isZero() && !MAY_BE_NEGATIVE.includes(flow)) {
    row.report('amount', 'warn', 'amount-negative', { found: amount.toString() });
  }
  checkLineUnits(row, unit, lineFactor.factorUnit);
  return {
    ref: row.ref,
    variant: row.text('variant'),
    segment: row.text('segment'),
    stage: row.word<Stage>('stage'),
    process: row.text('process'),
    flow,
    inCity: readInCity(row),
    amount,
    unit,
    per: row.word<Per>('per'),
    ...lineFactor,
    evidence: row.text('evidence'),
    year: row.whole('year'),
    region: row.text('region'),
    pedigree: SCORES.map((key) => row.whole(key)),
    basicU: row.number('basicU'),
    ...readSpread(row),
    parameter: row.text('parameter'),
    note: row.text('note'),
  };
}

function readInCity(row: TableRow): Decimal | 'unknown' | null {
  const place = row.read('inCity');
  return place === 'unknown' || place instanceof Decimal ? place : null;
}
