/** @jest-environment jsdom */
import { act } from 'react';
import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TextDecoder, TextEncoder } from 'node:util';
import { createMemoryHost } from '../../src/adapters/memory/memoryHost';
import { readXlsx } from '../../src/adapters/xlsx/read/readXlsx';
import { webDigest } from '../../src/adapters/zip/digest';
import { inflate } from '../../src/adapters/zip/inflate';
import type { VerifyTools } from '../../src/core/package/verify/context';
import type { AppProps } from '../../src/taskpane/App';
import type { Workbooks } from '../../src/taskpane/start/ports';
import { packSample } from '../support/packages';
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

async function hostOf(bytes: Uint8Array) {
  return Object.assign(createMemoryHost((await readXlsx(bytes)).snapshot), { bytes: async () => bytes });
}

const sample = (name: string) => new Uint8Array(readFileSync(path.join(__dirname, `../../samples/${name}.xlsx`)));

const fileOf = (name: string, bytes: Uint8Array): File =>
  Object.assign(new File([], name), { arrayBuffer: async () => bytes.slice().buffer });

const TEXT = new TextEncoder().encode('Dear Sir or Madam');

let pane: PaneOnPage;
let packed: Uint8Array;
beforeAll(async () => {
  [{ bytes: packed }] = await Promise.all([
    packSample('radar'),
    fetchViews(),
    import('../../src/taskpane/package/OpenPackage'),
    import('../../src/taskpane/portfolio/PortfolioView'),
    import('../../src/core/package/verify/verifyPackage'),
  ]);
}, 120_000);
beforeEach(() => (pane = new PaneOnPage()));
afterEach(() => pane.close());

async function show(props: Partial<AppProps> = {}): Promise<void> {
  await pane.show(await hostOf(sample('led-lamps')), { packageTools: async () => tools, ...props });
}

function drop(on: Element, files: readonly File[]): Event {
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'dataTransfer', { value: { files } });
  act(() => void on.dispatchEvent(event));
  return event;
}

const focused = () => document.activeElement?.textContent ?? '';

describe('packages that came to the page around the pane', () => {
  it('are opened, whatever the pane shows', async () => {
    const host = await hostOf(sample('led-lamps'));
    await pane.show(host, { packageTools: async () => tools, view: 'settings' });
    await pane.show(host, {
      packageTools: async () => tools,
      view: 'settings',
      arrived: [fileOf('a.kmc.zip', packed)],
    });
    await pane.until(() => pane.text.includes('検証の結果'));
    expect(pane.place.querySelector('h3')!.textContent).toBe('a.kmc.zip');
    expect(pane.text).toContain('固体化気象レーダー');
  });

  it('are added up where there are several', async () => {
    await show({ arrived: [fileOf('a.kmc.zip', packed), fileOf('b.kmc.zip', TEXT)] });
    await pane.until(() => pane.text.includes('集計対象：2 件中 1 件'));
  });
});

it.each([
  ['パッケージを開く', '検証の結果'],
  ['パッケージを集計する', '集計対象：1 件中 1 件'],
])(
  'a package dropped under "%s" is taken there, and no drop target around the pane hears of it',
  async (way, shown) => {
    const around = jest.fn();
    await show({ view: 'start' });
    pane.place.parentElement!.addEventListener('drop', around, { once: true });
    await pane.until(() => pane.text.includes(way));
    await pane.press(way);
    await pane.until(() => pane.text.includes('概要に戻る'));
    const event = drop(pane.place.querySelector('[role=tabpanel] h2')!, [fileOf('a.kmc.zip', packed)]);
    await pane.until(() => pane.text.includes(shown));
    expect([event.defaultPrevented, around.mock.calls.length]).toEqual([true, 0]);
  },
);

it('the focus goes along to another page of Start, and back to what had opened it', async () => {
  await show({ view: 'start' });
  await pane.until(() => pane.text.includes('パッケージを集計する'));
  await pane.press('パッケージを集計する');
  await pane.until(() => pane.text.includes('概要に戻る'));
  expect(focused()).toBe('提出パッケージを集計する');
  await pane.press('概要に戻る');
  await pane.until(() => pane.text.includes('新規') || pane.text.includes('パッケージを開く'));
  expect(focused()).toBe('パッケージを集計する');
});

it('a tab that shows such a page again leaves the focus on the tab', async () => {
  await show({ view: 'start' });
  await pane.until(() => pane.text.includes('パッケージを集計する'));
  await pane.press('パッケージを集計する');
  await pane.until(() => pane.text.includes('概要に戻る'));
  await pane.press('結果');
  await pane.press('概要');
  await pane.until(() => pane.text.includes('概要に戻る'));
  expect(focused()).toBe('概要');
});

it('what is no package is said in one place, with what is expected, and the checks that were not made stay folded', async () => {
  await show({ arrived: [fileOf('letter.zip', TEXT)] });
  await pane.until(() => pane.text.includes('letter.zip'));
  await pane.until(() => pane.text.includes('検証の結果'));
  expect(pane.text).toMatch(/提出パッケージを開けません。.*ZIPファイルでないか、.*\.kmc\.zip/);
  expect(pane.text).not.toContain('未検査');
});

it('the evidence of a package is at hand when its workbook is opened, and the review is what follows', async () => {
  let openedAs: (isOpen: boolean) => void;
  const workbooks: Workbooks = {
    create: async () => true,
    readFile: async () => Promise.reject(new Error('not asked for')),
    openEdited: () => new Promise<boolean>((resolve) => (openedAs = resolve)),
  };
  const props = { packageTools: async () => tools, workbooks, arrived: [fileOf('a.kmc.zip', packed)] };
  await show(props);
  await pane.until(() => pane.text.includes('中のブックを開く'));
  await pane.press('中のブックを開く');
  await pane.until(() => openedAs !== undefined);
  await pane.show(await hostOf(sample('radar')), props);
  await act(async () => openedAs(true));
  await pane.until(() => pane.text.includes('すべての確認が終わりました'));
  expect(pane.place.querySelector('[role=tab][aria-selected=true]')!.textContent).toBe('審査');
  expect(pane.text).not.toContain('手元にないため');
});
