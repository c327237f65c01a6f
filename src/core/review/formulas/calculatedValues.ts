import { isCellError, type CellValue } from '../../workbook/cell';
import type { Edit } from '../../workbook/edit';
import type { Recalculation } from '../../workbook/recalculation';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { withEdits } from '../../workbook/withEdits';
import { addInFunction } from './addInFunction';

/** Programs that do not calculate store formulas without results, or with 0 as the result of each. */
export function isUncalculated(snapshot: WorkbookSnapshot): boolean {
  let [formulas, results] = [0, 0];
  for (const sheet of snapshot.sheets)
    sheet.forEachCell((_row, _column, value, formula) => {
      if (formula === null) return;
      formulas += 1;
      if (value !== null && value !== 0) results += 1;
    });
  return formulas > 0 && results === 0;
}

/** Programs without the add-in leave `#NAME?` where a formula calls one of its functions. */
function lacksAddIn(snapshot: WorkbookSnapshot): boolean {
  let lacks = false;
  for (const sheet of snapshot.sheets)
    sheet.forEachCell((_row, _column, value, formula) => {
      lacks ||= formula !== null && isCellError(value) && value.error === '#NAME?' && addInFunction(formula) !== null;
    });
  return lacks;
}

/** @returns whether what the file stores for a formula is no result, but tells what the program that saved it cannot do */
export function noResultIn(snapshot: WorkbookSnapshot): (stored: CellValue) => boolean {
  const isBlank = isUncalculated(snapshot);
  const isWithoutAddIn = lacksAddIn(snapshot);
  return (stored) => stored === null || (isBlank && stored === 0) || (isWithoutAddIn && isCellError(stored));
}

/** @returns whether some formula has no result in the file: what rests on it can be judged once it is calculated */
export function lacksResults(snapshot: WorkbookSnapshot): boolean {
  let lacks = false;
  for (const sheet of snapshot.sheets)
    sheet.forEachCell((_row, _column, value, formula) => {
      lacks ||= formula !== null && value === null;
    });
  return lacks || isUncalculated(snapshot) || lacksAddIn(snapshot);
}

/** @returns the workbook with the calculated values where the file has none; what could not be calculated stays without */
export function withResults(snapshot: WorkbookSnapshot, { cells }: Recalculation): WorkbookSnapshot {
  const hasNone = noResultIn(snapshot);
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const edits = cells.flatMap(({ cell, value }): readonly Edit[] => {
    const stored = sheets.get(cell.sheet)?.value(cell.row, cell.column) ?? null;
    return hasNone(stored) && value !== stored ? [{ kind: 'set-calculated', cell, value }] : [];
  });
  return edits.length > 0 ? withEdits(snapshot, edits) : snapshot;
}
