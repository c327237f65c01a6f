import type { ChoiceSet } from '../case/vocabulary';
import { READABLE } from './numberFormats';
import type { ColumnSpec, TableName } from './types';

/** Short forms in which the tables declare their columns. Widths are in characters. */
type Need = ColumnSpec['need'];

export const id = (width = 8): ColumnSpec => ({ key: 'id', kind: 'id', need: 'required', width });
export const text = (key: string, width: number, need: Need = 'optional'): ColumnSpec => ({
  key,
  kind: 'text',
  need,
  width,
});
export const number = (key: string, width = 12, need: Need = 'optional'): ColumnSpec => ({
  key,
  kind: 'number',
  need,
  width,
});
export const unit = (key: string, need: Need = 'optional', width = 12): ColumnSpec => ({
  key,
  kind: 'unit',
  need,
  width,
});
export const choice = (key: string, choices: ChoiceSet, need: Need = 'optional', width = 14): ColumnSpec => ({
  key,
  kind: 'choice',
  choices,
  need,
  width,
});
export const reference = (key: string, references: TableName, need: Need = 'optional', width = 12): ColumnSpec => ({
  key,
  kind: 'reference',
  references,
  need,
  width,
});
export const computed = (key: string, formula: ColumnSpec['formula'], width = 14): ColumnSpec => ({
  key,
  kind: 'number',
  need: 'optional',
  formula,
  formulaKind: 'computed',
  numberFormat: READABLE,
  width,
});
/** A calculated text, by which rows are looked up. */
export const computedText = (key: string, formula: ColumnSpec['formula'], width = 14): ColumnSpec => ({
  ...text(key, width),
  formula,
  formulaKind: 'computed',
});

/** A column that only workbooks with all these tables have. */
export const when = (tables: readonly TableName[], column: ColumnSpec): ColumnSpec => ({ ...column, when: tables });

/** Pedigree scores in the order of the matrix. */
export const PEDIGREE = ['reliability', 'completeness', 'temporal', 'geographical', 'technological'];
