import type { ModelTerm, ReductionModel } from '../calculation/model';
import { Decimal } from '../quantity/decimal';
import { nearestDouble } from './nearestDouble';
import { drawnInputs, type DrawnInput } from './drawnInput';
import { feelsRebound, hasSales, signOf } from './parts';
import { isDrawn } from './spread';

/** constant + Σ columns: c, or N of one segment. */
export interface ColumnSum {
  readonly constant: number;
  readonly columns: Int32Array;
}

/**
 * The model in arrays of numbers: what is not drawn is multiplied out (in decimals) and terms of one segment with the same drawn inputs are
 * one product. Product p is coefficient[p] times the columns `column[start[p]] … column[start[p + 1] − 1]`.
 */
export interface CompiledModel {
  readonly drawn: readonly DrawnInput[];
  /** Drawn inputs that stand in several places: drawn into columns of their own, before everything else. */
  readonly shared: Int32Array;
  /** Column of each of `shared`; columns below `scratch` are written anew for each product. */
  readonly scratch: number;
  readonly columns: number;
  readonly segmentCount: number;
  /** Exact part of each segment: all terms, and those the rebound acts on. */
  readonly gross: Float64Array;
  readonly use: Float64Array;
  readonly coefficient: Float64Array;
  readonly segment: Int32Array;
  readonly feelsRebound: Uint8Array;
  readonly start: Int32Array;
  readonly column: Int32Array;
  /** Drawn input to be drawn into that column first, −1 where the column is shared. */
  readonly draw: Int32Array;
  readonly functionalUnitsPerUnit: Float64Array;
  /** `null` where the model names no sales. */
  readonly units: readonly ColumnSum[] | null;
  readonly rate: ColumnSum;
  readonly rebound: ColumnSum | null;
}

interface Product {
  readonly segment: number;
  readonly feelsRebound: boolean;
  /** Indices among the drawn inputs, ascending. */
  readonly factors: readonly number[];
  coefficient: Decimal;
}

/** Drawn index of each model input, −1 for what is exact. */
type DrawnIndex = Int32Array;

/** @throws KmcError for a spread that contradicts itself */
export function compileModel(model: ReductionModel): CompiledModel {
  const drawn = drawnInputs(model);
  const index = new Int32Array(model.inputs.length).fill(-1);
  drawn.forEach(({ input }, at) => (index[input] = at));
  const products = productsOf(model, index);
  const exact = products.filter(({ factors }) => factors.length === 0);
  const varying = products.filter(({ factors }) => factors.length > 0);
  const shared = sharedInputs(model, varying, index, drawn.length);
  const scratch = varying.reduce((most, { factors }) => Math.max(most, factors.length), 0);
  const columnOf = new Int32Array(drawn.length).fill(-1);
  shared.forEach((input, at) => (columnOf[input] = scratch + at));
  const sum = columnSum(model, index, columnOf);
  return {
    drawn,
    shared,
    scratch,
    columns: scratch + shared.length,
    segmentCount: model.segments.length,
    gross: exactParts(model, exact, () => true),
    use: exactParts(model, exact, (product) => product.feelsRebound),
    ...productArrays(varying, columnOf),
    functionalUnitsPerUnit: Float64Array.from(model.segments, (each) => nearestDouble(each.functionalUnitsPerUnit)),
    units: hasSales(model) ? model.segments.map(({ units }) => sum(units)) : null,
    rate: model.rate.length === 0 ? { constant: 1, columns: new Int32Array(0) } : sum(model.rate),
    rebound: model.rebound === null ? null : sum([model.rebound]),
  };
}

function productsOf(model: ReductionModel, index: DrawnIndex): readonly Product[] {
  const products = new Map<string, Product>();
  for (const term of model.terms) {
    const factors = term.inputs.map((input) => index[input]!).filter((at) => at >= 0);
    factors.sort((a, b) => a - b);
    const rebound = model.rebound !== null && feelsRebound(term);
    const key = `${String(term.segment)} ${rebound ? 'use' : ''} ${factors.join(' ')}`;
    const coefficient = exactCoefficient(model, term, index);
    const known = products.get(key);
    if (known) known.coefficient = known.coefficient.plus(coefficient);
    else products.set(key, { segment: term.segment, feelsRebound: rebound, factors, coefficient });
  }
  return [...products.values()];
}

function exactCoefficient({ inputs }: ReductionModel, term: ModelTerm, index: DrawnIndex): Decimal {
  const exact = term.inputs.filter((input) => index[input] === -1);
  return exact.reduce((product, input) => product.times(inputs[input]!.central), term.coefficient.times(signOf(term)));
}

/** Whatever more than one product names, and all inputs of the rate, the sales and the rebound. */
function sharedInputs(
  model: ReductionModel,
  products: readonly Product[],
  index: DrawnIndex,
  drawn: number,
): Int32Array {
  const uses = new Int32Array(drawn);
  for (const { factors } of products) for (const factor of factors) uses[factor]! += 1;
  const sums = [...model.rate, ...model.segments.flatMap(({ units }) => units), ...[model.rebound ?? []].flat()];
  for (const input of sums) if (index[input] !== -1) uses[index[input]!]! += 2;
  return Int32Array.from([...uses.keys()].filter((at) => uses[at]! > 1));
}

function exactParts(model: ReductionModel, products: readonly Product[], counts: (product: Product) => boolean) {
  const parts = new Float64Array(model.segments.length);
  for (const product of products.filter(counts)) {
    // One exact product stands for a segment's terms with the rebound, one for those without it.
    parts[product.segment] = parts[product.segment]! + nearestDouble(product.coefficient);
  }
  return parts;
}

function productArrays(products: readonly Product[], columnOf: Int32Array) {
  const start = new Int32Array(products.length + 1);
  products.forEach(({ factors }, at) => (start[at + 1] = start[at]! + factors.length));
  const isShared = (factor: number) => columnOf[factor] !== -1;
  return {
    coefficient: Float64Array.from(products, ({ coefficient }) => nearestDouble(coefficient)),
    segment: Int32Array.from(products, ({ segment }) => segment),
    feelsRebound: Uint8Array.from(products, (product) => (product.feelsRebound ? 1 : 0)),
    start,
    column: Int32Array.from(
      products.flatMap(({ factors }) => factors.map((f, at) => (isShared(f) ? columnOf[f]! : at))),
    ),
    draw: Int32Array.from(products.flatMap(({ factors }) => factors.map((f) => (isShared(f) ? -1 : f)))),
  };
}

const columnSum =
  (model: ReductionModel, index: DrawnIndex, columnOf: Int32Array) =>
  (inputs: readonly number[]): ColumnSum => {
    const exact = inputs.filter((input) => !isDrawn(model.inputs[input]!));
    const constant = exact.reduce((sum, input) => sum.plus(model.inputs[input]!.central), new Decimal(0));
    const varying = inputs.filter((input) => isDrawn(model.inputs[input]!));
    return {
      constant: nearestDouble(constant),
      columns: Int32Array.from(varying, (input) => columnOf[index[input]!]!),
    };
  };
