import { createExcelHost } from '../../../src/adapters/excel/excelHost';
import { reviewFormulas } from '../../../src/core/review/formulas/reviewFormulas';
import { SheetBuilder } from '../../../src/core/workbook/sheetColumns';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { ExcelWorkbook } from '../../support/officeHost/excelWorkbook';
import { nodeExcel } from '../../support/officeHost/nodeExcel';
import { contractWorkbook } from '../../hosts/contractWorkbook';

/** Rows 3 and 4 and column C hold what the sum in E1 reads; D2 is a formula, too. */
function book(hide: boolean): WorkbookSnapshot {
  const sheet = new SheetBuilder('S');
  sheet.add(0, 0, 1, null, 'General');
  sheet.add(0, 4, 6, 'SUM(A1:C5)', 'General');
  sheet.add(1, 3, 2, 'A1*2', 'General');
  sheet.add(2, 0, 2, null, 'General');
  sheet.add(3, 2, 3, null, 'General');
  if (hide) sheet.hideRows(2, 3).hideColumns(2, 2);
  return { ...contractWorkbook(), sheets: [sheet.build()], tables: [], names: [] };
}

function opened(workbook: WorkbookSnapshot) {
  const model = new ExcelWorkbook(workbook, () => null);
  const excel = nodeExcel();
  excel.open(model);
  return { model, sheet: model.sheets[0]!, excel, host: createExcelHost() };
}

describe('what is hidden, and what protection leaves open', () => {
  it('is known of the open workbook as of its file', async () => {
    const [read] = (await opened(book(true)).host.snapshot('all')).sheets;
    expect([read!.hiddenRows, read!.hiddenColumns]).toEqual([[[2, 3]], [[2, 2]]]);
    expect(read!.unlockedFormulas).toBeUndefined();
  });

  it('lets the formula review see hidden cells that a formula reads', async () => {
    const checks = async (workbook: WorkbookSnapshot) =>
      reviewFormulas(await opened(workbook).host.snapshot('all')).findings.map(({ check, cell }) => `${check} ${cell}`);
    expect(await checks(book(true))).toContain('hidden-input E1');
    expect(await checks(book(false))).not.toContain('hidden-input E1');
  });

  it('names formulas that a protected sheet leaves open, and no other cells', async () => {
    const { sheet, host } = opened(book(false));
    sheet.isProtected = true;
    sheet.unlocked.add('A1').add('D2');
    const snapshot = await host.snapshot('all');
    expect(snapshot.sheets[0]!.unlockedFormulas).toEqual([{ row: 1, column: 3 }]);
    expect(reviewFormulas(snapshot).findings.map(({ check, cell }) => `${check} ${cell}`)).toContain(
      'unlocked-formula D2',
    );
  });

  it('asks cell by cell only where a part is open, row by row only where a part is hidden', async () => {
    const count = async (workbook: WorkbookSnapshot, isProtected: boolean) => {
      const { sheet, host, excel } = opened(workbook);
      sheet.isProtected = isProtected;
      await host.snapshot('all');
      return excel.traffic.length;
    };
    const plain = await count(book(false), false);
    expect(await count(book(false), true)).toBe(plain);
    expect(await count(book(true), false)).toBe(plain + 2);
  });

  it('is not asked for by live checks', async () => {
    const { host, excel } = opened(book(true));
    await host.snapshot('case');
    const asked = excel.traffic.length;
    await host.snapshot('case');
    expect(excel.traffic.length).toBe(2 * asked);
  });
});
