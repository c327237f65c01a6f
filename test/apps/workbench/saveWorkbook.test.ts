import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ICommandService, IUniverInstanceService, RedoCommandId, UndoCommandId, type Univer } from '@univerjs/core';
import { createLiveCalculator } from '../../../src/adapters/recalc/liveCalculator';
import { createGridHost, type GridHost } from '../../../src/adapters/grid/gridHost';
import { openGrid, type OpenedGrid } from '../../../src/adapters/grid/openGrid';
import { createRecalculator } from '../../../src/adapters/recalc/univerRecalculator';
import { readXlsx } from '../../../src/adapters/xlsx/read/readXlsx';
import { applyEdits } from '../../../src/adapters/xlsx/write/applyEdits';
import { saveWorkbook } from '../../../src/apps/workbench/saveWorkbook';
import { evaluate } from '../../../src/core/pipeline';
import { recalculated } from '../../../src/core/recalculated';
import { cellAddress } from '../../../src/core/workbook/a1';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { headlessUniver } from '../../support/headlessUniver';

const SAMPLE = new Uint8Array(readFileSync(path.resolve(__dirname, '../../../samples/slag-cement.xlsx')));

interface OnGrid {
  readonly univer: Univer;
  readonly host: GridHost;
  readonly opened: OpenedGrid;
  readonly bytes: Uint8Array;
}

jest.setTimeout(30_000);

const opened: OnGrid[] = [];
afterEach(() => opened.splice(0).forEach(({ host, univer }) => (host.dispose(), univer.dispose())));

async function open(bytes: Uint8Array = SAMPLE): Promise<OnGrid> {
  const { snapshot } = await readXlsx(bytes);
  const univer = headlessUniver();
  const grid = openGrid(univer, snapshot);
  univer.__getInjector().get(IUniverInstanceService).focusUnit(grid.workbook.getUnitId());
  const onGrid = { univer, opened: grid, host: createGridHost(univer, grid, createLiveCalculator()), bytes };
  opened.push(onGrid);
  return onGrid;
}

const numbers = (snapshot: WorkbookSnapshot) => {
  const { assessment } = evaluate(snapshot);
  const text = (value: { toString(): string } | null) => value?.toString() ?? null;
  return { reduction: text(assessment.reductionPerUnit.value), avoided: text(assessment.avoided.value) };
};

async function afresh(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  const { snapshot } = await readXlsx(bytes);
  return recalculated(snapshot, await createRecalculator().recalculate(snapshot)).snapshot;
}

/** The page's numbers, after making sure that the saved file gives the same ones to someone who opens it anew. */
async function agreedNumbers(grid: OnGrid) {
  const shown = numbers(await grid.host.snapshot());
  const saved = await saveWorkbook(grid);
  expect(saved.notices).toEqual([]);
  expect(numbers(await afresh(saved.bytes))).toEqual(shown);
  return shown;
}

const table = ({ host }: OnGrid, name: string) => host.layout.tables.find((each) => each.name === name)!;
const columnOf = (grid: OnGrid, name: string, header: string) => {
  const { range, columns } = table(grid, name);
  return range.left + columns.indexOf(header);
};

const run = (grid: OnGrid, id: string, params?: object) =>
  grid.univer.__getInjector().get(ICommandService).executeCommand(id, params);

async function rows(grid: OnGrid, kind: 'insert' | 'remove', sheet: string, first: number, last = first) {
  const worksheet = grid.opened.workbook.getSheets().find((each) => each.getName() === sheet)!;
  const range = {
    startRow: first,
    endRow: last,
    startColumn: 0,
    endColumn: worksheet.getColumnCount() - 1,
    rangeType: 1,
  };
  const ids = { unitId: grid.opened.workbook.getUnitId(), subUnitId: worksheet.getSheetId() };
  // The grid moves references by the sheet in front of the user.
  await grid.host.reveal({ sheet, row: first, column: 0 });
  await run(grid, `sheet.command.${kind}-row-by-range`, { ...ids, range, direction: 0 });
}

const enter = (grid: OnGrid, name: string, row: number, values: Record<string, string | number>) =>
  grid.host.enter(
    Object.entries(values).map(([header, value]) => ({
      kind: 'set-value',
      cell: { sheet: table(grid, name).range.sheet, row, column: columnOf(grid, name, header) },
      value,
    })),
  );

/** 0.1 t at 185 kg-CO2/t: 18.5 kg-CO2 more for the product. */
const LINE = {
  行ID: 'P9',
  段階: '生産',
  工程: '追加の燃料',
  種別: '投入',
  市内割合: '不明',
  数量: 0.1,
  単位: 't',
  数量の基準: '機能単位当たり',
  原単位ID: 'slag.energy',
};
const computed = ['原単位', '原単位の単位', '排出量', '機能単位当たり排出量'];

const PUBLISHED = { reduction: '309', avoided: '1545' };
/** 769 − (275 + 185 + 18.5); × 10,000 t × 0.5 in tonnes. */
const WITH_LINE = { reduction: '290.5', avoided: '1452.5' };

const valuesOf = async (grid: OnGrid, row: number, headers: readonly string[]) => {
  const sheet = (await grid.host.snapshot()).sheets.find(({ name }) => name === table(grid, 'KmcProduct').range.sheet)!;
  return headers.map((header) => sheet.value(row, columnOf(grid, 'KmcProduct', header)));
};

describe('a formula the grid cannot calculate as Excel does', () => {
  const withToday = () =>
    applyEdits(SAMPLE, [
      { kind: 'set-formula', cell: { sheet: '根拠資料', row: 20, column: 1 }, formula: 'YEAR(TODAY())', value: 2025 },
    ]);

  it('shows the file’s value and leaves the formula', async () => {
    const grid = await open(withToday());
    const sheet = (await grid.host.snapshot()).sheets.find(({ name }) => name === '根拠資料')!;
    expect(sheet.value(20, 1)).toBe(2025);
    expect(Buffer.from((await saveWorkbook(grid)).bytes).equals(Buffer.from(grid.bytes))).toBe(true);
  });

  it('stands apart from numbers that do not read it, and stays in the saved file', async () => {
    const grid = await open(withToday());
    enter(grid, 'KmcProduct', 5, { 数量: 2 });
    expect(numbers(await grid.host.snapshot())).toEqual({ reduction: '124', avoided: '620' });
    const { snapshot } = await readXlsx((await saveWorkbook(grid)).bytes);
    expect(snapshot.sheets.find(({ name }) => name === '根拠資料')!.formula(20, 1)).toBe('YEAR(TODAY())');
  });

  it('takes the numbers that read it with it, once what it reads is typed over', async () => {
    const sheet = '根拠資料';
    const grid = await open(
      applyEdits(SAMPLE, [
        { kind: 'set-value', cell: { sheet, row: 20, column: 0 }, value: 2 },
        { kind: 'set-formula', cell: { sheet, row: 20, column: 1 }, formula: 'FOREIGN(A21)', value: 2 },
      ]),
    );
    const amount = {
      sheet: table(grid, 'KmcProduct').range.sheet,
      row: 5,
      column: columnOf(grid, 'KmcProduct', '数量'),
    };
    grid.host.enter([{ kind: 'set-formula', cell: amount, formula: `${sheet}!B21`, value: null }]);
    expect(numbers(await grid.host.snapshot())).toEqual({ reduction: '124', avoided: '620' });
    grid.host.enter([{ kind: 'set-value', cell: { sheet, row: 20, column: 0 }, value: 3 }]);
    expect(numbers(await grid.host.snapshot())).toEqual({ reduction: null, avoided: null });
    expect(grid.host.problems!().map(({ cell }) => cell)).toContainEqual({ sheet, row: 20, column: 1 });
  });

  it('makes the values unknown once rows move, until that is undone', async () => {
    const grid = await open(withToday());
    await rows(grid, 'insert', table(grid, 'KmcProduct').range.sheet, 5);
    await expect(grid.host.snapshot()).rejects.toMatchObject({ detail: { code: 'workbench.not-calculated' } });
    await expect(saveWorkbook(grid)).rejects.toMatchObject({ detail: { code: 'workbench.not-calculated' } });
    await run(grid, UndoCommandId);
    expect(numbers(await grid.host.snapshot())).toEqual(PUBLISHED);
  });
});

describe('a circle', () => {
  it('gives no numbers, at its cells, until it is opened', async () => {
    const grid = await open();
    const { sheet } = table(grid, 'KmcProduct').range;
    const amount = { sheet, row: 5, column: columnOf(grid, 'KmcProduct', '数量') };
    const emission = { ...amount, column: columnOf(grid, 'KmcProduct', '排出量') };
    grid.host.enter([{ kind: 'set-formula', cell: amount, formula: cellAddress(emission), value: null }]);
    expect(numbers(await grid.host.snapshot())).toEqual({ reduction: null, avoided: null });
    const circular = grid.host.problems!().filter(({ message }) => message.code === 'recalc.circular');
    expect(circular.map(({ cell }) => cell)).toEqual([amount, emission]);
    await run(grid, UndoCommandId);
    expect(numbers(await grid.host.snapshot())).toEqual(PUBLISHED);
    expect(grid.host.problems!()).toEqual([]);
  });
});

describe('the slag cement sample on the grid', () => {
  it('gives its published reduction', async () => {
    const grid = await open();
    expect(await agreedNumbers(grid)).toEqual(PUBLISHED);
    expect(grid.host.isChanged).toBe(false);
  });

  it('saves what was not changed byte for byte', async () => {
    const grid = await open();
    expect(Buffer.from((await saveWorkbook(grid)).bytes).equals(Buffer.from(SAMPLE))).toBe(true);
  });

  it('follows an amount', async () => {
    const grid = await open();
    enter(grid, 'KmcProduct', 5, { 数量: 2 });
    expect(await agreedNumbers(grid)).toEqual({ reduction: '124', avoided: '620' });
  });

  it('takes a number entered in full-width digits for the number', async () => {
    const grid = await open();
    enter(grid, 'KmcProduct', 5, { 数量: '２．０' });
    expect(await agreedNumbers(grid)).toEqual({ reduction: '124', avoided: '620' });
  });

  it.each([
    ['between two lines', 5],
    ['under the header', 4],
  ])('takes a row inserted %s as a line', async (_where, row) => {
    const grid = await open();
    const { bottom } = table(grid, 'KmcProduct').range;
    await rows(grid, 'insert', table(grid, 'KmcProduct').range.sheet, row);
    expect(table(grid, 'KmcProduct').range.bottom).toBe(bottom + 1);
    enter(grid, 'KmcProduct', row, LINE);
    expect(await valuesOf(grid, row, computed)).toEqual([185, 'kg-CO2/t', 18.5, 18.5]);
    expect(await agreedNumbers(grid)).toEqual(WITH_LINE);
  });

  it('takes what is entered right below as a line', async () => {
    const grid = await open();
    enter(grid, 'KmcProduct', 6, LINE);
    expect(table(grid, 'KmcProduct').range.bottom).toBe(6);
    expect(await valuesOf(grid, 6, computed)).toEqual([185, 'kg-CO2/t', 18.5, 18.5]);
    expect(await agreedNumbers(grid)).toEqual(WITH_LINE);
  });

  it('takes several lines entered one after another below', async () => {
    const grid = await open();
    [6, 7, 8].forEach((row) => enter(grid, 'KmcProduct', row, { ...LINE, 行ID: `P${row}` }));
    expect(await agreedNumbers(grid)).toEqual({ reduction: '253.5', avoided: '1267.5' });
  });

  it('lets go of a deleted line', async () => {
    const grid = await open();
    const { sheet } = table(grid, 'KmcProduct').range;
    await rows(grid, 'remove', sheet, 5);
    expect(table(grid, 'KmcProduct').range.bottom).toBe(4);
    expect(await agreedNumbers(grid)).toEqual({ reduction: '494', avoided: '2470' });
    await rows(grid, 'remove', sheet, 4);
    expect(table(grid, 'KmcProduct').range.bottom).toBe(4);
  });

  it('sorts lines with their formulas', async () => {
    const grid = await open();
    const { sheet } = table(grid, 'KmcProduct').range;
    grid.host.sortLines({ sheet, row: 4, column: columnOf(grid, 'KmcProduct', '排出量') }, 'ascending');
    expect(await valuesOf(grid, 4, ['行ID', '排出量'])).toEqual(['P2', 185]);
    expect(await valuesOf(grid, 5, ['行ID', '排出量'])).toEqual(['P1', 275]);
    expect(await agreedNumbers(grid)).toEqual(PUBLISHED);
    enter(grid, 'KmcProduct', 4, { 数量: 2 });
    expect(await agreedNumbers(grid)).toEqual({ reduction: '124', avoided: '620' });
  });

  it('comes back to the file it was opened from when everything is undone, and forward again', async () => {
    const grid = await open();
    const { sheet } = table(grid, 'KmcProduct').range;
    enter(grid, 'KmcProduct', 5, { 数量: 2 });
    await rows(grid, 'insert', sheet, 4);
    enter(grid, 'KmcProduct', 4, LINE);
    enter(grid, 'KmcProduct', 7, { ...LINE, 行ID: 'P10' });
    grid.host.sortLines({ sheet, row: 4, column: columnOf(grid, 'KmcProduct', '排出量') }, 'descending');
    await rows(grid, 'remove', sheet, 4);
    const changed = await agreedNumbers(grid);
    for (let step = 0; step < 6; step++) await run(grid, UndoCommandId);
    expect(await agreedNumbers(grid)).toEqual(PUBLISHED);
    expect(Buffer.from((await saveWorkbook(grid)).bytes).equals(Buffer.from(SAMPLE))).toBe(true);
    for (let step = 0; step < 6; step++) await run(grid, RedoCommandId);
    expect(await agreedNumbers(grid)).toEqual(changed);
  });

  it('undoes more steps than a line has cells', async () => {
    const grid = await open();
    for (let amount = 1; amount <= 60; amount++) enter(grid, 'KmcProduct', 5, { 数量: 1 + amount });
    for (let step = 0; step < 60; step++) await run(grid, UndoCommandId);
    expect(grid.host.isChanged).toBe(false);
    expect(numbers(await grid.host.snapshot())).toEqual(PUBLISHED);
  });

  it('keeps a table’s header', async () => {
    const grid = await open();
    const heard = jest.fn();
    grid.host.onRefused(heard);
    await rows(grid, 'remove', table(grid, 'KmcProduct').range.sheet, 3);
    expect(heard.mock.calls[0]![0].code).toBe('workbench.refused.header');
    enter(grid, 'KmcProduct', 3, { 数量: 'x' });
    expect(await valuesOf(grid, 3, ['数量'])).toEqual(['数量']);
    expect(await agreedNumbers(grid)).toEqual(PUBLISHED);
  });
});
