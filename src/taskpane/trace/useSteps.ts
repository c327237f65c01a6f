import { useState } from 'react';
import type { TraceNode } from '../../core/calculation/types';

interface Step {
  readonly index: number;
  readonly key: string;
}

const keyOf = (node: TraceNode | undefined) => `${node?.equation} ${node?.subject}`;

/**
 * The way taken into a trace below its root. A changed workbook gives a new trace, in which the same index may be another step:
 * the way is kept only as far as it leads past the same steps.
 */
export function useSteps(trace: readonly TraceNode[], root: number) {
  const [way, setWay] = useState<{ readonly root: string; readonly steps: readonly Step[] }>({ root: '', steps: [] });
  const start = keyOf(trace[root]);
  const lost = way.root === start ? way.steps.findIndex(({ index, key }) => keyOf(trace[index]) !== key) : 0;
  const steps = lost < 0 ? way.steps : way.steps.slice(0, lost);
  return {
    /** Indices, the last one being shown; empty at the root. */
    steps: steps.map(({ index }) => index),
    into: (index: number) => setWay({ root: start, steps: [...steps, { index, key: keyOf(trace[index]) }] }),
    out: () => setWay({ root: start, steps: steps.slice(0, -1) }),
  };
}
