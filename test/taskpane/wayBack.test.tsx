/** @jest-environment jsdom */
import { act } from 'react';
import axe from 'axe-core';
import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TextDecoder, TextEncoder } from 'node:util';
import { createMemoryHost, type MemoryHost } from '../../src/adapters/memory/memoryHost';
import { readXlsx } from '../../src/adapters/xlsx/read/readXlsx';
import { applyEdits } from '../../src/adapters/xlsx/write/applyEdits';
import { webDigest } from '../../src/adapters/zip/digest';
import { inflate } from '../../src/adapters/zip/inflate';
import { message } from '../../src/core/message';
import { packWorkbook, type Packed } from '../../src/core/package/pack';
import { openPackage } from '../../src/core/package/open';
import { readReviewFile } from '../../src/core/package/rounds/readReviewFile';
import type { VerifyTools } from '../../src/core/package/verify/context';
import { decisionsOf } from '../../src/core/review/decisions/store';
import type { FileSaver } from '../../src/core/ports';
import type { WorkbookEdit } from '../../src/core/workbook/edit';
import type { AppProps } from '../../src/taskpane/App';
import type { Memory, Workbooks } from '../../src/taskpane/start/ports';
import { MORE_TEXTS } from '../../src/locales/moreTexts';
import { addTexts } from '../../src/locales/translator';
import { fetchViews, PaneOnPage } from './paneOnPage';

jest.setTimeout(120_000);

// What every browser has and the page of this test has not.
Object.assign(globalThis, { TextDecoder, TextEncoder });
Object.defineProperty(globalThis, 'crypto', { value: webcrypto });
addTexts(MORE_TEXTS);

let tools: VerifyTools = {
  digest: webDigest,
  inflate,
  open: (bytes) => readXlsx(bytes),
  recalculator: null,
  documents: null,
};
const sample = (name: string) => new Uint8Array(readFileSync(path.join(__dirname, `../../samples/${name}.xlsx`)));

/** A host whose file holds what was written into the review record. */
async function hostOf(name: string, edits: readonly WorkbookEdit[] = []): Promise<MemoryHost> {
  const bytes = applyEdits(sample(name), edits);
  const host = createMemoryHost((await readXlsx(bytes)).snapshot);
  return Object.assign(host, {
    bytes: async () => {
      const { names } = await host.snapshot();
      const record = names.filter((one) => /^KmcReview_/.test(one.name));
      return applyEdits(
        bytes,
        record.map(({ name: each, formula }) => ({ kind: 'set-name', name: each, formula, hidden: true })),
      );
    },
  });
}

const memoryOf = (kept: Record<string, string>): Memory => ({
  read: (key) => kept[key] ?? null,
  write: (key, text) => void (kept[key] = text),
});
const reviewer = () => memoryOf({ role: 'reviewer', 'review.name.reviewer': '審査 花子' });
const author = () => memoryOf({ 'review.name.author': '応募 太郎' });

const workbooks: Workbooks = {
  create: async () => true,
  readFile: async (file) => (await readXlsx(new Uint8Array(await file.arrayBuffer()))).snapshot,
  openEdited: async () => true,
};

/** Files that the user was handed, by name. */
function handed() {
  const saved = new Map<string, Uint8Array>();
  const files: FileSaver = {
    save: async (bytes, name) => {
      saved.set(name, bytes);
      return message('workbench.save.handed', { name });
    },
  };
  return { files, saved };
}

const fileOf = (name: string, bytes: Uint8Array): File =>
  Object.assign(new File([], name), { arrayBuffer: async () => bytes.slice().buffer });

let pane: PaneOnPage;
let first: Packed;
beforeAll(async () => {
  const { papers } = await import('../../src/adapters/documents/papers');
  tools = { ...tools, papers: papers(null) };
  await fetchViews();
  await Promise.all([
    import('../../src/taskpane/submit/SubmitView'),
    import('../../src/taskpane/package/OpenPackage'),
    import('../../src/taskpane/package/readFiles'),
    import('../../src/taskpane/review/rounds/reviewerFiles'),
    import('../../src/taskpane/review/rounds/answersIn'),
  ]);
  first = await packWorkbook(sample('radar'), [], tools);
});
beforeEach(() => (pane = new PaneOnPage()));
afterEach(() => pane.close());

async function show(host: MemoryHost, props: Partial<AppProps>): Promise<void> {
  await pane.show(host, { packageTools: async () => tools, workbooks, ...props });
}

async function choose(label: string, ...files: File[]): Promise<void> {
  const input = pane.place.querySelector<HTMLInputElement>(`input[type=file][aria-label="${label}"]`);
  if (!input) throw new Error(`no input ${label}\n${pane.text}`);
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  await act(async () => input.dispatchEvent(new Event('change', { bubbles: true })));
}

async function type(label: string, text: string): Promise<void> {
  const field = [...pane.place.querySelectorAll('label')].find((one) => one.textContent!.startsWith(label))!;
  const control = (field.htmlFor ? document.getElementById(field.htmlFor) : field.querySelector('input, select'))!;
  const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')!.set!;
  await act(async () => {
    set.call(control, text);
    control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  });
}

async function openRounds(host: MemoryHost, props: Partial<AppProps>): Promise<void> {
  await show(host, { view: 'problems', ...props });
  await pane.until(() => pane.text.includes('すべての確認が終わりました。'));
  await pane.press('変更点');
  await pane.until(() => pane.text.includes('審査での指摘'));
}

/** What a reviewer writes about the first package, with the pane's own means. */
async function reviewed(): Promise<Map<string, Uint8Array>> {
  const { files, saved } = handed();
  const host = await hostOf('radar');
  await show(host, { view: 'problems', memory: reviewer(), files });
  await pane.until(() => pane.text.includes('すべての確認が終わりました。'));
  const item = pane.control(/^B3/).closest('section')!;
  if (pane.control(/^B3/).getAttribute('aria-expanded') === 'false') await pane.press(/^B3/);
  await pane.press('判断する', item);
  await pane.press('要是正', item);
  await type('コメント', '販売台帳を示してください。');
  await pane.press('記録', item);
  await pane.until(() => pane.text.includes('すべての確認が終わりました。'));
  await pane.press('変更点');
  await pane.until(() => pane.text.includes('審査結果を渡す'));
  await choose('パッケージを選ぶ', fileOf('first.zip', first.bytes));
  await pane.until(() => pane.text.includes(first.id));
  await type('検証意見', 'with-remarks');
  await type('重要性の基準値', '5');
  await type('確認した行', 'P1、S1');
  await type('検証の範囲', '二つの数値');
  await type('根拠', '販売台帳を確認できません。');
  await pane.press('review.json と回答書を作成');
  await pane.until(() => pane.text.includes('letter.xlsx を保存'));
  for (const name of ['review.json', 'letter.xlsx', 'opinion.html']) {
    await pane.press(`${name} を保存`);
    await pane.until(() => saved.has(name));
  }
  return saved;
}

let answer: Promise<Map<string, Uint8Array>> | undefined;
/** Written once for all tests. */
const reviewersFiles = async () => {
  answer ??= reviewed();
  const files = await answer;
  pane.close();
  pane = new PaneOnPage();
  return files;
};

describe('a reviewer', () => {
  it('writes review.json bound to the package, the letter and an opinion', async () => {
    const saved = await reviewersFiles();
    const reading = readReviewFile(saved.get('review.json')!);
    expect(reading).toMatchObject({
      ok: true,
      value: {
        package: first.id,
        round: 1,
        state: 'needs-change',
        application: { productName: '固体化気象レーダー', fiscalYear: 2025 },
        entries: [{ kind: 'decision', on: 'B3', state: 'needs-change', by: '審査 花子' }],
        opinion: { opinion: 'with-remarks', level: 'limited', materiality: '5', by: '審査 花子' },
      },
    });
    const html = new TextDecoder().decode(saved.get('opinion.html'));
    for (const text of ['検証意見書', '限定付き意見', '限定的保証', first.id, '販売台帳を確認できません。'])
      expect(html).toContain(text);
    expect(html).not.toMatch(/\{\{|decisions\.|report\./);
  });

  it('is told that the open workbook is another one than the packaged one', async () => {
    const { case: read } = first.reviewed.outcome;
    const { sheet, row } = read.baseline.lines[0]!.ref;
    const cell = { sheet, row, column: read.locations['KmcBaseline']!.columns['amount']! };
    const host = await hostOf('radar', [{ kind: 'set-value', cell, value: 7 }]);
    await openRounds(host, { memory: reviewer(), files: handed().files });
    await choose('パッケージを選ぶ', fileOf('first.zip', first.bytes));
    await pane.until(() => pane.text.includes(first.id));
    await pane.press('review.json と回答書を作成');
    await pane.until(() => pane.text.includes('パッケージの中のブックと1か所が異なる'));
  });
});

describe('an author', () => {
  it('takes the review over, answers line by line, and packs the next one with the answers', async () => {
    const saved = await reviewersFiles();
    const { files, saved: own } = handed();
    const host = await hostOf('radar');
    await openRounds(host, { memory: author(), files });
    expect(pane.text).toContain('審査者の指摘は記録されていません');
    await choose('審査結果（review.json）を開く', fileOf('review.json', saved.get('review.json')!));
    await pane.until(() => pane.text.includes('この応募に対する審査結果です'));
    await pane.until(() => pane.text.includes('指摘1件のうち1件が未回答です'));
    expect(pane.text).toContain('販売台帳を示してください。');
    expect(pane.text).toContain('検証意見：限定付き意見（限定的保証、重要性 5 ％、審査 花子');
    const { violations } = await axe.run(pane.place, {
      rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await pane.press('回答する');
    await type('審査者への回答', '台帳を根拠資料に加えました。');
    await pane.press('記録');
    await pane.until(() => pane.text.includes('指摘1件はすべて回答済みか、回答不要です'));
    expect(decisionsOf(await host.snapshot()).entries).toEqual([
      expect.objectContaining({ kind: 'decision', on: 'B3', by: '審査 花子' }),
      expect.objectContaining({
        kind: 'reply',
        on: 'B3',
        round: 1,
        by: '応募 太郎',
        text: '台帳を根拠資料に加えました。',
      }),
    ]);
    await act(async () => pane.place.querySelector<HTMLElement>('[role=tab]:last-of-type')!.click());
    const before = await pane.section('前回の提出');
    await choose('前回のパッケージを選ぶ', fileOf('first.zip', first.bytes));
    await pane.until(() => before.textContent!.includes(first.id));
    expect(before.textContent).toContain('審査結果：review.json');
    await pane.press('パッケージを作成');
    await pane.until(() => pane.text.includes('.kmc.zip'));
    await pane.press('保存');
    await pane.until(() => own.size > 0);
    const [[name, bytes]] = [...own] as [[string, Uint8Array]];
    const opening = openPackage(bytes, inflate);
    expect(opening.ok && opening.value.documents.previous!.steps[0]!.package).toBe(first.id);
    expect(opening.ok && opening.value.documents.answers!.remarks).toEqual([
      expect.objectContaining({ number: 1, on: 'B3', state: 'answered' }),
    ]);
    await reopened(name, bytes);
  });

  /** The reviewer opens the next package: its answers, and its changes held against the package before. */
  async function reopened(name: string, bytes: Uint8Array): Promise<void> {
    pane.close();
    pane = new PaneOnPage();
    const { files, saved } = handed();
    await show(await hostOf('radar'), { view: 'start', files });
    await pane.until(() => pane.text.includes('パッケージを開く'));
    await pane.press('パッケージを開く');
    await pane.until(() => pane.text.includes('パッケージを選ぶ'));
    await choose('パッケージを選ぶ', fileOf(name, bytes));
    await pane.until(() => pane.text.includes('検証の結果'));
    expect(pane.text).toContain('変更の一覧が、前回のパッケージとの違いと一致する未検査');
    const answers = await pane.section('審査での指摘と回答');
    expect(answers.textContent).toContain('台帳を根拠資料に加えました。');
    await choose('前回のパッケージと照合', fileOf('first.zip', first.bytes));
    await pane.until(() => pane.text.includes('変更の一覧が、前回のパッケージとの違いと一致する合格'));
    await pane.section('認証の前後に使う文書');
    await pane.press('文書を作成');
    await pane.until(() => pane.text.includes('ordinance-entry.html を保存'));
    await pane.press('ordinance-entry.html を保存');
    await pane.until(() => saved.has('ordinance-entry.html'));
    expect(new TextDecoder().decode(saved.get('ordinance-entry.html'))).toContain('差し引き、相殺はしません');
  }

  it('takes the answers of the filled letter', async () => {
    const saved = await reviewersFiles();
    const host = await hostOf('radar');
    await openRounds(host, { memory: author(), files: handed().files });
    await choose('審査結果（review.json）を開く', fileOf('review.json', saved.get('review.json')!));
    await pane.until(() => pane.text.includes('指摘1件のうち1件が未回答です'));
    const { snapshot } = await readXlsx(saved.get('letter.xlsx')!);
    const cell = { sheet: snapshot.sheets[0]!.name, row: 4, column: 9 };
    const letter = applyEdits(saved.get('letter.xlsx')!, [{ kind: 'set-value', cell, value: '台帳を加えました。' }]);
    await choose('記入済みの指摘事項・回答書を開く', fileOf('letter.xlsx', letter));
    await pane.until(() => pane.text.includes('指摘1件はすべて回答済みか、回答不要です'));
    expect(decisionsOf(await host.snapshot()).entries.at(-1)).toMatchObject({
      kind: 'reply',
      text: '台帳を加えました。',
    });
  });

  it('is refused a review of another application, and what is none', async () => {
    const saved = await reviewersFiles();
    const host = await hostOf('heat-pump');
    await openRounds(host, { memory: author(), files: handed().files });
    await choose('審査結果（review.json）を開く', fileOf('review.json', saved.get('review.json')!));
    await pane.until(() =>
      pane.text.includes('別の応募（例示株式会社、固体化気象レーダー、2025年度）に対する審査結果です'),
    );
    await choose('審査結果（review.json）を開く', fileOf('review.json', new TextEncoder().encode('{"a":')));
    await pane.until(() => pane.text.includes('審査結果のファイルではありません'));
    expect(decisionsOf(await host.snapshot()).entries).toEqual([]);
  });
});
