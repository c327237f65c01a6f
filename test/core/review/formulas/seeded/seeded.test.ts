import { campaign } from './campaign';
import { HELD_OUT_LAYOUTS } from './heldOutLayouts';
import { LATER_LAYOUTS } from './laterLayouts';
import { LATEST_LAYOUTS } from './latestLayouts';
import { LAYOUTS } from './layouts';

// A small version of bench/formula-review/seeded.ts: workbooks that their seed repeats, fewer of them.
const usual = campaign(LAYOUTS, 2, 7);
const heldOut = campaign(HELD_OUT_LAYOUTS, 2, 7);
const later = campaign({ ...LATER_LAYOUTS, ...LATEST_LAYOUTS }, 2, 7);

describe('mistakes planted in made workbooks', () => {
  it.each([
    ['of the usual layouts', usual, 0.93],
    ['of layouts made afterwards', heldOut, 0.85],
    ['of layouts of other kinds', later, 0.93],
  ])('%s are told, and nothing where there is none', (_name, { falseAlarms, kinds }, least) => {
    expect([...falseAlarms]).toEqual([]);
    const tallies = [...kinds.values()];
    const planted = tallies.reduce((sum, tally) => sum + tally.planted, 0);
    const caught = tallies.reduce((sum, tally) => sum + tally.caught, 0);
    expect(planted).toBeGreaterThan(60);
    expect(caught / planted).toBeGreaterThanOrEqual(least);
  });

  it('tells a value typed over wherever it is planted', () => {
    const { planted, caught } = usual.kinds.get('value typed over')!;
    expect(planted).toBeGreaterThan(5);
    expect(caught).toBe(planted);
  });

  it.each(['rounded value typed over', 'last line left out of a total', 'operator changed', 'operands swapped'])(
    'mostly tells: %s',
    (id) => {
      const { planted, caught } = usual.kinds.get(id)!;
      expect(planted).toBeGreaterThan(5);
      expect(caught / planted).toBeGreaterThanOrEqual(0.75);
    },
  );
});
