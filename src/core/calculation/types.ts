import type { Problem, RowRef } from '../case/types';
import type { SalesStatus, Stage } from '../case/vocabulary';
import type { Message } from '../message';
import type { Decimal } from '../quantity/decimal';
import type { RoundingSetting } from '../quantity/rounding';
import type { CellRef } from '../workbook/cell';
import type { ReductionModel } from './model';
import type { Thresholds } from './profile';
import type { YearRow } from './yearBasis';

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
  /** Both subtracted in the certified reading, kg-CO2e per functional unit. */
  readonly rebound: Decimal;
  readonly sideEffects: Decimal;
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
  readonly basis: string;
  /** `workbook` when the applicant's sheet overrides the profile. */
  readonly from: 'profile' | 'workbook';
}

/** A value and the index of its step in the trace. */
export interface Step {
  readonly value: Decimal;
  readonly trace: number;
}

/** Over all stages, kg-CO2e per functional unit; the reduction is the difference of the sides, nothing taken off. */
export type Totals = Readonly<Record<'baseline' | 'product' | 'reduction', Step>>;

/** What is taken off the sum of the stages, ≥ 0 unless a side effect is a benefit; kg-CO2e per functional unit. */
export interface Deductions {
  readonly rebound: Decimal;
  readonly sideEffects: Decimal;
  /** Indices of their steps; `null` where nothing is taken off. */
  readonly traces: Readonly<Record<'rebound' | 'sideEffects', number | null>>;
}

/** One line's share in its side, over all segments; kg-CO2e per functional unit, as the side counts it (a product's emission is positive). */
export interface LineResult {
  readonly ref: RowRef;
  readonly side: 'baseline' | 'product' | 'side-effect';
  readonly stage: Stage;
  readonly process: string | null;
  /** Segment the line is limited to; `null`: all. */
  readonly segment: string | null;
  /** `outsideShare` is null while the line's place is unknown. */
  readonly emission: Readonly<{ allStages: Decimal; outsideShare: Decimal | null }>;
  /** Index of the step that gives `allStages`. */
  readonly trace: number;
}

/** What one partner may claim of the unallocated whole. */
export interface PartnerPart {
  readonly ref: RowRef;
  readonly partner: string | null;
  readonly inCity: 'in' | 'out' | 'unknown' | null;
  readonly share: Decimal;
  /** t-CO2e. */
  readonly avoided: Decimal;
  readonly trace: number;
}

/** Sales outside the city of one status in one fiscal year. Statuses are told apart, never added. */
export interface SalesResult {
  readonly status: SalesStatus;
  readonly year: number;
  readonly units: Decimal;
  /** t-CO2e on flow basis, in the case's time sense, after the rate. */
  readonly avoided: Decimal | null;
  readonly trace: number | null;
  /** Why there is no amount; empty when there is one. */
  readonly reasons: readonly Message[];
}

export interface SaleYearRow {
  readonly year: number;
  readonly units: Decimal;
  /** t-CO2e over the life of the units sold in the year. */
  readonly avoided: Decimal;
  /** The same by the calendar year in which it arises. */
  readonly years: readonly YearRow[];
  readonly trace: number;
}

export interface CalendarYearRow extends YearRow {
  readonly trace: number;
}

/** Realized sales of every year over the life of their units, after the rate, in the certified reading; t-CO2e. */
export interface YearTables {
  readonly saleYears: readonly SaleYearRow[];
  readonly calendarYears: readonly CalendarYearRow[];
  readonly total: Decimal;
  readonly totalTrace: number;
}

export interface Assessment {
  readonly profile: { readonly id: string; readonly version: string };
  /** What the rules of review measure against, of the same profile. */
  readonly thresholds: Thresholds;
  /** Every method choice in force, with its basis. */
  readonly settings: readonly Setting[];
  /** Whether `avoided` is multiplied by the contribution rate or is the value chain's whole, to be labelled so. */
  readonly attribution: 'rate' | 'unallocated';
  readonly accounting: 'flow' | 'stock';
  /** First certified number: e.g. 504.5 g-CO2e per functional unit. */
  readonly reductionPerUnit: Result;
  /** Second certified number: t-CO2e. */
  readonly avoided: Result;
  readonly timeSense: 'lifetime' | 'annual' | null;
  /** The reduction in both readings, kg-CO2e per functional unit. */
  readonly readings: Readonly<{ allStages: Decimal | null; outsideShare: Decimal | null }>;
  readonly readingTraces: Readonly<{ allStages: number | null; outsideShare: number | null }>;
  /** The avoided emissions in both readings, t-CO2e; the certified one is `avoided`. `null` where it or the other's places are unknown. */
  readonly avoidedReadings: Readonly<{ allStages: Step | null; outsideShare: Step | null }>;
  readonly contributionRate: Result;
  readonly unitsOutside: Result;
  /** The avoided emissions before any rate, and each partner's part of them; t-CO2e. */
  readonly unallocated: Result;
  readonly partners: readonly PartnerPart[];
  /** Over all segments, weighted by functional units delivered; per functional unit, kg-CO2e. */
  readonly stages: readonly StageResult[];
  /** `null` where there is no table of stages. */
  readonly totals: Totals | null;
  /** Σ stages − rebound − side effects is the reduction, in each reading; `null` while it or the weights are unknown. */
  readonly deductions: Readonly<Record<'allStages' | 'outsideShare', Deductions | null>>;
  /** The product's emissions in all stages with what is taken off, kg-CO2e per functional unit; `null` where nothing is. */
  readonly productWithEffects: Step | null;
  readonly segments: readonly SegmentResult[];
  readonly lines: readonly LineResult[];
  /** Potential, planned and realized sales apart. */
  readonly sales: readonly SalesResult[];
  /** `null` where a life or a factor's year is not known, and why. */
  readonly years: YearTables | null;
  readonly yearsReasons: readonly Message[];
  /** The certified numbers as functions of their inputs; `null` where the number is missing or a stated spread contradicts itself. */
  readonly models: Readonly<Record<'reduction' | 'avoided', ReductionModel | null>>;
  readonly modelReasons: readonly Message[];
  /** True where every emission counted is CO2 alone, so that t-CO2 may be printed. */
  readonly co2Only: boolean;
  readonly trace: readonly TraceNode[];
  /** Contradictions only the calculation can see. */
  readonly problems: readonly Problem[];
}
