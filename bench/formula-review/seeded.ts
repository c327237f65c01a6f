import { campaign, type Campaign } from '../../test/core/review/formulas/seeded/campaign';
import { HELD_OUT_LAYOUTS } from '../../test/core/review/formulas/seeded/heldOutLayouts';
import { LATER_LAYOUTS } from '../../test/core/review/formulas/seeded/laterLayouts';
import { LATEST_LAYOUTS } from '../../test/core/review/formulas/seeded/latestLayouts';
import { LAYOUTS } from '../../test/core/review/formulas/seeded/layouts';
import { row } from '../measure';

/**
 * Mistakes of known kinds planted in workbooks made by chance, each repeated by its seed: how many are told, and what else is told.
 *
 *     node -r ./bench/register.cjs bench/formula-review/seeded.ts [workbooks of a layout] [seed]
 */
const [perLayout = '20', seed = '20261123'] = process.argv.slice(2);

const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));

function shown(name: string, { workbooks, formulas, falseAlarms, kinds }: Campaign): void {
  const alarms = [...falseAlarms].map(([check, count]) => `${check} ${count}`).join(', ') || 'none';
  console.log(
    `\n${name}: ${workbooks} workbooks, ${formulas} formulas; findings where there is no mistake: ${alarms}.\n`,
  );
  row('mistake', 'planted', 'caught', 'recall', 'other cells named');
  row('---', '---', '---', '---', '---');
  let [planted, caught, others] = [0, 0, 0];
  for (const [id, tally] of kinds) {
    row(id, tally.planted, tally.caught, share(tally.caught, tally.planted), tally.otherCells);
    planted += tally.planted;
    caught += tally.caught;
    others += tally.otherCells;
  }
  row('**all**', planted, caught, share(caught, planted), others);
  console.log(`\nOf the cells named, the mistake or one of its cells: ${share(caught, caught + others)}.`);
}

shown('Layouts the checks were improved on', campaign(LAYOUTS, Number(perLayout), Number(seed)));
shown('Layouts made afterwards', campaign(HELD_OUT_LAYOUTS, Number(perLayout), Number(seed)));
shown(
  'Layouts of other kinds, which the checks were mended by where they failed in them',
  campaign({ ...LATER_LAYOUTS, ...LATEST_LAYOUTS }, Number(perLayout), Number(seed)),
);
