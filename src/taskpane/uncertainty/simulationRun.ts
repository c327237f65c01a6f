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
const keyOf = (model: ReductionModel, { runs, seed }: SimulationOptions) => JSON.stringify([{ runs, seed }, model]);

/**
 * Simulates in slices, or takes the result that is already known.
 * @param onSlice hears the part done, 0–1
 * @returns a promise that is never settled once `signal` has ended it
 */
export async function simulated(
  model: ReductionModel,
  options: SimulationOptions,
  onSlice: (part: number) => void,
  signal: AbortSignal,
): Promise<Uncertainty> {
  const key = keyOf(model, options);
  const known = results.get(key);
  if (known) return known;
  const { createSimulation } = await import('../../core/uncertainty/simulation');
  const simulation = createSimulation(model, options);
  await inSlices(simulation, onSlice, signal);
  const result = simulation.summary();
  results.set(key, result);
  return result;
}

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
  const known = results.get(keyOf(model, options));
  if (known) {
    report({ phase: 'done', result: known });
    return () => undefined;
  }
  const ending = new AbortController();
  const { signal } = ending;
  const tell = (state: SimulationState) => signal.aborted || report(state);
  const run = async () => {
    tell({
      phase: 'done',
      result: await simulated(model, options, (part) => tell({ phase: 'running', part }), signal),
    });
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
