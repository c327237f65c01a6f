import type { Message } from '../message';
import type { Decimal } from '../quantity/decimal';

/** Which of the two certified numbers: kg-CO2e per functional unit, or kg-CO2e avoided. */
export type Output = 'reduction' | 'avoided';

/** What a simulation says of one number. All in the output's unit. */
export interface OutputSummary {
  readonly central: number;
  readonly mean: number;
  readonly median: number;
  /** 2.5 % and 97.5 % quantile. */
  readonly low: number;
  readonly high: number;
  readonly standardDeviation: number;
  /** Standard deviation ÷ √runs: how far the mean itself may be off by chance. */
  readonly standardError: number;
  /** Share of runs in which there is no reduction at all. */
  readonly probabilityNotPositive: number;
}

/** Mean and standard deviation by formula; `reason` says why there is none. */
export type ClosedForm =
  | { readonly mean: Decimal; readonly standardDeviation: Decimal }
  | { readonly mean: null; readonly standardDeviation: null; readonly reason: Message };

export interface Uncertainty {
  readonly runs: number;
  readonly seed: number;
  /** How many inputs were drawn, of how many. */
  readonly drawn: number;
  readonly inputs: number;
  readonly reduction: OutputSummary;
  /** `null` where the case gives no avoided emissions. */
  readonly avoided: OutputSummary | null;
  readonly closedForm: Readonly<Record<Output, ClosedForm | null>>;
}

/** One end of a bar of the tornado. */
export interface SensitivityEnd {
  readonly value: Decimal;
  readonly reduction: Decimal;
  readonly avoided: Decimal | null;
}

export interface SensitivityRow {
  /** Index into the model's inputs. */
  readonly input: number;
  /** `interval`: the ends of the input's own interval; `change`: a fixed change up and down, the input states none. */
  readonly kind: 'interval' | 'change';
  readonly low: SensitivityEnd;
  readonly high: SensitivityEnd;
  /** |avoided(high) − avoided(low)|, or of the reduction where there is no avoided. */
  readonly swing: Readonly<Record<Output, Decimal | null>>;
  /** First-order share of the variance of each output, see `varianceShares`; `null` for an input without a spread. */
  readonly varianceShare: Readonly<Record<Output, number | null>>;
  /** Value of the input at which the reduction changes its sign, all else as stated; `null` when there is none, and why. */
  readonly signFlip: Decimal | null;
  readonly noFlip: Message | null;
  /** Where the sign-flip value is one the input cannot physically take; it is reported all the same. */
  readonly flipNote: Message | null;
}
