import { ICommandService, IUniverInstanceService, RedoCommandId, UndoCommandId, type Univer } from '@univerjs/core';
import { createGridHost, type GridHost } from '../../../src/adapters/grid/gridHost';
import { openGrid, type OpenedGrid } from '../../../src/adapters/grid/openGrid';
import { createLiveCalculator } from '../../../src/adapters/recalc/liveCalculator';
import { readXlsx } from '../../../src/adapters/xlsx/read/readXlsx';
import { saveWorkbook } from '../../../src/apps/workbench/saveWorkbook';
import { readWorkbook } from '../../../src/core/adoption/readWorkbook';
import { adoptEdits, adoptionsOf, removeEdits, undoEdits } from '../../../src/core/adoption/store';
import type { Adoption } from '../../../src/core/adoption/types';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { bookOf, proposed, range, sheetOf, type Grid } from '../../core/adoption/sheets';
import { headlessUniver } from '../../support/headlessUniver';
import { xlsxOfSnapshot } from '../../support/xlsxOfSnapshot';

const GRID: Grid = [
  ['従来品の算定'],
  ['段階', '項目', '使用量', '単位', '係数', '係数単位'],
  ['使用', '電力', 100, 'kWh', 0.4, 'kg-CO2e/kWh'],
  ['原材料', '鋼', 7, 'kg', 2, 'kg-CO2e/kg'],
];
const SHEET = '算定 (1)';

interface OnGrid {
  readonly univer: Univer;
  readonly host: GridHost;
  readonly opened: OpenedGrid;
  readonly bytes: Uint8Array;
}

const open: OnGrid[] = [];
afterEach(() => open.splice(0).forEach(({ host, univer }) => (host.dispose(), univer.dispose())));

async function onGrid(bytes: Uint8Array): Promise<OnGrid> {
  const { snapshot } = await readXlsx(bytes);
  const univer = headlessUniver();
  const opened = openGrid(univer, snapshot);
  univer.__getInjector().get(IUniverInstanceService).focusUnit(opened.workbook.getUnitId());
  const grid = { univer, opened, host: createGridHost(univer, opened, createLiveCalculator()), bytes };
  open.push(grid);
  return grid;
}

const run = ({ univer }: OnGrid, id: string, params?: object) =>
  univer.__getInjector().get(ICommandService).executeCommand(id, params);

async function insertRow(grid: OnGrid, at: number): Promise<void> {
  const worksheet = grid.opened.workbook.getSheets()[0]!;
  const row = { startRow: at, endRow: at, startColumn: 0, endColumn: worksheet.getColumnCount() - 1, rangeType: 1 };
  const ids = { unitId: grid.opened.workbook.getUnitId(), subUnitId: worksheet.getSheetId() };
  await grid.host.reveal({ sheet: SHEET, row: at, column: 0 });
  await run(grid, 'sheet.command.insert-row-by-range', { ...ids, range: row, direction: 0 });
}

const lines = (workbook: WorkbookSnapshot) =>
  readWorkbook(workbook).case.baseline.lines.map(({ ref, amount }) => `${ref.row} ${ref.id} ${amount}`);

const own = ({ names }: WorkbookSnapshot) => names.filter(({ name }) => name.startsWith('KmcAdopted'));

const book = bookOf(sheetOf(SHEET, GRID));
const adoption: Adoption = {
  ...proposed(book, range(SHEET, 'A1:F4'), 'KmcBaseline').adoption,
  constants: { flow: 'input', per: 'sold-unit' },
};

it('a range adopted in the grid follows inserted rows, is saved with the file, and is undone in one step', async () => {
  const grid = await onGrid(xlsxOfSnapshot(book));
  const before = await grid.host.snapshot();
  await grid.host.apply(adoptEdits(before, adoption));
  expect(lines(await grid.host.snapshot())).toEqual(['2 使用 · 電力 100', '3 原材料調達 · 鋼 7']);

  await insertRow(grid, 3);
  await insertRow(grid, 0);
  const entered = [['生産'], ['溶接'], [2], ['kWh'], [0.4], ['kg-CO2e/kWh']].map(
    ([value], column) => ({ kind: 'set-value', cell: { sheet: SHEET, row: 4, column }, value: value! }) as const,
  );
  await grid.host.apply(entered);
  const expected = ['3 使用 · 電力 100', '4 生産 · 溶接 2', '5 原材料調達 · 鋼 7'];
  const now = await grid.host.snapshot();
  expect(adoptionsOf(now)[0]!.adoption!.range).toEqual(range(SHEET, 'A3:F6'));
  const { words } = adoption.columns[0]!;
  expect(words).toEqual({ 使用: 'use', 原材料: 'raw-materials' });
  expect(
    readWorkbook(now)
      .problems.filter(({ column }) => column === 'stage')
      .map(({ message }) => message.code),
  ).toEqual([]);
  expect(lines(now)).toEqual(expected);

  const { bytes } = await saveWorkbook(grid);
  const saved = (await readXlsx(bytes)).snapshot;
  expect(lines(saved)).toEqual(expected);
  expect(own(saved).map(({ name, hidden }) => [name, hidden])).toEqual(
    own(now).map(({ name, hidden }) => [name, hidden]),
  );

  for (let step = 0; step < 4; step++) await run(grid, UndoCommandId);
  const undone = await grid.host.snapshot();
  expect([own(undone), lines(undone)]).toEqual([[], []]);
  await run(grid, RedoCommandId);
  expect(lines(await grid.host.snapshot())).toEqual(['2 使用 · 電力 100', '3 原材料調達 · 鋼 7']);
});

it('an adoption that came with the file is changed and removed, in the grid and in what it saves', async () => {
  const first = await onGrid(xlsxOfSnapshot(book));
  await first.host.apply(adoptEdits(await first.host.snapshot(), adoption));
  const { bytes } = await saveWorkbook(first);

  const grid = await onGrid(bytes);
  const asOpened = await grid.host.snapshot();
  await grid.host.apply(adoptEdits(asOpened, { ...adoption, constants: { ...adoption.constants, per: 'year' } }, 1));
  const changed = await grid.host.snapshot();
  expect(readWorkbook(changed).case.baseline.lines.map(({ per }) => per)).toEqual(['year', 'year']);
  expect(lines((await readXlsx((await saveWorkbook(grid)).bytes)).snapshot)).toEqual(lines(changed));

  await grid.host.apply(undoEdits(asOpened, changed));
  const back = await grid.host.snapshot();
  expect(own(back)).toEqual(own(asOpened));
  await grid.host.apply(removeEdits(back, 1));
  expect(own(await grid.host.snapshot())).toEqual([]);
  const removed = (await readXlsx((await saveWorkbook(grid)).bytes)).snapshot;
  expect([own(removed), lines(removed)]).toEqual([[], []]);
});
