import type { Analysis } from '../analysis';
import type { Message } from '../message';
import type { Outcome } from '../outcome';
import type { Finding } from '../review/finding';
import type { Language } from '../template/types';

/** What review says of a case, as far as a report shows it. */
export interface ReportReview {
  readonly findings: readonly Finding[];
  /** The author's written reasons by finding id. */
  readonly reasons: ReadonlyMap<string, string>;
}

/** A change since an earlier package, told in one line. */
export interface ReportChange {
  /** Which package the change was made for, e.g. `第2回提出`. */
  readonly round: string;
  readonly what: Message | string;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string | null;
}

/** All a report is made of. The same input gives the same report: there is no clock in it. */
export interface ReportInput {
  readonly outcome: Outcome;
  /** `null` where nothing was simulated. */
  readonly analysis: Analysis | null;
  /** `null` where the case was not reviewed; the report then says so. */
  readonly review: ReportReview | null;
  readonly language: Language;
  readonly changes: readonly ReportChange[];
}
