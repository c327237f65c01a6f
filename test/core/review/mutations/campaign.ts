import { TEMPLATE_BASES, type Base } from './base';
import { CONTENT_KINDS } from './contentKinds';
import { isEquivalent } from './equivalent';
import { FORMULA_KINDS } from './formulaKinds';
import { FREE_BASE } from './freeBase';
import { FREE_KINDS, placeOf } from './freeKinds';
import { Judge } from './judge';
import type { Mutant, MutationKind } from './mutation';

/** What came of one kind of mistake. */
export interface Tally {
  readonly kind: MutationKind;
  readonly on: 'template' | 'free';
  places: number;
  /** Places left out because the change leaves every formula's meaning and every content as it was. */
  equivalent: number;
  caught: number;
  /** Told as information only. */
  noted: number;
  /** Of those not caught, told where the package submitted before is at hand. */
  besideEarlier: number;
  readonly missed: string[];
  readonly by: Map<string, number>;
}

export type Opening = (typeof TEMPLATE_BASES)[number];

export interface Plan {
  /** Places of one kind in one workbook, chosen by the seed where there are more. */
  readonly most: (kind: MutationKind) => number;
  readonly seed: number;
  /** Whether a kind is put into the first workbook alone that has a place for it. */
  readonly firstBaseOnly?: boolean;
}

/** Puts every kind of mistake into places of every base. */
export function campaign(plan: Plan, bases: readonly Opening[] = TEMPLATE_BASES): readonly Tally[] {
  const tallies = new Map<string, Tally>();
  for (const opening of bases) run(opening, 'template', [...CONTENT_KINDS, ...FORMULA_KINDS], plan, tallies);
  run(FREE_BASE, 'free', FREE_KINDS, plan, tallies);
  return [...tallies.values()];
}

/** As `campaign` on one workbook, added to what is known. */
export function run(
  { open }: Opening,
  on: Tally['on'],
  kinds: readonly MutationKind[],
  plan: Plan,
  tallies: Map<string, Tally>,
): void {
  const wanted = kinds.filter(({ id }) => !plan.firstBaseOnly || !tallies.get(`${on} ${id}`)?.places);
  if (wanted.length === 0) return;
  const base = open();
  const judge = new Judge(base);
  for (const kind of wanted) {
    const tally = tallyOf(kind, on, tallies);
    for (const mutant of chosen(kind.mutants(base), plan.most(kind), plan.seed)) judged(tally, base, judge, mutant);
  }
  base.live.dispose();
}

function tallyOf(kind: MutationKind, on: Tally['on'], tallies: Map<string, Tally>): Tally {
  const key = `${on} ${kind.id}`;
  const known = tallies.get(key);
  if (known) return known;
  const counts = { places: 0, equivalent: 0, caught: 0, noted: 0, besideEarlier: 0 };
  const tally: Tally = { kind, on, ...counts, missed: [], by: new Map() };
  tallies.set(key, tally);
  return tally;
}

function judged(tally: Tally, base: Base, judge: Judge, mutant: Mutant): void {
  if (isEquivalent(base, mutant)) {
    tally.equivalent += 1;
    return;
  }
  const { by, noted } = judge.judge(tally.kind, mutant);
  tally.places += 1;
  const [rule] = by.length > 0 ? by : noted;
  if (rule !== undefined) tally.by.set(rule, (tally.by.get(rule) ?? 0) + 1);
  if (by.length > 0) {
    tally.caught += 1;
    return;
  }
  if (noted.length > 0) tally.noted += 1;
  tally.missed.push(`${base.name} ${placeOf(mutant)}`);
  if (tally.kind.visibility === 'unseen' && judge.judgeBesideEarlier(tally.kind, mutant).by.length > 0)
    tally.besideEarlier += 1;
}

/** Without repetition, the same for the same seed (Park & Miller 1988). */
function chosen<T>(list: readonly T[], most: number, seed: number): readonly T[] {
  const left = [...list];
  const picked: T[] = [];
  let state = seed;
  while (left.length > 0 && picked.length < most) {
    state = (state * 48271) % 2147483647;
    picked.push(...left.splice(state % left.length, 1));
  }
  return picked;
}
