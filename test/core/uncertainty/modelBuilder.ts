import type { ModelInput, ModelSegment, ModelTerm, ReductionModel, Spread } from '../../../src/core/calculation/model';
import { Decimal } from '../../../src/core/quantity/decimal';

type Number = number | string;
const decimal = (value: Number): Decimal => new Decimal(value);

export const lognormal = (u95: Number): Spread => ({ distribution: 'lognormal', u95: decimal(u95) });
export const between = (distribution: 'normal' | 'triangular' | 'uniform', low: Number, high: Number): Spread => ({
  distribution,
  low: decimal(low),
  high: decimal(high),
});

export const input = (id: string, central: Number, spread: Spread | null = null): ModelInput => ({
  id,
  kind: id.split(':')[0] as ModelInput['kind'],
  label: id,
  ref: null,
  cell: null,
  central: decimal(central),
  unit: '',
  spread,
});

interface TermSpec {
  readonly side?: ModelTerm['side'];
  readonly stage?: ModelTerm['stage'];
  readonly segment?: number;
  readonly coefficient?: Number;
  readonly inputs: readonly string[];
}

interface ModelSpec {
  readonly inputs: readonly ModelInput[];
  readonly terms: readonly TermSpec[];
  /** k and the ids of the sales of each segment; one segment without sales when left out. */
  readonly segments?: readonly { readonly k?: Number; readonly units: readonly string[] }[];
  readonly rate?: readonly string[];
  readonly rebound?: string;
}

/** A model by the ids of its inputs; a term is on the baseline's side, in production, with coefficient 1 unless it says otherwise. */
export function modelOf({ inputs, terms, segments = [{ units: [] }], rate = [], rebound }: ModelSpec): ReductionModel {
  const index = (id: string): number => {
    const at = inputs.findIndex((each) => each.id === id);
    if (at < 0) throw new Error(`no input ${id}`);
    return at;
  };
  return {
    inputs,
    terms: terms.map(
      ({ side = 'baseline', stage = 'production', segment = 0, coefficient = 1, inputs: ids }, row): ModelTerm => ({
        segment,
        side,
        stage,
        ref: { table: 'KmcBaseline', id: `T${String(row)}`, sheet: 'S', row },
        coefficient: decimal(coefficient),
        inputs: ids.map(index),
      }),
    ),
    segments: segments.map(({ k = 1, units }, at): ModelSegment => ({
      segment: segments.length === 1 ? null : `G${String(at)}`,
      functionalUnitsPerUnit: decimal(k),
      units: units.map(index),
    })),
    rate: rate.map(index),
    rebound: rebound === undefined ? null : index(rebound),
  };
}
