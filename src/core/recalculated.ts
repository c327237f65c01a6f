import type { Problem } from './case/types';
import { message } from './message';
import type { CellRef, CellValue } from './workbook/cell';
import { isCellError } from './workbook/cell';
import type { Edit } from './workbook/edit';
import type { Recalculation } from './workbook/recalculation';
import type { WorkbookSnapshot } from './workbook/snapshot';
import { withEdits } from './workbook/withEdits';

export interface Recalculated {
  /** The workbook with its new values; a cell whose value is not known holds an error, never its old number. */
  readonly snapshot: WorkbookSnapshot;
  /** What to write back: only cells whose value changed. A value that is no longer known is emptied: no stale number stays in a file. */
  readonly edits: readonly Edit[];
  readonly problems: readonly Problem[];
  /** Every cell whose value in `snapshot` is another one than before. */
  readonly shown: readonly Edit[];
}

/** Applies a recalculation to the workbook it was made from. */
export function recalculated(snapshot: WorkbookSnapshot, recalculation: Recalculation): Recalculated {
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const edits: Edit[] = [];
  for (const { cell, value } of recalculation.cells) {
    const stored = sheets.get(cell.sheet)?.value(cell.row, cell.column) ?? null;
    if (!sameValue(stored, value)) edits.push({ kind: 'set-calculated', cell, value });
  }
  const stale = recalculation.unsupported.filter(({ state }) => state === 'unknown').map(({ cell }) => cell);
  for (const cell of stale) {
    if (sheets.get(cell.sheet)?.value(cell.row, cell.column) !== null)
      edits.push({ kind: 'set-calculated', cell, value: null });
  }
  const unknown: readonly CellRef[] = [...stale, ...recalculation.circular];
  const hidden = unknown.map((cell): Edit => ({ kind: 'set-calculated', cell, value: { error: '#UNKNOWN!' } }));
  const shown = [...edits, ...hidden];
  return { snapshot: withEdits(snapshot, shown), edits, problems: problemsOf(recalculation), shown };
}

function sameValue(a: CellValue, b: CellValue): boolean {
  if (isCellError(a) && isCellError(b)) return a.error === b.error;
  return Object.is(a, b) || a === b;
}

/** A circular or unknown cell is said where it stands; whether it stops a number is decided by what reads it. */
function problemsOf({ circular, unsupported }: Recalculation): readonly Problem[] {
  const at = (severity: Problem['severity'], cell: CellRef, text: Problem['message']): Problem => ({
    severity,
    message: text,
    cell,
    table: null,
    rowId: null,
    column: null,
  });
  return [
    ...circular.map((cell) => at('warn', cell, message('recalc.circular'))),
    ...unsupported.map(({ cell, reason, state }) =>
      state === 'unknown'
        ? at('warn', cell, message('recalc.unknown', { reason }))
        : at('info', cell, message('recalc.kept', { reason })),
    ),
  ];
}
