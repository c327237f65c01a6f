/** @jest-environment jsdom */
import axe from 'axe-core';
import { act } from 'react';
import { createMemoryHost, type MemoryHost } from '../../src/adapters/memory/memoryHost';
import { evaluate } from '../../src/core/pipeline';
import { decisionsOf } from '../../src/core/review/decisions/store';
import { reviewedBook } from '../../src/core/review/formulas/book';
import { uniqueFormulas } from '../../src/core/review/formulas/uniqueFormulas';
import type { CellRef } from '../../src/core/workbook/cell';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { withEdits } from '../../src/core/workbook/withEdits';
import type { AppProps } from '../../src/taskpane/App';
import type { Memory, Workbooks } from '../../src/taskpane/start/ports';
import { bookOf, sheetOf } from '../core/adoption/sheets';
import { calculatedExample } from './calculatedExample';
import { fetchViews, PaneOnPage } from './paneOnPage';

let workbook: WorkbookSnapshot;
let pane: PaneOnPage;
/** The first amount of the baseline, 比較対象製品!H5. */
let amount: CellRef;

beforeAll(async () => {
  await fetchViews();
  workbook = await calculatedExample('photovoltaics', 'ja');
  const { case: read } = evaluate(workbook);
  const { sheet, row } = read.baseline.lines[0]!.ref;
  amount = { sheet, row, column: read.locations['KmcBaseline']!.columns['amount']! };
}, 60_000);
beforeEach(() => (pane = new PaneOnPage()));
afterEach(() => pane.close());

function memoryOf(kept: Record<string, string> = {}): Memory & { readonly kept: Record<string, string> } {
  return { kept, read: (key) => kept[key] ?? null, write: (key, text) => void (kept[key] = text) };
}

const reviewer = () => memoryOf({ role: 'reviewer', 'review.name.reviewer': '審査 花子' });
const author = () => memoryOf({ 'review.name.author': '応募 太郎' });
const isChecked = () => pane.text.includes('すべての確認が終わりました。');
const panel = () => pane.place.querySelector<HTMLElement>('[role=tabpanel]')!;

async function open(host: MemoryHost, props: Partial<AppProps>): Promise<void> {
  await pane.show(host, { view: 'problems', ...props });
  await pane.until(isChecked);
}

const sectionOf = (title: string | RegExp) => pane.control(title).closest('section')!;

async function type(label: string, text: string, within: Element = panel()): Promise<void> {
  const field = [...within.querySelectorAll('label')].find(({ textContent }) => textContent === label);
  const control = document.getElementById(field!.htmlFor) as HTMLInputElement | HTMLTextAreaElement;
  const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')!.set!;
  await act(async () => {
    set.call(control, text);
    control.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const key = (element: Element, name: string) =>
  act(
    async () =>
      void element.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true })),
  );

const entriesIn = async (host: MemoryHost) => decisionsOf(await host.snapshot()).entries;

async function openSection(title: RegExp): Promise<Element> {
  if (pane.control(title).getAttribute('aria-expanded') === 'false') await pane.press(title);
  return sectionOf(title);
}

async function decide(title: RegExp, state: string, text: string): Promise<void> {
  const section = await openSection(title);
  await pane.press('判断する', section);
  const form = section.querySelector('form')!;
  await pane.press(state, form);
  if (text !== '') await type('コメント', text, form);
  await pane.press('記録', form);
  await pane.settle();
}

describe('the role', () => {
  it('is switched in the header and kept', async () => {
    const memory = memoryOf();
    await pane.show(createMemoryHost(workbook), { memory });
    const select = pane.place.querySelector<HTMLSelectElement>('select[aria-label="立場"]')!;
    expect([select.value, [...select.options].map(({ text }) => text)]).toEqual(['author', ['応募者', '審査者']]);
    await act(async () => {
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!.set!.call(select, 'reviewer');
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(memory.kept['role']).toBe('reviewer');
    pane.close();
    pane = new PaneOnPage();
    await pane.show(createMemoryHost(workbook), { memory });
    expect(pane.place.querySelector<HTMLSelectElement>('select[aria-label="立場"]')!.value).toBe('reviewer');
  });
});

describe('the review items', () => {
  it('come in the city’s order with their progress, what stands on what, and say that checking goes on until it is done', async () => {
    await pane.show(createMemoryHost(workbook), { view: 'problems', memory: author() });
    expect(pane.text).toContain('確認を続けています…');
    expect(panel().querySelectorAll('[data-item]').length).toBeGreaterThan(0);
    await pane.until(isChecked);
    const titles = [...panel().querySelectorAll('section > h2')].map(({ textContent }) => textContent);
    expect(titles.map((title) => title!.slice(0, 2).trim())).toEqual(
      ['A1', 'A2', 'A3', 'B1', 'B2', 'B3', 'G'].map((id) => expect.stringMatching(new RegExp(`^${id}`))),
    );
    const b1 = pane.control(/^B1/).textContent!;
    expect(b1).toMatch(/\d+\/\d+$/);
    expect((await openSection(/^B1/)).textContent).toMatch(/（根拠: .+）/);
  });

  it('take the reviewer’s decision, which the workbook keeps, and give it back', async () => {
    const host = createMemoryHost(workbook);
    await open(host, { memory: reviewer() });
    await decide(/^B2/, '要是正', '寄与率の出典を示してください。');
    expect(await entriesIn(host)).toEqual([
      expect.objectContaining({
        kind: 'decision',
        on: 'B2',
        state: 'needs-change',
        by: '審査 花子',
        round: 1,
        text: '寄与率の出典を示してください。',
      }),
    ]);
    await pane.until(() => pane.text.includes('応募の状態: 是正待ち'));
    expect((await openSection(/^B2/)).textContent).toContain('寄与率の出典を示してください。');
    await pane.press('元に戻す');
    await pane.settle();
    expect(await entriesIn(host)).toEqual([]);
    expect((await host.snapshot()).names.filter(({ name }) => name.startsWith('KmcReview'))).toEqual([]);
  });

  it('are open again when a cell they rest on changes, and name it; others stay decided', async () => {
    const host = createMemoryHost(workbook);
    await open(host, { memory: reviewer() });
    await decide(/^A2/, '了承', '');
    await pane.until(isChecked);
    await decide(/^B2/, '了承', '');
    await pane.until(isChecked);
    expect(panel().querySelectorAll('[data-reopened]')).toHaveLength(0);
    host.edit([{ kind: 'set-value', cell: amount, value: 3 }]);
    await pane.until(() => panel().querySelectorAll('[data-reopened]').length > 0 && isChecked());
    const reopened = [...panel().querySelectorAll('[data-reopened]')];
    expect(reopened).toHaveLength(1);
    expect(reopened[0]!.closest('section')).toBe(sectionOf(/^A2/));
    expect(reopened[0]!.textContent).toContain('比較対象製品!H5');
    expect(reopened[0]!.textContent).toMatch(/1 から 3 に変わりました/);
    await pane.press('比較対象製品!H5', reopened[0]!);
    expect(host.revealed).toEqual(amount);
  });
});

describe('a warning', () => {
  const first = () =>
    [...panel().querySelectorAll<HTMLElement>('[data-item]')].find(({ textContent }) => /^要確認/.test(textContent!))!;

  it('is cleared by the author’s reason, until what it rests on changes', async () => {
    const host = createMemoryHost(workbook);
    await open(host, { memory: author() });
    const warns = () => Number(/要確認 (\d+)件/.exec(panel().textContent!)![1]);
    const before = warns();
    const item = first();
    const text = item.textContent!;
    const ids = Number(/ほか(\d+)セル/.exec(text)?.[1] ?? 0) + 1;
    await pane.press('理由を書く', item);
    await type('このままでよい理由', '計測記録による値です。', item);
    await pane.press('記録', item);
    await pane.settle();
    const [reason] = await entriesIn(host);
    expect(reason).toMatchObject({ kind: 'reason', by: '応募 太郎', text: '計測記録による値です。' });
    await pane.until(() => isChecked() && panel().textContent!.includes('応募者の理由: 計測記録による値です。'));
    await pane.until(() => warns() < before);
    expect(before - warns()).toBeLessThanOrEqual(ids);
  });

  it('is commented by the reviewer and answered by the author', async () => {
    const host = createMemoryHost(workbook);
    await open(host, { memory: reviewer() });
    await pane.press('判断する', first());
    await pane.press('要是正', first());
    await type('コメント', '出典は？', first());
    await pane.press('記録', first());
    await pane.until(isChecked);
    pane.close();
    pane = new PaneOnPage();
    await open(host, { memory: author() });
    expect(first().textContent).toContain('出典は？');
    await pane.press('回答する', first());
    await type('審査者への回答', '資料E1です。', first());
    await pane.press('記録', first());
    await pane.until(() => pane.text.includes('応募者の回答: 資料E1です。'));
    expect((await entriesIn(host)).map(({ kind }) => kind)).toContain('reply');
  });

  it('is not recorded without words or a name', async () => {
    const host = createMemoryHost(workbook);
    await open(host, { memory: memoryOf() });
    await pane.press('理由を書く', first());
    await pane.press('記録', first());
    await type('このままでよい理由', '計測', first());
    await pane.press('記録', first());
    expect(await entriesIn(host)).toEqual([]);
    await type('お名前', '応募 太郎', first());
    await pane.press('記録', first());
    await pane.settle();
    expect(await entriesIn(host)).not.toEqual([]);
  });
});

describe('formulas', () => {
  const walk = () => panel().querySelector<HTMLElement>('[role=group][tabindex="-1"]')!;
  const place = () => walk().querySelector('[role=status]')!.textContent;

  it('are gone through by keys: accept, question, next, previous', async () => {
    const host = createMemoryHost(workbook);
    await open(host, { memory: reviewer() });
    await pane.press('数式');
    await pane.until(() => walk() !== null);
    const all = uniqueFormulas(reviewedBook(workbook));
    expect(place()).toBe(`${all.length}件中1件目`);
    await key(walk(), 'n');
    expect(place()).toBe(`${all.length}件中2件目`);
    await key(walk(), 'p');
    await key(walk(), 'a');
    await pane.until(() => place() === `${all.length}件中2件目`);
    const [accepted] = await entriesIn(host);
    expect(accepted).toMatchObject({ state: 'accepted', on: expect.stringContaining(all[0]!.r1c1) });
    await key(walk(), 'q');
    await type('コメント', 'なぜ丸めますか。', walk());
    await pane.press('記録', walk());
    await pane.settle();
    expect((await entriesIn(host))[1]).toMatchObject({
      state: 'open',
      text: 'なぜ丸めますか。',
      on: expect.stringContaining(all[1]!.r1c1),
    });
    expect(walk().textContent).toContain('なぜ丸めますか。');
  });

  it('are traced by clicks on what they read, and back', async () => {
    const host = createMemoryHost(workbook);
    await open(host, { memory: author() });
    await pane.press('数式');
    await pane.until(() => walk() !== null);
    for (let steps = 0; !/数式をたどる/.test(walk().textContent!); steps += 1) {
      if (steps > 100) throw new Error('no formula reads another');
      await key(walk(), 'n');
    }
    const before = walk().querySelector('dl')!.textContent;
    await pane.press('数式をたどる', walk());
    expect(walk().querySelector('dl')!.textContent).not.toBe(before);
    expect(host.revealed).not.toBeNull();
    await pane.press(/に戻る$/, walk());
    expect(walk().querySelector('dl')!.textContent).toBe(before);
  });

  it('that feed the certified numbers stand as a tree, opened group by group', async () => {
    await open(createMemoryHost(workbook), { memory: author() });
    await pane.press('数式');
    await pane.until(() => walk() !== null);
    const tree = await pane.section('認証される数値のもと');
    expect(tree.textContent).toContain('域外貢献量');
    const count = () => tree.querySelectorAll('li').length;
    const before = count();
    const [closed] = [...tree.querySelectorAll<HTMLElement>('li button[aria-expanded=false]')];
    await act(async () => closed!.click());
    expect(count()).toBeGreaterThan(before);
  });

  it('of any workbook can be reviewed', async () => {
    const grid = [
      ['項目', '量'],
      ['電力', 2],
      ['灯油', 3],
      ['計', '=SUM(B2:B3)'],
    ];
    const host = createMemoryHost(bookOf(sheetOf('自社', grid)));
    await pane.show(host, { memory: reviewer(), view: 'problems' });
    expect(pane.text).toContain('KMC の表がありません');
    await pane.until(isChecked);
    expect([...pane.place.querySelectorAll('[role=tab]')].map(({ textContent }) => textContent)).toEqual([
      '概要',
      '審査',
    ]);
    await pane.press('数式');
    await pane.until(() => walk() !== null);
    expect(walk().textContent).toContain('=SUM(B2:B3)');
    await key(walk(), 'a');
    await pane.settle();
    expect(await entriesIn(host)).toEqual([expect.objectContaining({ state: 'accepted' })]);
  });
});

describe('the map', () => {
  it('goes to cells by keys and as a list, and leaves the workbook as it is', async () => {
    const host = createMemoryHost(workbook);
    await open(host, { memory: author() });
    const before = await host.snapshot();
    await pane.press('見取り図');
    await pane.until(() => panel().querySelector('[role=application]') !== null);
    const picture = panel().querySelector('[role=application]')!;
    await key(picture, 'ArrowDown');
    await key(picture, 'ArrowDown');
    await key(picture, 'ArrowRight');
    expect(panel().textContent).toMatch(/B2: /);
    await key(picture, 'Enter');
    expect(host.revealed).toEqual({ sheet: workbook.sheets[0]!.name, row: 1, column: 1 });
    const places = await pane.section('場所の一覧');
    await pane.press(/^[A-Z]+\d+/, places);
    expect(host.revealed!.sheet).toBe(workbook.sheets[0]!.name);
    expect(await host.snapshot()).toBe(before);
  });
});

describe('the changes', () => {
  const workbooks = (file: WorkbookSnapshot): Workbooks => ({
    create: async () => undefined,
    readFile: async () => file,
    openEdited: async () => undefined,
  });

  it('since an earlier workbook are listed, and its decisions brought over', async () => {
    const old = createMemoryHost(workbook);
    await open(old, { memory: reviewer() });
    await decide(/^A2/, '了承', '');
    const earlier = await old.snapshot();
    pane.close();
    pane = new PaneOnPage();
    const now = withEdits(workbook, [{ kind: 'set-value', cell: amount, value: 3 }]);
    const host = createMemoryHost(now);
    await open(host, { memory: reviewer(), workbooks: workbooks(earlier) });
    await pane.press('変更点');
    const label = '前回のブックを選ぶ';
    await pane.until(() => panel().querySelector(`input[aria-label="${label}"]`) !== null);
    const input = panel().querySelector<HTMLInputElement>(`input[aria-label="${label}"]`)!;
    Object.defineProperty(input, 'files', { value: [new File(['x'], '前回.xlsx')], configurable: true });
    await act(async () => void input.dispatchEvent(new Event('change', { bubbles: true })));
    await pane.until(() => pane.text.includes('前回.xlsx からの変更'));
    expect(panel().textContent).toMatch(/比較対象製品!H5 .*1 → 3/);
    // 1 × 550 − 45.5, and 3 × 550 − 45.5
    expect(panel().textContent).toContain('機能単位当たりの削減量: 504.5 g-CO2e/kWh → 1,604.5 g-CO2e/kWh');
    await pane.press('1件をこのブックに取り込む');
    await pane.settle();
    expect((await entriesIn(host)).map(({ on }) => on)).toEqual(['A2']);
    await pane.until(() => panel().querySelectorAll('[data-reopened]').length === 1);
  });
});

it.each(['指摘', '数式', '見取り図', '変更点'])('%s bars nobody', async (page) => {
  await open(createMemoryHost(workbook), { memory: reviewer() });
  await pane.press(page);
  await pane.settle();
  const { violations } = await axe.run(pane.place, {
    rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
