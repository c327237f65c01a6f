import type { Problem } from '../../case/types';
import { BASES } from '../../case/vocabulary';
import { CRITERIA, findingId, type Finding, type FindingSeverity, type Subject } from '../../review/finding';
import type { Shape } from '../shape/shape';
import { list, object, optional } from '../shape/structures';
import { nullable, text, word } from '../shape/values';
import { messageShape } from './messageShape';
import { cellShape } from './placeShapes';

/** `findings.json`. */
export interface FindingsDocument {
  readonly findings: readonly Finding[];
}

const SEVERITIES: readonly FindingSeverity[] = ['block', 'unknown', 'warn', 'info'];

const finding = object<Finding>({
  id: text,
  rule: text,
  criterion: word(CRITERIA),
  severity: word(SEVERITIES),
  basis: word(BASES),
  message: messageShape,
  settle: nullable(messageShape),
  subject: object<Subject>({
    table: nullable(text),
    rowId: nullable(text),
    column: nullable(text),
    place: nullable(text),
  }),
  cells: list(cellShape),
  reason: optional(text) as Shape<Finding['reason']>,
});

export const findingsShape = object<FindingsDocument>({ findings: list(finding) });

/** What reading and calculation say, as findings. */
export const findingsOf = (problems: readonly Problem[]): readonly Finding[] => problems.map(findingOf);

function findingOf({ severity, message, cell, table, rowId, column }: Problem): Finding {
  const subject = { table, rowId, column, place: null };
  const rule = `reading.${message.code}`;
  return {
    id: findingId(rule, subject),
    rule,
    criterion: 'A2',
    severity,
    basis: 'assumption',
    message,
    settle: null,
    subject,
    cells: cell ? [cell] : [],
  };
}
