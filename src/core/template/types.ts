import type { ChoiceSet } from '../case/vocabulary';

export type Language = 'en' | 'ja';

export type TableName =
  | 'KmcCase'
  | 'KmcBaseline'
  | 'KmcProduct'
  | 'KmcFactors'
  | 'KmcSales'
  | 'KmcContribution'
  | 'KmcEvidence'
  | 'KmcSegments'
  | 'KmcMix'
  | 'KmcParameters'
  | 'KmcExclusions'
  | 'KmcAllocation'
  | 'KmcYears'
  | 'KmcFactorPaths'
  | 'KmcSideEffects'
  | 'KmcVariations';

/**
 * What a column holds, and so what the reader accepts in it:
 * `share` a number from 0 to 1; `place` a share of 0–1 or the word for unknown; `unit` a unit that `core/quantity` knows;
 * `period` a fiscal year (2025, 2025年度, 令和7年度, FY2025); `score` a pedigree score 1–5; `reference` the id of a row of another table.
 */
export type ColumnKind =
  'id' | 'text' | 'number' | 'share' | 'place' | 'unit' | 'choice' | 'period' | 'date' | 'score' | 'reference';

/**
 * `required`: a blank makes the number impossible and is a blocking problem. `expected`: a blank is a warning. `optional`: a blank is fine.
 * A computed column is never typed by hand; its formula is the declaration's.
 */
export type Need = 'required' | 'expected' | 'optional';

export interface ColumnSpec {
  readonly key: string;
  readonly kind: ColumnKind;
  readonly need: Need;
  /** The vocabulary of a `choice` column. */
  readonly choices?: ChoiceSet;
  /** The table whose `id` column a `reference` column points into. */
  readonly references?: TableName;
  /** Formula of a computed (or prefilled) cell; structured references in stored form, no leading `=`. */
  readonly formula?: (context: FormulaContext) => string;
  /** `computed`: the cell must hold this formula. `default`: the formula is a convenience the user may type over. */
  readonly formulaKind?: 'computed' | 'default';
  readonly numberFormat?: string;
  /** A column of workbooks that hold all these tables; without it of every workbook with the table. */
  readonly when?: readonly TableName[];
  /** In characters. */
  readonly width: number;
}

/** What a formula declaration may ask for; answers are in the workbook's language. */
export interface FormulaContext {
  readonly language: Language;
  /** `KmcProduct[[#This Row],[Amount]]` of the row the formula stands in. */
  cell(key: string): string;
  /** `KmcProduct[[#This Row],[Line ID]:[Amount]]`: neighbouring cells of the row, both ends included. */
  cells(from: string, to: string): string;
  /** `KmcMix[[Mix weight]:[Years needed]]`: neighbouring columns, both ends included. */
  columns(table: TableName, from: string, to: string): string;
  /** `KmcFactors[Value]` */
  column(table: TableName, key: string): string;
  /** A quoted dropdown text, `"使用"`. */
  choice(set: ChoiceSet, word: string): string;
  /** The value of a KmcCase field by its key: `INDEX(KmcCase[Value],MATCH("…",KmcCase[Key],0))`. */
  field(key: string): string;
  /** The unit of a KmcCase field. */
  fieldUnit(key: string): string;
  /** Whether the workbook holds the table; a formula may name no other. */
  has(table: TableName): boolean;
}

export interface TableSpec {
  readonly name: TableName;
  /** Key of its sheet; the sheet's title stands in `locales/<language>/template.json` under `sheets.<key>`. */
  readonly sheet: string;
  /** In every workbook, or only when asked for. */
  readonly presence: 'always' | 'optional';
  readonly columns: readonly ColumnSpec[];
  /** Last column that is printed; the ones after it are worked with on the screen. Without it all are printed. */
  readonly lastPrinted?: string;
}

/** A row of KmcCase. */
export interface FieldSpec {
  readonly key: string;
  /** Heading under which the sheet groups it: `groups.<group>` in `template.json`. */
  readonly group: string;
  readonly kind: ColumnKind | 'quantity';
  readonly need: Need;
  readonly choices?: ChoiceSet;
  /** The unit a new workbook proposes, and for a `number` the only unit there is. */
  readonly unit?: string;
}
