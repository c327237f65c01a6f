import { FREE_BASE } from './freeBase';
import { campaign, type Tally } from './campaign';
import { TEMPLATE_BASES } from './base';
import { CONTENT_KINDS } from './contentKinds';
import { FORMULA_KINDS } from './formulaKinds';
import { FREE_KINDS } from './freeKinds';
import { Judge } from './judge';

/** The longest run stands in `bench/mutations.ts`; here one place of each kind, in the sample that has most of the optional tables. */
const RICH = TEMPLATE_BASES.filter(({ name }) => name === 'led-lighting');
const SEED = 20261123;

describe('planted mistakes', () => {
  const tallies = campaign(1, SEED, RICH);
  const shown = ({ on, kind, missed }: Tally): string => `${on} ${kind.id}: ${missed.join()}`;

  it('are of many kinds, with a place each', () => {
    expect(new Set([...CONTENT_KINDS, ...FORMULA_KINDS, ...FREE_KINDS].map(({ id }) => id)).size).toBeGreaterThan(75);
    expect(tallies.filter(({ places }) => places > 0).length).toBeGreaterThan(90);
  });

  it('that contradict the workbook are all told', () => {
    const certain = tallies.filter(({ kind }) => kind.visibility === 'certain');
    expect(certain.filter(({ missed }) => missed.length > 0).map(shown)).toEqual([]);
  });

  it('that only look odd are told in 95 of a hundred', () => {
    const likely = tallies.filter(({ kind, places }) => kind.visibility === 'likely' && places > 0);
    const missed = likely.filter((tally) => tally.missed.length > 0).map(shown);
    expect(missed.slice(Math.floor(likely.length * 0.05))).toEqual([]);
  });

  it('that nothing contradicts are told by nobody, and are not counted', () => {
    const unseen = tallies.filter(({ kind }) => kind.visibility === 'unseen');
    expect(unseen.filter(({ caught }) => caught > 0).map(({ kind }) => kind.id)).toEqual([]);
  });
});

it('nothing is said anew of a workbook without a mistake', () => {
  const base = FREE_BASE.open();
  const at = { sheet: '条件', row: 1, column: 1 };
  const value = base.snapshot.sheets.find(({ name }) => name === at.sheet)!.value(at.row, at.column);
  const same = { at, change: [{ kind: 'set-value', cell: at, value } as const] };
  const verdict = new Judge(base).judge({ id: 'none', visibility: 'certain', mutants: () => [], says: /./ }, same);
  expect(verdict).toEqual({ by: [], noted: [] });
  base.live.dispose();
});
