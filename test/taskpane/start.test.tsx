/** @jest-environment jsdom */
import { act } from 'react';
import { createMemoryHost } from '../../src/adapters/memory/memoryHost';
import { readWorkbook } from '../../src/core/adoption/readWorkbook';
import { KmcError, message } from '../../src/core/message';
import { exampleNamed } from '../../src/core/template/examples/registry';
import { planWorkbook, type WorkbookOptions } from '../../src/core/template/planWorkbook';
import type { WorkbookEdit } from '../../src/core/workbook/edit';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import type { Memory, Workbooks } from '../../src/taskpane/start/ports';
import { bookOf } from '../core/adoption/sheets';
import { planSnapshot } from '../support/planSnapshot';
import { fetchViews, PaneOnPage } from './paneOnPage';

const snapshotOf = (name: string): WorkbookSnapshot =>
  planSnapshot(planWorkbook({ language: 'ja', content: exampleNamed(name).content }));

/** Workbooks that are only noted down. */
function noted(file: WorkbookSnapshot, opens = true) {
  const created: WorkbookOptions[] = [];
  const opened: { name: string; edits: readonly WorkbookEdit[] }[] = [];
  const workbooks: Workbooks = {
    create: async (options) => {
      created.push(options);
      return opens;
    },
    readFile: async () => file,
    openEdited: async (_, edits, name) => {
      opened.push({ name, edits });
      return opens;
    },
  };
  return { workbooks, created, opened };
}

function memoryOf(kept: Record<string, string> = {}): Memory & { readonly kept: Record<string, string> } {
  return { kept, read: (key) => kept[key] ?? null, write: (key, text) => void (kept[key] = text) };
}

let pane: PaneOnPage;
beforeAll(async () => {
  await fetchViews();
  await import('../../src/taskpane/start/StartView');
});
beforeEach(() => (pane = new PaneOnPage()));
afterEach(() => pane.close());

const option = (text: string): HTMLInputElement => {
  const found = [...pane.place.querySelectorAll('label')].find((label) => label.textContent!.startsWith(text));
  if (!found) throw new Error(`no option ${text} in ${pane.text}`);
  return found.querySelector('input')!;
};
const choose = (text: string) => act(async () => option(text).click());

const empty = () => createMemoryHost(bookOf());

async function chooseFile(label: string, name: string): Promise<void> {
  const input = pane.place.querySelector<HTMLInputElement>(`input[type=file][aria-label="${label}"]`)!;
  Object.defineProperty(input, 'files', { value: [new File(['x'], name)], configurable: true });
  await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })));
  await pane.settle();
}

describe('a new application', () => {
  it.each([
    ['日本語', 'ja', '応募概要'],
    ['English', 'en', 'Case'],
  ] as const)('in %s reads back in its language, with the tables asked for', async (label, language, sheet) => {
    const { workbooks, created } = noted(bookOf());
    await pane.show(empty(), { workbooks });
    await pane.until(() => pane.text.includes('新しい応募'));
    await choose(label);
    await choose('年次');
    await pane.press('ブックを作成');
    const made = planSnapshot(planWorkbook(created[0]!));
    expect(made.sheets[0]!.name).toBe(sheet);
    expect(made.tables.map(({ name }) => name)).toContain('KmcYears');
    expect(made.tables.map(({ name }) => name)).not.toContain('KmcMix');
    const { case: read, problems } = readWorkbook(made);
    expect(read.language).toBe(language);
    expect(problems.filter(({ message: { code } }) => code === 'reader.table-missing')).toEqual([]);
  });

  it('can begin with an example', async () => {
    const { workbooks, created } = noted(bookOf());
    await pane.show(empty(), { workbooks });
    await pane.until(() => pane.text.includes('記入済みの例'));
    await choose('記入済みの例');
    const [which] = [...pane.place.querySelectorAll<HTMLSelectElement>('section select')].slice(1);
    expect([...which!.options].map(({ value }) => value)).toContain('service');
    await act(async () => {
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!.set!.call(which, 'radar');
      which!.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(pane.text).toContain(exampleNamed('radar').description.ja);
    await pane.press('ブックを作成');
    expect(created.map(({ content }) => content)).toEqual([exampleNamed('radar').content]);
  });

  it('takes the baseline that the guide found, when the user wants', async () => {
    const { workbooks, created } = noted(bookOf());
    await pane.show(empty(), { workbooks });
    await pane.until(() => pane.text.includes('新しい応募'));
    await pane.section('比較対象の選び方');
    await choose('既存需要');
    await choose('ほかの製品を購入');
    await choose('販売されている種類ごと');
    await choose('ある');
    expect(pane.text).not.toContain('提案:');
    await choose('はい');
    expect(pane.text).toContain('提案: 市場平均');
    expect(pane.text).toContain('WBCSD と WRI は、自社の旧型ではなく');
    expect(pane.text).toContain('経済産業省のガイドライン');
    await choose('下の質問で選んだ比較対象の種別を記入する: 市場平均');
    await pane.press('ブックを作成');
    const { fields } = readWorkbook(planSnapshot(planWorkbook(created[0]!))).case;
    expect([fields['baselineType']?.text, fields['baselineType']?.basis, fields['demand']?.text]).toEqual([
      'market-average',
      'framework',
      'existing',
    ]);
    expect(fields['baselineType']?.note).toContain('市場の割合が分かっているため');
  });

  it('begins with what was chosen last', async () => {
    const memory = memoryOf();
    const { workbooks, created } = noted(bookOf());
    await pane.show(empty(), { workbooks, memory });
    await pane.until(() => pane.text.includes('新しい応募'));
    await choose('English');
    await choose('波及効果');
    await pane.press('ブックを作成');
    pane.close();
    pane = new PaneOnPage();
    await pane.show(empty(), { workbooks, memory });
    await pane.until(() => pane.text.includes('新しい応募'));
    await pane.press('ブックを作成');
    expect(created.map(({ language, optionalTables }) => [language, optionalTables])).toEqual([
      ['en', ['KmcSideEffects']],
      ['en', ['KmcSideEffects']],
    ]);
  });

  it.each(['{', '{"language":"fr"}', 'null'])('is not put off by a memory of %s', async (text) => {
    const { workbooks, created } = noted(bookOf());
    await pane.show(empty(), { workbooks, memory: memoryOf({ 'start.new': text }) });
    await pane.until(() => pane.text.includes('新しい応募'));
    await pane.press('ブックを作成');
    expect(created.map(({ language, content }) => [language, content])).toEqual([['ja', undefined]]);
  });

  it('is not offered where the host makes no workbooks', async () => {
    await pane.show(empty());
    await pane.until(() => pane.text.includes('手元の表を使う'));
    expect(pane.text).not.toContain('新しい応募');
    expect(pane.text).not.toContain('昨年度の応募を引き継ぐ');
    expect(pane.place.querySelector('input[type=file]')).toBeNull();
  });

  it('says why it could not be made', async () => {
    const { workbooks } = noted(bookOf());
    const failing = {
      ...workbooks,
      create: () => Promise.reject(new KmcError(message('host.unknown-sheet', { sheet: 'X' }))),
    };
    await pane.show(empty(), { workbooks: failing });
    await pane.until(() => pane.text.includes('新しい応募'));
    await pane.press('ブックを作成');
    expect(pane.place.querySelector('[role=alert]')?.textContent).toContain('ブックにシート「X」がありません。');
  });
});

describe('the baseline guide in an open case', () => {
  it('writes the word with its reason, and takes it back', async () => {
    const host = createMemoryHost(snapshotOf('heat-pump'));
    const before = await host.snapshot();
    await pane.show(host, { view: 'start' });
    await pane.until(() => pane.text.includes('比較対象の選び方'));
    await pane.section('比較対象の選び方');
    for (const answer of ['既存需要', 'まだ動く機器', 'ない', 'いいえ']) await choose(answer);
    await pane.press('このブックに記入');
    const { fields } = readWorkbook(await host.snapshot()).case;
    expect([fields['baselineType']?.text, fields['baselineType']?.basis]).toEqual(['replaced-device', 'framework']);
    await pane.press('元に戻す');
    await pane.settle();
    expect(readWorkbook(await host.snapshot()).case.fields).toEqual(readWorkbook(before).case.fields);
  });
});

describe('last year’s application', () => {
  it('of the open workbook is shown first, written as one step, and taken back', async () => {
    const host = createMemoryHost(snapshotOf('water-heater'));
    const before = readWorkbook(await host.snapshot()).case;
    await pane.show(host, { view: 'start' });
    await pane.until(() => pane.text.includes('昨年度の応募を引き継ぐ'));
    await pane.section('昨年度の応募を引き継ぐ');
    await choose('数量を空にして');
    await pane.press('開いているブックから');
    await pane.settle();
    expect(pane.text).toContain('2026年度の応募になります。まだ何も書き込んでいません。');
    expect(pane.text).toContain('2025 → 2026');
    expect(readWorkbook(await host.snapshot()).case).toEqual(before);
    await pane.press('変更を書き込む');
    await pane.until(() => pane.text.includes('2026年度の応募になりました。'));
    const after = readWorkbook(await host.snapshot()).case;
    expect(after.sales.map(({ period, units }) => [period, units?.toString()])).toEqual([
      [2026, undefined],
      [2024, '800'],
    ]);
    await pane.press('元に戻す');
    await pane.until(() => pane.text.includes('まだ何も書き込んでいません。'));
    expect(readWorkbook(await host.snapshot()).case).toEqual(before);
  });

  it('writes nothing that was not shown', async () => {
    const host = createMemoryHost(snapshotOf('water-heater'));
    const { case: read } = readWorkbook(await host.snapshot());
    await pane.show(host, { view: 'start' });
    await pane.until(() => pane.text.includes('昨年度の応募を引き継ぐ'));
    await pane.section('昨年度の応募を引き継ぐ');
    await choose('数量を空にして');
    await pane.press('開いているブックから');
    await pane.settle();
    const cell = {
      sheet: read.sales[0]!.ref.sheet,
      row: read.sales[0]!.ref.row,
      column: read.locations['KmcSales']!.columns['units']!,
    };
    await act(async () => host.edit([{ kind: 'set-value', cell, value: 4321 }]));
    await pane.settle();
    await pane.press('変更を書き込む');
    await pane.settle();
    expect(pane.place.querySelector('[role=alert]')?.textContent).toContain('一覧を作成した後にブックが変わりました');
    const after = readWorkbook(await host.snapshot()).case;
    expect([after.fields['fiscalYear']?.number?.toString(), after.sales[0]?.units?.toString()]).toEqual([
      '2025',
      '4321',
    ]);
  });

  it('of a file opens as a changed copy under another name', async () => {
    const file = snapshotOf('water-heater');
    const { workbooks, opened } = noted(file);
    await pane.show(empty(), { workbooks });
    await pane.until(() => pane.text.includes('昨年度の応募を引き継ぐ'));
    await pane.section('昨年度の応募を引き継ぐ');
    await chooseFile('ファイルから', 'heater.xlsx');
    await pane.press('変更した写しを開く');
    await pane.settle();
    expect(opened.map(({ name }) => name)).toEqual(['heater-2026.xlsx']);
    expect(opened[0]!.edits[0]).toMatchObject({ kind: 'set-value', value: 2026 });
    expect(pane.text).toContain('2026年度の応募になりました。');
  });

  it('stays a plan where the user keeps the open workbook', async () => {
    const { workbooks } = noted(snapshotOf('water-heater'), false);
    await pane.show(empty(), { workbooks });
    await pane.until(() => pane.text.includes('昨年度の応募を引き継ぐ'));
    await pane.section('昨年度の応募を引き継ぐ');
    await chooseFile('ファイルから', 'heater.xlsx');
    await pane.press('変更した写しを開く');
    await pane.settle();
    expect(pane.text).toContain('まだ何も書き込んでいません。');
  });

  it('says so where a file holds no year', async () => {
    const { workbooks } = noted(bookOf());
    await pane.show(empty(), { workbooks });
    await pane.until(() => pane.text.includes('昨年度の応募を引き継ぐ'));
    await pane.section('昨年度の応募を引き継ぐ');
    await chooseFile('ファイルから', 'other.xlsx');
    expect(pane.place.querySelector('[role=alert]')?.textContent).toContain('ブックから年度を読み取れないため');
  });
});
