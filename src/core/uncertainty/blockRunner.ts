import type { ColumnSum, CompiledModel } from './compiledModel';
import { fillDraws } from './drawnInput';
import { STATE_WORDS } from './generator';
import { seedStream } from './streamSeed';

/** Runs that are drawn together, column by column: few enough that the columns stay in the processor's cache. */
export const BLOCK = 128;

export interface RunResults {
  readonly reduction: Float64Array;
  /** `null` where the model names no sales. */
  readonly avoided: Float64Array | null;
}

interface Workspace {
  readonly model: CompiledModel;
  readonly states: Int32Array;
  readonly columns: readonly Float64Array[];
  /** By segment. */
  readonly gross: readonly Float64Array[];
  readonly use: readonly Float64Array[];
  readonly rebound: Float64Array;
  readonly rate: Float64Array;
  readonly product: Float64Array;
  readonly delivered: Float64Array;
  readonly deliveredTotal: Float64Array;
  readonly savedTotal: Float64Array;
}

/**
 * Runs the model block by block; nothing is allocated after this call.
 * @returns a function that draws the next `count` ≤ 128 runs and writes them to `results` from `first` on
 */
export function blockRunner(
  model: CompiledModel,
  seed: number,
  results: RunResults,
): (first: number, count: number) => void {
  const work = workspaceFor(model, seed);
  return (first, count) => {
    for (let at = 0; at < model.shared.length; at += 1)
      drawInto(work, model.shared[at]!, work.columns[model.scratch + at]!, count);
    addTerms(work, count);
    takeRebound(work, count);
    writeResults(work, results, first, count);
  };
}

function workspaceFor(model: CompiledModel, seed: number): Workspace {
  const states = new Int32Array(model.drawn.length * STATE_WORDS);
  model.drawn.forEach(({ id }, at) => seedStream(states, at * STATE_WORDS, seed, id));
  const column = () => new Float64Array(BLOCK);
  const list = (length: number) => Array.from({ length }, column);
  return {
    model,
    states,
    columns: list(model.columns),
    gross: list(model.segmentCount),
    use: list(model.segmentCount),
    rebound: column(),
    rate: column(),
    product: column(),
    delivered: column(),
    deliveredTotal: column(),
    savedTotal: column(),
  };
}

const drawInto = ({ model, states }: Workspace, drawn: number, column: Float64Array, count: number): void =>
  fillDraws(model.drawn[drawn]!, states, drawn * STATE_WORDS, column, count);

function addTerms(work: Workspace, count: number): void {
  const { model, gross, use, product } = work;
  gross.forEach((column, segment) => column.fill(model.gross[segment]!));
  use.forEach((column, segment) => column.fill(model.use[segment]!));
  for (let at = 0; at < model.coefficient.length; at += 1) {
    multiplyFactors(work, at, count);
    addInto(gross[model.segment[at]!]!, product, count);
    if (model.feelsRebound[at] === 1) addInto(use[model.segment[at]!]!, product, count);
  }
}

function multiplyFactors(work: Workspace, at: number, count: number): void {
  const { model, columns, product } = work;
  product.fill(model.coefficient[at]!);
  for (let factor = model.start[at]!; factor < model.start[at + 1]!; factor += 1) {
    const column = columns[model.column[factor]!]!;
    const drawn = model.draw[factor]!;
    if (drawn !== -1) drawInto(work, drawn, column, count);
    for (let run = 0; run < count; run += 1) product[run] = product[run]! * column[run]!;
  }
}

/** ΔE = Σ − r · max(Σ use, 0), in place. */
function takeRebound(work: Workspace, count: number): void {
  const { model, gross, use, rebound } = work;
  if (model.rebound === null) return;
  sumInto(work, rebound, model.rebound, count);
  for (let segment = 0; segment < model.segmentCount; segment += 1) {
    const [net, saving] = [gross[segment]!, use[segment]!];
    for (let run = 0; run < count; run += 1) {
      if (saving[run]! > 0) net[run] = net[run]! - rebound[run]! * saving[run]!;
    }
  }
}

/** Σ k·N·ΔE, ÷ Σ k·N for the reduction where there are several segments, · c for the avoided emissions. */
function writeResults(work: Workspace, results: RunResults, first: number, count: number): void {
  const { model, gross, deliveredTotal, savedTotal, rate } = work;
  if (model.units === null) {
    results.reduction.set(gross[0]!.subarray(0, count), first);
    return;
  }
  addDelivered(work, model.units, count);
  sumInto(work, rate, model.rate, count);
  const single = model.segmentCount === 1;
  for (let run = 0; run < count; run += 1) {
    results.reduction[first + run] = single ? gross[0]![run]! : savedTotal[run]! / deliveredTotal[run]!;
    results.avoided![first + run] = rate[run]! * savedTotal[run]!;
  }
}

function addDelivered(work: Workspace, units: readonly ColumnSum[], count: number): void {
  const { model, gross, delivered, deliveredTotal, savedTotal } = work;
  deliveredTotal.fill(0);
  savedTotal.fill(0);
  for (let segment = 0; segment < model.segmentCount; segment += 1) {
    sumInto(work, delivered, units[segment]!, count);
    const perUnit = model.functionalUnitsPerUnit[segment]!;
    const net = gross[segment]!;
    for (let run = 0; run < count; run += 1) {
      const amount = perUnit * delivered[run]!;
      deliveredTotal[run] = deliveredTotal[run]! + amount;
      savedTotal[run] = savedTotal[run]! + amount * net[run]!;
    }
  }
}

function sumInto({ columns }: Workspace, out: Float64Array, sum: ColumnSum, count: number): void {
  out.fill(sum.constant);
  for (let at = 0; at < sum.columns.length; at += 1) addInto(out, columns[sum.columns[at]!]!, count);
}

function addInto(out: Float64Array, column: Float64Array, count: number): void {
  for (let run = 0; run < count; run += 1) out[run] = out[run]! + column[run]!;
}
