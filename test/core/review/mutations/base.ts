import { createLiveCalculator } from '../../../../src/adapters/recalc/liveCalculator';
import type { LiveWorkbook } from '../../../../src/core/ports';
import { reviewFormulas } from '../../../../src/core/review/formulas/reviewFormulas';
import { EXAMPLES } from '../../../../src/core/template/examples/registry';
import { headerOf } from '../../../../src/core/template/headers';
import { planWorkbook } from '../../../../src/core/template/planWorkbook';
import { tableSpec } from '../../../../src/core/template/tables';
import type { ColumnSpec, TableName } from '../../../../src/core/template/types';
import type { CellRef, CellValue } from '../../../../src/core/workbook/cell';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../../src/core/workbook/snapshot';
import { planSnapshot } from '../../../support/planSnapshot';

const LANGUAGE = 'ja';

/** A sound workbook that mistakes are put into. */
export interface Base {
  readonly name: string;
  /** With calculated values. */
  readonly snapshot: WorkbookSnapshot;
  readonly live: LiveWorkbook;
  /** Cells that are results where the workbook does not say so itself. */
  readonly results: readonly string[];
  /** Whether its formulas are the template's, every one of them. */
  readonly comparable: boolean;
}

/** The template's worked cases; the one that is broken on purpose is none. */
export const TEMPLATE_BASES = EXAMPLES.filter(({ name }) => name !== 'broken').map(({ name, content }) => ({
  name,
  open: (): Base => opened(name, planSnapshot(planWorkbook({ language: LANGUAGE, content })), []),
}));

export function opened(name: string, snapshot: WorkbookSnapshot, results: readonly string[]): Base {
  const live = createLiveCalculator().open(snapshot);
  const comparable = !reviewFormulas(live.snapshot).findings.some(({ check }) => check === 'template-formula');
  return { name, snapshot: live.snapshot, live, results, comparable };
}

/** One filled row of a table. */
export interface Row {
  readonly table: TableName;
  readonly row: number;
  readonly id: string;
}

/** @returns the rows of a table that hold an id; none where the workbook has no such table */
export function rowsOf(base: Base, table: TableName): readonly Row[] {
  const range = base.snapshot.tables.find(({ name }) => name === table)?.range;
  if (!range) return [];
  const rows = Array.from({ length: range.bottom - range.top }, (_, index) => range.top + 1 + index);
  return rows.flatMap((row) => {
    const id = contentOf(base, cellOf(base, { table, row, id: '' }, idKey(table))!);
    return id === null || id === '' ? [] : [{ table, row, id: String(id) }];
  });
}

const idKey = (table: TableName): string => tableSpec(table)!.columns.find(({ kind }) => kind === 'id')!.key;

/** @returns `null` where the workbook's table has no such column */
export function cellOf(base: Base, { table, row }: Row, key: string): CellRef | null {
  const { range, columns } = base.snapshot.tables.find(({ name }) => name === table)!;
  const position = columns.indexOf(headerOf(table, key, LANGUAGE));
  return position < 0 ? null : { sheet: range.sheet, row, column: range.left + position };
}

/** Cells of a column in its filled rows. */
export const columnOf = (base: Base, table: TableName, key: string): readonly CellRef[] =>
  rowsOf(base, table).flatMap((row) => cellOf(base, row, key) ?? []);

/** The value cell of a field of the case. */
export function fieldOf(base: Base, key: string): CellRef | null {
  const row = rowsOf(base, 'KmcCase').find(({ id }) => id === key);
  return row ? cellOf(base, row, 'value') : null;
}

export const sheetOf = ({ snapshot }: Base, name: string): SheetSnapshot =>
  snapshot.sheets.find((sheet) => sheet.name === name)!;

export const contentOf = (base: Base, { sheet, row, column }: CellRef): CellValue =>
  sheetOf(base, sheet).value(row, column);

export const formulaOf = (base: Base, { sheet, row, column }: CellRef): string | null =>
  sheetOf(base, sheet).formula(row, column);

/** Cells whose formula the template declares as computed, with their table. */
export function computedCells(base: Base): readonly CellRef[] {
  return base.snapshot.tables.flatMap(({ name }) => {
    const spec = tableSpec(name);
    const computed = (spec?.columns ?? []).filter((column: ColumnSpec) => column.formulaKind === 'computed');
    return computed
      .flatMap(({ key }) => columnOf(base, name as TableName, key))
      .filter((cell) => formulaOf(base, cell));
  });
}

/** Formula cells of the sheet that holds the certified numbers. */
export function resultFormulas(base: Base): readonly CellRef[] {
  const name = base.snapshot.names.find((defined) => defined.name === 'KmcAvoided')!.formula;
  const sheet = sheetOf(base, /^'(.*)'!/.exec(name)![1]!);
  const cells: CellRef[] = [];
  sheet.forEachCell((row, column, _value, formula) => {
    if (formula !== null) cells.push({ sheet: sheet.name, row, column });
  });
  return cells;
}
