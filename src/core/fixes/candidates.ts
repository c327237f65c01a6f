import type { Problem } from '../case/types';
import { CHOICE_SETS, type ChoiceSet } from '../case/vocabulary';
import { valueSpec } from '../reader/caseFields';
import { fieldSpec } from '../template/fields';
import { tableSpec } from '../template/tables';
import type { ColumnSpec } from '../template/types';
import { isCellError, type CellRef } from '../workbook/cell';
import { dateMeant } from './dateTexts';
import { numberMeant, shareMeant } from './numberTexts';
import { periodMeant } from './periodTexts';
import type { Ids } from './references';
import type { SheetCells } from './sheetCells';
import type { Candidate, FixKind } from './types';
import { wordMeant } from './words';

/** A refused content, its problem, and what the cell is for. */
interface Refused {
  readonly problem: Problem;
  readonly content: string | number | boolean;
  readonly spec: ColumnSpec | null;
  /** In a table of the template's: what the cell holds is what is read. */
  readonly isOwn: boolean;
}

type Proposal = readonly [FixKind, string | number] | null;

const expected = ({ problem }: Refused): Proposal => {
  const text = problem.message.params['expected'];
  return typeof text === 'string' ? ['choice', text] : null;
};

const PROPOSALS: Readonly<Record<string, (refused: Refused) => Proposal>> = {
  'reader.choice-other-language': expected,
  'reader.choice-spelling': expected,
  'reader.choice-unknown': (refused) => wordIn(refused),
  'reader.place-unknown': (refused) => share(refused) ?? number(refused) ?? wordIn(refused),
  'reader.number-as-text': (refused) => number(refused),
  'reader.expected-number': (refused) => share(refused),
  'reader.period-unknown': ({ content }) => of('period', typeof content === 'string' ? periodMeant(content) : null),
  'reader.date-unknown': ({ content }) => of('date', typeof content === 'string' ? dateMeant(content) : null),
};

const of = (kind: FixKind, to: string | number | null): Proposal => (to === null ? null : [kind, to]);

const number = ({ content }: Refused): Proposal =>
  of('number', typeof content === 'string' ? numberMeant(content) : null);

/** An adopted column may be read times a factor of its own: there 45 % is not surely 0.45. */
function share({ content, spec, isOwn }: Refused): Proposal {
  const isShare = spec?.kind === 'share' || spec?.kind === 'place';
  return isShare && isOwn && typeof content === 'string' ? of('share', shareMeant(content)) : null;
}

/** The allowed texts stand in the order of the vocabulary. */
function wordIn({ problem, content, spec }: Refused): Proposal {
  const set: ChoiceSet | undefined = spec?.kind === 'place' ? 'place' : spec?.choices;
  const { allowed } = problem.message.params;
  if (set === undefined || typeof content === 'number' || !Array.isArray(allowed)) return null;
  const position = wordMeant(set, content);
  const text: unknown = position === null || allowed.length !== CHOICE_SETS[set].length ? null : allowed[position];
  return typeof text === 'string' ? ['choice', text] : null;
}

/** @returns what would settle the problem, if its content can be meant in one way only */
export function candidateFor(
  problem: Problem,
  { cells, ids, own }: { readonly cells: SheetCells; readonly ids: Ids; readonly own: (cell: CellRef) => boolean },
): Candidate | null {
  const { cell } = problem;
  const content = cell && cells.value(cell);
  if (!cell || content === null || isCellError(content)) return null;
  if (problem.message.code === 'reader.reference-spelling') return ids.alike(problem, cell, content);
  const refused = { problem, content, spec: specOf(problem), isOwn: own(cell) };
  const proposal = PROPOSALS[problem.message.code]?.(refused) ?? null;
  if (!proposal) return null;
  const [kind, to] = proposal;
  return typeof to === 'number' && !cells.takesNumbers(cell) ? null : { problem, kind, changes: [{ cell, to }] };
}

/** A value of KmcCase is declared by its field; what a variation puts into a cell is judged by that cell, which is not looked up here. */
function specOf({ table, column, rowId }: Problem): ColumnSpec | null {
  const declared = (table && tableSpec(table)?.columns.find(({ key }) => key === column)) || null;
  if (table !== 'KmcCase' || column !== 'value') return declared;
  const field = rowId === null ? undefined : fieldSpec(rowId);
  return field ? valueSpec(field) : null;
}
