import { CHOICE_SETS, type ChoiceSet } from '../case/vocabulary';
import { choiceText } from './headers';
import type { ColumnKind, Language, TableName } from './types';

/** A text that differs between an English and a Japanese workbook. */
export interface BilingualText {
  readonly en: string;
  readonly ja: string;
}

/**
 * What one cell is filled with: a number or text as typed; in a choice cell the neutral word. `raw` is typed as it is even there,
 * `formula` (without `=`) stands in the cell in place of a value.
 */
export type CellContent =
  number | string | BilingualText | { readonly raw: string | BilingualText } | { readonly formula: string };

export interface FieldContent {
  readonly value?: CellContent;
  readonly unit?: CellContent;
  /** A word of the `basis` vocabulary. */
  readonly basis?: string;
  readonly note?: CellContent;
}

export type RowContent = Readonly<Record<string, CellContent>>;

/** What a workbook is filled with: KmcCase fields by key, and the rows of the other tables by column key. */
export interface CaseContent {
  readonly fields: Readonly<Record<string, FieldContent>>;
  readonly tables: Readonly<Partial<Record<TableName, readonly RowContent[]>>>;
}

export interface RenderedContent {
  readonly value: number | string | null;
  readonly formula: string | null;
}

const BLANK: RenderedContent = { value: null, formula: null };

/** What a cell is for: decides which texts are words of a vocabulary. */
export interface CellPurpose {
  readonly kind: ColumnKind | 'quantity';
  readonly choices?: ChoiceSet;
}

/** @returns the cell's value or formula in the workbook's language; `undefined` content leaves the cell blank */
export function renderContent(
  content: CellContent | undefined,
  purpose: CellPurpose,
  language: Language,
): RenderedContent {
  if (content === undefined) return BLANK;
  if (typeof content === 'number') return { value: content, formula: null };
  if (typeof content === 'string') return { value: renderText(content, purpose, language), formula: null };
  if ('raw' in content) return renderContent(content.raw, { kind: 'text' }, language);
  if ('formula' in content) return { value: null, formula: content.formula };
  return { value: content[language], formula: null };
}

function renderText(text: string, { kind, choices }: CellPurpose, language: Language): string {
  const set = kind === 'place' ? 'place' : choices;
  if (set === undefined) return text;
  if (!(CHOICE_SETS[set] as readonly string[]).includes(text)) throw new Error(`${text} is no word of ${set}`);
  return choiceText(set, text, language);
}
