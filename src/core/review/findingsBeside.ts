import type { Problem } from '../case/types';
import { message as said } from '../message';
import { sheetCellAddress } from '../workbook/a1';
import type { CellRef } from '../workbook/cell';
import { criterionOf } from './criterionOf';
import { findingId, type Finding, type FindingSeverity, type Subject } from './finding';
import type { Finding as FormulaFinding } from './formulas/reviewFormulas';
import type { Places } from './places';
import { readingSettled } from './settle/readingSettled';

/** What stands in a cell, by its place in a table where it has one. */
export function subjectAt(cell: CellRef, places: Places): Subject {
  const place = places.at(cell);
  if (place) return { ...place, place: null };
  return { table: null, rowId: null, column: null, place: sheetCellAddress(cell) };
}

/** What reading and calculating found that no rule owns, as findings `reading.<code>`. */
export function findingOfProblem(problem: Problem, places: Places): Finding {
  const { severity, message, cell, table, rowId, column } = problem;
  const subject = table === null && cell ? subjectAt(cell, places) : { table, rowId, column, place: null };
  const rule = `reading.${message.code}`;
  return {
    id: findingId(rule, subject),
    rule,
    criterion: criterionOf(subject.table, subject.rowId),
    severity,
    ...readingSettled(message.code),
    message,
    subject,
    cells: cell ? [cell] : [],
  };
}

/** Only what contradicts the template or the workbook's own inputs blocks: it is so, and the number shown is not the one certified. */
const CONTRADICTS: ReadonlySet<string> = new Set(['template-formula', 'stale-value']);

function severityOf({ check, severity }: FormulaFinding): FindingSeverity {
  if (severity === 'error') return CONTRADICTS.has(check) ? 'block' : 'warn';
  return severity === 'warning' ? 'warn' : 'info';
}

/** What the formula review says of a cell, as a finding `formula.<check>`. */
export function findingOfFormula(found: FormulaFinding, places: Places): Finding {
  const cell: CellRef = { sheet: found.sheet, row: found.row, column: found.column };
  const subject = subjectAt(cell, places);
  const rule = `formula.${found.check}`;
  return {
    id: findingId(rule, subject),
    rule,
    criterion: criterionOf(subject.table, subject.rowId),
    severity: severityOf(found),
    basis: found.certain ? 'workbook' : 'assumption',
    message: found.message,
    settle: said(`review.checks.${found.check}.settle`),
    subject,
    cells: [cell],
  };
}

/** One cause, told by two reviewers of the same cell: what reading says of it, it says with its consequence for the number. */
const SAME_CAUSE: Readonly<Record<string, readonly string[]>> = {
  'formula.error-value': ['reading.reader.error-value', 'reading.recalc.unknown'],
  'formula.number-as-text': ['reading.reader.expected-number'],
  'formula.stale-value': ['reading.recalc.unknown', 'reading.recalc.kept'],
};

/**
 * Nothing is told twice: of findings with one id the gravest stays, and a formula finding goes where reading or a rule told its cause of
 * the same cell.
 */
export function withoutRepeats(
  findings: readonly Finding[],
  isGraver: (a: Finding, b: Finding) => boolean,
): readonly Finding[] {
  const byId = new Map<string, Finding>();
  for (const finding of findings) {
    const known = byId.get(finding.id);
    if (!known || isGraver(finding, known)) byId.set(finding.id, finding);
  }
  const told = new Set(findings.flatMap((finding) => toldOf(finding)));
  return [...byId.values()].filter((finding) => {
    const [cell] = finding.cells;
    return !cell || !(SAME_CAUSE[finding.rule] ?? []).some((other) => told.has(`${other} ${sheetCellAddress(cell)}`));
  });
}

/** A rule that owns a problem says it with the problem's own code. */
const toldOf = ({ rule, message, cells }: Finding): readonly string[] =>
  cells.slice(0, 1).flatMap((cell) => {
    const at = sheetCellAddress(cell);
    return [`${rule} ${at}`, `reading.${message.code} ${at}`];
  });
