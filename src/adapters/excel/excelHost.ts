import type { WorkbookHost } from '../../core/ports';
import { readWorkbook } from './readWorkbook';
import { revealCell } from './revealCell';
import { inExcel } from './session';
import { watchWorkbook } from './watchWorkbook';
import { writeEdits } from './writeEdits';

/**
 * The workbook that is open in Excel. Needs ExcelApi 1.12 and nothing above.
 * Where Excel refuses to tell of changes, the next snapshot fails with its reason: numbers that look current and are not
 * would be worse.
 */
export function createExcelHost(): WorkbookHost {
  let deafness: unknown;
  return {
    async snapshot(scope = 'case') {
      if (deafness !== undefined) throw deafness;
      return inExcel((context) => readWorkbook(context, scope));
    },
    apply: (edits) => inExcel((context) => writeEdits(context, edits)),
    reveal: (cell) => inExcel((context) => revealCell(context, cell)),
    onChange: (listener) =>
      watchWorkbook(listener, (error) => {
        deafness = error;
      }),
  };
}
