import type { CellRef } from '../../../../src/core/workbook/cell';
import type { Edit } from '../../../../src/core/workbook/edit';
import { cellOf, contentOf, formulaOf, type Base, type Row } from './base';

import type { Mutant } from './mutation';

/** Whole rows repeated, emptied and taken out. */

/** The row once more, right below its table. */
export function repeated(base: Base, { table, row }: Row, other: Readonly<Record<string, string>> = {}): Mutant {
  const { range, columns } = base.snapshot.tables.find(({ name }) => name === table)!;
  const below = range.bottom + 1;
  const changed = new Map(
    Object.entries(other).map(([key, value]) => [cellOf(base, { table, row, id: '' }, key)!.column, value]),
  );
  const edits = columns.map((_, position) => {
    const column = range.left + position;
    const from = { sheet: range.sheet, row, column };
    const cell = { sheet: range.sheet, row: below, column };
    const formula = formulaOf(base, from);
    const value = changed.get(column) ?? contentOf(base, from);
    return formula === null
      ? ({ kind: 'set-value', cell, value } as const)
      : ({ kind: 'set-formula', cell, formula, value } as const);
  });
  return { at: { sheet: range.sheet, row: below, column: range.left }, change: edits };
}

export function emptied(base: Base, { table, row }: Row): Mutant {
  const { range } = base.snapshot.tables.find(({ name }) => name === table)!;
  const cells = Array.from({ length: range.right - range.left + 1 }, (_, at) => ({
    sheet: range.sheet,
    row,
    column: range.left + at,
  }));
  const filled = cells.filter((cell) => formulaOf(base, cell) === null && contentOf(base, cell) !== null);
  return { at: cells[0]!, change: filled.map((cell) => ({ kind: 'set-value', cell, value: null })) };
}

/** The row goes, those below it move up. */
export function takenOut(base: Base, { table, row }: Row): Mutant {
  const { range } = base.snapshot.tables.find(({ name }) => name === table)!;
  const edits: Edit[] = [];
  for (let to = row; to <= range.bottom; to += 1)
    for (let column = range.left; column <= range.right; column += 1)
      edits.push(copied(base, { sheet: range.sheet, row: to, column }, to === range.bottom ? null : to + 1));
  return { at: { sheet: range.sheet, row, column: range.left }, change: edits, changed: [] };
}

function copied(base: Base, cell: CellRef, from: number | null): Edit {
  if (from === null) return { kind: 'set-value', cell, value: null };
  const source = { ...cell, row: from };
  const formula = formulaOf(base, source);
  const value = contentOf(base, source);
  return formula === null ? { kind: 'set-value', cell, value } : { kind: 'set-formula', cell, formula, value: null };
}
