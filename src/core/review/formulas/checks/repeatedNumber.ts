import { message } from '../../../message';
import { cellAddress } from '../../../workbook/a1';
import { isTypedNumber, type ReviewedSheet, type UsedCell } from '../book';
import type { Check, Remark } from '../check';
import { digitsOf } from '../digits';
import { linesOf } from '../lines';
import type { Thresholds } from '../thresholds';

/** One number typed again and again along a row whose columns are otherwise calculated: a link that was pasted as values. */
export const repeatedNumber: Check = {
  id: 'repeated-number',
  severity: 'warning',
  certain: false,
  find: (book) => book.sheets.flatMap((sheet) => inSheet(sheet, book.thresholds)),
  examples: [
    {
      name: 'hours copied through the years',
      cells: { A1: '=F1', B1: '=A1*2', C1: '=B1*2', D1: '=C1*2', A2: 1046.5, B2: 1046.5, C2: 1046.5, D2: 1046.5 },
      stored: { A1: 10, B1: 20, C1: 40, D1: 80 },
      finds: ['B2', 'C2', 'D2'],
    },
    {
      name: 'a round number, and one of three digits three times',
      cells: { A1: '=F1', B1: '=A1*2', C1: '=B1*2', A2: 1000, B2: 1000, C2: 1000, A3: 36.5, B3: 36.5, C3: 36.5 },
      stored: { A1: 10, B1: 20, C1: 40 },
      finds: [],
    },
    { name: 'inputs that happen to agree', cells: { A1: 5, B1: 5, C1: 5, D1: 5 }, finds: [] },
  ],
};

function inSheet(sheet: ReviewedSheet, thresholds: Thresholds): readonly Remark[] {
  const calculated = new Set(sheet.formulas.map(({ column }) => column));
  return [...linesOf(sheet, 'row')]
    .flatMap((line) => runsOf(line, thresholds))
    .flatMap((run) => {
      if (!run.every(({ column }) => calculated.has(column))) return [];
      const params = { value: run[0]!.value as number, like: cellAddress(run[0]!) };
      return run.slice(1).map(({ row, column }) => ({
        sheet,
        row,
        column,
        message: message('review.checks.repeated-number.found', params),
      }));
    });
}

/** Stretches of one and the same typed number, zero excepted. */
function runsOf(
  line: readonly UsedCell[],
  { repeats, repeatedDigits, repeatedInAll }: Thresholds,
): readonly (readonly UsedCell[])[] {
  const runs: UsedCell[][] = [];
  for (const cell of line) {
    if (!isTypedNumber(cell) || digitsOf(cell.value as number) < repeatedDigits) continue;
    const before = runs.at(-1)?.at(-1);
    if (before?.value === cell.value && before.column === cell.column - 1) runs.at(-1)!.push(cell);
    else runs.push([cell]);
  }
  const inAll = (run: readonly UsedCell[]): number => run.length * digitsOf(run[0]!.value as number);
  return runs.filter((run) => run.length >= repeats && inAll(run) >= repeatedInAll);
}
