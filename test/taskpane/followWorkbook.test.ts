import type { WorkbookHost } from '../../src/core/ports';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { evaluate } from '../../src/core/pipeline';
import { followWorkbook, type FollowState } from '../../src/taskpane/outcome/followWorkbook';
import { adopted, bookOf, proposed, range, sheetOf } from '../core/adoption/sheets';

const EMPTY: WorkbookSnapshot = {
  sheets: [],
  tables: [],
  names: [],
  externalLinks: [],
  calculationMode: 'automatic',
  date1904: false,
};

/** A host whose every reading is finished by the test. */
function slowHost() {
  const waiting: { give: (snapshot: WorkbookSnapshot) => void; refuse: (error: Error) => void }[] = [];
  const listeners = new Set<() => void>();
  let most = 0;
  const host: WorkbookHost = {
    snapshot: () =>
      new Promise((give, refuse) => {
        waiting.push({ give, refuse });
        most = Math.max(most, waiting.length);
      }),
    apply: async () => undefined,
    reveal: async () => undefined,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const flush = () => jest.advanceTimersByTimeAsync(0);
  return {
    host,
    listeners,
    asked: () => waiting.length,
    mostAtOnce: () => most,
    change: () => listeners.forEach((listener) => listener()),
    give: async (snapshot: WorkbookSnapshot) => {
      waiting.shift()!.give(snapshot);
      await flush();
    },
    refuse: async (error: Error) => {
      waiting.shift()!.refuse(error);
      await flush();
    },
  };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function follow() {
  const slow = slowHost();
  const states: FollowState[] = [];
  const follower = followWorkbook(slow.host, (state) => states.push(state));
  return { slow, states, follower, last: () => states[states.length - 1] };
}

describe('followWorkbook', () => {
  it('reads once for all changes that come during a reading, never two at once, and ends with the last', async () => {
    const { slow, last } = follow();
    for (let change = 0; change < 5; change += 1) slow.change();
    expect(slow.asked()).toBe(1);
    await slow.give(EMPTY);
    expect(last()!.updating).toBe(true);
    expect(slow.asked()).toBe(1);
    const newest = { ...EMPTY, externalLinks: ['newest'] };
    await slow.give(newest);
    expect(slow.asked()).toBe(0);
    expect(slow.mostAtOnce()).toBe(1);
    expect(last()).toMatchObject({ updating: false, failure: null, known: { snapshot: newest } });
  });

  it("reads a user's own table that the workbook has adopted, as everywhere else", async () => {
    const grid = [
      ['段階', '項目', '使用量', '単位', '係数', '係数単位'],
      ['使用', '電力', 100, 'kWh', 0.4, 'kg-CO2e/kWh'],
    ];
    const book = bookOf(sheetOf('S', grid));
    const workbook = adopted(book, proposed(book, range('S', 'A1:F2'), 'KmcBaseline').adoption);
    const { slow, last } = follow();
    await slow.give(workbook);
    const { outcome } = last()!.known!;
    expect(outcome.case.baseline.lines.map(({ process }) => process)).toEqual(['電力']);
    expect(outcome).toEqual(evaluate(workbook));
  });

  it('says that it is updating after 300 ms, and keeps what it knew', async () => {
    const { slow, last } = follow();
    await slow.give(EMPTY);
    slow.change();
    await jest.advanceTimersByTimeAsync(299);
    expect(last()!.updating).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(last()).toMatchObject({ updating: true, known: { snapshot: EMPTY } });
    await slow.give(EMPTY);
    expect(last()!.updating).toBe(false);
  });

  it('says why a reading failed, keeps what it knew, and recovers', async () => {
    const { slow, last, follower } = follow();
    await slow.give(EMPTY);
    slow.change();
    await slow.refuse(new Error('in edit mode'));
    expect(last()).toMatchObject({ failure: { params: { text: 'in edit mode' } }, known: { snapshot: EMPTY } });
    follower.refresh();
    await slow.give(EMPTY);
    expect(last()!.failure).toBeNull();
  });

  it('is silent once stopped', async () => {
    const { slow, states, follower } = follow();
    follower.stop();
    await slow.give(EMPTY);
    await jest.advanceTimersByTimeAsync(1000);
    expect(states).toEqual([]);
    expect(slow.listeners.size).toBe(0);
  });
});
