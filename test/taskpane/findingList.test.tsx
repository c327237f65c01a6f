/** @jest-environment jsdom */
import axe from 'axe-core';
import { act } from 'react';
import { createMemoryHost, type MemoryHost } from '../../src/adapters/memory/memoryHost';
import { evaluate } from '../../src/core/pipeline';
import type { RowRef } from '../../src/core/case/types';
import type { TableName } from '../../src/core/template/types';
import type { CellRef, CellValue } from '../../src/core/workbook/cell';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { withEdits } from '../../src/core/workbook/withEdits';
import { calculatedExample } from './calculatedExample';
import { fetchViews, PaneOnPage } from './paneOnPage';

let workbook: WorkbookSnapshot;
let pane: PaneOnPage;

beforeAll(async () => {
  await fetchViews();
  workbook = await calculatedExample('photovoltaics', 'ja');
}, 60_000);
beforeEach(() => {
  pane = new PaneOnPage();
});
afterEach(() => pane.close());

type Rows = Partial<Record<TableName, readonly { readonly ref: RowRef }[]>>;

/** A cell of the workbook: of a field of the case, or of the first row of a table. */
function cellOf(table: TableName, key: string): CellRef {
  const { case: read } = evaluate(workbook);
  const rows: Rows = {
    KmcBaseline: read.baseline.lines,
    KmcProduct: read.product.lines,
    KmcFactors: read.factors,
    KmcSales: read.sales,
    KmcContribution: read.contribution,
  };
  const ref = table === 'KmcCase' ? read.fields[key]!.ref : rows[table]![0]!.ref;
  const column = read.locations[table]!.columns[table === 'KmcCase' ? 'value' : key];
  if (column === undefined) throw new Error(`no column ${key} in ${table}`);
  return { sheet: ref.sheet, row: ref.row, column };
}

const valueAt = ({ sheets }: WorkbookSnapshot, { sheet, row, column }: CellRef): CellValue =>
  sheets.find(({ name }) => name === sheet)!.value(row, column);

const put = (cell: CellRef, value: CellValue) => ({ kind: 'set-value', cell, value }) as const;
const panel = () => pane.place.querySelector<HTMLElement>('[role=tabpanel]')!;
const fixButtons = () => [...panel().querySelectorAll<HTMLElement>('[data-fix]')];
const bySeverity = { read: (key: string) => (key === 'review.grouping' ? 'severity' : null), write: () => undefined };
const open = (host: MemoryHost) => pane.show(host, { view: 'problems', memory: bySeverity });
const pressElement = async (element: HTMLElement) => {
  await act(async () => {
    element.focus();
    element.click();
  });
  await pane.settle();
  await pane.settle();
};
const key = (element: Element, name: string) =>
  act(
    async () =>
      void element.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true })),
  );

/** Ten faults of six kinds; what is typed, and in place of what. */
const PLANTED: readonly [TableName, string, (right: CellValue) => CellValue][] = [
  ['KmcCase', 'timeSense', () => 'Per year'],
  ['KmcCase', 'functionalUnitsPerUnit', (right) => fullWidth(String(right))],
  ['KmcCase', 'fiscalYear', (right) => `FY${String(right)}FY`.slice(2)],
  ['KmcBaseline', 'stage', () => 'Use'],
  ['KmcBaseline', 'amount', (right) => ` ${String(right)}`],
  ['KmcBaseline', 'inCity', () => '0%'],
  ['KmcProduct', 'amount', (right) => fullWidth(String(right))],
  ['KmcProduct', 'factorId', (right) => ` ${String(right)}`],
  ['KmcSales', 'status', (right) => `${String(right)} `],
  ['KmcContribution', 'inCity', () => 'In the city'],
];

const fullWidth = (text: string) =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

function planted(): WorkbookSnapshot {
  return withEdits(
    workbook,
    PLANTED.map(([table, column, typed]) => {
      const cell = cellOf(table, column);
      return put(cell, typed(valueAt(workbook, cell)));
    }),
  );
}

describe('a workbook with ten faults', () => {
  it('has its numbers again after nothing but clicks on fixes', async () => {
    const faulty = planted();
    const host = createMemoryHost(faulty);
    await open(host);
    await pane.until(() => fixButtons().length > 0);
    const blocks = evaluate(faulty).problems.filter(({ severity }) => severity === 'block');
    expect(blocks.filter(({ message }) => message.code.startsWith('reader.'))).toHaveLength(10);
    expect(new Set(blocks.map(({ message }) => message.code)).size).toBeGreaterThanOrEqual(6);
    expect(pane.text).not.toMatch(/504\.5|27\.7475/);
    for (let presses = 0; fixButtons().length > 0; presses += 1) {
      if (presses > 20)
        throw new Error(
          `still: ${fixButtons()
            .map((each) => each.textContent)
            .join(' | ')}`,
        );
      await pressElement(fixButtons()[0]!);
    }
    expect(pane.text).toContain('504.5');
    expect(pane.text).toContain('27.7475');
    const fixed = await host.snapshot();
    for (const [table, column] of PLANTED) {
      if (column === 'inCity' && table === 'KmcBaseline') continue;
      const cell = cellOf(table, column);
      expect([table, column, valueAt(fixed, cell)]).toEqual([table, column, valueAt(workbook, cell)]);
    }
  });
});

describe('a fix', () => {
  it('shows what it will do, does it, and can be taken back', async () => {
    const cell = cellOf('KmcBaseline', 'amount');
    const right = valueAt(workbook, cell);
    const typed = fullWidth(String(right));
    const host = createMemoryHost(withEdits(workbook, [put(cell, typed)]));
    await open(host);
    await pane.until(() => fixButtons().length === 1);
    expect(fixButtons()[0]!.textContent).toBe(`修正「${typed}」→ 数値 ${String(right)}`);
    await pressElement(fixButtons()[0]!);
    expect(valueAt(await host.snapshot(), cell)).toBe(right);
    expect(pane.text).toContain('比較対象製品!H5 を修正しました。');
    expect(fixButtons()).toEqual([]);
    await pane.press('元に戻す');
    await pane.settle();
    expect(valueAt(await host.snapshot(), cell)).toBe(typed);
    await pane.until(() => fixButtons().length === 1);
  });

  it('is not written over what someone else typed meanwhile', async () => {
    const cell = cellOf('KmcBaseline', 'amount');
    const host = createMemoryHost(withEdits(workbook, [put(cell, '２')]));
    await open(host);
    await pane.until(() => fixButtons().length === 1);
    const button = fixButtons()[0]!;
    host.edit([put(cell, 'three')]);
    await pressElement(button);
    expect(valueAt(await host.snapshot(), cell)).toBe('three');
    expect(pane.text).toContain('その後変わった');
  });

  it('comes by the keyboard: down, up, F', async () => {
    const cells = [cellOf('KmcBaseline', 'amount'), cellOf('KmcProduct', 'amount')];
    const host = createMemoryHost(
      withEdits(
        workbook,
        cells.map((cell) => put(cell, '２')),
      ),
    );
    await open(host);
    await pane.until(() => fixButtons().length === 2);
    const [first, second] = [...panel().querySelectorAll<HTMLElement>('[data-main]')];
    await act(async () => first!.focus());
    await key(first!, 'ArrowDown');
    expect(document.activeElement).toBe(second);
    await key(second!, 'ArrowUp');
    expect(document.activeElement).toBe(first);
    await key(first!, 'f');
    await pane.settle();
    await pane.settle();
    expect(cells.map((cell) => valueAt(workbook, cell))).not.toContain('２');
    const after = await host.snapshot();
    expect(cells.map((cell) => valueAt(after, cell))).toEqual([2, '２']);
    expect(panel().contains(document.activeElement)).toBe(true);
  });
});

describe('the list', () => {
  const sales = () => cellOf('KmcSales', 'evidence');

  it('parts what blocks by the number that waits for it', async () => {
    const edits = [put(cellOf('KmcBaseline', 'amount'), 'x'), put(cellOf('KmcSales', 'units'), 'x')];
    await open(createMemoryHost(withEdits(workbook, edits)));
    expect([...panel().querySelectorAll('h3')].slice(0, 2).map(({ textContent }) => textContent)).toEqual([
      '2つの数値がどちらも算定できない原因',
      '域外貢献量が算定できない原因',
    ]);
  });

  it('leaves out what was left as it is, until its text changes, and never what blocks', async () => {
    const host = createMemoryHost(withEdits(workbook, [put(sales(), 'E404')]));
    await open(host);
    const item = () =>
      [...panel().querySelectorAll<HTMLElement>('[data-item]')].find(({ textContent }) =>
        /「E40\d」/.test(textContent!),
      );
    expect(item()).toBeDefined();
    await pane.press('このままにする', item());
    expect(item()).toBeUndefined();
    host.edit([put(cellOf('KmcProduct', 'note'), 'anything')]);
    await pane.settle();
    expect(item()).toBeUndefined();
    const box = panel().querySelector<HTMLInputElement>('input[type=checkbox]')!;
    await act(async () => box.click());
    expect(item()).toBeDefined();
    await act(async () => panel().querySelector<HTMLInputElement>('input[type=checkbox]')!.click());
    host.edit([put(sales(), 'E405')]);
    await pane.until(() => item() !== undefined);
    host.edit([put(cellOf('KmcBaseline', 'amount'), 'x')]);
    await pane.until(() => /要修正 1件/.test(panel().textContent!));
    const blocking = panel().querySelector('section')!;
    expect(blocking.textContent).not.toContain('このままにする');
  });

  it('says once what concerns many cells of a column, and can be searched', async () => {
    const broken = await calculatedExample('broken', 'ja');
    await open(createMemoryHost(broken));
    const count = () => panel().querySelectorAll('[data-item]').length;
    const all = count();
    expect(all).toBeGreaterThan(10);
    const search = panel().querySelector<HTMLInputElement>('input[type=search]')!;
    const type = async (words: string) => {
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!;
      await act(async () => {
        set.call(search, words);
        search.dispatchEvent(new Event('input', { bubbles: true }));
      });
    };
    await type('kwhh');
    expect(count()).toBe(1);
    await type('nowhere at all');
    expect(panel().textContent).toContain('条件に合う項目はありません。');
    await pane.press('すべて表示');
    expect(count()).toBe(all);
    const sheets = panel().querySelector<HTMLSelectElement>('select')!;
    await act(async () => {
      const set = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!.set!;
      set.call(sheets, '販売量');
      sheets.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect([...panel().querySelectorAll('[data-main]')].every(({ textContent }) => /販売量!/.test(textContent!))).toBe(
      true,
    );
    expect(count()).toBeLessThan(all);
    expect(count()).toBeGreaterThan(0);
  });

  it('says so when all that is left was left as it is', async () => {
    await open(createMemoryHost(workbook));
    await pane.press('このままにする');
    expect(panel().textContent).toContain('残りの項目はすべて「このままにする」としました。');
    expect(panel().querySelectorAll('[data-item]')).toHaveLength(0);
    await act(async () => panel().querySelector<HTMLInputElement>('input[type=checkbox]')!.click());
    await pane.press('一覧に戻す');
    expect(panel().textContent).not.toContain('残りの項目');
    expect(panel().querySelectorAll('[data-item]')).toHaveLength(1);
  });

  it('bars nobody', async () => {
    await open(createMemoryHost(planted()));
    await pane.until(() => fixButtons().length > 0);
    const { violations } = await axe.run(pane.place, {
      rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('takes a thousand cells of a column with the same fault as one item, whose cells can be shown', async () => {
    const cell = cellOf('KmcBaseline', 'stage');
    await open(createMemoryHost(manyLines(cell, 1000, () => 'Use')));
    await pane.until(() => fixButtons().length === 1);
    expect(panel().textContent).toContain('ほか999セル');
    const links = () => panel().querySelectorAll('[data-item]')[0]!.querySelectorAll('li').length;
    await pane.press('セルを表示（1000）');
    expect(links()).toBe(50);
    await pressElement(fixButtons()[0]!);
    await pane.until(() => fixButtons().length === 0);
    expect(pane.text).toContain('1000個のセルを修正しました。');
  });

  it('comes bit by bit where a thousand cells have each their own fault', async () => {
    await open(createMemoryHost(manyLines(cellOf('KmcBaseline', 'stage'), 1000, (index) => `Stage ${index}`)));
    const count = () => panel().querySelectorAll('section')[0]!.querySelectorAll('[data-item]').length;
    expect(count()).toBe(50);
    await pane.press('さらに50件を表示', panel().querySelectorAll('section')[0]);
    expect(count()).toBe(100);
  });

  it('leads to the result where nothing is wrong', async () => {
    const { problems } = evaluate(workbook);
    const host = createMemoryHost(
      withEdits(
        workbook,
        problems.map(({ cell }) => put(cell!, 0)),
      ),
    );
    expect(evaluate(await host.snapshot()).problems).toEqual([]);
    await open(host);
    expect(panel().textContent).toContain('直すところはありません。');
    await pane.press('結果を見る');
    await pane.settle();
    expect(pane.place.querySelector('[role=tab][aria-selected=true]')!.textContent).toBe('結果');
  });
});

/** The baseline's line again and again below itself, with other stages. */
function manyLines(stage: CellRef, count: number, stageText: (index: number) => string): WorkbookSnapshot {
  const { tables, sheets } = workbook;
  const table = tables.find(({ name }) => name === 'KmcBaseline')!;
  const sheet = sheets.find(({ name }) => name === table.range.sheet)!;
  const columns = table.columns.map((_, index) => table.range.left + index);
  const idColumn = table.range.left;
  const edits = Array.from({ length: count }, (_, index) =>
    columns.map((column) => {
      const row = table.range.bottom + 1 + index;
      const value = column === idColumn ? `N${index}` : sheet.value(stage.row, column);
      return put({ sheet: sheet.name, row, column }, column === stage.column ? stageText(index) : value);
    }),
  ).flat();
  const grown = { ...table, range: { ...table.range, bottom: table.range.bottom + count } };
  return withEdits({ ...workbook, tables: tables.map((one) => (one === table ? grown : one)) }, edits);
}
