import type { Finding, FindingSeverity } from '../../review/finding';
import type { Message } from '../../message';
import {
  COMPARED_NUMBERS,
  type Changes,
  type FormulaChange,
  type NumberChange,
} from '../../review/rounds/changesSince';
import type { ContentChange, RowChange } from '../../review/rounds/inputChanges';
import { cellShape } from '../documents/placeShapes';
import { messageShape } from '../documents/messageShape';
import { list, object } from '../shape/structures';
import { boolean, nullable, sha256Text, text, whole, word } from '../shape/values';

/** A finding that came or went, as far as it is told. */
export type ChangedFinding = Pick<Finding, 'id' | 'severity'> & { readonly message: Message };

/** What changed from one package to the next. */
export interface StoredChanges {
  readonly numbers: readonly NumberChange[];
  readonly rows: readonly RowChange[];
  /** Cells, those of KmcFactors among them. */
  readonly contents: readonly ContentChange[];
  readonly formulas: readonly FormulaChange[];
  readonly findings: { readonly opened: readonly ChangedFinding[]; readonly closed: readonly ChangedFinding[] };
  /** Criteria and ids of findings whose decision is open again, because what it rests on has changed. */
  readonly reopened: readonly string[];
}

/** One step from a package to the next. */
export interface Step {
  /** Number of the submission that the step led to: 2 for the first one that follows another. */
  readonly submission: number;
  /** Id of the package before. */
  readonly package: string;
  /** What the applicant says of the changes; `null` where nothing is said. */
  readonly reason: string | null;
  readonly changes: StoredChanges;
}

/** `previous.json`: the packages before this one, the oldest first, each with what changed after it. */
export interface PreviousDocument {
  readonly steps: readonly Step[];
}

const CHANGES = ['changed', 'added', 'removed'] as const;
const SEVERITIES: readonly FindingSeverity[] = ['block', 'unknown', 'warn', 'info'];
const texts = nullable(text);
const findings = list(object<ChangedFinding>({ id: text, severity: word(SEVERITIES), message: messageShape }));

const changesShape = object<StoredChanges>({
  numbers: list(
    object<NumberChange>({ number: word(COMPARED_NUMBERS), from: texts, to: texts, fromUnit: text, toUnit: text }),
  ),
  rows: list(
    object<RowChange>({ kind: word(['added', 'removed'] as const), table: text, rowId: text, cell: cellShape }),
  ),
  contents: list(
    object<ContentChange>({
      kind: word(CHANGES),
      isFormula: boolean,
      table: texts,
      rowId: texts,
      column: texts,
      cell: cellShape,
      from: texts,
      to: texts,
    }),
  ),
  formulas: list(object<FormulaChange>({ sheet: text, r1c1: text, from: whole, to: whole })),
  findings: object<StoredChanges['findings']>({ opened: findings, closed: findings }),
  reopened: list(text),
});

export const previousShape = object<PreviousDocument>({
  steps: list(object<Step>({ submission: whole, package: sha256Text, reason: texts, changes: changesShape })),
});

/** @returns changes as a package holds them */
export function storedChanges({
  numbers,
  rows,
  contents,
  formulas,
  findings: found,
  reopened,
}: Changes): StoredChanges {
  const told = (all: readonly Finding[]): readonly ChangedFinding[] =>
    all.map(({ id, severity, message }) => ({ id, severity, message }));
  return {
    ...{ numbers, rows, contents, formulas },
    findings: { opened: told(found.opened), closed: told(found.closed) },
    reopened: reopened.map(({ on }) => on),
  };
}
