import { createGridHost } from '../../src/adapters/grid/gridHost';
import { createLiveCalculator } from '../../src/adapters/recalc/liveCalculator';
import { openGrid } from '../../src/adapters/grid/openGrid';
import { saveWorkbook } from '../../src/apps/workbench/saveWorkbook';
import { headlessUniver, selectedCell } from '../support/headlessUniver';
import { xlsxOfSnapshot } from '../support/xlsxOfSnapshot';
import { describeHost } from './contract';

describeHost('the grid', { calculates: true, notes: false }, async (workbook) => {
  const univer = headlessUniver();
  const opened = openGrid(univer, workbook);
  const bytes = xlsxOfSnapshot(workbook);
  const host = createGridHost(
    univer,
    opened,
    createLiveCalculator(),
    async (grid) => (await saveWorkbook({ bytes, host: grid, opened })).bytes,
  );
  return {
    host,
    close: () => {
      host.dispose();
      univer.dispose();
    },
    hasFile: true,
    userEdits: (edits) => host.enter(edits),
    selected: () => selectedCell(univer, (id) => opened.workbook.getSheetBySheetId(id)!.getName()),
  };
});
