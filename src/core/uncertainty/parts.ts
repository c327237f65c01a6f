import type { ModelTerm, ReductionModel } from '../calculation/model';
import { KmcError, message } from '../message';
import { Decimal } from '../quantity/decimal';

/** One segment at given values of the inputs. */
export interface SegmentParts {
  /** Σ terms before the rebound, kg-CO2e per functional unit. */
  readonly gross: Decimal;
  /** Σ use-stage terms of baseline and product: what the rebound acts on. */
  readonly use: Decimal;
  /** k_g · N_g; `null` where the model names no sales at all. */
  readonly delivered: Decimal | null;
}

export interface ModelParts {
  readonly segments: readonly SegmentParts[];
  /** c, 1 for the unallocated whole. */
  readonly rate: Decimal;
  readonly rebound: Decimal;
}

export interface Outputs {
  /** kg-CO2e per functional unit. */
  readonly reduction: Decimal;
  /** kg-CO2e; `null` where the model names no sales. */
  readonly avoided: Decimal | null;
}

/** The baseline adds, the product and its side effects take away. */
export const signOf = ({ side }: ModelTerm): 1 | -1 => (side === 'baseline' ? 1 : -1);

export const feelsRebound = ({ side, stage }: ModelTerm): boolean => stage === 'use' && side !== 'side-effect';

export const hasSales = ({ segments }: ReductionModel): boolean => segments.some(({ units }) => units.length > 0);

export const centralValues = ({ inputs }: ReductionModel): readonly Decimal[] => inputs.map(({ central }) => central);

/** Sums of the model at given values. @param values one for each input, in its unit */
export function partsAt(model: ReductionModel, values: readonly Decimal[]): ModelParts {
  const gross = model.segments.map(() => new Decimal(0));
  const use = model.segments.map(() => new Decimal(0));
  for (const term of model.terms) {
    const value = term.inputs.reduce((product, input) => product.times(values[input]!), term.coefficient);
    const signed = value.times(signOf(term));
    gross[term.segment] = gross[term.segment]!.plus(signed);
    if (feelsRebound(term)) use[term.segment] = use[term.segment]!.plus(signed);
  }
  const total = (inputs: readonly number[]) => inputs.reduce((sum, input) => sum.plus(values[input]!), new Decimal(0));
  const sales = hasSales(model);
  return {
    segments: model.segments.map(({ units, functionalUnitsPerUnit }, index) => ({
      gross: gross[index]!,
      use: use[index]!,
      delivered: sales ? functionalUnitsPerUnit.times(total(units)) : null,
    })),
    rate: model.rate.length === 0 ? new Decimal(1) : total(model.rate),
    rebound: model.rebound === null ? new Decimal(0) : values[model.rebound]!,
  };
}

/** ΔE = Σ − r · max(Σ use, 0) (net reduction, method). */
export const netOf = ({ gross, use }: Pick<SegmentParts, 'gross' | 'use'>, rebound: Decimal): Decimal =>
  gross.minus(rebound.times(Decimal.max(use, 0)));

/**
 * The two certified numbers: ΔE, over several segments weighted by k·N; and c · Σ k·N·ΔE.
 * @throws KmcError where several segments have no sales by which to weigh them
 */
export function outputsOf({ segments, rate, rebound }: ModelParts): Outputs {
  const nets = segments.map((segment) => netOf(segment, rebound));
  const total = segments.reduce<Decimal | null>(
    (sum, { delivered }) => (delivered === null ? null : (sum ?? new Decimal(0)).plus(delivered)),
    null,
  );
  const saved = nets.reduce((sum, net, index) => sum.plus(net.times(segments[index]!.delivered ?? 0)), new Decimal(0));
  const avoided = total === null ? null : rate.times(saved);
  if (segments.length === 1) return { reduction: nets[0]!, avoided };
  if (total === null || total.isZero()) throw new KmcError(message('uncertainty.no-units'));
  return { reduction: saved.dividedBy(total), avoided };
}

/** Both numbers with every input at its central value. */
export const centralOutputs = (model: ReductionModel): Outputs => outputsOf(partsAt(model, centralValues(model)));
