import { aboutOf } from '../../review/rounds/letter';
import type { AnsweredRemark } from '../../review/rounds/remarks';
import type { Message } from '../../message';
import { orNothing, type ReportContext } from '../context';
import { body, group, text, type Block, type Section, type TableRow } from '../document';
import type { ReportChange } from '../input';

/** Lines of one submission that a report prints; `previous.json` has all. */
const MOST = 200;

/** What changed since earlier packages and why, and what a reviewer of them asked and was answered. */
export function changes(context: ReportContext): Section {
  const { own, changes: made, remarks = [] } = context;
  const blocks = made.length === 0 ? [text(own('changes.none'))] : [changeTable(context)];
  return { id: 'changes', title: own('changes.title'), blocks: [...blocks, ...answerBlocks(context, remarks)] };
}

function changeTable(context: ReportContext): Block {
  const { own } = context;
  const columns = ['what', 'from', 'to'].map((key, index) => ({
    header: own(`changes.columns.${key}`),
    align: 'left' as const,
    width: [34, 33, 33][index]!,
  }));
  return { kind: 'table', caption: null, columns, rows: rowsOf(context) };
}

function rowsOf({ own, say, changes: made }: ReportContext): readonly TableRow[] {
  const said = (of: Message | string | null): string =>
    of === null || typeof of === 'string' ? orNothing(of) : say(of);
  return [...byRound(made, said)].flatMap(([round, of]) => {
    const reason = own('changes.reason', { reason: of[0]!.reason ?? own('changes.noReason') });
    const rest = of.length - MOST;
    return [
      group(of.every(isNothing) ? round : `${round}\n${reason}`),
      ...of.slice(0, MOST).map(({ what, from, to }) => body([said(what), said(from), said(to)])),
      ...(rest > 0 ? [body([own('changes.more', { count: rest }), '', ''])] : []),
    ];
  });
}

function byRound(
  made: readonly ReportChange[],
  said: (of: Message | string) => string,
): ReadonlyMap<string, readonly ReportChange[]> {
  const rounds = new Map<string, ReportChange[]>();
  for (const change of made) {
    const round = said(change.round);
    const known = rounds.get(round);
    if (known) known.push(change);
    else rounds.set(round, [change]);
  }
  return rounds;
}

/** That nothing changed needs no reason. */
const isNothing = ({ from, to }: ReportChange): boolean => from === null && to === null;

function answerBlocks({ own, say, review }: ReportContext, remarks: readonly AnsweredRemark[]): readonly Block[] {
  if (remarks.length === 0) return [];
  const findings = new Map((review?.findings ?? []).map((finding) => [finding.id, finding]));
  const columns = ['number', 'kind', 'on', 'remark', 'answer'].map((key, index) => ({
    header: own(`changes.remarks.${key}`),
    align: 'left' as const,
    width: [7, 14, 25, 27, 27][index]!,
  }));
  const rows = remarks.map(({ number, round, kind, on, text: asked, state, answer }) => {
    const { place, finding } = aboutOf(on, findings.get(on) ?? null);
    return body([
      String(number),
      `${say(`decisions.letter.kinds.${kind}`)}\n${own('changes.remarks.round', { round })}`,
      place ? `${say(place)}\n${say(finding)}` : say(finding),
      asked,
      answer?.text ?? say(`decisions.letter.states.${state}`),
    ]);
  });
  return [{ kind: 'table', caption: own('changes.remarks.title'), columns, rows }];
}
