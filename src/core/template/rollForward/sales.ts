import type { Case, SalesRow } from '../../case/types';
import { message } from '../../message';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { cellOf } from './cells';
import { nextYear } from './nextYear';
import type { RollChange, RollTask, SalesChoice } from './types';

/** What belongs to the year that ends and is stated anew in the next. */
const OF_THE_YEAR = ['units', 'returns', 'distribution', 'low', 'high'] as const;

/** What becomes of the rows of the year that ends. */
export interface RolledSales {
  readonly changes: readonly RollChange[];
  readonly tasks: readonly RollTask[];
}

/** @param year the fiscal year that ends */
export function rolledSales(snapshot: WorkbookSnapshot, source: Case, year: number, choice: SalesChoice): RolledSales {
  const rows = source.sales.filter(({ period }) => period === year);
  const ahead = source.sales
    .filter(({ period, status }) => period === year + 1 && status !== 'realized')
    .map((row) => task(snapshot, source, row, 'sales-ahead', year));
  if (choice === 'keep') return { changes: [], tasks: [...ahead, keptTask(snapshot, source, rows, year)] };
  const rolled = rows.map((row) => clearedRow(snapshot, source, row, year));
  return {
    changes: rolled.flatMap(({ changes }) => changes),
    tasks: [...ahead, ...rolled.flatMap(({ tasks }) => tasks)],
  };
}

function keptTask(snapshot: WorkbookSnapshot, source: Case, rows: readonly SalesRow[], year: number): RollTask {
  const last = rows.at(-1);
  const cell = last ? (cellOf(snapshot, source, last.ref, 'period')?.cell ?? null) : null;
  return { cell, message: message('start.task.sales-new', { count: rows.length, year, next: year + 1 }) };
}

const task = (snapshot: WorkbookSnapshot, source: Case, { ref }: SalesRow, code: string, year: number): RollTask => ({
  cell: cellOf(snapshot, source, ref, 'units')?.cell ?? null,
  message: message(`start.task.${code}`, { row: ref.id, year, next: year + 1 }),
});

/** A row that a formula fills is left whole: half of it cleared would be neither year. */
function clearedRow(snapshot: WorkbookSnapshot, source: Case, row: SalesRow, year: number): RolledSales {
  const period = cellOf(snapshot, source, row.ref, 'period');
  const own = OF_THE_YEAR.flatMap((key) => cellOf(snapshot, source, row.ref, key) ?? []);
  if (!period || period.isFormula || own.some(({ isFormula }) => isFormula))
    return { changes: [], tasks: [task(snapshot, source, row, 'sales-formula', year)] };
  const cleared = own
    .filter(({ value }) => value !== null && value !== '')
    .map(({ cell, value }): RollChange => ({
      cell,
      before: value,
      after: null,
      message: message('start.change.sales-cleared', { row: row.ref.id }),
    }));
  const moved: RollChange = {
    cell: period.cell,
    before: period.value,
    after: nextYear(period.value, year),
    message: message('start.change.sales-year', { row: row.ref.id }),
  };
  return { changes: [moved, ...cleared], tasks: [task(snapshot, source, row, 'sales-fill', year)] };
}
