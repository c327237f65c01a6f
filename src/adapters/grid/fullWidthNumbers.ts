import { CellValueType } from '@univerjs/core';
import { doubleOf } from '../../core/quantity/decimal';
import { parseNumber } from '../../core/quantity/parseNumber';
import type { CellChanges } from './cellChanges';
import { constantCell, newContent } from './gridCell';
import type { GridCells } from './gridCells';
import type { UserStep } from './userStep';

const FULL_WIDTH_DIGIT = /[０-９]/;

/** Numbers entered in full-width digits become numbers, as in Excel; what was marked as a text by its apostrophe stays one. */
export function readFullWidthNumbers(cells: GridCells, step: UserStep, changes: CellChanges): void {
  for (const [sheet, places] of step.cells) {
    for (const [row, column] of places) {
      const cell = cells.cell(sheet, row, column);
      if (typeof cell?.v !== 'string' || cell.t === CellValueType.FORCE_STRING || cell.f || cell.si) continue;
      const number = FULL_WIDTH_DIGIT.test(cell.v) ? parseNumber(cell.v) : null;
      if (number?.ok) changes.set(cells.idOf(sheet), row, column, newContent(constantCell(doubleOf(number.value))));
    }
  }
}
