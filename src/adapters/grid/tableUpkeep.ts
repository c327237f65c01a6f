import type { ICellData } from '@univerjs/core';
import type { TableSnapshot } from '../../core/workbook/snapshot';
import { CellChanges } from './cellChanges';
import type { GridCells } from './gridCells';
import { newContent } from './gridCell';
import { bodiesAfter, changedLayout, type Layout } from './layout';
import { toStructured } from './structuredForm';
import { toA1 } from './structuredReferences';
import { bodyOf, contains, type Tables } from './tableReference';
import type { UserStep } from './userStep';

export interface Upkeep {
  readonly layout: Layout;
  readonly changes: CellChanges;
}

/**
 * What a table does by itself after a step of the user, as in Excel: lines inserted or entered right below become its lines, its
 * computed columns fill them, formulas over its columns take them in, its header stays as it is named.
 * @param cells the grid after the step
 * @param before tables before the step
 */
export function tableUpkeep(cells: GridCells, before: Layout, step: UserStep): Upkeep {
  const shifted = step.rows.reduce(changedLayout, before);
  const layout = { ...shifted, tables: shifted.tables.map((table) => grownTable(table, shifted.tables, cells, step)) };
  const changes = new CellChanges();
  readEntered(cells, layout.tables, step, changes);
  if (layout.tables !== before.tables)
    rewriteFormulas(cells, bodiesAfter(before.tables, step.rows), layout.tables, changes);
  layout.tables.forEach((table, index) => {
    fillLines(
      cells,
      layout.tables,
      newLines(table, shifted.tables[index]!, before.tables[index]!, step),
      table,
      changes,
    );
    keepHeader(cells, table, step, changes);
  });
  return { layout, changes };
}

/** Entering into the row below a table makes it a line of the table, unless it belongs to another one. */
function grownTable(table: TableSnapshot, tables: Tables, cells: GridCells, step: UserStep): TableSnapshot {
  const { range } = table;
  if (table.totalsRow) return table;
  const entered = new Set(
    (step.cells.get(range.sheet) ?? [])
      .filter(
        ([row, column]) => column >= range.left && column <= range.right && cells.isFilled(range.sheet, row, column),
      )
      .map(([row]) => row),
  );
  let { bottom } = range;
  const isFree = (row: number) =>
    !tables.some((other) => other !== table && contains(other.range, { sheet: range.sheet, row, column: range.left }));
  while (entered.has(bottom + 1) && isFree(bottom + 1)) bottom++;
  return bottom === range.bottom ? table : { ...table, range: { ...range, bottom } };
}

function newLines(table: TableSnapshot, shifted: TableSnapshot, before: TableSnapshot, step: UserStep): number[] {
  const lines: number[] = [];
  for (let row = shifted.range.bottom + 1; row <= table.range.bottom; row++) lines.push(row);
  const height = ({ range }: TableSnapshot) => range.bottom - range.top;
  if (height(shifted) <= height(before)) return lines;
  const body = bodyOf(shifted);
  for (const { kind, sheet, at, count } of step.rows) {
    if (kind !== 'insert' || sheet !== body.sheet) continue;
    for (let row = Math.max(at, body.top); row < at + count && row <= body.bottom; row++) lines.push(row);
  }
  return lines;
}

/** Structured references that were typed in, which the grid itself cannot read. */
function readEntered(cells: GridCells, tables: Tables, step: UserStep, changes: CellChanges): void {
  for (const [sheet, places] of step.cells) {
    for (const [row, column] of places) {
      const formula = cells.formula(sheet, row, column);
      if (!formula?.includes('[')) continue;
      const a1 = toA1(formula, { sheet, row, column }, tables);
      if (a1.ok && a1.value !== formula) changes.set(cells.idOf(sheet), row, column, formulaCell(a1.value));
    }
  }
}

function rewriteFormulas(cells: GridCells, old: Tables, now: Tables, changes: CellChanges): void {
  const moved = old.filter((table, index) => differs(table, now[index]!));
  if (moved.length === 0) return;
  const edges = moved.flatMap(({ range }) => [`$${range.bottom + 1}`, `$${range.top + 1}`]);
  cells.forEachFormula((sheet, row, column, formula) => {
    if (!edges.some((edge) => formula.includes(edge))) return;
    const at = { sheet, row, column };
    const a1 = toA1(toStructured(formula, at, moved), at, now);
    if (a1.ok && a1.value !== formula) changes.set(cells.idOf(sheet), row, column, formulaCell(a1.value));
  });
}

/** The cells of the body that the A1 references stand for are not those the table has now. */
function differs({ range }: TableSnapshot, now: TableSnapshot): boolean {
  const body = bodyOf(now);
  return range.top !== body.top || range.bottom !== body.bottom;
}

function fillLines(
  cells: GridCells,
  tables: Tables,
  lines: readonly number[],
  table: TableSnapshot,
  changes: CellChanges,
): void {
  if (lines.length === 0) return;
  const { sheet, left } = table.range;
  const fresh = new Set(lines);
  const model = modelLine(table, fresh);
  table.columns.forEach((_, index) => {
    const column = left + index;
    const formula = columnFormula(cells, tables, table, column, fresh);
    for (const row of lines) fillCell(cells, changes, { sheet, row, column }, { formula, model, tables });
  });
}

interface Filling {
  readonly formula: string | null;
  /** A line whose look the new one takes. */
  readonly model: number;
  readonly tables: Tables;
}

function fillCell(
  cells: GridCells,
  changes: CellChanges,
  at: { readonly sheet: string; readonly row: number; readonly column: number },
  { formula, model, tables }: Filling,
): void {
  const { sheet, row, column } = at;
  const id = cells.idOf(sheet);
  const own = cells.cell(sheet, row, column);
  const look = cells.cell(sheet, model, column)?.s;
  if (look && !own?.s) changes.set(id, row, column, { s: look, ...formulaIn(own) });
  if (formula === null || cells.isFilled(sheet, row, column)) return;
  const a1 = toA1(formula, at, tables);
  if (a1.ok) changes.set(id, row, column, formulaCell(a1.value));
}

/** The grid takes a cell that is given a look alone for one without a formula. */
function formulaIn(cell: ICellData | null): Pick<ICellData, 'f' | 'si'> {
  return { ...(cell?.f ? { f: cell.f } : {}), ...(cell?.si ? { si: cell.si } : {}) };
}

function modelLine(table: TableSnapshot, fresh: ReadonlySet<number>): number {
  const body = bodyOf(table);
  for (let row = Math.min(...fresh) - 1; row >= body.top; row--) if (!fresh.has(row)) return row;
  for (let row = body.top; row <= body.bottom; row++) if (!fresh.has(row)) return row;
  return body.top;
}

/** @returns the formula that more than half of the column's lines share, in structured form */
function columnFormula(
  cells: GridCells,
  tables: Tables,
  table: TableSnapshot,
  column: number,
  fresh: ReadonlySet<number>,
): string | null {
  const { sheet, top, bottom } = bodyOf(table);
  const counts = new Map<string, number>();
  let lines = 0;
  for (let row = top; row <= bottom; row++) {
    if (fresh.has(row)) continue;
    lines++;
    const a1 = cells.formula(sheet, row, column);
    if (a1 === null) continue;
    const formula = toStructured(a1, { sheet, row, column }, tables);
    counts.set(formula, (counts.get(formula) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => count * 2 > lines)?.[0] ?? null;
}

function keepHeader(cells: GridCells, table: TableSnapshot, step: UserStep, changes: CellChanges): void {
  const { sheet, top, left, right } = table.range;
  if (!table.headerRow) return;
  for (const [row, column] of step.cells.get(sheet) ?? []) {
    if (row !== top || column < left || column > right) continue;
    const name = table.columns[column - left]!;
    if (cells.cell(sheet, row, column)?.v !== name)
      changes.set(cells.idOf(sheet), row, column, newContent({ v: name, t: 1 }));
  }
}

const formulaCell = (a1: string): ICellData => newContent({ f: `=${a1}` });
