import type { ColumnSum, CompiledModel } from './compiledModel';
import { fillDraws } from './drawnInput';
import { STATE_WORDS } from './generator';
import { seedStream } from './streamSeed';

/** Runs that are drawn together, column by column: few enough that the columns stay in the processor's nearest cache. */
export const BLOCK = 64;

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
 * @returns a function that draws the next `count` ≤ 64 runs and writes them to `results` from `first` on
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
  const { model, gross, use } = work;
  gross.forEach((column, segment) => column.fill(model.gross[segment]!));
  use.forEach((column, segment) => column.fill(model.use[segment]!));
  for (let at = 0; at < model.coefficient.length; at += 1) {
    drawFactors(work, at, count);
    addProduct(work, at, gross[model.segment[at]!]!, count);
    if (model.feelsRebound[at] === 1) addProduct(work, at, use[model.segment[at]!]!, count);
  }
}

function drawFactors(work: Workspace, at: number, count: number): void {
  const { model, columns } = work;
  for (let factor = model.start[at]!; factor < model.start[at + 1]!; factor += 1) {
    const drawn = model.draw[factor]!;
    if (drawn !== -1) drawInto(work, drawn, columns[model.column[factor]!]!, count);
  }
}

/** The last two factors are multiplied while they are added up, which for nearly every line is all there is. */
function addProduct({ model, columns, product }: Workspace, at: number, sum: Float64Array, count: number): void {
  const coefficient = model.coefficient[at]!;
  const last = model.start[at + 1]! - 1;
  let first = columns[model.column[model.start[at]!]!]!;
  if (last === model.start[at]!) {
    addTimes(sum, coefficient, first, count);
    return;
  }
  for (let factor = model.start[at]! + 1; factor < last; factor += 1) {
    multiply(product, first, columns[model.column[factor]!]!, count);
    first = product;
  }
  addProductOfTwo(sum, coefficient, first, columns[model.column[last]!]!, count);
}

function addTimes(sum: Float64Array, by: number, column: Float64Array, count: number): void {
  for (let run = 0; run < count; run += 1) sum[run] = sum[run]! + by * column[run]!;
}

function addProductOfTwo(sum: Float64Array, by: number, a: Float64Array, b: Float64Array, count: number): void {
  for (let run = 0; run < count; run += 1) sum[run] = sum[run]! + by * a[run]! * b[run]!;
}

function multiply(out: Float64Array, a: Float64Array, b: Float64Array, count: number): void {
  for (let run = 0; run < count; run += 1) out[run] = a[run]! * b[run]!;
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
