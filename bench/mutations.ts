import { run, type Opening, type Tally } from '../test/core/review/mutations/campaign';
import { TEMPLATE_BASES } from '../test/core/review/mutations/base';
import { CONTENT_KINDS } from '../test/core/review/mutations/contentKinds';
import { FORMULA_KINDS } from '../test/core/review/mutations/formulaKinds';
import { FREE_BASE } from '../test/core/review/mutations/freeBase';
import { FREE_KINDS } from '../test/core/review/mutations/freeKinds';
import type { MutationKind } from '../test/core/review/mutations/mutation';
import { row } from './measure';

/**
 * How many planted mistakes of each kind are told, by whatever of the review tells them.
 *
 *     node -r ./bench/register.cjs bench/mutations.ts [places of a kind in a workbook, or `all`; `6/all`: of certain kinds 6] [seed] [part of a workbook's name] [part of a kind's]
 */
const [most = '6', seed = '20261123', only = '', onlyKind = ''] = process.argv.slice(2);

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

const VISIBLE = ['certain', 'likely', 'unseen'];

function main(): void {
  const start = performance.now();
  const [certain, others = certain] = most.split('/').map((text) => (text === 'all' ? Infinity : Number(text)));
  const places = ({ visibility }: MutationKind): number => (visibility === 'certain' ? certain! : others!);
  const plan = { most: places, seed: Number(seed) };
  const tallies = new Map<string, Tally>();
  const wanted = (kinds: readonly MutationKind[]) => kinds.filter(({ id }) => id.includes(onlyKind));
  const done = (name: string) => console.error(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
  const on = (opening: Opening, kind: Tally['on'], kinds: readonly MutationKind[]) => {
    if (!opening.name.includes(only)) return;
    run(opening, kind, wanted(kinds), plan, tallies);
    done(opening.name);
  };
  for (const opening of TEMPLATE_BASES) on(opening, 'template', [...CONTENT_KINDS, ...FORMULA_KINDS]);
  on(FREE_BASE, 'free', FREE_KINDS);
  table([...tallies.values()]);
  sums([...tallies.values()]);
  misses([...tallies.values()]);
}

function table(tallies: readonly Tally[]): void {
  const header = ['on', 'mistake', 'visible', 'places', 'no change', 'caught', 'only noted', 'beside the last package'];
  row(...header, 'mostly by');
  row(...[...header, ''].map(() => '---'));
  const order = (tally: Tally): number => VISIBLE.indexOf(tally.kind.visibility);
  for (const tally of [...tallies].sort((one, other) => order(one) - order(other))) {
    const { on, kind, places, equivalent, caught, noted, besideEarlier } = tally;
    const by = [...tally.by].sort((one, other) => other[1] - one[1]).slice(0, 3);
    const beside = kind.visibility === 'unseen' ? percent(caught + besideEarlier, places) : '';
    const shares = [percent(caught, places), percent(noted, places), beside];
    const mostly = by.map(([rule, count]) => `${rule} ${count}`).join(', ');
    row(on, kind.id, kind.visibility, places, equivalent, ...shares, mostly);
  }
}

function sums(tallies: readonly Tally[]): void {
  for (const visibility of VISIBLE) {
    const kinds = tallies.filter(({ kind, places }) => kind.visibility === visibility && places > 0);
    const sum = (of: (tally: Tally) => number): number => kinds.reduce((total, tally) => total + of(tally), 0);
    const places = sum((tally) => tally.places);
    const least = Math.min(...kinds.map((tally) => tally.caught / tally.places));
    console.log(
      `${visibility}: ${kinds.length} kinds, ${places} places, ${percent(
        sum((tally) => tally.caught),
        places,
      )} caught, ` + `in the kind least caught ${percent(least, 1)}`,
    );
  }
}

function misses(tallies: readonly Tally[]): void {
  console.log('\nMissed:');
  for (const { on, kind, missed } of tallies)
    if (missed.length > 0)
      console.log(`${kind.visibility} ${on} ${kind.id}: ${missed.slice(0, 12).join('; ')} (${missed.length})`);
}

main();
