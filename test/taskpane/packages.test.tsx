/** @jest-environment jsdom */
import { act } from 'react';
import { createHash, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TextDecoder, TextEncoder } from 'node:util';
import { createMemoryHost, type MemoryHost } from '../../src/adapters/memory/memoryHost';
import { readXlsx } from '../../src/adapters/xlsx/read/readXlsx';
import { webDigest } from '../../src/adapters/zip/digest';
import { inflate } from '../../src/adapters/zip/inflate';
import { message } from '../../src/core/message';
import type { VerifyTools } from '../../src/core/package/verify/context';
import type { FileSaver, WorkbookHost } from '../../src/core/ports';
import type { CellRef, CellValue } from '../../src/core/workbook/cell';
import type { Workbooks } from '../../src/taskpane/start/ports';
import { fetchViews, PaneOnPage } from './paneOnPage';

// What every browser has and the page of this test has not.
Object.assign(globalThis, { TextDecoder, TextEncoder });
Object.defineProperty(globalThis, 'crypto', { value: webcrypto });

const tools: VerifyTools = {
  digest: webDigest,
  inflate,
  open: (bytes) => readXlsx(bytes),
  recalculator: null,
  documents: null,
};
const sample = (name: string) => new Uint8Array(readFileSync(path.join(__dirname, `../../samples/${name}.xlsx`)));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function hostOf(name: string): Promise<MemoryHost> {
  const bytes = sample(name);
  const host = createMemoryHost((await readXlsx(bytes)).snapshot);
  return Object.assign(host, { bytes: async () => bytes });
}

/** Files that the user was handed. */
function handed() {
  const saved: { name: string; bytes: Uint8Array }[] = [];
  const files: FileSaver = {
    save: async (bytes, name) => {
      saved.push({ name, bytes });
      return message('workbench.save.handed', { name });
    },
  };
  return { files, saved };
}

const fileOf = (name: string, bytes: Uint8Array): File =>
  Object.assign(new File([], name), { arrayBuffer: async () => bytes.slice().buffer });

/** Cells that hold a SHA-256 and nothing else. */
async function hashCells(host: WorkbookHost) {
  const found: (CellRef & { readonly value: CellValue })[] = [];
  for (const sheet of (await host.snapshot('all')).sheets)
    sheet.forEachCell((row, column, value) => {
      if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value))
        found.push({ sheet: sheet.name, row, column, value });
    });
  return found;
}

let pane: PaneOnPage;
beforeAll(async () => {
  await fetchViews();
  await Promise.all([
    import('../../src/taskpane/submit/SubmitView'),
    import('../../src/taskpane/package/OpenPackage'),
    import('../../src/core/package/pack'),
    import('../../src/core/package/verify/verifyPackage'),
  ]);
});
beforeEach(() => (pane = new PaneOnPage()));
afterEach(() => pane.close());

async function choose(label: string, ...files: File[]): Promise<void> {
  const input = pane.place.querySelector<HTMLInputElement>(`input[type=file][aria-label="${label}"]`)!;
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  await act(async () => input.dispatchEvent(new Event('change', { bubbles: true })));
}

async function made(name: string): Promise<{ name: string; bytes: Uint8Array }> {
  const { files, saved } = handed();
  await pane.show(await hostOf(name), { view: 'submit', packageTools: async () => tools, files });
  await pane.until(() => pane.text.includes('パッケージを作成'));
  await pane.press('パッケージを作成');
  await pane.until(() => pane.text.includes('.kmc.zip'));
  await pane.press('保存');
  await pane.until(() => saved.length > 0);
  return saved[0]!;
}

describe('Submit', () => {
  it('makes a package whose workbook is the open one, byte for byte', async () => {
    const { name, bytes } = await made('radar');
    expect(name).toMatch(/\.kmc\.zip$/);
    const opened = inZip(bytes);
    expect(sha256(opened('data/workbook.xlsx'))).toBe(sha256(sample('radar')));
    expect(new TextDecoder().decode(opened('manifest-sha256.txt'))).toContain(
      `${sha256(sample('radar'))}  data/workbook.xlsx`,
    );
  });

  it('says that the package of a faulty case is a draft, and leads to what makes it one', async () => {
    await pane.show(await hostOf('broken'), { view: 'submit', packageTools: async () => tools, files: handed().files });
    await pane.until(() => pane.text.includes('下書き（事前確認用）'));
    await pane.press('審査の一覧を開く');
    expect(pane.place.querySelector('[role=tab][aria-selected=true]')!.textContent).toContain('審査');
  });

  it('hashes the evidence that the workbook cites, and writes the hash where it states none', async () => {
    const host = await hostOf('radar');
    await pane.show(host, { view: 'submit', packageTools: async () => tools, files: handed().files });
    await pane.until(() => pane.text.includes('未選択です'));
    const cited = 'illustrative-figures.txt';
    const [content, other] = [new TextEncoder().encode('evidence'), new TextEncoder().encode('another edition')];
    await choose('ファイルを選ぶ', fileOf(cited, content), fileOf('holiday.jpg', content));
    await pane.until(() => pane.text.includes(`${cited}：ハッシュ値が表の記載と異なります`));
    expect(pane.text).toContain('「根拠資料」シートに記載がないため含めないファイル：holiday.jpg');
    for (const cell of await hashCells(host)) act(() => host.edit([{ kind: 'set-value', cell, value: null }]));
    await pane.until(() => pane.text.includes(`${cited}：選択済みです`));
    await pane.press(/ハッシュ値を表に記入/);
    await pane.until(() => pane.text.includes(`${cited}：ハッシュ値が表の記載と一致します`));
    expect((await hashCells(host)).map(({ value }) => value)).toEqual([sha256(content)]);
    await choose('ファイルを選ぶ', fileOf(cited, other));
    await pane.until(() => pane.text.includes(`${cited}：ハッシュ値が表の記載と異なります`));
  });
});

describe('a package opened', () => {
  const opened: { name: string; size: number }[] = [];
  const workbooks: Workbooks = {
    create: async () => true,
    readFile: async (file) => (await readXlsx(new Uint8Array(await file.arrayBuffer()))).snapshot,
    openEdited: async (file) => {
      opened.push({ name: file.name, size: file.size });
      return true;
    },
  };

  async function open(name: string, bytes: Uint8Array): Promise<void> {
    await pane.show(await hostOf('radar'), { view: 'start', packageTools: async () => tools, workbooks });
    await pane.until(() => pane.text.includes('パッケージを開く'));
    await pane.press('パッケージを開く');
    await pane.until(() => pane.text.includes('パッケージを選ぶ'));
    await choose('パッケージを選ぶ', fileOf(name, bytes));
    await pane.until(() => pane.text.includes('検証の結果'));
  }

  it('shows every check with its result, and opens the workbook beside', async () => {
    const { name, bytes } = await made('radar');
    await pane.close();
    pane = new PaneOnPage();
    await open(name, bytes);
    expect(pane.text).toContain('すべてのファイルが一覧にあり、ハッシュ値と一致する合格');
    expect(pane.text).toContain('すべての数値が算定ケースから再計算できる合格');
    await pane.press('中のブックを開く');
    expect(opened).toEqual([{ name: name.replace('.kmc.zip', '.xlsx'), size: sample('radar').length }]);
  });

  it('names the file that was changed', async () => {
    const { name, bytes } = await made('radar');
    await pane.close();
    pane = new PaneOnPage();
    const at = Buffer.from(bytes).indexOf('bag-info.txt') + 60;
    const changed = bytes.slice();
    changed[at] = changed[at]! ^ 1;
    await open(name, changed);
    expect(pane.text).toContain('不合格');
    expect(pane.text).toContain('bag-info.txt');
  });

  it('tells what is different from another package', async () => {
    const { name, bytes } = await made('radar');
    await pane.close();
    pane = new PaneOnPage();
    const other = await made('heat-pump');
    await pane.close();
    pane = new PaneOnPage();
    await open(name, bytes);
    const section = await pane.section('別のパッケージと比べる');
    await choose('比べるパッケージを選ぶ', fileOf(other.name, other.bytes));
    await pane.until(() => section.textContent!.includes(`${other.name} と比べて変わったところ`));
    expect(section.textContent).toMatch(/productName.*固体化気象レーダー/);
    await choose('比べるパッケージを選ぶ', fileOf(name, bytes));
    await pane.until(() => section.textContent!.includes('違いはありません'));
  });

  it('says of what is no package that it is none', async () => {
    await open('letter.zip', new TextEncoder().encode('Dear Sir or Madam'));
    expect(pane.text).toContain('提出パッケージではありません');
  });
});

/** Files of a container whose entries are stored, read by their local headers (APPNOTE 4.3.7). */
function inZip(bytes: Uint8Array): (path: string) => Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const files = new Map<string, Uint8Array>();
  for (let at = 0; view.getUint32(at, true) === 0x04034b50;) {
    const [size, names, extra] = [
      view.getUint32(at + 22, true),
      view.getUint16(at + 26, true),
      view.getUint16(at + 28, true),
    ];
    const start = at + 30 + names + extra;
    files.set(new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + names)), bytes.subarray(start, start + size));
    at = start + size;
  }
  return (wanted) => [...files].find(([name]) => name.endsWith(wanted))![1];
}
