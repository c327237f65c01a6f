import type { Assessment, LineResult, TraceNode } from '../../core/calculation/types';
import { firstCell } from '../trace/firstCell';

/**
 * The last step that is about a line and has the line's own result.
 * @returns index in the trace; `null` where no single step has it, e.g. over several segments
 */
export function lineTrace({ trace }: Assessment, { ref, emission }: LineResult): number | null {
  const about = stepsBySubject(trace).get(ref.id) ?? [];
  const found = about.filter((index) => {
    const cell = firstCell(trace, trace[index]!);
    const stands = cell !== null && cell.sheet === ref.sheet && cell.row === ref.row;
    return stands && trace[index]!.value.equals(emission.allStages);
  });
  return found.at(-1) ?? null;
}

const known = new WeakMap<readonly TraceNode[], ReadonlyMap<string, readonly number[]>>();

/** A trace is long and its lines are many: their steps are looked up, not searched for. */
function stepsBySubject(trace: readonly TraceNode[]): ReadonlyMap<string, readonly number[]> {
  const before = known.get(trace);
  if (before) return before;
  const steps = new Map<string, number[]>();
  trace.forEach(({ subject }, index) => {
    if (subject === null) return;
    const own = steps.get(subject);
    if (own) own.push(index);
    else steps.set(subject, [index]);
  });
  known.set(trace, steps);
  return steps;
}
