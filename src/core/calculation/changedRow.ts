import type { Case, ContributionRow, InventoryLine, RowRef, SalesRow } from '../case/types';
import { failure, success, type Outcome } from '../message';
import type { Decimal } from '../quantity/decimal';
import { PEDIGREE } from '../template/columns';
import type { Content } from './changedContent';

export interface Row {
  readonly ref: RowRef;
}

/** How a table's rows are found in a case and put back. */
export interface ChangeableTable {
  readonly rowsOf: (source: Case) => readonly Row[];
  readonly withRows: (source: Case, rows: readonly Row[]) => Case;
}

type ListKey = 'sales' | 'contribution' | 'segments' | 'mix' | 'parameters' | 'ages' | 'factorPaths' | 'evidence';
type SideKey = 'baseline' | 'product' | 'sideEffects';

const list = (key: ListKey): ChangeableTable => ({
  rowsOf: (source) => source[key],
  withRows: (source, rows) => ({ ...source, [key]: rows }),
});

const side = (key: SideKey): ChangeableTable => ({
  rowsOf: (source) => source[key].lines,
  withRows: (source, rows) => ({ ...source, [key]: { lines: rows } }),
});

const TABLES: Readonly<Record<string, ChangeableTable>> = {
  KmcBaseline: side('baseline'),
  KmcProduct: side('product'),
  KmcSideEffects: side('sideEffects'),
  KmcSales: list('sales'),
  KmcContribution: list('contribution'),
  KmcSegments: list('segments'),
  KmcMix: list('mix'),
  KmcParameters: list('parameters'),
  KmcYears: list('ages'),
  KmcFactorPaths: list('factorPaths'),
};

/** @returns `undefined` for a table whose cells enter no number */
export const changeableTable = (name: string): ChangeableTable | undefined => TABLES[name];

export const isRow = ({ ref }: Row, id: string): boolean => ref.id === id;

/** Puts a content into one cell of a row; what the reader would refuse of the whole row is refused here, too. */
export function inRow(source: Case, table: string, row: Row, column: string, content: Content): Outcome<Row> {
  if ('amount' in row) return inLine(source, row as InventoryLine, column, content);
  const changed = { ...row, [column]: content };
  const limits = inOrder(changed);
  if (!limits.ok) return limits;
  if (table === 'KmcContribution') return inContribution(row as ContributionRow, column, changed as ContributionRow);
  return table === 'KmcSales' ? inSales(changed as SalesRow) : success(changed);
}

function inOrder(row: Row & { readonly low?: Decimal | null; readonly high?: Decimal | null }): Outcome<null> {
  const { low, high } = row;
  if (!low || !high || low.lessThanOrEqualTo(high)) return success(null);
  return failure('calculation.variation-limits', { low: low.toString(), high: high.toString() });
}

/** A factor is the one its id names; its value is changed where it stands. */
function inLine(source: Case, line: InventoryLine, column: string, content: Content): Outcome<Row> {
  const score = PEDIGREE.indexOf(column);
  if (score >= 0) {
    const pedigree = line.pedigree.map((each, index) => (index === score ? (content as number) : each));
    return success({ ...line, pedigree });
  }
  if ((column === 'factor' || column === 'factorUnit') && line.factorId !== null && lists(source, line.factorId))
    return failure('calculation.variation-looked-up', { factor: line.factorId });
  const changed: InventoryLine = { ...line, [column]: content };
  const limits = inOrder(changed);
  if (!limits.ok || column !== 'factorId') return limits.ok ? success(changed) : limits;
  const listed = source.factors.find(({ ref }) => ref.id === content);
  if (!listed) return failure('calculation.variation-row', { table: 'KmcFactors', row: String(content) });
  return success({ ...changed, factor: listed.value, factorUnit: listed.unit });
}

const lists = (source: Case, factorId: string) => source.factors.some(({ ref }) => ref.id === factorId);

/** The share is its ratio where both parts are stated. */
function inContribution(before: ContributionRow, column: string, row: ContributionRow): Outcome<Row> {
  const { numerator, denominator } = row;
  if (denominator?.lessThanOrEqualTo(0))
    return failure('calculation.variation-denominator', { found: denominator.toString() });
  if (!numerator || !denominator) return success(row);
  if (column === 'share')
    return failure('calculation.variation-derived-share', { partner: before.partner ?? before.ref.id });
  if (column !== 'numerator' && column !== 'denominator') return success(row);
  const share = numerator.dividedBy(denominator);
  const within = share.greaterThanOrEqualTo(0) && share.lessThanOrEqualTo(1);
  return within ? success({ ...row, share }) : failure('calculation.variation-share', { found: share.toString() });
}

function inSales(row: SalesRow): Outcome<Row> {
  const below = [row.units, row.returns].find((each) => each?.lessThan(0));
  if (below) return failure('calculation.variation-below-zero', { found: below.toString() });
  if (row.units && row.returns?.greaterThan(row.units))
    return failure('calculation.variation-returns', { returns: row.returns.toString(), units: row.units.toString() });
  return success(row);
}
