import { message } from '../../core/message';
import { sheetCellAddress } from '../../core/workbook/a1';
import type { CellRef } from '../../core/workbook/cell';
import type { CalculatedCell, Recalculation, UnsupportedCell } from '../../core/workbook/recalculation';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { membersAfterFirst, type FormulaCell } from './formulaCells';
import type { PassResult } from './pass';
import { keyOf } from './plan';

/**
 * The outcome as the contract names it. A formula whose value is unknown, and what it filled, is no `cell`: only `unsupported` speaks
 * of it. A cell that a formula filled in the file and fills no more comes back blank.
 */
export function recalculationOf(
  snapshot: WorkbookSnapshot,
  formulas: readonly FormulaCell[],
  result: PassResult,
): Recalculation {
  const outcome = { cells: [] as CalculatedCell[], unsupported: [] as UnsupportedCell[], circular: [] as CellRef[] };
  formulas.forEach((formula, cell) => {
    const { ref: place, cached } = formula;
    const verdict = result.verdicts[cell]!;
    if (verdict.state === 'circular') {
      outcome.circular.push(place);
      outcome.unsupported.push(...unknownMembers(formula));
    } else if (verdict.state === 'calculated') {
      outcome.cells.push(
        { cell: place, value: verdict.value, message: verdict.message },
        ...membersOf(formula, cell, result),
      );
    } else {
      outcome.unsupported.push({ cell: place, reason: verdict.reason, state: verdict.state });
      if (verdict.state === 'unknown') outcome.unsupported.push(...unknownMembers(formula));
      else outcome.cells.push({ cell: place, value: cached, message: null }, ...storedMembers(snapshot, formula));
    }
  });
  return outcome;
}

function membersOf(formula: FormulaCell, cell: number, { filled, members }: PassResult): CalculatedCell[] {
  const blocks = [filled[cell], formula.filled && { ...formula.filled, sheet: formula.sheet }];
  const places = new Map(
    blocks.flatMap((block) => (block ? [...membersAfterFirst(block)] : [])).map((place) => [keyOf(place), place]),
  );
  return [...places].map(([key, { row, column }]) => ({
    cell: { sheet: formula.ref.sheet, row, column },
    value: members.get(key) ?? null,
    message: null,
  }));
}

/** What a formula filled in the file is as unknown as the formula. */
function unknownMembers({ filled, sheet, ref }: FormulaCell): UnsupportedCell[] {
  if (!filled) return [];
  const reason = message('recalc.unsupported.depends-on-unknown', { cell: sheetCellAddress(ref) });
  return [...membersAfterFirst({ ...filled, sheet })].map(({ row, column }) => ({
    cell: { sheet: ref.sheet, row, column },
    reason,
    state: 'unknown' as const,
  }));
}

function storedMembers(snapshot: WorkbookSnapshot, { filled, sheet, ref }: FormulaCell): CalculatedCell[] {
  if (!filled) return [];
  return [...membersAfterFirst({ ...filled, sheet })].map(({ row, column }) => ({
    cell: { sheet: ref.sheet, row, column },
    value: snapshot.sheets[sheet]!.value(row, column),
    message: null,
  }));
}
