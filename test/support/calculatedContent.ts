import { TABLES } from '../../src/core/template/tables';
import type { CellValue } from '../../src/core/workbook/cell';
import type { Edit } from '../../src/core/workbook/edit';
import type { SheetSnapshot, WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { withEdits } from '../../src/core/workbook/withEdits';

/** Cells of the columns that a formula prefills and a user may type over, where they have a formula and the row an id. */
export function prefilled(snapshot: WorkbookSnapshot) {
  return snapshot.tables.flatMap(({ name, range, columns }) => {
    const spec = TABLES.find((table) => table.name === name)!;
    const sheet = snapshot.sheets.find((one) => one.name === range.sheet)!;
    return columns.flatMap((_header, at) => {
      const column = spec.columns[at]!;
      if (column.formulaKind !== 'default') return [];
      const rows = Array.from({ length: range.bottom - range.top }, (_, row) => range.top + 1 + row);
      return rows
        .filter((row) => sheet.formula(row, range.left + at) !== null && sheet.value(row, range.left) !== null)
        .map((row) => ({ table: name, key: column.key, sheet, row, left: range.left, column: range.left + at }));
    });
  });
}

type Prefilled = ReturnType<typeof prefilled>[number];

/** What the look-ups and the share formula give, worked out from the other cells by hand. */
export function calculated(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  const factors = snapshot.tables.find(({ name }) => name === 'KmcFactors')!;
  const factorSheet = snapshot.sheets.find(({ name }) => name === factors.range.sheet)!;
  const edits = prefilled(snapshot).map((cell): Edit => {
    const value = cell.key === 'share' ? share(cell) : lookedUp(cell, factorSheet, factors.range.bottom);
    return { kind: 'set-calculated', cell: { sheet: cell.sheet.name, row: cell.row, column: cell.column }, value };
  });
  return withEdits(snapshot, edits);
}

export const columnOf = (table: string, key: string): number =>
  TABLES.find(({ name }) => name === table)!.columns.findIndex((column) => column.key === key);

function lookedUp({ table, key, sheet, row, left }: Prefilled, factors: SheetSnapshot, bottom: number): CellValue {
  const id = sheet.value(row, left + columnOf(table, 'factorId'));
  const wanted = columnOf('KmcFactors', key === 'factor' ? 'value' : 'unit');
  for (let at = 0; at <= bottom; at++) if (factors.value(at, 0) === id) return factors.value(at, wanted);
  return { error: '#N/A' };
}

function share({ table, sheet, row, left }: Prefilled): CellValue {
  const [numerator, denominator] = ['numerator', 'denominator'].map((key) =>
    sheet.value(row, left + columnOf(table, key)),
  );
  return typeof numerator === 'number' && typeof denominator === 'number' ? numerator / denominator : 1;
}
