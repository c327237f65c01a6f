import type { MixRow } from '../case/types';
import { sum } from '../quantity/decimal';
import type { Context } from './context';
import { serves, type Window } from './factorPaths';
import type { MixWeight } from './mixWeights';
import type { ServiceLife } from './serviceLife';

interface Windowed {
  readonly row: MixRow;
  readonly window: Window;
}

/**
 * Early replacement: the replaced device is the baseline up to the end of its remaining life, the new baseline after it. A variant's share
 * is that of the service in its years, m_k = Σ_{from ≤ t < to} S·u ÷ Σ S·u (design of the comparison: docs/method).
 *
 * @returns `null` after reporting windows that do not cover the life exactly once
 */
export function weightsByYears(
  context: Context,
  rows: readonly MixRow[],
  life: ServiceLife | null,
): readonly MixWeight[] | null {
  const [first] = rows;
  if (!life) return context.block(first!.ref, 'shareBasis', 'mix-window-needs-life');
  const windows = windowsOf(context, rows);
  if (!windows || !coversLife(context, windows, life.service.length)) return null;
  const weights: MixWeight[] = [];
  for (const { row, window } of windows) {
    const value = sum(life.weights.filter((_, age) => serves(window, age)));
    const variant = row.variant ?? '';
    if (value.isZero()) return context.block(row.ref, 'fromYear', 'mix-window-no-service', { variant });
    const cells = [context.cell(row.ref, 'fromYear'), context.cell(row.ref, 'toYear')];
    const weight = context.trace.step('mix-weight-by-years', value, '1', [life.years, ...cells], row.variant);
    weights.push({ row, weight, window });
  }
  return weights;
}

function windowsOf(context: Context, rows: readonly MixRow[]): Windowed[] | null {
  const windows: Windowed[] = [];
  for (const row of rows) {
    const { fromYear: from, toYear: to, variant } = row;
    if (row.share !== null)
      return context.block(row.ref, 'share', 'mix-share-with-years', { found: row.share.toString() });
    if (from === null || to === null)
      return context.block(row.ref, from === null ? 'fromYear' : 'toYear', 'mix-window-missing', {
        variant: variant ?? '',
      });
    if (from >= to) return context.block(row.ref, 'toYear', 'mix-window-empty', { from, to });
    windows.push({ row, window: { from, to } });
  }
  return windows.sort((a, b) => a.window.from - b.window.from);
}

/** @param ages years of use, from 0 to `ages` − 1 */
function coversLife(context: Context, windows: readonly Windowed[], ages: number): boolean {
  let expected = 0;
  for (const { row, window } of windows) {
    if (window.from !== expected) {
      const code = window.from < expected ? 'mix-window-overlap' : 'mix-window-gap';
      context.block(row.ref, 'fromYear', code, { variant: row.variant ?? '', found: window.from, expected });
      return false;
    }
    expected = window.to;
  }
  if (expected === ages) return true;
  context.block(windows.at(-1)!.row.ref, 'toYear', 'mix-window-end', { found: expected, expected: ages });
  return false;
}
