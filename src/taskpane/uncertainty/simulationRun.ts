import type { ReductionModel } from '../../core/calculation/model';
import type { Message } from '../../core/message';
import type { Uncertainty } from '../../core/uncertainty/types';
import { reasonOf } from '../outcome/followWorkbook';
import { inSlices } from './inSlices';
import { Memory } from './memory';

export interface SimulationOptions {
  readonly runs: number;
  readonly seed: number;
}

export type SimulationState =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'running'; readonly part: number }
  | { readonly phase: 'stopped' }
  | { readonly phase: 'failed'; readonly reason: Message }
  | { readonly phase: 'done'; readonly result: Uncertainty };

/** Time for the user to go on typing before a long calculation begins. */
const SETTLE_MS = 400;

const results = new Memory<Uncertainty>();

/**
 * Simulates once the user has stopped typing; a result already known for the same model comes at once.
 * @param report hears every new state
 * @returns a function that ends it
 */
export function simulationRun(
  model: ReductionModel,
  options: SimulationOptions,
  report: (state: SimulationState) => void,
): () => void {
  const key = JSON.stringify([options, model]);
  const known = results.get(key);
  if (known) {
    report({ phase: 'done', result: known });
    return () => undefined;
  }
  const ending = new AbortController();
  const { signal } = ending;
  const tell = (state: SimulationState) => signal.aborted || report(state);
  const run = async () => {
    const { createSimulation } = await import('../../core/uncertainty/simulation');
    const simulation = createSimulation(model, options);
    await inSlices(simulation, (part) => tell({ phase: 'running', part }), signal);
    const result = simulation.summary();
    results.set(key, result);
    tell({ phase: 'done', result });
  };
  report({ phase: 'waiting' });
  const timer = setTimeout(() => {
    run().catch((error: unknown) => tell({ phase: 'failed', reason: reasonOf(error) }));
  }, SETTLE_MS);
  return () => {
    clearTimeout(timer);
    ending.abort();
  };
}
