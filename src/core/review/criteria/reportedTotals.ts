import { cellAddress } from '../../workbook/a1';
import type { CellRef } from '../../workbook/cell';
import { precedents } from '../../workbook/precedents';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { Decimal, decimalOfDouble } from '../../quantity/decimal';
import type { Assessment } from '../../calculation/types';
import type { ReportedTotal } from './rule';

/** The cells of the result sheet that print the two numbers, by their defined names. */
const PRINTED = [
  ['reductionPerUnit', 'KmcReductionPerUnitRounded'],
  ['avoided', 'KmcAvoidedRounded'],
] as const;

/**
 * The totals that the result sheet prints, as it holds them now: stale where the workbook was not recalculated.
 * @param assessment for the units and the digits in which they are printed
 * @returns none where the workbook has no such cell or it holds no number
 */
export function reportedTotals(snapshot: WorkbookSnapshot, assessment: Assessment): readonly ReportedTotal[] {
  return PRINTED.flatMap(([number, name]) => {
    const cell = namedCell(snapshot, name);
    const value = cell && snapshot.sheets.find((sheet) => sheet.name === cell.sheet)?.value(cell.row, cell.column);
    if (!cell || typeof value !== 'number') return [];
    const { unit, rounding } = assessment[number];
    const printed = new Decimal(decimalOfDouble(value)).toFixed(Math.max(rounding.digits, 0));
    return [{ number, value: printed, unit, place: placeOf(cell) }];
  });
}

function namedCell({ names, tables }: WorkbookSnapshot, name: string): CellRef | null {
  const formula = names.find((one) => one.name === name && one.sheet === null)?.formula;
  const [found] = formula ? precedents(formula, { sheet: '', row: 0, column: 0 }, tables) : [];
  return found?.kind === 'range' ? { sheet: found.range.sheet, row: found.range.top, column: found.range.left } : null;
}

const placeOf = (cell: CellRef): ReportedTotal['place'] => ({
  subject: { table: null, rowId: null, column: null, place: `${cell.sheet}!${cellAddress(cell)}` },
  cells: [cell],
});
