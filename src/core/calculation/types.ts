import type { Problem } from '../case/types';
import type { Stage } from '../case/vocabulary';
import type { Message } from '../message';
import type { Decimal } from '../quantity/decimal';
import type { RoundingSetting } from '../quantity/rounding';
import type { CellRef } from '../workbook/cell';

/** One step of the calculation as it was done. `inputs` are indices of earlier nodes or cells of the workbook. */
export interface TraceNode {
  /** Id of an equation in `calculation/equations.ts`, whose text stands in `locales/<language>/equations.json`. */
  readonly equation: string;
  readonly value: Decimal;
  readonly unit: string;
  readonly inputs: readonly (number | CellRef)[];
  /** What the step is about, e.g. the row id, the stage or the segment. */
  readonly subject: string | null;
}

/** kg-CO2e per functional unit. */
export interface StageResult {
  readonly stage: Stage;
  readonly baseline: Decimal;
  readonly product: Decimal;
  readonly reduction: Decimal;
  /** Lines behind each sum: 0 tells a stage nobody stated from one that was stated to be nothing. */
  readonly lines: Readonly<Record<'baseline' | 'product', number>>;
  /** Index of the reduction's node in the trace. */
  readonly trace: number;
}

export interface SegmentResult {
  readonly segment: string | null;
  /** Functional units that one sold unit delivers (over its life, or per year when the time sense is annual). */
  readonly functionalUnitsPerUnit: Decimal;
  /** Realized units outside the city in the period, less returns. */
  readonly unitsOutside: Decimal;
  readonly stages: readonly StageResult[];
  /** kg-CO2e per functional unit, both readings; `outsideShare` is null while a line's place is unknown. */
  readonly reduction: Readonly<{ allStages: Decimal; outsideShare: Decimal | null }>;
  /** kg-CO2e, after the contribution rate, by the certified reading. */
  readonly avoided: Decimal;
  readonly trace: number;
}

/** A result with the reason it is missing when it is. */
export interface Result {
  /** Unrounded, in `unit`. */
  readonly value: Decimal | null;
  readonly unit: string;
  readonly rounding: RoundingSetting;
  readonly trace: number | null;
  /** Why there is no value; empty when there is one. */
  readonly reasons: readonly Message[];
}

export interface Setting {
  readonly key: string;
  readonly value: string;
  /** seed, city-public, guideline, framework:<name>, assumption */
  readonly basis: string;
  /** `workbook` when the applicant's sheet overrides the profile. */
  readonly from: 'profile' | 'workbook';
}

export interface Assessment {
  readonly profile: { readonly id: string; readonly version: string };
  /** Every method choice in force, with its basis. */
  readonly settings: readonly Setting[];
  /** First certified number: e.g. 504.5 g-CO2e per functional unit. */
  readonly reductionPerUnit: Result;
  /** Second certified number: t-CO2e. */
  readonly avoided: Result;
  readonly timeSense: 'lifetime' | 'annual' | null;
  readonly readings: Readonly<{ allStages: Decimal | null; outsideShare: Decimal | null }>;
  readonly contributionRate: Result;
  readonly unitsOutside: Result;
  /** Over all segments, weighted by functional units delivered; per functional unit, kg-CO2e. */
  readonly stages: readonly StageResult[];
  readonly segments: readonly SegmentResult[];
  /** True where every emission counted is CO2 alone, so that t-CO2 may be printed. */
  readonly co2Only: boolean;
  readonly trace: readonly TraceNode[];
  /** Contradictions only the calculation can see. */
  readonly problems: readonly Problem[];
}
