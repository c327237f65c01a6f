import { campaign, type Tally } from '../test/core/review/mutations/campaign';
import { TEMPLATE_BASES } from '../test/core/review/mutations/base';
import { row } from './measure';

/**
 * How many planted mistakes of each kind are told, by whatever of the review tells them.
 *
 *     node -r ./bench/register.cjs bench/mutations.ts [places of a kind in a workbook, or `all`] [seed] [part of a workbook's name]
 */
const [most = '6', seed = '20261123', only = ''] = process.argv.slice(2);

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

const VISIBLE = ['certain', 'likely', 'unseen'];

function main(): void {
  const start = performance.now();
  const bases = TEMPLATE_BASES.filter(({ name }) => name.includes(only));
  const tallies = campaign(most === 'all' ? Infinity : Number(most), Number(seed), bases);
  row('on', 'mistake', 'visible', 'places', 'caught', 'only noted', 'mostly by');
  row(...Array.from({ length: 7 }, () => '---'));
  const order = (tally: Tally): number => VISIBLE.indexOf(tally.kind.visibility);
  for (const tally of [...tallies].sort((one, other) => order(one) - order(other))) {
    const by = [...tally.by].sort((one, other) => other[1] - one[1]).slice(0, 3);
    const { on, kind, places, caught, noted } = tally;
    row(
      on,
      kind.id,
      kind.visibility,
      places,
      percent(caught, places),
      percent(noted, places),
      by.map(([rule, count]) => `${rule} ${count}`).join(', '),
    );
  }
  for (const visibility of VISIBLE) {
    const kinds = tallies.filter(({ kind }) => kind.visibility === visibility);
    const sum = (of: (tally: Tally) => number): number => kinds.reduce((total, tally) => total + of(tally), 0);
    const places = sum((tally) => tally.places);
    console.log(
      `${visibility}: ${kinds.length} kinds, ${places} places, ${percent(
        sum((tally) => tally.caught),
        places,
      )} caught`,
    );
  }
  console.log('\nMissed:');
  for (const { on, kind, missed } of tallies)
    if (missed.length > 0 && kind.visibility !== 'unseen')
      console.log(`${on} ${kind.id}: ${missed.slice(0, 4).join('; ')} (${missed.length})`);
  console.log(`${((performance.now() - start) / 1000).toFixed(0)} s`);
}

main();
