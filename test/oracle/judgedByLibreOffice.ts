import * as XLSX from '@e965/xlsx';
import { createRecalculator } from '../../src/adapters/recalc/univerRecalculator';
import { readXlsx } from '../../src/adapters/xlsx/read/readXlsx';
import { applyEdits } from '../../src/adapters/xlsx/write/applyEdits';
import { writeXlsx } from '../../src/adapters/xlsx/write/writeXlsx';
import { recalculated } from '../../src/core/recalculated';
import type { CaseContent } from '../../src/core/template/content';
import { planWorkbook } from '../../src/core/template/planWorkbook';
import type { Language } from '../../src/core/template/types';
import { cellAddress } from '../../src/core/workbook/a1';
import { isCellError } from '../../src/core/workbook/cell';
import type { Edit } from '../../src/core/workbook/edit';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { recalculateInLibreOffice } from './libreOffice';

async function calculated(content: CaseContent, language: Language) {
  const bytes = writeXlsx(planWorkbook({ language, content, exampleSheet: false }));
  const { snapshot } = await readXlsx(bytes);
  const result = recalculated(snapshot, await createRecalculator().recalculate(snapshot));
  return { bytes: applyEdits(bytes, result.edits), snapshot: result.snapshot };
}

/** LibreOffice knows no KMC function, so those cells are handed to it as the constants we calculated; all native formulas stay. */
function kmcCellsAsConstants(bytes: Uint8Array, snapshot: WorkbookSnapshot): Uint8Array {
  const edits: Edit[] = [];
  for (const sheet of snapshot.sheets) {
    sheet.forEachCell((row, column, value, formula) => {
      if (formula && /KMC\./i.test(formula))
        edits.push({ kind: 'set-value', cell: { sheet: sheet.name, row, column }, value });
    });
  }
  return applyEdits(bytes, edits);
}

interface Difference {
  readonly cell: string;
  readonly ours: unknown;
  readonly libreOffice: unknown;
}

function compare(
  snapshot: WorkbookSnapshot,
  judged: XLSX.WorkBook,
): { compared: number; numbers: number; differences: Difference[] } {
  const differences: Difference[] = [];
  let compared = 0;
  let numbers = 0;
  for (const sheet of snapshot.sheets) {
    sheet.forEachCell((row, column, value, formula) => {
      if (!formula || /KMC\./i.test(formula)) return;
      compared += 1;
      const cell = judged.Sheets[sheet.name]?.[cellAddress({ row, column })] as XLSX.CellObject | undefined;
      if (typeof value === 'number') numbers += 1;
      if (!agrees(value, cell)) {
        differences.push({
          cell: `${sheet.name}!${cellAddress({ row, column })}`,
          ours: value,
          libreOffice: cell?.w ?? cell?.v,
        });
      }
    });
  }
  return { compared, numbers, differences };
}

/** Cells that show the difference of two like numbers hold nothing but their last bits. */
const LEAST_SCALE = 1e-3;

function agrees(ours: unknown, cell: XLSX.CellObject | undefined): boolean {
  if (isCellError(ours)) return cell?.t === 'e';
  if (typeof ours === 'number') {
    const scale = Math.max(Math.abs(ours), Math.abs(Number(cell?.v)), LEAST_SCALE);
    return cell?.t === 'n' && Math.abs((cell.v as number) - ours) <= 1e-12 * scale;
  }
  if (typeof ours === 'boolean') return cell?.v === ours;
  return (ours ?? '') === (cell?.v ?? '');
}

/** Calculates a filled workbook here and in LibreOffice and compares every native formula's value. */
export async function judgedByLibreOffice(content: CaseContent, language: Language) {
  const { bytes, snapshot } = await calculated(content, language);
  const judged = XLSX.read(recalculateInLibreOffice(kmcCellsAsConstants(bytes, snapshot)), { type: 'array' });
  return compare(snapshot, judged);
}
