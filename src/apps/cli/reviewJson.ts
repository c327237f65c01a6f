import type { Message } from '../../core/message';
import {
  reviewReportShape,
  type ReportedChanges,
  type ReportedFinding,
  type ReportedStanding,
  type ReviewReport,
} from '../../core/package/documents/reviewReport';
import { changeText } from '../../core/review/decisions/changeText';
import type { Decision, Reason } from '../../core/review/decisions/entries';
import type { Standing } from '../../core/review/decisions/standing';
import type { Finding } from '../../core/review/finding';
import { openSeverity, type Review } from '../../core/review/review';
import type { Changes } from '../../core/review/rounds/changesSince';
import { PRODUCT_VERSION } from '../../core/version';
import { sheetCellAddress } from '../../core/workbook/a1';
import type { Session } from './terminal';

/** A review for programs. Ids, states and severities are the same words in both languages; sentences are in the one asked for. */
export function reviewJson({ say }: Session, review: Review, changes: Changes | null): string {
  const body: ReviewReport = {
    product: PRODUCT_VERSION,
    state: review.state,
    criteria: review.criteria.map(({ criterion, status, rules, decision }) => ({
      criterion,
      status,
      decision: decision?.status === 'stands' ? decision.entry.state : 'open',
      rules,
    })),
    findings: review.findings.map((finding) => findingJson(say, finding)),
    decisions: review.decisions.map((standing) => ({ state: standing.entry.state, ...standingJson(say, standing) })),
    reasons: review.reasons.map((standing) => standingJson(say, standing)),
    replies: review.replies.map(({ on, text, by, date, round }) => ({ on, text, by, date, round })),
    notices: review.notices.map(say),
    ...(changes ? { changes: changesJson(say, changes) } : {}),
  };
  return `${JSON.stringify(reviewReportShape.encode(body), null, 2)}\n`;
}

type Say = (text: Message | string) => string;

function findingJson(say: Say, finding: Finding): ReportedFinding {
  const { id, rule, criterion, basis, message, settle, subject, cells, reason } = finding;
  return {
    ...{ id, rule, criterion, severity: openSeverity(finding), basis },
    message: say(message),
    settle: settle && say(settle),
    table: subject.table,
    row: subject.rowId,
    column: subject.column,
    place: subject.place,
    cells: cells.map(sheetCellAddress),
    reason: reason ?? null,
  };
}

function standingJson(say: Say, { entry, on, status, changes }: Standing<Decision | Reason>): ReportedStanding {
  const { text, by, date, round } = entry;
  return {
    ...{ on, writtenOn: entry.on, status, text, by, date, round },
    changes: changes.map((change) => ({
      kind: change.kind,
      table: change.place?.table ?? null,
      row: change.place?.rowId ?? null,
      column: change.place?.column ?? null,
      cell: change.cell && sheetCellAddress(change.cell),
      from: change.from,
      to: change.to,
      message: say(changeText(change)),
    })),
  };
}

function changesJson(say: Say, { numbers, rows, contents, formulas, findings, reopened }: Changes): ReportedChanges {
  return {
    numbers,
    rows: rows.map(({ kind, table, rowId }) => ({ kind, table, row: rowId })),
    contents: contents.map(({ rowId, cell, ...rest }) => ({ ...rest, row: rowId, cell: sheetCellAddress(cell) })),
    formulas,
    findings: {
      opened: findings.opened.map((finding) => findingJson(say, finding)),
      closed: findings.closed.map((finding) => findingJson(say, finding)),
    },
    reopened: reopened.map((standing) => ({ state: standing.entry.state, ...standingJson(say, standing) })),
  };
}
