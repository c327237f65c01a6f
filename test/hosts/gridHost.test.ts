import { createGridHost } from '../../src/adapters/grid/gridHost';
import { createLiveCalculator } from '../../src/adapters/recalc/liveCalculator';
import { openGrid } from '../../src/adapters/grid/openGrid';
import { headlessUniver, selectedCell } from '../support/headlessUniver';
import { describeHost } from './contract';

describeHost('the grid', { calculates: true }, async (workbook) => {
  const univer = headlessUniver();
  const opened = openGrid(univer, workbook);
  const host = createGridHost(univer, opened, createLiveCalculator());
  return {
    host,
    close: () => {
      host.dispose();
      univer.dispose();
    },
    userEdits: (edits) => host.enter(edits),
    selected: () => selectedCell(univer, (id) => opened.workbook.getSheetBySheetId(id)!.getName()),
  };
});
