/** @jest-environment jsdom */
import { act } from 'react';
import { createMemoryHost, type MemoryHost } from '../../src/adapters/memory/memoryHost';
import { readWorkbook } from '../../src/core/adoption/readWorkbook';
import { adoptionsOf } from '../../src/core/adoption/store';
import { evaluate } from '../../src/core/pipeline';
import { formFields } from '../../src/core/template/examples/example';
import type { Language } from '../../src/core/template/types';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { bookOf, sheetOf, type Grid } from '../core/adoption/sheets';
import { calculatedContent } from './calculatedExample';
import { fetchViews, PaneOnPage } from './paneOnPage';

/** 10 × 2 + 5 × 4 + 3 × 1 = 43 kg. */
const OLD: Grid = [
  ['従来品の排出量算定（1台当たり）', null, null, null, null],
  [],
  ['品目', '使用量（kg）', '排出原単位（kg-CO2e/kg）', '排出量（kg-CO2e）', '備考'],
  ['1. 原材料調達'],
  ['鋼材', 10, 2, 20, '実測'],
  ['銅', 5, 4, 20, null],
  ['小計', null, null, 40],
  ['2. 生産段階'],
  ['塗料', 3, 1, 3],
  ['小計', null, null, 3],
  ['合計', null, null, 43],
];
/** 6 × 2 + 1 × 1 = 13 kg. */
const NEW: Grid = [
  ['New model, per unit', null, null, null, null],
  ['Life cycle stage', 'Material', 'Quantity (kg)', 'Emission factor (kg-CO2e/kg)', 'GHG emissions (kg-CO2e)'],
  ['Raw materials', 'Steel', 6, 2, 12],
  ['Welding shop', 'Paint', 1, 1, 1],
  ['Total', null, null, null, 13],
];

/** 100 units outside the city at a rate of one half; one unit is one functional unit. */
async function template(language: Language): Promise<WorkbookSnapshot> {
  const content = {
    fields: formFields({
      functionalUnit: { value: 1, unit: '台' },
      soldUnit: { value: '台' },
      functionalUnitsPerUnit: { value: 1 },
    }),
    tables: {
      KmcBaseline: [{}],
      KmcProduct: [{}],
      KmcFactors: [{}],
      KmcSales: [{ id: 'S1', period: 2025, inCity: 'out', units: 100, unit: '台', status: 'realized' }],
      KmcContribution: [{ id: 'P1', partner: 'A', inCity: 'in', method: 'agreed-share', share: 0.5 }],
    },
  };
  return calculatedContent(content, language);
}

const withSheets = (book: WorkbookSnapshot): WorkbookSnapshot => ({
  ...book,
  sheets: [...book.sheets, sheetOf('従来品', OLD, ['A1:E1']), sheetOf('New model', NEW, ['A1:E1'])],
});

let pane: PaneOnPage;
beforeAll(async () => {
  await fetchViews();
  await import('../../src/taskpane/start/StartView');
  await import('../../src/taskpane/adopt/AdoptView');
}, 60_000);
beforeEach(() => (pane = new PaneOnPage()));
afterEach(() => pane.close());

const labelled = (label: string): HTMLSelectElement | HTMLInputElement => {
  const labels = [...pane.place.querySelectorAll('label')];
  const found = labels.find((one) => one.firstElementChild?.textContent === label);
  if (!found)
    throw new Error(`no field ${label} among ${labels.map((one) => one.firstElementChild?.textContent).join(' | ')}`);
  return found.querySelector('select, input')!;
};

async function fill(label: string, value: string): Promise<void> {
  const field = labelled(label);
  const kind = field instanceof HTMLSelectElement ? HTMLSelectElement : HTMLInputElement;
  await act(async () => {
    Object.getOwnPropertyDescriptor(kind.prototype, 'value')!.set!.call(field, value);
    field.dispatchEvent(new Event(kind === HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  });
  expect(labelled(label.replace(/（必須）| \(needed\)/, '')).value).toBe(value);
}

const named = (label: string): HTMLElement => {
  const found = pane.place.querySelector<HTMLElement>(`button[aria-label="${label}"]`);
  if (!found) throw new Error(`no button ${label} in ${pane.text}`);
  return found;
};
const click = (button: HTMLElement) => act(async () => button.click());

async function openAdopt(host: MemoryHost): Promise<void> {
  await pane.show(host, { view: 'start' });
  await pane.until(() => pane.text.includes('表を選ぶ'));
  await pane.press('表を選ぶ');
  await pane.until(
    () => /を選ぶ/.test(pane.place.innerHTML) && pane.place.querySelector('[role=progressbar]') === null,
  );
}

describe('tables of one’s own, adopted by clicks', () => {
  it('are read in place, the numbers come, and each step can be taken back', async () => {
    const host = createMemoryHost(withSheets(await template('ja')));
    const before = await host.snapshot();
    await openAdopt(host);

    await click(named('従来品!A3:E11 を選ぶ'));
    expect(labelled('A列: 品目').value).toBe('process');
    expect(labelled('B列: 使用量(kg)').value).toBe('amount');
    expect(labelled('D列: 排出量(kg-CO2e)').value).toBe('emission');
    expect(labelled('1. 原材料調達').value).toBe('raw-materials');
    await fill('種別（必須）', 'input');
    await fill('数量の基準（必須）', 'functional-unit');
    await pane.press('読み取り結果を確認');
    expect(pane.text).toContain('3行。セル: 読み取り10、不可0、空白2。');
    await pane.press('この表を使う');
    await pane.until(() => pane.text.includes('従来品!A3:E11 を比較対象製品として読むようにしました。'));
    await pane.until(() => pane.place.querySelector('[role=progressbar]') === null);
    const withOne = await host.snapshot();

    await click(named("'New model'!A2:E5 を選ぶ"));
    await fill('種別（必須）', 'input');
    await fill('数量の基準（必須）', 'functional-unit');
    await fill('段階: 「Welding shop」', 'production');
    await pane.press('読み取り結果を確認');
    await pane.press('この表を使う');
    await pane.until(() => /30/.test(pane.place.querySelector('[role=tablist]')!.parentElement!.textContent!));

    const { assessment, case: read } = evaluate(await host.snapshot());
    expect(read.product.lines.map(({ stage, process }) => [stage, process])).toEqual([
      ['raw-materials', 'Steel'],
      ['production', 'Paint'],
    ]);
    // 43 − 13 = 30 kg; 30 kg × 100 × 0.5 = 1.5 t
    expect(assessment.reductionPerUnit.value?.toString()).toBe('30');
    expect(assessment.avoided.value?.toString()).toBe('1.5');

    await pane.press('元に戻す');
    await pane.settle();
    expect((await host.snapshot()).names).toEqual(withOne.names);
    await click(named('比較対象製品（従来品!A3:E11）を解除'));
    await pane.settle();
    expect((await host.snapshot()).names).toEqual(before.names);
    expect((await host.snapshot()).sheets).toEqual(before.sheets);
    await pane.press('元に戻す');
    await pane.settle();
    expect(adoptionsOf(await host.snapshot())).toEqual(adoptionsOf(withOne));
  });

  it('show what the reader refuses, with its cell, before anything is saved', async () => {
    const broken = OLD.map((cells) => (cells[0] === '銅' ? ['銅', '約5', 4, 20, null] : cells));
    const book = withSheets(await template('ja'));
    const host = createMemoryHost({
      ...book,
      sheets: book.sheets.map((sheet) => (sheet.name === '従来品' ? sheetOf('従来品', broken) : sheet)),
    });
    await openAdopt(host);
    await click(named('従来品!A3:E11 を選ぶ'));
    await fill('種別（必須）', 'input');
    await fill('数量の基準（必須）', 'functional-unit');
    await pane.press('読み取り結果を確認');
    const list = await pane.section('読み取れない、または確認が必要な箇所: 1件');
    expect(list.textContent).toContain('約5');
    await pane.press('従来品!B6', list);
    expect(host.revealed).toEqual({ sheet: '従来品', row: 5, column: 1 });
    expect(adoptionsOf(await host.snapshot())).toEqual([]);
  });

  it('offer a column only keys that no other has, and free the one it had', async () => {
    const host = createMemoryHost(withSheets(await template('ja')));
    await openAdopt(host);
    await click(named('従来品!A3:E11 を選ぶ'));
    const keys = (label: string) => [...(labelled(label) as HTMLSelectElement).options].map(({ value }) => value);
    expect(keys('E列: 備考')).not.toContain('amount');
    await fill('B列: 使用量(kg)', '');
    expect(keys('E列: 備考')).toContain('amount');
    expect(pane.text).toContain('対応がないため読まない列: 使用量(kg)');
    expect(pane.text).toContain('数量（必須）');
  });

  it('are told apart from the template’s own, in a workbook that is no case', async () => {
    const host = createMemoryHost(bookOf(sheetOf('従来品', OLD)));
    await pane.show(host);
    await pane.until(() => pane.text.includes('手元の表を使う'));
    expect(pane.text).not.toContain('新しい応募');
    await pane.press('表を選ぶ');
    await pane.until(() => pane.text.includes('従来品!A3:E11'));
    expect(pane.text).toContain('応募概要');
    await click(named('従来品!A3:E11 を選ぶ'));
    await fill('種別（必須）', 'input');
    await fill('数量の基準（必須）', 'functional-unit');
    await pane.press('読み取り結果を確認');
    await pane.press('この表を使う');
    await pane.until(() => pane.place.querySelector('[role=tab][aria-selected=true]') !== null);
    expect(pane.place.querySelector('[role=tab][aria-selected=true]')!.textContent).toBe('概要');
    expect(readWorkbook(await host.snapshot()).case.baseline.lines.map(({ process }) => process)).toEqual([
      '鋼材',
      '銅',
      '塗料',
    ]);
    await pane.press('元に戻す');
    await pane.until(() => pane.text.includes('このブックには KMC の表がありません'));
    expect((await host.snapshot()).names).toEqual([]);
  });

  it('explain an adoption whose headers have changed, and can be put right', async () => {
    const host = createMemoryHost(withSheets(await template('ja')));
    await openAdopt(host);
    await click(named('従来品!A3:E11 を選ぶ'));
    await fill('種別（必須）', 'input');
    await fill('数量の基準（必須）', 'functional-unit');
    await pane.press('読み取り結果を確認');
    await pane.press('この表を使う');
    await pane.until(() => pane.text.includes('使用中の表'));
    await act(async () =>
      host.edit([{ kind: 'set-value', cell: { sheet: '従来品', row: 2, column: 1 }, value: '投入量（kg）' }]),
    );
    await pane.until(() => pane.text.includes('見出し「使用量(kg)」の列がなくなりました'));
    await click(named('比較対象製品（従来品!A3:E11）を変更'));
    expect(pane.text).toContain('見出し「使用量(kg)」（数量）が見当たりません。');
    await fill('B列: 投入量(kg)', 'amount');
    await pane.press('読み取り結果を確認');
    await pane.press('変更した内容で使う');
    await pane.settle();
    const { baseline } = readWorkbook(await host.snapshot()).case;
    expect(baseline.lines.map(({ amount }) => amount?.toString())).toEqual(['10', '5', '3']);
    expect(adoptionsOf(await host.snapshot()).map(({ id }) => id)).toEqual([1]);
  });
});

describe('where the template’s sheets can join the workbook', () => {
  it('adds them beside the user’s own, and the table that was adopted stays', async () => {
    const host = createMemoryHost(bookOf(sheetOf('従来品', OLD)));
    const full = await template('ja');
    const joined: unknown[] = [];
    let current = host.snapshot;
    const joining = { ...host, snapshot: () => current() };
    const workbooks = {
      joins: true,
      create: async (options: unknown) => {
        joined.push(options);
        const before = await host.snapshot();
        current = async () => ({
          ...full,
          sheets: [...before.sheets, ...full.sheets],
          names: [...before.names, ...full.names],
        });
      },
      readFile: () => Promise.reject(new Error('not asked for')),
      openEdited: () => Promise.reject(new Error('not asked for')),
    };
    await pane.show(joining, { workbooks });
    await pane.until(() => pane.text.includes('このブックにシートを追加'));
    await pane.press('表を選ぶ');
    await pane.until(() => pane.text.includes('KMC のシートをこのブックに追加'));
    await pane.press('KMC のシートをこのブックに追加');
    await pane.until(() => !pane.text.includes('KMC のシートをこのブックに追加'));
    expect(joined).toEqual([{ language: 'ja' }]);
    expect(pane.text).toContain('従来品!A3:E11');
  });
});

it('an English sheet in an English workbook, chosen by its range', async () => {
  const host = createMemoryHost(withSheets(await template('en')));
  await pane.show(host, { view: 'start', language: 'en' });
  await pane.until(() => pane.text.includes('Choose a table'));
  await pane.press('Choose a table');
  await pane.until(() => pane.text.includes('Or give a range'));
  await fill('Sheet', 'New model');
  await fill('Range with its header row, such as A4:H20', 'A2-E5');
  await pane.press('Choose this range');
  expect(pane.text).toContain('“A2-E5” is no range such as A4:H20.');
  await fill('Range with its header row, such as A4:H20', '$a$2:$e$5');
  const kinds = [...pane.place.querySelectorAll('form select')] as HTMLSelectElement[];
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!.set!.call(kinds[1], 'KmcProduct');
    kinds[1]!.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await pane.press('Choose this range');
  await fill('Stage: “Welding shop”', 'production');
  await fill('Flow (needed)', 'input');
  await fill('Per (needed)', 'functional-unit');
  await pane.press('See what is read');
  // Stage, material, quantity and factor of two lines; the total is left out.
  expect(pane.text).toContain('2 lines. Cells: 8 read, 0 refused, 0 blank.');
  expect(pane.text).toContain('Rows left out: Total.');
  expect(pane.text).toContain('Emissions in your sheet that are not amount × factor: 0');
  await pane.press('Use this table');
  await pane.until(() => pane.text.includes("Product is read from 'New model'!A2:E5 now."));
  const { product } = readWorkbook(await host.snapshot()).case;
  expect(
    product.lines.map(({ stage, amount, unit, factorUnit }) => [stage, amount?.toString(), unit, factorUnit]),
  ).toEqual([
    ['raw-materials', '6', 'kg', 'kg-CO2e/kg'],
    ['production', '1', 'kg', 'kg-CO2e/kg'],
  ]);
});
