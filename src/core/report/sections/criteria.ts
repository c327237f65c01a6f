import { CRITERIA, type Criterion, type Finding, type FindingSeverity } from '../../review/finding';
import { sheetName } from '../../calculation/readiness';
import { fieldSpec } from '../../template/fields';
import { sheetCellAddress } from '../../workbook/a1';
import { basisText, type ReportContext } from '../context';
import { body, text, group, type Section, type TableRow } from '../document';
import type { ReportReview } from '../input';

const ORDER: readonly FindingSeverity[] = ['block', 'unknown', 'warn', 'info'];

/** The city's items in their order, what is open under each, and what the author says to it. */
export function criteria(context: ReportContext): Section {
  const { own, review } = context;
  const title = own('criteria.title');
  if (!review) return { id: 'criteria', title, blocks: [text(own('criteria.notReviewed'), 'warning')] };
  return {
    id: 'criteria',
    title,
    blocks: [
      text(own('criteria.reading'), 'note'),
      {
        kind: 'table',
        caption: own('criteria.summary'),
        columns: summaryColumns(context),
        rows: CRITERIA.map((one) => summary(context, review, one)),
      },
      ...details(context, review),
    ],
  };
}

export const criterionName = ({ own }: ReportContext, criterion: Criterion): string =>
  `${criterion === 'G' ? '' : `${criterion} `}${own(`criteria.names.${criterion}`)}`;

const under = ({ findings }: ReportReview, criterion: Criterion): readonly Finding[] =>
  findings
    .filter((finding) => finding.criterion === criterion)
    .sort((one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity));

const isCleared = ({ severity, reason }: Finding): boolean => severity === 'warn' && reason !== undefined;

function summary(context: ReportContext, review: ReportReview, criterion: Criterion): TableRow {
  const findings = under(review, criterion);
  const open = (severity: FindingSeverity) =>
    findings.filter((finding) => finding.severity === severity && !isCleared(finding)).length;
  const counts = (['block', 'unknown', 'warn'] as const).map(open);
  const cleared = findings.filter(isCleared).length;
  const rules = review.criteria.find((one) => one.criterion === criterion)?.rules ?? [];
  const passed = rules.filter(({ status }) => status === 'passes').length;
  return body([
    criterionName(context, criterion),
    rules.length === 0 && findings.length === 0
      ? context.own('criteria.states.unchecked')
      : stateOf(context, counts, cleared),
    `${passed} / ${rules.length}`,
    ...counts.map(String),
    String(cleared),
  ]);
}

function stateOf(
  { own }: ReportContext,
  [blocks = 0, unknown = 0, warns = 0]: readonly number[],
  cleared: number,
): string {
  const key = blocks > 0 ? 'block' : unknown > 0 ? 'unknown' : warns > 0 ? 'warn' : cleared > 0 ? 'cleared' : 'passed';
  return own(`criteria.states.${key}`);
}

function summaryColumns({ own }: ReportContext) {
  const titles = ['item', 'state', 'rules', 'block', 'unknown', 'warn', 'cleared'];
  return titles.map((key, index) => ({
    header: own(`criteria.columns.${key}`),
    align: index < 2 ? ('left' as const) : ('right' as const),
    width: [40, 18, 11, 9, 10, 9, 9][index]!,
  }));
}

function details(context: ReportContext, review: ReportReview) {
  const { own } = context;
  const rows = CRITERIA.flatMap((criterion) => {
    const findings = under(review, criterion);
    return findings.length === 0 ? [] : [group(criterionName(context, criterion)), ...shownOf(context, findings)];
  });
  if (rows.length === 0) return [text(own('criteria.noFindings'))];
  const columns = ['finding', 'place', 'says', 'reply'].map((key, index) => ({
    header: own(`criteria.columns.${key}`),
    align: 'left' as const,
    width: [13, 17, 40, 30][index]!,
  }));
  return [{ kind: 'table' as const, caption: own('criteria.details'), columns, rows }];
}

/** Findings of one rule and severity that are listed one by one: those that stop the case, and those the author answered, more of them. */
const MOST = { block: 30, answered: 30, other: 5 } as const;

/** Findings in their order; where a rule says much the same of very many places, the first ones and how many more there are. */
function shownOf(context: ReportContext, findings: readonly Finding[]): readonly TableRow[] {
  const kinds = new Map<string, Finding[]>();
  for (const finding of findings) {
    const kind = finding.severity === 'block' ? 'block' : finding.reason === undefined ? 'other' : 'answered';
    const key = `${kind} ${finding.severity} ${finding.rule}`;
    const same = kinds.get(key);
    if (same) same.push(finding);
    else kinds.set(key, [finding]);
  }
  return [...kinds].flatMap(([key, same]) => {
    const most = MOST[key.split(' ')[0] as keyof typeof MOST];
    const rows = same.slice(0, most).map((finding) => detail(context, finding));
    const { own } = context;
    const rest = same.length - rows.length;
    const severity = own(`criteria.severity.${same[0]!.severity}`);
    return rest <= 0 ? rows : [...rows, body([severity, '', own('criteria.more', { count: rest }), ''])];
  });
}

function detail(context: ReportContext, finding: Finding): TableRow {
  const { own, say } = context;
  const settle = finding.settle ? `\n${own('criteria.settle', { how: finding.settle })}` : '';
  return body([
    own(`criteria.severity.${finding.severity}`),
    place(context, finding),
    `${say(finding.message)}${settle}\n(${own('basis')}: ${findingBasis(context, finding)})`,
    finding.reason ?? (finding.severity === 'info' ? own('criteria.noReplyNeeded') : own('criteria.noReply')),
  ]);
}

const findingBasis = (context: ReportContext, { basis }: Finding): string =>
  basis === 'workbook' ? context.say('review.basis.workbook') : basisText(context, basis);

function place({ own, say }: ReportContext, { cells, subject }: Finding): string {
  const [first] = cells;
  const row =
    subject.rowId === null
      ? ''
      : `\n${subject.table === 'KmcCase' && fieldSpec(subject.rowId) ? say(`template.fields.${subject.rowId}`) : subject.rowId}`;
  if (first) return `${sheetCellAddress(first)}${row}`;
  return subject.table === null ? own('criteria.wholeCase') : say(sheetName(subject.table));
}
