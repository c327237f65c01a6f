import type { Severity } from '../case/types';
import { message } from '../message';
import { TABLES, tableSpec } from '../template/tables';
import type { TableSpec } from '../template/types';
import type { SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../workbook/snapshot';
import type { ProblemList } from './problemList';

/** A table of the template as it stands in the workbook. */
export interface FoundTable {
  readonly spec: TableSpec;
  readonly table: TableSnapshot;
  readonly sheet: SheetSnapshot;
}

const OURS = /^kmc/i;

/** Holds decisions about a case and nothing a number is made from. */
const REVIEW = 'kmcreview';

/**
 * The workbook's template tables by their names, wherever they stand; one of each.
 * Reported are base tables that are missing and that no adopted range stands for,
 * tables without a header row, and `Kmc…` tables this version does not calculate with.
 */
export function findTables(
  snapshot: WorkbookSnapshot,
  problems: ProblemList,
  adopted: ReadonlySet<string> = new Set(),
): readonly FoundTable[] {
  const found: FoundTable[] = [];
  const seen = new Set(adopted);
  for (const table of snapshot.tables) {
    if (!OURS.test(table.name)) continue;
    const spec = tableSpec(table.name);
    const sheet = snapshot.sheets.find(({ name }) => name === table.range.sheet);
    if (spec && sheet) seen.add(spec.name);
    if (table.name.toLowerCase() === REVIEW) report(problems, 'review-not-read', table, 'info');
    else if (!spec) report(problems, 'table-unsupported', table);
    else if (!table.headerRow) report(problems, 'table-without-header', table);
    else if (sheet) found.push({ spec, table, sheet });
  }
  reportMissing(problems, seen);
  return found;
}

function report(
  problems: ProblemList,
  code: string,
  { name, range }: TableSnapshot,
  severity: Severity = 'block',
): void {
  problems.add({
    severity,
    message: message(`reader.${code}`, { table: name }),
    cell: { sheet: range.sheet, row: range.top, column: range.left },
    table: tableSpec(name)?.name ?? name,
    rowId: null,
    column: null,
  });
}

function reportMissing(problems: ProblemList, seen: ReadonlySet<string>): void {
  for (const { name, presence } of TABLES) {
    if (presence === 'optional' || seen.has(name)) continue;
    problems.add({
      severity: 'block',
      message: message('reader.table-missing', { table: name }),
      cell: null,
      table: name,
      rowId: null,
      column: null,
    });
  }
}
