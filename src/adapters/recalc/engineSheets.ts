import { ObjectMatrix, type ICellData } from '@univerjs/core';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import type { FormulaContext } from '../grid/engineFormula';
import { engineCell, type EngineSheet } from './engine';
import { placeKey, type FormulaCell } from './formulaCells';

/**
 * The workbook's constants for the engine. Formula cells, and cells a formula fills, stay empty until they are calculated.
 *
 * @param calculated keys of formula cells and of cells that formulas fill
 */
export function engineSheets(
  snapshot: WorkbookSnapshot,
  formulas: readonly FormulaCell[],
  context: FormulaContext,
  calculated: ReadonlySet<number>,
): EngineSheet[] {
  const extents = readExtents(snapshot, formulas);
  return snapshot.sheets.map((sheet, position) => {
    const cells = new ObjectMatrix<ICellData>({});
    sheet.forEachCell((row, column, value) => {
      if (value !== null && !calculated.has(placeKey(position, row, column)))
        cells.setValue(row, column, engineCell(value));
    });
    const { rowCount, columnCount } = extents[position]!;
    return { name: context.aliases.get(sheet.name)!, title: sheet.name, rowCount, columnCount, cells };
  });
}

/**
 * The engine gives `#NAME?` for a single cell outside a sheet's size, and cuts whole columns to it: every sheet is as large as its
 * used cells and the single cells that formulas name.
 */
function readExtents(snapshot: WorkbookSnapshot, formulas: readonly FormulaCell[]) {
  const extents = snapshot.sheets.map(({ rowCount, columnCount }) => ({
    rowCount: Math.max(1, rowCount),
    columnCount: Math.max(1, columnCount),
  }));
  for (const { reads } of formulas) {
    for (const { sheet, top, left, bottom, right } of reads) {
      if (top !== bottom || left !== right) continue;
      const extent = extents[sheet]!;
      extent.rowCount = Math.max(extent.rowCount, bottom + 1);
      extent.columnCount = Math.max(extent.columnCount, right + 1);
    }
  }
  return extents;
}
