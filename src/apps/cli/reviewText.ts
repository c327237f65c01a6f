import { message, type Message } from '../../core/message';
import { changeText } from '../../core/review/decisions/changeText';
import type { Decision } from '../../core/review/decisions/entries';
import type { Standing } from '../../core/review/decisions/standing';
import type { Finding, FindingSeverity } from '../../core/review/finding';
import { placeText } from '../../core/review/placeText';
import { openSeverity, type CriterionReview, type Review } from '../../core/review/review';
import { sheetCellAddress } from '../../core/workbook/a1';
import type { Session } from './terminal';

type Say = Session['say'];

const SEVERITIES: readonly FindingSeverity[] = ['block', 'unknown', 'warn', 'info'];
/** Cells named beside the first. */
const MOST_CELLS = 3;

/** A review for a person: the state, then the city's items in their order, each with its findings and what was decided on them. */
export function reviewText({ say }: Session, file: string, review: Review): string {
  const state = say(`decisions.application.${review.state}`);
  const gone = review.decisions.filter(({ status }) => status === 'gone').length;
  return [
    `${say(message('decisions.cli.title', { file, state }))}\n`,
    `${countsText(say, review.findings)}\n`,
    ...review.criteria.map((criterion) => criterionText(say, criterion, review)),
    ...(gone > 0 ? [`\n${say(message('decisions.cli.gone', { count: gone }))}\n`] : []),
    ...review.notices.map((notice) => `\n- ${say(notice)}\n`),
  ].join('');
}

function countsText(say: Say, findings: readonly Finding[]): string {
  const counts = SEVERITIES.map((severity) => [
    severity,
    findings.filter((finding) => openSeverity(finding) === severity).length,
  ]);
  return say(message('decisions.cli.counts', Object.fromEntries(counts) as Message['params']));
}

function criterionText(say: Say, { criterion, status, rules, findings, decision }: CriterionReview, review: Review) {
  const passed = rules.filter((rule) => rule.status === 'passes').length;
  const checks = rules.length > 0 ? `  ${say(message('decisions.cli.passed', { passed, count: rules.length }))}` : '';
  const title = `${criterion} ${say(`report.criteria.names.${criterion}`)}  [${say(`decisions.cli.status.${status}`)}]`;
  return [
    `\n${title}${checks}\n`,
    decision ? decisionText(say, decision) : '',
    ...findings.map((finding) => findingText(say, finding, review)),
  ].join('');
}

function findingText(say: Say, finding: Finding, { decisions, reasons, replies }: Review): string {
  const { message: said, settle, subject, reason, id } = finding;
  const decision = decisions.find(({ on }) => on === id);
  const lapsed = reasons.some(({ on, status }) => on === id && status === 'reopened');
  const [first, ...more] = finding.cells.map(sheetCellAddress);
  const cells = [first, ...more.slice(0, MOST_CELLS)].filter((cell) => cell !== undefined).join(', ');
  const rest = more.length - MOST_CELLS;
  const others = rest > 0 ? ` ${say(message('decisions.cli.cells', { count: rest }))}` : '';
  const where =
    subject.place === null && cells ? `${say(placeText(subject))} (${cells}${others})` : say(placeText(subject));
  return [
    `  ${say(`decisions.cli.severity.${openSeverity(finding)}`)}  ${where}\n`,
    `      ${say(said)}\n`,
    settle && reason === undefined ? `      ${say(message('decisions.cli.settle', { how: settle }))}\n` : '',
    reason === undefined ? '' : `      ${say(message('decisions.cli.reason', { text: reason }))}\n`,
    lapsed ? `      ${say('decisions.cli.lapsed')}\n` : '',
    decision ? decisionText(say, decision, '      ') : '',
    ...replies
      .filter(({ on }) => on === id || on === decision?.entry.on)
      .map(({ text, by, date }) => `      ${say(message('decisions.cli.reply', { text, by, date }))}\n`),
  ].join('');
}

export function decisionText(say: Say, { entry, status, changes }: Standing<Decision>, indent = '  '): string {
  const { by, date, round, text } = entry;
  const state = say(`decisions.state.${entry.state}`);
  return [
    `${indent}${say(message('decisions.cli.decision', { state, by, date, round }))}\n`,
    text === '' ? '' : `${indent}${say(message('decisions.cli.comment', { text }))}\n`,
    status === 'reopened' ? `${indent}${say('decisions.reopened')}\n` : '',
    ...changes.map((change) => `${indent}  ${say(changeText(change))}\n`),
  ].join('');
}
