import type { ReductionModel } from '../calculation/model';
import { KmcError, message } from '../message';
import { Decimal } from '../quantity/decimal';
import { centralValues, netOf, outputsOf, partsAt, type ModelParts, type Outputs } from './parts';
import { slopesOf, type Slope } from './slopes';

/** The model around its central values, prepared for changing one input at a time. */
export interface Centred {
  readonly model: ReductionModel;
  readonly parts: ModelParts;
  readonly nets: readonly Decimal[];
  /** Weight of each segment in `saved`: k·N, or 1 for the only segment of a model. */
  readonly weights: readonly Decimal[];
  readonly weightTotal: Decimal;
  /** Σ weight · ΔE; the reduction is `saved` ÷ `weightTotal`. */
  readonly saved: Decimal;
  readonly outputs: Outputs;
  readonly slopes: readonly (readonly Slope[])[];
  /** Segment of each `units` input. */
  readonly segmentOfUnits: ReadonlyMap<number, number>;
}

/** @throws KmcError where several segments have no sales by which to weigh them */
export function centred(model: ReductionModel): Centred {
  const parts = partsAt(model, centralValues(model));
  const outputs = outputsOf(parts);
  const nets = parts.segments.map((segment) => netOf(segment, parts.rebound));
  const weights = parts.segments.map(({ delivered }) => (parts.segments.length === 1 ? ONE : delivered!));
  return {
    model,
    parts,
    nets,
    weights,
    weightTotal: total(weights),
    saved: total(nets.map((net, segment) => net.times(weights[segment]!))),
    outputs,
    slopes: slopesOf(model),
    segmentOfUnits: new Map(model.segments.flatMap(({ units }, segment) => units.map((input) => [input, segment]))),
  };
}

const ONE = new Decimal(1);
const total = (values: readonly Decimal[]): Decimal => values.reduce((sum, value) => sum.plus(value), new Decimal(0));

/**
 * Both outputs with one input moved by `change` and all others as stated, the rebound's maximum taken as it then stands.
 * Each role an input may have is one straight line; only the segments it touches are worked out again.
 * @throws KmcError where the change leaves several segments without any sales to weigh them by
 */
export function outputsWith(at: Centred, input: number, change: Decimal): Outputs {
  const saved = at.saved.plus(savedChange(at, input, change));
  const { avoided } = at.outputs;
  if (at.parts.segments.length === 1) {
    const delivered = at.parts.segments[0]!.delivered;
    const amount = delivered && delivered.plus(deliveredChange(at, input, change));
    return { reduction: saved, avoided: avoided && rateWith(at, input, change).times(amount!).times(saved) };
  }
  const weights = at.weightTotal.plus(deliveredChange(at, input, change));
  if (weights.isZero()) throw new KmcError(message('uncertainty.no-units'));
  return { reduction: saved.dividedBy(weights), avoided: avoided && rateWith(at, input, change).times(saved) };
}

function rateWith({ model, parts }: Centred, input: number, change: Decimal): Decimal {
  return model.rate.includes(input) ? parts.rate.plus(change) : parts.rate;
}

function deliveredChange({ model, segmentOfUnits }: Centred, input: number, change: Decimal): Decimal {
  const segment = segmentOfUnits.get(input);
  return segment === undefined ? new Decimal(0) : model.segments[segment]!.functionalUnitsPerUnit.times(change);
}

function savedChange(at: Centred, input: number, change: Decimal): Decimal {
  const { model, parts, nets, weights } = at;
  if (input === model.rebound) {
    const rebound = parts.rebound.plus(change);
    return total(parts.segments.map((each, g) => netOf(each, rebound).minus(nets[g]!).times(weights[g]!)));
  }
  const sold = at.segmentOfUnits.get(input);
  if (sold !== undefined && parts.segments.length > 1) return deliveredChange(at, input, change).times(nets[sold]!);
  return total(
    at.slopes[input]!.map(({ segment, gross, use }) => {
      const { gross: before, use: saving } = parts.segments[segment]!;
      const moved = { gross: before.plus(gross.times(change)), use: saving.plus(use.times(change)) };
      return netOf(moved, parts.rebound).minus(nets[segment]!).times(weights[segment]!);
    }),
  );
}
