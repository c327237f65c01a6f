import { TEMPLATE_BASES } from './base';
import { campaign, type Tally } from './campaign';
import { CONTENT_KINDS } from './contentKinds';
import { isEquivalent } from './equivalent';
import { FORMULA_KINDS } from './formulaKinds';
import { FREE_BASE } from './freeBase';
import { FREE_KINDS } from './freeKinds';
import { Judge } from './judge';
import { entered, typed, type MutationKind } from './mutation';

/**
 * Every place of every sample is `bench/mutations.ts`. Here each kind is put into a place or two of the first of these samples that has
 * one: the least, one with segments and a mix, one whose functional units are typed, and one with years to come.
 */
const SAMPLES = ['service', 'led-lighting', 'photovoltaics', 'radar'].map((name) =>
  TEMPLATE_BASES.find((base) => base.name === name)!,
);
const PLAN = {
  most: ({ visibility }: MutationKind) => (visibility === 'likely' ? 2 : 1),
  seed: 20261123,
  firstBaseOnly: true,
};

describe('planted mistakes', () => {
  let tallies: readonly Tally[];
  beforeAll(() => {
    tallies = campaign(PLAN, SAMPLES);
  }, 240_000);
  const of = (visibility: Tally['kind']['visibility']) => tallies.filter(({ kind }) => kind.visibility === visibility);
  const shown = ({ on, kind, missed }: Tally): string => `${on} ${kind.id}: ${missed.join()}`;

  it('are of many kinds, with a place each', () => {
    expect(new Set([...CONTENT_KINDS, ...FORMULA_KINDS, ...FREE_KINDS].map(({ id }) => id)).size).toBeGreaterThan(85);
    expect(tallies.filter(({ places, equivalent }) => places + equivalent === 0).map(shown)).toEqual([]);
  });

  it('that contradict the workbook are all told', () => {
    expect(of('certain').length).toBeGreaterThan(70);
    expect(
      of('certain')
        .filter(({ missed }) => missed.length > 0)
        .map(shown),
    ).toEqual([]);
  });

  it('that something else stands against are told in 95 of a hundred of each kind', () => {
    const below = of('likely').filter(({ places, caught }) => caught < 0.95 * places);
    expect(below.map(shown)).toEqual([]);
  });

  it('that nothing in the workbook stands against are told beside the package submitted before', () => {
    const onTemplate = of('unseen').filter(({ on }) => on === 'template');
    const below = onTemplate.filter(({ places, caught, besideEarlier }) => caught + besideEarlier < places);
    expect(below.map(shown)).toEqual([]);
  });
});

describe('the judge', () => {
  const kind = { id: 'none', visibility: 'certain', mutants: () => [], says: [() => true] } as const;
  const rate = { sheet: '条件', row: 1, column: 1 };

  it('hears nothing new of a workbook without a mistake', () => {
    const base = FREE_BASE.open();
    const same = typed(
      rate,
      base.snapshot.sheets.find(({ name }) => name === rate.sheet)!.value(rate.row, rate.column),
    );
    expect(new Judge(base).judge(kind, same)).toEqual({ by: [], noted: [] });
    expect(isEquivalent(base, same)).toBe(true);
    base.live.dispose();
  });

  it('counts a formula written otherwise as no change, one that reads another cell as a change', () => {
    const base = FREE_BASE.open();
    const loss = { sheet: '従来製品', row: 4, column: 5 };
    expect(isEquivalent(base, entered(loss, 'e5 * (1 + 条件!B2)'))).toBe(true);
    expect(isEquivalent(base, entered(loss, 'E5*(1+条件!$B$3)'))).toBe(false);
    base.live.dispose();
  });

  it('does not take a finding of another row for one of the mistake', () => {
    const base = FREE_BASE.open();
    const far = {
      ...typed({ sheet: '従来製品', row: 5, column: 1 }, null),
      changed: [{ sheet: '納入', row: 2, column: 0 }],
    };
    const strict = { id: 'none', visibility: 'certain', mutants: () => [] } as const;
    expect(new Judge(base).judge(strict, far)).toEqual({ by: [], noted: [] });
    base.live.dispose();
  });
});
