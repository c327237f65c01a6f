import type { WorkbookHost } from '../../core/ports';
import { readWorkbook } from './readWorkbook';
import { revealCell } from './revealCell';
import { inExcel } from './session';
import { watchWorkbook } from './watchWorkbook';
import { workbookBytes } from './workbookBytes';
import { writeEdits } from './writeEdits';

export interface ExcelHost extends WorkbookHost {
  /** Tells the listeners of what this add-in has changed other than with `apply`: its own changes are not heard. */
  changed(): void;
}

/**
 * The workbook that is open in Excel. Needs ExcelApi 1.12 and nothing above.
 * Where Excel refuses to tell of changes, the next snapshot fails with its reason: numbers that look current and are not
 * would be worse.
 */
export function createExcelHost(): ExcelHost {
  let deafness: unknown;
  const listeners = new Set<() => void>();
  return {
    async snapshot(scope = 'case') {
      if (deafness !== undefined) throw deafness;
      return inExcel((context) => readWorkbook(context, scope));
    },
    apply: (edits) => inExcel((context) => writeEdits(context, edits)),
    reveal: (cell) => inExcel((context) => revealCell(context, cell)),
    onChange(listener) {
      const stop = watchWorkbook(listener, (error) => {
        deafness = error;
      });
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
    bytes: workbookBytes,
    changed: () => listeners.forEach((listener) => listener()),
  };
}
