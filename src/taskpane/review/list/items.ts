import type { Problem } from '../../../core/case/types';
import type { Fix } from '../../../core/fixes/types';
import type { Criterion, Finding, FindingSeverity } from '../../../core/review/finding';
import type { CellRef } from '../../../core/workbook/cell';
import type { WorkbookSnapshot } from '../../../core/workbook/snapshot';
import { stopsOf, type Stops } from './stops';

/** A finding as the list shows it. */
export interface Listed {
  readonly finding: Finding;
  /** What reading or calculating found at the place; `null` where a rule or the formula review speaks alone. */
  readonly problem: Problem | null;
  /** Found before the last change of the workbook; it is being checked again. */
  readonly isOld: boolean;
}

/** One thing to settle: a finding, or the same sentence about several cells of one column. */
export interface Item {
  readonly key: string;
  readonly severity: FindingSeverity;
  readonly criterion: Criterion;
  readonly stops: Stops;
  /** At least one; the first speaks for all. */
  readonly listed: readonly Listed[];
  /** `null` for what concerns the workbook as a whole. */
  readonly sheet: string | null;
  /** Where each stands, a table's corner where it concerns all of the table. */
  readonly places: readonly CellRef[];
}

/** Fixes by the id of the finding they settle. */
export type Fixes = ReadonlyMap<string, readonly Fix[]>;

/** A warning that a reason clears asks for nothing more. */
export const openSeverity = ({ severity, reason }: Finding): FindingSeverity =>
  reason === undefined ? severity : 'info';

const keys = new WeakMap<Finding, string>();

/** What a finding says and where: the same after another evaluation, as long as neither its text nor its place changes. */
export function identityOf(finding: Finding): string {
  const known = keys.get(finding);
  if (known !== undefined) return known;
  const { id, message, cells, subject } = finding;
  const [cell] = cells;
  const key = JSON.stringify([id, message, subject.rowId === null ? cell?.row : null]);
  keys.set(finding, key);
  return key;
}

/** The same for findings that can be told in one sentence with all their cells. */
function sentenceOf(finding: Finding): string {
  const { rule, message, subject, cells, reason } = finding;
  const [cell] = cells;
  if (!cell || cells.length > 1 || subject.column === null || reason !== undefined) return identityOf(finding);
  return JSON.stringify([rule, finding.severity, message, subject.table, subject.column, cell.sheet, cell.column]);
}

/** @returns findings in their order, those that say the same of a column taken together where the first of them stands */
export function itemsOf(listed: readonly Listed[], snapshot: WorkbookSnapshot): readonly Item[] {
  const alike = new Map<string, Listed[]>();
  for (const one of listed) {
    const key = sentenceOf(one.finding);
    const others = alike.get(key);
    if (others) others.push(one);
    else alike.set(key, [one]);
  }
  return [...alike].map(([key, together]) => itemOf(key, together, snapshot));
}

function itemOf(key: string, listed: readonly Listed[], snapshot: WorkbookSnapshot): Item {
  const [{ finding, problem }] = listed as readonly [Listed];
  const places = listed.flatMap((one) => placesOf(one.finding, snapshot));
  return {
    key,
    severity: openSeverity(finding),
    criterion: finding.criterion,
    stops: problem ? stopsOf(problem) : 'neither',
    listed,
    sheet: places[0]?.sheet ?? null,
    places,
  };
}

function placesOf({ cells, subject }: Finding, { tables }: WorkbookSnapshot): readonly CellRef[] {
  if (cells.length > 0) return cells;
  const range = tables.find(({ name }) => name === subject.table)?.range;
  return range ? [{ sheet: range.sheet, row: range.top, column: range.left }] : [];
}
