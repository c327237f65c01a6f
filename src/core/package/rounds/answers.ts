import type { Entry } from '../../review/decisions/entries';
import type { Review } from '../../review/review';
import { movedOf } from '../../review/rounds/letter';
import {
  ANSWER_STATES,
  answeredRemarks,
  REMARK_KINDS,
  type Answer,
  type AnsweredRemark,
} from '../../review/rounds/remarks';
import { list, object } from '../shape/structures';
import { nullable, text, whole, word } from '../shape/values';

/** `answers.json`: each remark of the reviewer on the earlier packages, with its answer or that there is none. */
export interface AnswersDocument {
  readonly remarks: readonly AnsweredRemark[];
}

const answer = object<Answer>({ text, by: text, date: text });

export const answersShape = object<AnswersDocument>({
  remarks: list(
    object<AnsweredRemark>({
      number: whole,
      round: whole,
      kind: word(REMARK_KINDS),
      on: text,
      text,
      by: text,
      date: text,
      state: word(ANSWER_STATES),
      answer: nullable(answer),
    }),
  ),
});

/** @param entries the review record of all rounds, which the review was made with */
export const answersDocument = (entries: readonly Entry[], review: Review): AnswersDocument => ({
  remarks: answeredRemarks(entries, movedOf(review)),
});
