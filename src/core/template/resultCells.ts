import type { ChoiceSet, Stage } from '../case/vocabulary';
import { READABLE } from './numberFormats';
import type { CellStyle } from './plan';
import { fieldText } from './resultTexts';
import type { ResultFormula } from './stageFormulas';

/** One cell of the result sheet. `text` is a key of `result`, `stage` a word of the vocabulary. */
export interface ResultCell {
  readonly column: number;
  readonly style: CellStyle;
  readonly id?: string;
  readonly text?: string;
  readonly stage?: Stage;
  /** A word of a vocabulary. */
  readonly word?: { readonly set: ChoiceSet; readonly word: string };
  readonly field?: string;
  readonly formula?: ResultFormula;
  readonly numberFormat?: string;
  /** Last column of a merged cell. */
  readonly to?: number;
}

export type ResultRow = readonly ResultCell[];

export const LAST = 5;
export const text = (column: number, key: string, style: CellStyle = 'label', to?: number): ResultCell => ({
  column,
  style,
  text: key,
  to,
});
export const shown = (
  column: number,
  formula: ResultFormula,
  style: CellStyle = 'computed',
  id?: string,
  to?: number,
): ResultCell => ({ column, style, formula, id, to });

/** A number nobody has rounded yet, to be read: the cell keeps every digit. */
export const unrounded = (column: number, formula: ResultFormula, id?: string, format = READABLE): ResultCell => ({
  ...shown(column, formula, 'computed', id),
  numberFormat: format,
});

export const headingRow = (key: string): ResultRow => [text(0, key, 'heading', LAST)];
export const headers = (...keys: string[]): ResultRow => keys.map((key, column) => text(column, key, 'header'));

/** A field of the case beside its label. */
export const fieldRow = (key: string): ResultRow => [
  { column: 0, style: 'label', field: key },
  shown(1, fieldText(key), 'plain', undefined, LAST),
];

export const two = (left: string, right: string): ResultRow => [
  { column: 0, style: 'label', field: left },
  shown(1, fieldText(left), 'plain', undefined, 2),
  { column: 3, style: 'label', field: right },
  shown(4, fieldText(right), 'plain', undefined, LAST),
];
