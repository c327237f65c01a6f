import type { Problem, Severity } from '../../core/case/types';
import type { Fix } from '../../core/fixes/types';
import type { CellRef } from '../../core/workbook/cell';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { stopsOf, type Stops } from './stops';

/** One thing to settle: a problem, or the same sentence about several cells of one column. */
export interface Item {
  readonly key: string;
  readonly severity: Severity;
  readonly stops: Stops;
  /** At least one; the first speaks for all. */
  readonly problems: readonly Problem[];
  /** `null` for what concerns the workbook as a whole. */
  readonly sheet: string | null;
  /** Where each problem stands, a table's corner where it concerns all of the table. */
  readonly places: readonly CellRef[];
}

/** A fix by the problem it settles. */
export type Fixes = ReadonlyMap<string, Fix>;

const keys = new WeakMap<Problem, string>();

/** What a problem says and where: the same after another evaluation, as long as neither its text nor its place changes. */
export function identityOf(problem: Problem): string {
  const known = keys.get(problem);
  if (known !== undefined) return known;
  const { message, table, column, rowId, cell } = problem;
  const key = JSON.stringify([message, table, column, cell?.sheet, cell?.column, rowId ?? cell?.row]);
  keys.set(problem, key);
  return key;
}

/** The same for problems that can be told in one sentence with all their cells. */
function sentenceOf(problem: Problem): string {
  const { severity, message, table, column, cell } = problem;
  if (cell === null || column === null) return identityOf(problem);
  return JSON.stringify([severity, message, table, column, cell.sheet, cell.column]);
}

/** @returns problems in their order, those that say the same of a column taken together where the first of them stands */
export function itemsOf(problems: readonly Problem[], snapshot: WorkbookSnapshot): readonly Item[] {
  const alike = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = sentenceOf(problem);
    const others = alike.get(key);
    if (others) others.push(problem);
    else alike.set(key, [problem]);
  }
  return [...alike].map(([key, together]) => itemOf(key, together, snapshot));
}

function itemOf(key: string, problems: readonly Problem[], snapshot: WorkbookSnapshot): Item {
  const [first] = problems;
  const places = problems.flatMap((problem) => placeOf(problem, snapshot) ?? []);
  return {
    key,
    severity: first!.severity,
    stops: stopsOf(first!),
    problems,
    sheet: places[0]?.sheet ?? null,
    places,
  };
}

function placeOf({ cell, table }: Problem, { tables }: WorkbookSnapshot): CellRef | null {
  if (cell) return cell;
  const range = tables.find(({ name }) => name === table)?.range;
  return range ? { sheet: range.sheet, row: range.top, column: range.left } : null;
}
