import type { Base } from './base';
import { CONTENT_KINDS } from './contentKinds';
import { FORMULA_KINDS } from './formulaKinds';
import { FREE_BASE } from './freeBase';
import { FREE_KINDS, placeOf } from './freeKinds';
import { Judge } from './judge';
import type { MutationKind } from './mutation';
import { TEMPLATE_BASES } from './base';

/** What came of one kind of mistake. */
export interface Tally {
  readonly kind: MutationKind;
  readonly on: 'template' | 'free';
  places: number;
  caught: number;
  /** Told as information only. */
  noted: number;
  readonly missed: string[];
  readonly by: Map<string, number>;
}

/**
 * Puts every kind of mistake into places of every base, chosen by a seed where there are more than `most`.
 * @param most places of one kind in one workbook
 */
export function campaign(most: number, seed: number, bases = TEMPLATE_BASES): readonly Tally[] {
  const tallies = new Map<string, Tally>();
  const run = (open: () => Base, on: Tally['on'], kinds: readonly MutationKind[]): void => {
    const base = open();
    const judge = new Judge(base);
    for (const kind of kinds) tally(kind, on, base, judge, { most, seed }, tallies);
    base.live.dispose();
  };
  for (const { open } of bases) run(open, 'template', [...CONTENT_KINDS, ...FORMULA_KINDS]);
  run(FREE_BASE.open, 'free', FREE_KINDS);
  return [...tallies.values()];
}

function tally(
  kind: MutationKind,
  on: Tally['on'],
  base: Base,
  judge: Judge,
  { most, seed }: { readonly most: number; readonly seed: number },
  tallies: Map<string, Tally>,
): void {
  const key = `${on} ${kind.id}`;
  let known = tallies.get(key);
  if (!known) tallies.set(key, (known = { kind, on, places: 0, caught: 0, noted: 0, missed: [], by: new Map() }));
  for (const mutant of chosen(kind.mutants(base), most, seed)) {
    const { by, noted } = judge.judge(kind, mutant);
    known.places += 1;
    if (by.length > 0) known.caught += 1;
    else if (noted.length > 0) known.noted += 1;
    else known.missed.push(`${base.name} ${placeOf(mutant)}`);
    for (const rule of by.length > 0 ? by.slice(0, 1) : noted.slice(0, 1))
      known.by.set(rule, (known.by.get(rule) ?? 0) + 1);
  }
}

/** Without repetition, the same for the same seed (Park & Miller 1988). */
function chosen<T>(list: readonly T[], most: number, seed: number): readonly T[] {
  const left = [...list];
  let state = seed;
  while (left.length > most) {
    state = (state * 48271) % 2147483647;
    left.splice(state % left.length, 1);
  }
  return left;
}
