/** @jest-environment jsdom */
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { createMemoryHost, type MemoryHost } from '../../src/adapters/memory/memoryHost';
import { KmcError, message } from '../../src/core/message';
import type { WorkbookHost } from '../../src/core/ports';
import type { CellValue } from '../../src/core/workbook/cell';
import type { Edit } from '../../src/core/workbook/edit';
import { SheetBuilder } from '../../src/core/workbook/sheetColumns';
import { useWriter, type Writer } from '../../src/taskpane/writing/useWriter';
import { Writing } from '../../src/taskpane/writing/Writing';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const put = (column: number, value: CellValue): Edit => ({
  kind: 'set-value',
  cell: { sheet: 'S', row: 0, column },
  value,
});
const DONE = message('inventory.write.undone');

let host: MemoryHost;
let place: HTMLElement;
let root: Root;
let writer: Writer;
const refreshed = jest.fn();

function Hold() {
  writer = useWriter();
  return null;
}

async function open(within: (host: MemoryHost) => WorkbookHost = (own) => own): Promise<void> {
  await act(async () =>
    root.render(
      <Writing host={within(host)} onWritten={refreshed}>
        <Hold />
      </Writing>,
    ),
  );
}

const write = async (edits: readonly Edit[]) => {
  let written = false;
  await act(async () => {
    written = await writer.write(() => ({ ok: true, value: edits }), DONE);
  });
  return written;
};

const valueAt = async (column: number) => (await host.snapshot()).sheets[0]!.value(0, column);
const button = (name: string) => [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name);
const press = (name: string) => act(async () => button(name)!.click());

beforeEach(() => {
  refreshed.mockClear();
  const sheet = new SheetBuilder('S').add(0, 0, 'old').build();
  host = createMemoryHost({
    sheets: [sheet],
    tables: [],
    names: [],
    externalLinks: [],
    calculationMode: 'automatic',
    date1904: false,
  });
  place = document.body.appendChild(document.createElement('main'));
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

describe('writing from the pane', () => {
  it('is one step, announced, after which the pane reads anew; taken back, everything is as before', async () => {
    await open();
    expect(await write([put(0, 'new'), put(1, 5)])).toBe(true);
    expect([await valueAt(0), await valueAt(1)]).toEqual(['new', 5]);
    expect(place.querySelector('[role=status]')!.textContent).toContain('元に戻しました。');
    expect(refreshed).toHaveBeenCalledTimes(1);
    await press('元に戻す');
    expect([await valueAt(0), await valueAt(1)]).toEqual(['old', null]);
    expect(refreshed).toHaveBeenCalledTimes(2);
    expect(button('元に戻す')).toBeUndefined();
  });

  it('is not taken back over what someone has changed since', async () => {
    await open();
    await write([put(0, 'new'), put(1, 5)]);
    host.edit([put(1, 6)]);
    await press('元に戻す');
    expect([await valueAt(0), await valueAt(1)]).toEqual(['new', 6]);
    expect(place.querySelector('[role=alert]')!.textContent).toContain('S!B1');
  });

  it('says why nothing was written: refused by the plan, or by the host', async () => {
    const refusing = { ok: false, message: message('inventory.refused.no-rows') } as const;
    await open();
    await act(async () => expect(await writer.write(() => refusing, DONE)).toBe(false));
    expect(place.querySelector('[role=alert]')!.textContent).toContain('追加する行がありません');
    await open((own) => ({
      ...own,
      apply: () => Promise.reject(new KmcError(message('inventory.refused.sheet-full', { sheet: 'S' }))),
    }));
    expect(await write([put(0, 'new')])).toBe(false);
    expect(place.querySelector('[role=alert]')!.textContent).toContain('シート「S」');
    expect(refreshed).not.toHaveBeenCalled();
    await press('閉じる');
    expect(place.querySelector('[role=alert]')).toBeNull();
  });

  it('happens once at a time: what is asked for meanwhile is not written', async () => {
    let go = () => {};
    const waiting = new Promise<void>((resolve) => (go = resolve));
    await open((own) => ({ ...own, apply: async (edits) => (await waiting, own.apply(edits)) }));
    let first: Promise<boolean> | undefined;
    await act(async () => {
      first = writer.write(() => ({ ok: true, value: [put(0, 'first')] }), DONE);
      expect(await writer.write(() => ({ ok: true, value: [put(0, 'second')] }), DONE)).toBe(false);
    });
    expect(writer.busy).toBe(true);
    await act(async () => {
      go();
      expect(await first).toBe(true);
    });
    expect([await valueAt(0), writer.busy]).toEqual(['first', false]);
  });
});
