import type { WorkbookHost } from '../../core/ports';
import { readWorkbook } from './readWorkbook';
import { revealCell } from './revealCell';
import { inExcel } from './session';
import { SheetMemory } from './sheetMemory';
import { watchWorkbook } from './watchWorkbook';
import { workbookBytes } from './workbookBytes';
import { writeEdits } from './writeEdits';

export interface ExcelHost extends WorkbookHost {
  /** Tells the listeners of what this add-in has changed other than with `apply`: its own changes are not heard. */
  changed(): void;
}

/**
 * The workbook that is open in Excel. Needs ExcelApi 1.12 and nothing above. While someone listens, sheets of which nothing has been heard
 * are not read again for a snapshot of the case; one of the whole workbook reads everything.
 * Where Excel refuses to tell of changes, the next snapshot fails with its reason: numbers that look current and are not
 * would be worse.
 */
export function createExcelHost(): ExcelHost {
  let deafness: unknown;
  const memory = new SheetMemory();
  const listeners = new Set<() => void>();
  /** Those of the listeners that Excel has promised to tell. */
  const told = new Set<() => void>();
  return {
    async snapshot(scope = 'case') {
      if (deafness !== undefined) throw deafness;
      return inExcel((context) => readWorkbook(context, scope, memory));
    },
    // What is written changes the results of sheets that nothing is heard of meanwhile.
    apply: (edits) => inExcel((context) => writeEdits(context, edits)).finally(() => memory.forgetAll()),
    reveal: (cell) => inExcel((context) => revealCell(context, cell)),
    onChange(listener) {
      const stop = watchWorkbook({
        listener,
        heard: (sheet) => memory.hear(sheet),
        began: () => {
          if (listeners.has(listener)) memory.listen(told.add(listener).size > 0);
        },
        failed: (error) => {
          deafness = error;
        },
      });
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        told.delete(listener);
        memory.listen(told.size > 0);
        stop();
      };
    },
    bytes: workbookBytes,
    changed() {
      memory.forgetAll();
      listeners.forEach((listener) => listener());
    },
  };
}
