import * as React from 'react';
import type { ReductionModel } from '../../core/calculation/model';
import type { Message } from '../../core/message';
import { Decimal } from '../../core/quantity/decimal';
import type { SensitivityRow } from '../../core/uncertainty/types';
import { reasonOf } from '../outcome/followWorkbook';

export type SensitivityState =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'failed'; readonly reason: Message }
  | { readonly phase: 'done'; readonly rows: readonly SensitivityRow[] };

const WAITING: SensitivityState = { phase: 'waiting' };

/** Time for the user to go on typing before a calculation begins. */
const SETTLE_MS = 400;

const known = new WeakMap<ReductionModel, Map<string, readonly SensitivityRow[]>>();

/**
 * One input at a time, for a model.
 * @param change per cent by which an input without a spread is moved
 */
export function useSensitivity(model: ReductionModel, change: string): SensitivityState {
  const [latest, setLatest] = React.useState<{ of: ReductionModel; state: SensitivityState }>({
    of: model,
    state: WAITING,
  });
  React.useEffect(() => {
    const rows = known.get(model)?.get(change);
    if (rows) return setLatest({ of: model, state: { phase: 'done', rows } });
    let ended = false;
    const tell = (state: SensitivityState) => ended || setLatest({ of: model, state });
    const timer = setTimeout(() => {
      rowsOf(model, change).then(
        (found) => tell({ phase: 'done', rows: found }),
        (error: unknown) => tell({ phase: 'failed', reason: reasonOf(error) }),
      );
    }, SETTLE_MS);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [model, change]);
  return latest.of === model ? latest.state : WAITING;
}

/** @param change per cent. @returns one row an input, remembered for as long as the model is */
export async function rowsOf(model: ReductionModel, change: string): Promise<readonly SensitivityRow[]> {
  const before = known.get(model)?.get(change);
  if (before) return before;
  const { sensitivity } = await import('../../core/uncertainty/sensitivity');
  const rows = sensitivity(model, { change: new Decimal(change) });
  known.set(model, (known.get(model) ?? new Map<string, readonly SensitivityRow[]>()).set(change, rows));
  return rows;
}
