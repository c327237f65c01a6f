/** @jest-environment jsdom */
import { createMemoryHost } from '../../src/adapters/memory/memoryHost';
import { message } from '../../src/core/message';
import type { WorkbookHost } from '../../src/core/ports';
import { decide, decision } from '../../src/core/review/decisions/decide';
import { isOwnNote, ownNote } from '../../src/core/review/notes/ownNotes';
import { evaluate } from '../../src/core/pipeline';
import { reviewed } from '../../src/core/review/review';
import type { CellRef } from '../../src/core/workbook/cell';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { withEdits } from '../../src/core/workbook/withEdits';
import type { Memory } from '../../src/taskpane/start/ports';
import { calculatedExample } from './calculatedExample';
import { fetchViews, PaneOnPage } from './paneOnPage';

let workbook: WorkbookSnapshot;
let about: CellRef;
let pane: PaneOnPage;

beforeAll(async () => {
  await fetchViews();
  const plain = await calculatedExample('photovoltaics', 'ja');
  const { review, bases } = reviewed(plain, evaluate(plain));
  const finding = review.findings.find(({ cells }) => cells.length > 0)!;
  about = finding.cells[0]!;
  const written = { by: '審査 花子', date: '2026-06-01', round: 1, state: 'needs-change' } as const;
  const entries = [
    decision(bases, { ...written, on: finding.id, text: '出典を示してください。' }),
    decision(bases, { ...written, on: 'A2', text: '全体について' }),
  ];
  workbook = withEdits(plain, decide(plain, ...entries));
}, 60_000);
beforeEach(() => (pane = new PaneOnPage()));
afterEach(() => pane.close());

const memoryOf = (role: string): Memory => ({ read: (key) => (key === 'role' ? role : null), write: () => undefined });

async function open(host: WorkbookHost, role: string, props = {}) {
  await pane.show(host, { view: 'problems', memory: memoryOf(role), ...props });
  await pane.until(() => pane.text.includes('すべての確認が終わりました。'));
}

const TITLE = /^コメントをセルのメモにする/;
const section = async () => {
  if (pane.control(TITLE).getAttribute('aria-expanded') === 'false') await pane.press(TITLE);
  return pane.control(TITLE).closest('section')!;
};
const press = async (name: string) => {
  await pane.press(name, await section());
  await pane.settle();
};

describe('the reviewer’s comments as notes', () => {
  it('are written into the workbook and taken out again, and others’ notes stay', async () => {
    const host = createMemoryHost(workbook);
    const theirs = { cell: { ...about, row: about.row + 1 }, text: '山田: 確認済み' };
    const [stale] = [{ ...about, row: about.row + 2 }];
    await host.notes!.write([
      { ...theirs, was: null },
      { cell: stale, was: null, text: ownNote('前回のメモ') },
    ]);
    await open(host, 'reviewer');
    await press('メモを書き込む');
    const notes = await host.notes!.read();
    expect(notes.map(({ cell }) => cell)).toEqual([theirs.cell, about]);
    expect(isOwnNote(notes[1]!.text)).toBe(true);
    expect(notes[1]!.text).toContain('出典を示してください。');
    expect((await section()).textContent).toContain('KMCのメモがあるセル: 1　消したメモ: 1');
    expect((await section()).textContent).toContain('セルに結び付かないコメントが1件あります。');
    await press('KMCのメモを消す');
    expect(await host.notes!.read()).toEqual([theirs]);
    expect(await host.snapshot()).toBe(workbook);
  });

  it('are not written over somebody else’s words, which are named', async () => {
    const host = createMemoryHost(workbook);
    await host.notes!.write([{ cell: about, was: null, text: '山田: 確認済み' }]);
    await open(host, 'reviewer');
    await press('メモを書き込む');
    expect(await host.notes!.read()).toEqual([{ cell: about, text: '山田: 確認済み' }]);
    expect((await section()).textContent).toContain('他の人の書き込みがあるため、そのままにしました');
    await pane.press(/![A-Z]+\d+$/, (await section()).querySelector('[role=status]')!);
    expect(host.revealed).toEqual(about);
  });

  it('are the reviewer’s business alone', async () => {
    await open(createMemoryHost(workbook), 'author');
    expect(() => pane.control(TITLE)).toThrow();
  });

  it('go into a copy where the open workbook can have none', async () => {
    const memory = createMemoryHost(workbook);
    const host: WorkbookHost = { ...memory, notes: undefined, bytes: async () => new Uint8Array([1]) };
    const copied = createMemoryHost(workbook);
    const copy: WorkbookHost = { ...copied, bytes: async () => new Uint8Array([2]) };
    const save = jest.fn(async () => message('workbench.saved-as', { name: '審査メモ付き.xlsx' }));
    const workbooks = {
      create: async () => undefined,
      readFile: async () => workbook,
      openEdited: async () => undefined,
      asFile: async (bytes: Uint8Array) => {
        expect(bytes).toEqual(new Uint8Array([1]));
        return copy;
      },
    };
    await open(host, 'reviewer', { workbooks, files: { save } });
    await press('メモを付けた写しを作る');
    expect((await section()).textContent).toContain('この版のExcelでは、KMCからメモを書き込めません。');
    expect((await copied.notes!.read()).map(({ cell }) => cell)).toEqual([about]);
    await press('写しを保存');
    expect(save).toHaveBeenCalledWith(new Uint8Array([2]), '審査メモ付き.xlsx');
  });

  it.each([
    ['ja', 'KMCからメモを書き込めず'],
    ['en', 'does not let KMC write notes, and no copy'],
  ] as const)('say where they can stand nowhere (%s)', async (language, sentence) => {
    const host: WorkbookHost = { ...createMemoryHost(workbook), notes: undefined };
    await pane.show(host, { view: 'problems', memory: memoryOf('reviewer'), language });
    const title = language === 'ja' ? TITLE : /^Comments as notes/;
    await pane.until(() => [...pane.place.querySelectorAll('button')].some((each) => title.test(each.textContent!)));
    await pane.press(title);
    expect(pane.control(title).closest('section')!.textContent).toContain(sentence);
    expect(() => pane.control(/メモを書き込む|Write the notes/)).toThrow();
  });
});
