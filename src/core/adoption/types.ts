import type { Severity } from '../case/types';
import type { ChoiceSet } from '../case/vocabulary';
import type { Message } from '../message';
import type { ColumnKind, TableName } from '../template/types';
import type { CellRef, RangeRef } from '../workbook/cell';

/** Tables that a user's own range may stand for. */
export const ADOPTABLE = [
  'KmcBaseline',
  'KmcProduct',
  'KmcSideEffects',
  'KmcFactors',
  'KmcSales',
  'KmcContribution',
  'KmcEvidence',
  'KmcSegments',
  'KmcMix',
  'KmcParameters',
] as const satisfies readonly TableName[];
export type AdoptableTable = (typeof ADOPTABLE)[number];

/** A column of the user's range and what it is read as. It is found again by its header text. */
export interface AdoptedColumn {
  readonly key: string;
  /** As `headerTexts` gives it; header rows joined by ` / `. */
  readonly header: string;
  /** Which of the columns with this header, from 0 … */
  readonly nth: number;
  /** … and how many there are. A change of either is reported, not guessed at. */
  readonly of: number;
  /** A blank cell repeats the one above, as under a merged cell. */
  readonly below?: true;
  /** Texts such as `１２３` or `令和5年` are read as the numbers they spell. */
  readonly textNumbers?: true;
  /** Texts such as `12.5 kg` hold the number and its unit, as long as no column holds the unit. */
  readonly withUnit?: true;
  /** Every number is multiplied by this power of ten, as the header says (`%`, `千台`). Plain digits. */
  readonly times?: string;
  /** The user's words, normalised, by the neutral word each stands for. */
  readonly words?: Readonly<Record<string, string>>;
}

export type SkipReason = 'subtotal' | 'section' | 'note';

/** Rows that are no lines, told by their first text; only rows named here are left out. */
export interface SkippedText {
  readonly text: string;
  readonly reason: SkipReason;
}

/** Lines that stand under one section row or one merged cell, so that a sort that tears them apart is noticed. */
export interface LineGroup {
  /** Texts of the section row and of the columns that repeat downwards. */
  readonly text: string;
  /** Short hashes of the lines' own texts, in any order. */
  readonly lines: readonly string[];
}

/** What section rows say of the lines below them. */
export interface Sections {
  readonly key: string;
  /**
   * Section text → the value of `key`: a neutral word for a choice, else a text; `''` for a sub-heading, which leaves the value above as
   * it is. Below a heading that is not named here lines have no value.
   */
  readonly values: Readonly<Record<string, string>>;
}

/** How a range of the user's is read. Plain data, saved in the workbook without `range`, which a defined name keeps. */
export interface Adoption {
  readonly version: 1;
  readonly table: AdoptableTable;
  /** Header rows and everything below that is read, on its sheet. */
  readonly range: RangeRef;
  readonly headerRows: number;
  readonly columns: readonly AdoptedColumn[];
  /** What holds for every line: neutral words for choices, else the text as a cell would hold it. */
  readonly constants: Readonly<Record<string, string>>;
  readonly skipped: readonly SkippedText[];
  readonly sections: Sections | null;
  readonly groups: readonly LineGroup[];
  /** First text of the row right below the range, where the user has left it out knowingly; else `null`. */
  readonly below: string | null;
}

/** `sure` an exact header; `likely` part of a header or a unit in it; `guess` from the data alone. */
export type Confidence = 'sure' | 'likely' | 'guess';

/** What a sheet column is proposed to be. */
export interface ColumnProposal {
  /** Sheet column, from 0. */
  readonly column: number;
  readonly header: string;
  /** `null`: not placed. A computed key (`emission`) is recognised and never read. */
  readonly key: string | null;
  readonly confidence: Confidence | null;
  readonly reason: Message | null;
  /** Other keys that would fit, best first. */
  readonly alternatives: readonly string[];
}

export interface ConstantProposal {
  readonly key: string;
  readonly value: string;
  readonly reason: Message;
}

/** A column without which lines cannot be read, and which neither the range nor a constant gives yet. */
export interface MissingKey {
  readonly key: string;
  readonly kind: ColumnKind;
  readonly choices: ChoiceSet | null;
}

export interface SkippedRow {
  /** Sheet row, from 0. */
  readonly row: number;
  readonly text: string;
  readonly reason: SkipReason | 'blank';
}

/** A proposed adoption with the reasons for all it says. */
export interface AdoptionProposal {
  readonly adoption: Adoption;
  readonly columns: readonly ColumnProposal[];
  readonly constants: readonly ConstantProposal[];
  readonly skipped: readonly SkippedRow[];
  readonly missing: readonly MissingKey[];
  readonly notices: readonly Notice[];
}

export interface Notice {
  readonly severity: Severity;
  readonly message: Message;
  readonly cell: CellRef | null;
}

/** A block of a sheet that looks like a table. */
export interface FoundBlock {
  readonly range: RangeRef;
  readonly headerRows: number;
  /** Most likely first; empty for a transposed block. */
  readonly tables: readonly AdoptableTable[];
  /** Text of the nearest title row above, or the sheet's name. */
  readonly title: string;
  /** Headers stand in the first column and each line is a column: such a block can be told but not read. */
  readonly transposed: boolean;
}

/** An adoption as it stands in a workbook. */
export interface StoredAdoption {
  /** Number in its defined names, from 1. */
  readonly id: number;
  /** `null` where what is stored cannot be read any more; `problem` says why. */
  readonly adoption: Adoption | null;
  readonly problem: Message | null;
  /** The defined names it consists of. */
  readonly names: readonly string[];
}
