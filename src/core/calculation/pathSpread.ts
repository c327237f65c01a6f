import { DISTRIBUTIONS } from '../case/vocabulary';
import { Decimal, sum } from '../quantity/decimal';
import type { Context } from './context';
import type { FootprintLine } from './footprintLine';
import type { SegmentSetting } from './sideFootprint';
import { intervalSpread, type StatedSpread } from './spreads';

/**
 * The range of a path as one shared draw: low and high are weighted over the years like the values, and the distribution is the factor's.
 * @returns `undefined` after reporting a year of the path without a range, or a range that contradicts its value
 */
export function pathSpread(context: Context, footprint: FootprintLine, setting: SegmentSetting): StatedSpread {
  const { paths, life } = setting;
  const id = footprint.emission.path!;
  const year = context.field('fiscalYear')!.number!.toNumber();
  const { rows } = paths.rowsOver(id, life!, footprint.window, year);
  const hole = rows.find(({ row }) => row.low === null || row.high === null);
  if (hole) {
    context.block(hole.row.ref, hole.row.low === null ? 'low' : 'high', 'path-range-incomplete', { factor: id });
    return undefined;
  }
  const weights = rows.map(({ age }) => life!.service[age]!);
  const total = sum(weights);
  const mean = (key: 'low' | 'high') =>
    rows.reduce((all, { row }, index) => all.plus(row[key]!.times(weights[index]!)), new Decimal(0)).dividedBy(total);
  const word = context.factor(id)?.attributes['distribution'];
  const distribution = DISTRIBUTIONS.find((each) => each === word) ?? null;
  const { ref } = paths.first(id);
  if (distribution === null) {
    context.report('warn', ref, 'low', 'path-range-without-distribution', { factor: id });
    return null;
  }
  return intervalSpread(context, {
    ref,
    central: footprint.factor,
    distribution,
    low: mean('low'),
    high: mean('high'),
  });
}
