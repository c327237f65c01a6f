import type { Analysis } from '../analysis';
import type { Message } from '../message';
import type { Outcome } from '../outcome';
import type { Review } from '../review/review';
import type { AnsweredRemark } from '../review/rounds/remarks';
import type { Language } from '../template/types';

/** What review says of a case, as far as a report shows it. */
export type ReportReview = Pick<Review, 'criteria' | 'findings'>;

/** A change since an earlier package, told in one line. */
export interface ReportChange {
  /** Which package the change was made for, e.g. `第2回提出`. */
  readonly round: Message | string;
  readonly what: Message | string;
  readonly from: Message | string | null;
  readonly to: Message | string | null;
  /** The applicant's, of all changes of a round. */
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
  /** A reviewer's remarks on earlier packages, with the answers. */
  readonly remarks?: readonly AnsweredRemark[];
  /** Marks it as a draft for the city's pre-check. */
  readonly draft: boolean;
}
