/** @jest-environment jsdom */
import { TextDecoder as Decoder } from 'node:util';
import { act } from 'react';
import { createMemoryHost, type MemoryHost } from '../../src/adapters/memory/memoryHost';
import { readCase } from '../../src/core/reader/readCase';
import { factorById } from '../../src/core/reference/factorById';
import type { CellRef } from '../../src/core/workbook/cell';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { calculatedExample } from './calculatedExample';
import { fetchViews, PaneOnPage } from './paneOnPage';

/** Browsers have it; the page that tests draw on has not. */
globalThis.TextDecoder ??= Decoder as typeof TextDecoder;

let workbook: WorkbookSnapshot;
let pane: PaneOnPage;

beforeAll(async () => {
  await fetchViews();
  await import('../../src/taskpane/inventory/InventoryView');
  workbook = await calculatedExample('photovoltaics', 'ja');
}, 60_000);

beforeEach(() => (pane = new PaneOnPage()));
afterEach(() => pane.close());

async function open(language: 'ja' | 'en' = 'ja'): Promise<MemoryHost> {
  const host = createMemoryHost(workbook);
  await pane.show(host, { view: 'inventory', language });
  return host;
}

const caseIn = async (host: MemoryHost) => readCase(await host.snapshot()).case;

/** The field that a label names. */
function field<Kind extends HTMLElement>(label: string, within: Element = pane.place): Kind {
  const named = [...within.querySelectorAll('label')].find(({ textContent }) => textContent === label);
  if (!named) throw new Error(`no field ${label} in ${within.textContent}`);
  return document.getElementById(named.htmlFor) as Kind;
}

async function enter(label: string, text: string, within?: Element): Promise<void> {
  const control = field<HTMLInputElement>(label, within);
  await act(async () => {
    // React hears of a change only where the value was set past its own tracking.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')!.set!.call(control, text);
    control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  });
  await pane.settle();
}

/** The row of a sheet in the list of what is filled in. */
function progressOf(sheet: string): HTMLElement {
  const row = [...pane.place.querySelectorAll<HTMLElement>('li')].find(
    (item) => item.querySelector('button')?.textContent === sheet,
  );
  if (!row) throw new Error(`no ${sheet}`);
  return row;
}

async function unfold(sheet: string): Promise<HTMLElement> {
  await act(async () => progressOf(sheet).querySelector<HTMLElement>('[aria-expanded]')!.click());
  return progressOf(sheet);
}

const status = () => [...pane.place.querySelectorAll('[role=status]')].at(-1)!.textContent;

describe('what is filled in', () => {
  it('counts rows, those that block and those to check, and leads to the table and to the cell', async () => {
    const host = await open();
    expect(progressOf('比較対象製品').textContent).toContain('1行');
    const read = await caseIn(host);
    const { ref } = read.baseline.lines[0]!;
    const cell: CellRef = { sheet: ref.sheet, row: ref.row, column: read.locations['KmcBaseline']!.columns['amount']! };
    host.edit([{ kind: 'set-value', cell, value: null }]);
    await pane.until(() => progressOf('比較対象製品').textContent!.includes('要修正 1'));
    expect(progressOf('比較対象製品').textContent).toContain('完了 0');
    await pane.press('比較対象製品', progressOf('比較対象製品'));
    expect(host.revealed).toEqual({ sheet: '比較対象製品', row: 3, column: 0 });
    const row = await unfold('比較対象製品');
    await pane.press('比較対象製品!H5', row);
    expect(host.revealed).toEqual(cell);
  });

  it('names a table that is missing', async () => {
    const host = createMemoryHost({ ...workbook, tables: workbook.tables.filter(({ name }) => name !== 'KmcSales') });
    await pane.show(host, { view: 'inventory', language: 'ja' });
    const row = [...pane.place.querySelectorAll('li')].find(({ textContent }) =>
      textContent!.includes('表がありません'),
    );
    expect(row?.textContent).toContain('販売量');
  });
});

describe('rows added from the pane', () => {
  it('stand in the table with their ids, are shown, and can be taken back', async () => {
    const host = await open();
    const row = await unfold('応募製品等');
    await enter('追加する行数', '２', row);
    await pane.press('行を追加', row);
    await pane.until(() => status()!.includes('追加しました'));
    const lines = (await caseIn(host)).product.lines;
    expect(lines.slice(-2).map(({ ref, amount }) => [ref.id, amount])).toEqual([
      ['P2', null],
      ['P3', null],
    ]);
    expect(host.revealed).toMatchObject({ sheet: '応募製品等', row: lines.at(-2)!.ref.row });
    expect(progressOf('応募製品等').textContent).toContain('3行');
    await pane.press('元に戻す');
    await pane.until(() => status()!.includes('元に戻しました'));
    expect((await caseIn(host)).product.lines).toHaveLength(1);
  });

  it('are not offered for no number or too large a one', async () => {
    await open();
    const row = await unfold('応募製品等');
    for (const text of ['0', '', '1.5', '501', 'x']) {
      await enter('追加する行数', text, row);
      expect((pane.control('行を追加', row) as HTMLButtonElement).disabled).toBe(true);
    }
  });
});

describe('the library', () => {
  it('is searched in either language, warns, and copies a factor with all that belongs to it', async () => {
    const host = await open();
    await enter('検索語（日本語・英語）', 'electricity national average');
    const [result] = [...pane.place.querySelectorAll<HTMLElement>('li button')].filter(({ textContent }) =>
      textContent!.includes('0.000423'),
    );
    expect(result!.textContent).toContain('t-CO2/kWh');
    expect(result!.textContent).toContain('日本');
    await act(async () => result!.click());
    const item = result!.closest('li')!;
    expect(item.textContent).toContain('系統全体の平均');
    expect(item.textContent).toContain('CO2だけの値');
    expect(item.textContent).toContain('Public Data License 1.0');
    const before = (await caseIn(host)).factors.length;
    await pane.press('一覧に追加', item);
    await pane.until(() => status()!.includes('追加しました'));
    const { factors } = await caseIn(host);
    const source = factorById('jp.el.FY2024.national')!;
    expect(factors).toHaveLength(before + 1);
    expect([factors.at(-1)!.value!.toFixed(), factors.at(-1)!.unit]).toEqual([source.value, source.unit]);
    expect(factors.at(-1)!.attributes).toMatchObject({
      nameEn: source.nameEn,
      licence: source.licence,
      validFrom: '2025-04-01',
      gridKind: 'average',
    });
    expect(item.textContent).toContain('同じ排出原単位が jp.el.FY2024.national として一覧にあります');
    expect(document.activeElement?.textContent).toBe('一覧の行に移動');
    await pane.press('一覧の行に移動', item);
    expect(host.revealed).toMatchObject({ sheet: '排出原単位', row: factors.at(-1)!.ref.row });
  });

  it('narrows by kind, region and year, and lets go of them where nothing is left', async () => {
    await open('en');
    await enter('Words, English or Japanese', 'electricity');
    const count = () => Number(/Found: (\d+)/.exec(pane.text)![1]);
    const japan = count();
    await enter('Region', '');
    expect(count()).toBeGreaterThan(japan);
    await enter('Region', 'US');
    expect(pane.place.querySelector('li h3')).toBeNull();
    await pane.press('Fuel');
    await enter('Words, English or Japanese', 'electricity national average');
    expect(pane.text).toContain('No emission factor fits');
    await pane.press('Drop the filters');
    expect(count()).toBeGreaterThan(0);
  });
});

describe('a list of the user’s own', () => {
  const LIST = [
    '原単位ID\t名称\t排出係数\t単位',
    'X1\t鋼板\t2.05\tkg-CO2e/kg',
    'X2\t塗料\t3.1\tkg-CO2e/furlongg',
    'X3\t樹脂\t2\tｷﾛ',
    'X4\t銅線\t0.9\tkg-CO2e/kg',
  ].join('\r\n');

  it('shows its two bad units, adds the rest, and keeps the bad ones in sight', async () => {
    const host = await open();
    const before = (await caseIn(host)).factors.length;
    const section = await pane.section('手元の一覧を取り込む');
    await enter('貼り付け', LIST, section);
    expect(section.textContent).toContain('取り込める行 2、取り込めない行 2');
    expect(section.textContent).toContain('furlongg');
    expect((await caseIn(host)).factors).toHaveLength(before);
    await pane.press('取り込める2行を追加', section);
    await pane.until(() => status()!.includes('2行を追加しました'));
    const { factors } = await caseIn(host);
    expect(factors.slice(before).map(({ ref, value, unit }) => [ref.id, value?.toString(), unit])).toEqual([
      ['X1', '2.05', 'kg-CO2e/kg'],
      ['X4', '0.9', 'kg-CO2e/kg'],
    ]);
    expect(section.textContent).toContain('取り込める行 0、取り込めない行 2');
    expect((pane.control(/取り込める0行/, section) as HTMLButtonElement).disabled).toBe(true);
  });

  it('offers its lines again once they are taken back, and never twice', async () => {
    const host = await open();
    const before = (await caseIn(host)).factors.length;
    const section = await pane.section('手元の一覧を取り込む');
    await enter('貼り付け', '名称,排出係数,単位\n鋼板,2.05,kg-CO2e/kg\n銅線,0.9,kg-CO2e/kg\n', section);
    await pane.press('取り込める2行を追加', section);
    await pane.until(() => section.textContent!.includes('一覧の行をすべて追加しました'));
    expect((await caseIn(host)).factors).toHaveLength(before + 2);
    await pane.press('元に戻す');
    await pane.until(() => section.textContent!.includes('取り込める2行を追加'));
    expect((await caseIn(host)).factors).toHaveLength(before);
  });

  it('is read from a Shift_JIS file', async () => {
    await open();
    const section = await pane.section('手元の一覧を取り込む');
    // 名称,値,単位 CRLF 鋼板,2.05,kg-CO2e/kg
    const head = [
      0x96, 0xbc, 0x8f, 0xcc, 0x2c, 0x92, 0x6c, 0x2c, 0x92, 0x50, 0x88, 0xca, 0x0d, 0x0a, 0x8d, 0x7c, 0x94, 0xc2,
    ];
    const bytes = Uint8Array.from([...head, ...[...',2.05,kg-CO2e/kg'].map((letter) => letter.charCodeAt(0))]);
    const input = section.querySelector<HTMLInputElement>('input[type=file]')!;
    Object.defineProperty(input, 'files', { value: [{ arrayBuffer: async () => bytes.buffer }] });
    await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })));
    await pane.until(() => section.textContent!.includes('取り込める行 1'));
    expect(field<HTMLTextAreaElement>('貼り付け', section).value).toContain('鋼板,2.05');
  });

  it('reads a column as another where the user says so', async () => {
    await open();
    const section = await pane.section('手元の一覧を取り込む');
    await enter('貼り付け', 'no,名称,x,単位\n1,鋼板,2.05,kg-CO2e/kg\n', section);
    const select = field<HTMLSelectElement>('x', section);
    await enter('x', 'value', section);
    expect(select.value).toBe('value');
    expect(section.textContent).toContain('取り込める行 1、取り込めない行 0');
  });

  it('says where a quotation mark is never closed', async () => {
    await open();
    const section = await pane.section('手元の一覧を取り込む');
    await enter('貼り付け', 'id,名称\n"X1,鋼\n', section);
    expect(section.querySelector('[role=alert]')!.textContent).toContain('2行目で始まる引用符');
  });
});
