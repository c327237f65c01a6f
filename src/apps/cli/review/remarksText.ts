import { message } from '../../../core/message';
import type { Entry } from '../../../core/review/decisions/entries';
import type { Review } from '../../../core/review/review';
import { aboutOf, movedOf } from '../../../core/review/rounds/letter';
import { answeredRemarks, unansweredOf } from '../../../core/review/rounds/remarks';
import type { Session } from '../terminal';

/** The reviewer's remarks of all rounds, each with its answer or that it has none; nothing where nobody has remarked. */
export function remarksText({ say }: Session, entries: readonly Entry[], review: Review): readonly string[] {
  const moved = movedOf(review);
  const remarks = answeredRemarks(entries, moved);
  if (remarks.length === 0) return [];
  const findings = new Map(review.findings.map((finding) => [finding.id, finding]));
  const lines = remarks.flatMap(({ number, round, kind, on, text, answer, state }) => {
    const now = moved.get(on) ?? on;
    const { place, finding } = aboutOf(now, findings.get(now) ?? null);
    const params = { number, round, kind: message(`decisions.letter.kinds.${kind}`), place: place ?? finding };
    const answered = answer
      ? message('decisions.cli.answer', { text: answer.text, by: answer.by, date: answer.date })
      : message(`decisions.letter.states.${state}`);
    return [`  ${say(message('decisions.cli.remark', params))}\n`, `    ${text}\n`, `    ${say(answered)}\n`];
  });
  const open = unansweredOf(remarks).length;
  return [
    `\n${say('decisions.cli.remarks')}\n`,
    ...lines,
    ...(open > 0 ? [`${say(message('decisions.cli.unanswered', { count: open }))}\n`] : []),
  ];
}
