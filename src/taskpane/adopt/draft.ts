import { columnSpec } from '../../core/adoption/columnSpec';
import { headerTexts } from '../../core/adoption/headerText';
import { keysOf } from '../../core/adoption/headerWords';
import { rowLooks } from '../../core/adoption/rowPlan';
import type { Adoption, AdoptionProposal, ColumnProposal } from '../../core/adoption/types';
import { CHOICE_SETS, type ChoiceSet } from '../../core/case/vocabulary';
import { choiceOf } from '../../core/template/headers';
import type { ColumnSpec } from '../../core/template/types';
import type { SheetSnapshot, WorkbookSnapshot } from '../../core/workbook/snapshot';

/** An adoption that is being made or changed. */
export interface Draft {
  readonly adoption: Adoption;
  /** Why its columns were placed; `null` for one that was saved before. */
  readonly proposal: AdoptionProposal | null;
  /** Number of the saved adoption it takes the place of. */
  readonly replaces: number | null;
}

/** A column of the user's table as it is to be shown. */
export interface DraftColumn {
  /** Sheet column, from 0. */
  readonly column: number;
  readonly header: string;
  readonly key: string | null;
  /** What was proposed for it, while it stands as proposed. */
  readonly proposal: ColumnProposal | null;
}

const sheetOf = ({ sheets }: WorkbookSnapshot, { range }: Adoption): SheetSnapshot | undefined =>
  sheets.find(({ name }) => name === range.sheet);

/** @returns the columns from left to right; none where the sheet is gone */
export function draftColumns(snapshot: WorkbookSnapshot, { adoption, proposal }: Draft): readonly DraftColumn[] {
  const sheet = sheetOf(snapshot, adoption);
  if (!sheet) return [];
  const headers = headerTexts(sheet, adoption.range, adoption.headerRows);
  return headers.map((header, index) => {
    const nth = headers.slice(0, index).filter((text) => text === header).length;
    const key = adoption.columns.find((one) => one.header === header && one.nth === nth)?.key ?? null;
    const column = adoption.range.left + index;
    const proposed = proposal?.columns.find((one) => one.column === column && one.key === key) ?? null;
    return { column, header, key, proposal: proposed };
  });
}

/** @returns headers of the adoption that no column has any more */
export function goneHeaders(snapshot: WorkbookSnapshot, draft: Draft): readonly { header: string; key: string }[] {
  const headers = draftColumns(snapshot, draft).map(({ header }) => header);
  return draft.adoption.columns.filter(({ header }) => !headers.includes(header));
}

/** @returns the adoption without the column of a key */
export const withoutKey = (adoption: Adoption, key: string): Adoption => ({
  ...adoption,
  columns: adoption.columns.filter((column) => column.key !== key),
});

/**
 * @param columns all of the range
 * @returns keys a column may be given: its own, then those no column holds, the likely ones first
 */
export function freeKeys(
  { adoption, proposal }: Draft,
  columns: readonly DraftColumn[],
  column: DraftColumn,
): readonly string[] {
  const taken = new Set(columns.map(({ key }) => key));
  const likely = proposal?.columns.find((one) => one.column === column.column);
  const first = likely ? [...(likely.key === null ? [] : [likely.key]), ...likely.alternatives] : [];
  const all = [...first, ...keysOf(adoption.table).map(({ key }) => key)];
  return [...new Set(all)].filter((key) => key === column.key || !taken.has(key));
}

/** @returns keys that may be said of every line beyond those already placed or said */
export function keysToSay({ table, columns, sections }: Adoption, said: readonly string[]): readonly string[] {
  const taken = new Set([...columns.map(({ key }) => key), ...said, ...(sections ? [sections.key] : [])]);
  return keysOf(table)
    .filter(({ key, kind, formulaKind }) => kind !== 'id' && formulaKind !== 'computed' && !taken.has(key))
    .map(({ key }) => key);
}

/** The vocabulary of a column, `null` where it has none. */
export const choicesOf = ({ kind, choices }: ColumnSpec): ChoiceSet | null =>
  kind === 'place' ? 'place' : (choices ?? null);

/** @returns the words of a vocabulary that a column takes: a share of 0–1 has one word only, for unknown */
export const wordsOf = (spec: ColumnSpec): readonly string[] => {
  const set = choicesOf(spec);
  if (set === null) return [];
  return spec.kind === 'place' ? ['unknown'] : CHOICE_SETS[set];
};

/** A text of the user's that is no word of the vocabulary. */
export interface ForeignWord {
  readonly key: string;
  readonly text: string;
  /** What it is taken for; `null` while nobody has said. */
  readonly word: string | null;
}

const MOST_WORDS = 40;

/** @returns texts in the lines that stand for words, as far as KMC does not know them as its own */
export function foreignWords(snapshot: WorkbookSnapshot, adoption: Adoption): readonly ForeignWord[] {
  const sheet = sheetOf(snapshot, adoption);
  if (!sheet) return [];
  const { range, headerRows, table } = adoption;
  const rows = rowLooks(sheet, range, headerRows, table).filter(({ kind }) => kind === 'line');
  const columns = draftColumns(snapshot, { adoption, proposal: null, replaces: null });
  return columns.flatMap(({ key, column }) => {
    const spec = key === null ? null : columnSpec(table, key);
    const set = spec && choicesOf(spec);
    if (!spec || !set) return [];
    const values = rows.map(({ row }) => sheet.value(row, column));
    const texts = values.flatMap((value) => (typeof value === 'string' ? value.normalize('NFKC').trim() : []));
    const foreign = [...new Set(texts)].filter((text) => text !== '' && choiceOf(set, text) === undefined);
    const words = adoption.columns.find((one) => one.key === spec.key)?.words;
    return foreign.slice(0, MOST_WORDS).map((text) => ({ key: spec.key, text, word: words?.[text] ?? null }));
  });
}

/** @returns texts of the headings between the lines, where what they say can count; none where a column says it */
export function headingsOf({ table, columns, skipped }: Adoption): readonly string[] {
  const hasStage = keysOf(table).some(({ key }) => key === 'stage');
  if (!hasStage || columns.some(({ key }) => key === 'stage')) return [];
  return skipped.flatMap(({ text, reason }) => (reason === 'section' ? [text] : []));
}
