import { message, type Message } from '../../message';
import { parseRange } from '../../workbook/a1';
import type { CellRef } from '../../workbook/cell';
import { noteKey, type CellNote } from '../../workbook/note';
import { isCriterion, type Decision } from '../decisions/entries';
import { formulaId } from '../decisions/formulaDecision';
import type { Standing } from '../decisions/standing';
import type { Finding } from '../finding';
import type { UniqueFormula } from '../formulas/uniqueFormulas';
import { ruleTitle } from '../placeText';

/** What a reviewer wrote and what it can be about. */
export interface Commented {
  readonly decisions: readonly Standing<Decision>[];
  readonly findings: readonly Finding[];
  /** The workbook's formulas, each once. */
  readonly formulas: readonly UniqueFormula[];
}

/** A reviewer's comments as notes at cells. */
export interface ReviewNotes {
  /** One a cell, in the order of the decisions; several comments on one cell stand in one note. */
  readonly notes: readonly CellNote[];
  /** How many comments are about no cell: an item of the review as a whole, or what is there no more. */
  readonly elsewhere: number;
}

/**
 * Every decision that has a comment, questions included, at the cell it is about (the first one, where there are several).
 * @param say in the language of the notes
 */
export function reviewNotes(
  { decisions, findings, formulas }: Commented,
  say: (text: Message | string) => string,
): ReviewNotes {
  const cells = new Map(findings.map((finding) => [finding.id, finding.cells[0]]));
  const rules = new Map(findings.map((finding) => [finding.id, finding.rule]));
  for (const formula of formulas) cells.set(formulaId(formula), firstCell(formula));
  const texts = new Map<string, { cell: CellRef; parts: string[] }>();
  let elsewhere = 0;
  for (const standing of decisions) {
    if (standing.entry.text === '') continue;
    const cell = isCriterion(standing.on) ? undefined : cells.get(standing.on);
    if (!cell) {
      elsewhere++;
      continue;
    }
    const rule = rules.get(standing.on);
    const note = texts.get(noteKey(cell)) ?? { cell, parts: [] };
    note.parts.push(commentText(standing, rule === undefined ? 'decisions.note.formula' : ruleTitle(rule), say));
    texts.set(noteKey(cell), note);
  }
  return { notes: [...texts.values()].map(({ cell, parts }) => ({ cell, text: parts.join('\n\n') })), elsewhere };
}

function firstCell({ sheet, regions }: UniqueFormula): CellRef | undefined {
  const first = parseRange(regions[0] ?? '');
  return first ? { sheet, row: first.top, column: first.left } : undefined;
}

function commentText(
  { entry: { state, text, by, date, round }, status }: Standing<Decision>,
  about: Message | string,
  say: (text: Message | string) => string,
): string {
  const head = say(message('decisions.note.head', { state: message(`decisions.state.${state}`), about: say(about) }));
  const lines = [head, text, say(message('decisions.note.who', { by, date, round }))];
  return (status === 'reopened' ? [...lines, say('decisions.reopened')] : lines).join('\n');
}
