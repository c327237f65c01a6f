import type { RowRef } from '../case/types';
import type { Stage } from '../case/vocabulary';
import type { Decimal } from '../quantity/decimal';
import type { CellRef } from '../workbook/cell';

/**
 * How an input may differ from its central value. `lognormal`: median = central value, U95 = exp(2 σ); of a negative value the magnitude is
 * lognormal and the sign stays. `normal`: low and high are the ends of the central 95 %. `triangular`: its mode is the central value.
 */
export type Spread =
  | { readonly distribution: 'lognormal'; readonly u95: Decimal }
  | { readonly distribution: 'normal' | 'triangular' | 'uniform'; readonly low: Decimal; readonly high: Decimal };

/** A number the result depends on that may be changed, drawn or asked for its sign-flip point. */
export interface ModelInput {
  /** Unique in the model: `factor:<id>`, `amount:<table>:<row id>`, `parameter:<symbol>`, `units:<row id>`, `rate:<row id>`, `rebound`. */
  readonly id: string;
  readonly kind: 'factor' | 'amount' | 'parameter' | 'units' | 'rate' | 'rebound';
  /** What a person calls it: the process of a line, the name of a factor, a partner. */
  readonly label: string;
  readonly ref: RowRef | null;
  readonly cell: CellRef | null;
  readonly central: Decimal;
  readonly unit: string;
  /** `null`: taken as exact in the simulation, still varied in the sensitivity. */
  readonly spread: Spread | null;
}

/**
 * One line in one segment: coefficient × Π inputs, in kg-CO2e per functional unit; its side gives the sign: + for the baseline, − for the
 * product and side effects. Two terms that name the same input share its draw.
 */
export interface ModelTerm {
  readonly segment: number;
  readonly side: 'baseline' | 'product' | 'side-effect';
  readonly stage: Stage;
  readonly ref: RowRef;
  readonly coefficient: Decimal;
  /** Indices into `inputs`, each at most once. */
  readonly inputs: readonly number[];
}

export interface ModelSegment {
  readonly segment: string | null;
  /** k: functional units of one sold unit. */
  readonly functionalUnitsPerUnit: Decimal;
  /** Inputs of kind `units` whose sum is N_g. */
  readonly units: readonly number[];
}

/**
 * The two certified numbers as functions of their inputs, in the certified reading:
 * ΔE_g = Σ terms − r · max(Σ use-stage terms of baseline and product, 0);
 * reduction = Σ_g k_g N_g ΔE_g ÷ Σ_g k_g N_g (ΔE itself with one segment);
 * avoided = c · Σ_g k_g · N_g · ΔE_g, c = Σ rate inputs.
 * On stock basis the avoided emissions have a model of their own: a segment for each cohort in use, and rebound inside its terms.
 */
export interface ReductionModel {
  readonly inputs: readonly ModelInput[];
  readonly terms: readonly ModelTerm[];
  readonly segments: readonly ModelSegment[];
  /** Inputs of kind `rate` whose sum is c; empty for the unallocated whole (c = 1). */
  readonly rate: readonly number[];
  /** Index of the rebound share r among the inputs, where one is stated. */
  readonly rebound: number | null;
}
