import type { Message } from '../message';
import type { Context } from './context';
import { lifeReduction } from './lifeReduction';
import { readingOf } from './reading';
import type { Parts } from './results';
import { salesCohorts, salesResults, type CohortInput } from './salesCohorts';
import { SplitTrace } from './splitSteps';
import type { Traced } from './trace';
import type { Assessment } from './types';
import { yearTables } from './yearTables';

/**
 * The tables that stand beside the certified number: by status and by year.
 * @param why there are no avoided emissions, where there are none
 */
export function salesAndYears(
  context: Context,
  parts: Parts,
  rate: Traced | null,
  why: readonly Message[],
): Pick<Assessment, 'sales' | 'years' | 'yearsReasons'> {
  const reading = parts.choices.outsideReading;
  const hole = parts.reasons.whole.length > 0 || !parts.units || !parts.reductions;
  if (hole) return { sales: [], years: null, yearsReasons: why };
  const cohorts = salesCohorts(context, parts.segments);
  if (!cohorts.ok) return { sales: [], years: null, yearsReasons: [cohorts.message] };
  const rebound = context.field('rebound')?.number ?? null;
  const reductions = parts.reductions;
  const lives = reductions.map((reduction) => lifeReduction(reduction, reading, rebound));
  const splits = reductions.map((reduction, at) => {
    const life = lives[at] ?? null;
    return life && new SplitTrace(context, reduction, life, reading);
  });
  const input: CohortInput = { reductions, splits, reading, rate };
  const sales = salesResults(context, cohorts.value, input, why);
  if (!rate || reductions.some((each) => readingOf(each, reading) === null))
    return { sales, years: null, yearsReasons: why };
  const tables = yearTables(context, cohorts.value, input);
  return tables.ok
    ? { sales, years: tables.value, yearsReasons: [] }
    : { sales, years: null, yearsReasons: [tables.message] };
}
