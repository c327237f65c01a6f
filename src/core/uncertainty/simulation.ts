import type { ReductionModel } from '../calculation/model';
import { KmcError, message } from '../message';
import { BLOCK, blockRunner, type RunResults } from './blockRunner';
import { closedForms } from './closedForm';
import { compileModel } from './compiledModel';
import { centralOutputs } from './parts';
import { summarise } from './statistics';
import type { Uncertainty } from './types';

export const RUNS = { least: 100, most: 1_000_000 } as const;
export const SEED = { least: 0, most: 4_294_967_295 } as const;
/** Where the workbook or the formula names none. */
export const DEFAULT_SIMULATION = { runs: 10_000, seed: 1 } as const;

export interface SimulationOptions {
  /** A whole number from 100 to 1,000,000. */
  readonly runs: number;
  /** A whole number from 0 to 2^32 − 1. */
  readonly seed: number;
}

export interface Simulation {
  readonly runs: number;
  readonly done: number;
  /** Goes on by up to that many runs. The results are the same bits however the runs are cut. */
  advance(runs: number): void;
  /** @throws RangeError before all runs are done; KmcError where a run gave no finite number */
  summary(): Uncertainty;
}

/**
 * Monte Carlo on the model: in each run every input is drawn once and shared by every term that names it, baseline and product included.
 * Draws outside what an input can physically be are neither cut off nor drawn again.
 * Memory: two numbers a run, and half a kB for each input that several terms share.
 * @throws KmcError for runs or a seed out of bounds, a spread that contradicts itself, and segments that no sales weigh
 */
export function createSimulation(model: ReductionModel, { runs, seed }: SimulationOptions): Simulation {
  assertWithin(runs, RUNS, 'runs');
  assertWithin(seed, SEED, 'seed');
  const central = centralOutputs(model);
  const compiled = compileModel(model);
  const results: RunResults = {
    reduction: new Float64Array(runs),
    avoided: compiled.units && new Float64Array(runs),
  };
  const runBlock = blockRunner(compiled, seed, results);
  let done = 0;
  return {
    runs,
    get done() {
      return done;
    },
    advance(more) {
      const end = Math.min(runs, done + Math.max(0, Math.floor(more)));
      while (done < end) {
        const count = Math.min(BLOCK, end - done);
        runBlock(done, count);
        done += count;
      }
    },
    summary() {
      if (done < runs) throw new RangeError(`${String(done)} of ${String(runs)} runs are done`);
      return {
        runs,
        seed,
        drawn: compiled.drawn.length,
        inputs: model.inputs.length,
        reduction: summarise(results.reduction, central.reduction),
        avoided: results.avoided && central.avoided && summarise(results.avoided, central.avoided),
        closedForm: closedForms(model),
      };
    },
  };
}

/** All runs in one go. @throws KmcError as {@link createSimulation} and {@link Simulation.summary} */
export function simulate(model: ReductionModel, options: SimulationOptions): Uncertainty {
  const simulation = createSimulation(model, options);
  simulation.advance(options.runs);
  return simulation.summary();
}

function assertWithin(found: number, { least, most }: { least: number; most: number }, what: 'runs' | 'seed'): void {
  if (Number.isInteger(found) && found >= least && found <= most) return;
  throw new KmcError(message(`uncertainty.${what}-out-of-bounds`, { found, least, most }));
}
