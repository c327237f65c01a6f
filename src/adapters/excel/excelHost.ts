import type { SnapshotScope, WorkbookHost, WorkbookNotes } from '../../core/ports';
import { canWriteNotes, readNotes, writeNotes } from './cellNotes';
import { Hearing } from './hearing';
import { readWorkbook } from './readWorkbook';
import { revealCell } from './revealCell';
import { inExcel } from './session';
import { SheetMemory } from './sheetMemory';
import { workbookBytes } from './workbookBytes';
import { writeEdits } from './writeEdits';

export interface ExcelHost extends WorkbookHost {
  /** Tells the listeners of what this add-in has changed other than with `apply`: its own changes are not heard. */
  changed(): void;
  /** Ends when the first snapshot has been given or refused: what may wait for the pane's numbers waits for it. */
  readonly opened: Promise<void>;
}

const excelNotes: WorkbookNotes = {
  read: () => inExcel(readNotes),
  write: (edits) => inExcel((context) => writeNotes(context, edits)),
};

/**
 * The workbook that is open in Excel. Needs ExcelApi 1.12 and nothing above but for notes, which it has where Excel has them. While someone listens, sheets of which nothing has been heard
 * are not read again. One snapshot is read after the other, so that a later one need not read what an earlier one just has.
 * Where Excel refuses to tell of changes it is asked again before each snapshot, which fails with the reason while it does: numbers that
 * look current and are not would be worse.
 */
export function createExcelHost(): ExcelHost {
  const memory = new SheetMemory();
  const hearing = new Hearing(memory);
  let last: Promise<unknown> = Promise.resolve();
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  const read = async (scope: SnapshotScope) => {
    await hearing.restored();
    return inExcel((context) => readWorkbook(context, scope, memory));
  };
  return {
    opened,
    snapshot(scope = 'case') {
      const snapshot = last.then(() => read(scope));
      last = snapshot.catch(() => {}).finally(open);
      return snapshot;
    },
    // What is written changes the results of sheets that nothing is heard of meanwhile.
    apply: (edits) => inExcel((context) => writeEdits(context, edits)).finally(() => memory.forgetAll()),
    reveal: (cell) => inExcel((context) => revealCell(context, cell)),
    onChange: (listener) => hearing.add(listener),
    bytes: workbookBytes,
    ...(canWriteNotes() && { notes: excelNotes }),
    changed() {
      memory.forgetAll();
      hearing.tellAll();
    },
  };
}
