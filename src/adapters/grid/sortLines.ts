import type { ICellData } from '@univerjs/core';
import { LexerTreeBuilder } from '@univerjs/engine-formula';
import { isCellError, type CellRef, type CellValue } from '../../core/workbook/cell';
import type { TableSnapshot } from '../../core/workbook/snapshot';
import { CellChanges } from './cellChanges';
import { compareValues } from './comparison';
import { newContent, valueOfGridCell } from './gridCell';
import type { GridCells } from './gridCells';
import { bodyOf } from './tableReference';

export type SortOrder = 'ascending' | 'descending';

const lexer = new LexerTreeBuilder();

/**
 * The contents of a table's lines in another order. A formula goes with its line and keeps naming the cells of its own line; looks
 * stay where they are. As in Excel, equal lines keep their order and blanks come last in either order.
 */
export function sortedLines(
  cells: GridCells,
  table: TableSnapshot,
  { column }: CellRef,
  order: SortOrder,
): CellChanges {
  const { sheet, top, bottom, left, right } = bodyOf(table);
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  const keys = new Map(rows.map((row) => [row, keyOf(cells.cell(sheet, row, column))]));
  const sorted = [...rows].sort((one, other) => compareKeys(keys.get(one)!, keys.get(other)!, order) || one - other);
  const changes = new CellChanges();
  sorted.forEach((from, index) => {
    const to = top + index;
    if (from === to) return;
    for (let at = left; at <= right; at++)
      changes.set(cells.idOf(sheet), to, at, movedContent(cells, sheet, from, to, at));
  });
  return changes;
}

const keyOf = (cell: ICellData | null): CellValue => (cell ? valueOfGridCell(cell) : null);

/** Numbers, texts, truth values, errors; blanks at the end. */
function compareKeys(one: CellValue, other: CellValue, order: SortOrder): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const direction = order === 'ascending' ? 1 : -1;
  if (isCellError(one) || isCellError(other))
    return direction * (Number(isCellError(one)) - Number(isCellError(other)));
  return direction * compareValues(one, other);
}

function movedContent(cells: GridCells, sheet: string, from: number, to: number, column: number): ICellData {
  const cell = cells.cell(sheet, from, column);
  const formula = cells.formula(sheet, from, column);
  if (formula !== null) return newContent({ f: lexer.moveFormulaRefOffset(`=${formula}`, 0, to - from) });
  return newContent({ v: cell?.v ?? null, t: cell?.t ?? null, p: cell?.p ?? null });
}
