import { ICommandService, IUniverInstanceService, UndoCommandId } from '@univerjs/core';
import { createExcelHost } from '../../src/adapters/excel/excelHost';
import { createGridHost } from '../../src/adapters/grid/gridHost';
import { openGrid } from '../../src/adapters/grid/openGrid';
import { createLiveCalculator } from '../../src/adapters/recalc/liveCalculator';
import { reviewFormulas } from '../../src/core/review/formulas/reviewFormulas';
import { sheetMap } from '../../src/core/review/formulas/sheetMap';
import { reviewedBook } from '../../src/core/review/formulas/book';
import { parseRange } from '../../src/core/workbook/a1';
import type { WorkbookHost } from '../../src/core/ports';
import type { CellRef } from '../../src/core/workbook/cell';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { headlessUniver } from '../support/headlessUniver';
import { ExcelWorkbook } from '../support/officeHost/excelWorkbook';
import { nodeExcel } from '../support/officeHost/nodeExcel';
import { sampleBytes, snapshotOf } from '../support/reviewedSample';

let workbook: WorkbookSnapshot;
beforeAll(async () => void (workbook = await snapshotOf(sampleBytes('photovoltaics'))));

/**
 * What the pane asks of a host while a reviewer maps a sheet and follows formulas: everything read, and cells shown.
 * @returns how many cells were shown
 */
async function lookedThrough(host: WorkbookHost): Promise<number> {
  const snapshot = await host.snapshot('all');
  const book = reviewedBook(snapshot);
  const { unique, findings } = reviewFormulas(snapshot);
  for (const sheet of book.sheets) sheetMap(sheet, [], []);
  const first = unique.slice(0, 12).map(({ sheet, regions }): CellRef => {
    const { top, left } = parseRange(regions[0]!)!;
    return { sheet, row: top, column: left };
  });
  const shown = [...first, ...findings.slice(0, 5).map(({ sheet, row, column }) => ({ sheet, row, column }))].filter(
    ({ sheet }) => snapshot.sheets.find(({ name }) => name === sheet)!.visibility === 'visible',
  );
  for (const cell of shown) {
    await host.reveal(cell);
    const read = book.graph.reads(cell).ranges[0];
    if (read) await host.reveal({ sheet: read.sheet, row: read.top, column: read.left });
  }
  return shown.length;
}

const contentOf = ({ sheets, names, tableList, noteList }: ExcelWorkbook) =>
  JSON.stringify({
    sheets: sheets.map(({ name, visibility, tabColor, gridlines, said, cells }) => ({
      ...{ name, visibility, tabColor, gridlines },
      ...{ said: [...said], cells: [...cells] },
    })),
    names: names.items.map(({ name, formula, visible }) => [name, formula, visible]),
    tables: tableList.map(({ table, style }) => [table, style]),
    notes: noteList.length,
  });

describe('mapping a sheet and tracing its formulas', () => {
  it('writes nothing in Excel: no fill, no format, no edit that undo would take back', async () => {
    const model = new ExcelWorkbook(workbook, () => null);
    nodeExcel().open(model);
    const edited = jest.fn();
    model.onEdit = edited;
    const before = contentOf(model);
    expect(await lookedThrough(createExcelHost())).toBeGreaterThan(8);
    expect(contentOf(model)).toBe(before);
    expect(edited).not.toHaveBeenCalled();
    expect(model.selected).not.toBeNull();
  });

  it('writes nothing in the grid, and leaves the steps that can be undone as they were', async () => {
    const univer = headlessUniver();
    const opened = openGrid(univer, workbook);
    const host = createGridHost(univer, opened, createLiveCalculator());
    const cell = { sheet: workbook.sheets[0]!.name, row: 60, column: 9 };
    host.enter([{ kind: 'set-value', cell, value: 'mine' }]);
    const typed = (await host.snapshot('all')).sheets[0]!.value(60, 9);
    const before = JSON.stringify(opened.workbook.getSnapshot());
    expect(await lookedThrough(host)).toBeGreaterThan(8);
    expect(JSON.stringify(opened.workbook.getSnapshot())).toBe(before);
    // The last step is still the user's own: one undo takes back what was typed before.
    univer.__getInjector().get(IUniverInstanceService).focusUnit(opened.workbook.getUnitId());
    await univer.__getInjector().get(ICommandService).executeCommand(UndoCommandId);
    const [first] = (await host.snapshot('all')).sheets;
    expect([typed, first!.value(60, 9)]).toEqual(['mine', null]);
    host.dispose();
    univer.dispose();
  });
});
