import type { Message } from '../message';
import type { Decimal } from '../quantity/decimal';
import type { CellRef } from '../workbook/cell';
import type { Distribution, Flow, Per, SalesStatus, ShareBasis, Stage } from './vocabulary';

/** Where a row stands: by table and row id for people and decisions, by sheet and row for a click. */
export interface RowRef {
  readonly table: string;
  readonly id: string;
  readonly sheet: string;
  /** Sheet row, from 0. */
  readonly row: number;
}

/** A table as found in the workbook: which sheet column holds which key, so that any field's cell can be named. */
export interface TableLocation {
  readonly table: string;
  readonly sheet: string;
  /** Sheet column, from 0, by column key. A key without a column is absent. */
  readonly columns: Readonly<Record<string, number>>;
  /** Absent for a table in one place; else every place with its rows and its own columns, the first one's being `columns`. */
  readonly parts?: readonly TablePart[];
}

/** One place of a table whose rows stand in several, as ranges of the user's own may. */
export interface TablePart {
  readonly sheet: string;
  /** Sheet rows, from 0, both included. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: Readonly<Record<string, number>>;
}

/** `null` in any row below: the cell was blank where a blank is allowed, or its content was refused and a problem says so. */
export interface InventoryLine {
  readonly ref: RowRef;
  /** Baseline only: which of the mixed baseline products; blank means all of them. */
  readonly variant: string | null;
  readonly segment: string | null;
  readonly stage: Stage | null;
  readonly process: string | null;
  readonly flow: Flow | null;
  /** Share of the emission that arises inside the city, 0–1; `unknown` when the applicant says so. */
  readonly inCity: Decimal | 'unknown' | null;
  readonly amount: Decimal | null;
  readonly unit: string | null;
  readonly per: Per | null;
  readonly factorId: string | null;
  readonly factor: Decimal | null;
  readonly factorUnit: string | null;
  readonly evidence: string | null;
  readonly year: number | null;
  readonly region: string | null;
  /** Reliability, completeness, temporal, geographical, technological: 1–5. */
  readonly pedigree: readonly (number | null)[];
  /** Basic uncertainty U95, a factor ≥ 1. */
  readonly basicU: Decimal | null;
  /** Spread of the amount, when the line states its own; else pedigree and `basicU` speak for it. */
  readonly distribution: Distribution | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  /** Symbol of the row of KmcParameters whose draw the amount shares, e.g. operating hours of both sides. */
  readonly parameter: string | null;
  readonly note: string | null;
}

/** A side's lines in sheet order. */
export interface Side {
  readonly lines: readonly InventoryLine[];
}

export interface Factor {
  readonly ref: RowRef;
  readonly value: Decimal | null;
  readonly unit: string | null;
  /** Every other column as read, by key. */
  readonly attributes: Readonly<Record<string, string | null>>;
}

export interface SalesRow {
  readonly ref: RowRef;
  readonly segment: string | null;
  /** Fiscal year in which it begins, e.g. 2025 for 令和7年度. */
  readonly period: number | null;
  readonly place: string | null;
  readonly placeBasis: string | null;
  readonly inCity: 'in' | 'out' | 'unknown' | null;
  readonly units: Decimal | null;
  readonly unit: string | null;
  readonly returns: Decimal | null;
  readonly status: SalesStatus | null;
  /** Spread of the net units. */
  readonly distribution: Distribution | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly evidence: string | null;
}

export interface ContributionRow {
  readonly ref: RowRef;
  readonly partner: string | null;
  readonly role: string | null;
  readonly inCity: 'in' | 'out' | 'unknown' | null;
  readonly method: string | null;
  readonly numerator: Decimal | null;
  readonly denominator: Decimal | null;
  readonly unit: string | null;
  readonly year: number | null;
  readonly share: Decimal | null;
  readonly distribution: Distribution | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly evidence: string | null;
}

export interface EvidenceRow {
  readonly ref: RowRef;
  readonly kind: string | null;
  readonly title: string | null;
  readonly file: string | null;
  readonly sha256: string | null;
  readonly date: string | null;
  readonly pages: string | null;
  readonly confidential: boolean | null;
}

/** One use × model × market that is counted apart. */
export interface SegmentRow {
  readonly ref: RowRef;
  readonly description: string | null;
  readonly functionalUnitsPerUnit: Decimal | null;
  /** Service of one sold unit over its life (or per year), in `serviceUnit`. */
  readonly productService: Decimal | null;
  readonly baselineService: Decimal | null;
  readonly serviceUnit: string | null;
  readonly productServiceYears: Decimal | null;
  readonly baselineServiceYears: Decimal | null;
}

/** One product in the baseline mix. */
export interface MixRow {
  readonly ref: RowRef;
  readonly variant: string | null;
  readonly segment: string | null;
  readonly share: Decimal | null;
  readonly shareBasis: ShareBasis | null;
  /** Early replacement: the variant serves from this year of use (0 is the first) … */
  readonly fromYear: number | null;
  /** … up to and without this one. */
  readonly toYear: number | null;
  /** Service one piece of this variant delivers over its life. */
  readonly service: Decimal | null;
  readonly serviceUnit: string | null;
  readonly serviceYears: Decimal | null;
  readonly year: number | null;
  readonly source: string | null;
  readonly evidence: string | null;
}

/** What is true of a unit in one year of its life; blank `segment` holds for all segments. */
export interface AgeRow {
  readonly ref: RowRef;
  readonly segment: string | null;
  /** Year of use, from 0. */
  readonly age: number | null;
  /** Share of the units sold that is still in use, 0–1. */
  readonly survival: Decimal | null;
  /** Use in that year relative to the annual use that the case states; 1 is as stated. */
  readonly use: Decimal | null;
  readonly evidence: string | null;
}

/** An emission factor in one fiscal year to come, e.g. of a grid that decarbonises; `low` and `high` are its range. */
export interface FactorPathRow {
  readonly ref: RowRef;
  readonly factorId: string | null;
  readonly year: number | null;
  readonly value: Decimal | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly source: string | null;
  readonly evidence: string | null;
}

/** A named condition; lines that name it share its draw. */
export interface ParameterRow {
  readonly ref: RowRef;
  readonly item: string | null;
  readonly value: Decimal | null;
  readonly unit: string | null;
  readonly distribution: Distribution | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly kind: string | null;
  readonly period: string | null;
  readonly evidence: string | null;
}

/** One changed input of a named variation; rows with the same name make one variation. */
export interface VariationRow {
  readonly ref: RowRef;
  readonly name: string | null;
  /** Name of the table (`KmcFactors`), id of the row (key, for KmcCase) and key of the column that is changed. */
  readonly table: string | null;
  readonly row: string | null;
  readonly column: string | null;
  /** As typed: a number in plain digits, a word of the vocabulary, or a text. */
  readonly value: string | null;
}

/** A row of a table that is kept as it stands and enters no number (exclusions, allocation). */
export interface PlainRow {
  readonly ref: RowRef;
  readonly values: Readonly<Record<string, string | null>>;
}

/** A KmcCase field that was filled. Numbers and quantities have `number`; choices have their neutral word in `text`. */
export interface CaseField {
  readonly ref: RowRef;
  readonly key: string;
  readonly text: string | null;
  readonly number: Decimal | null;
  readonly unit: string | null;
  readonly basis: string | null;
  readonly note: string | null;
}

/** Everything an applicant states, read from a workbook, with the place of each statement. Holds no result. */
export interface Case {
  readonly language: 'en' | 'ja' | null;
  readonly templateVersion: string | null;
  readonly locations: Readonly<Record<string, TableLocation>>;
  readonly fields: Readonly<Record<string, CaseField>>;
  /** Where each field of KmcCase is asked for, filled or not; a key without a row is absent. */
  readonly fieldRows: Readonly<Record<string, RowRef>>;
  readonly baseline: Side;
  readonly product: Side;
  readonly factors: readonly Factor[];
  readonly sales: readonly SalesRow[];
  readonly contribution: readonly ContributionRow[];
  readonly evidence: readonly EvidenceRow[];
  readonly segments: readonly SegmentRow[];
  readonly mix: readonly MixRow[];
  readonly parameters: readonly ParameterRow[];
  readonly ages: readonly AgeRow[];
  readonly factorPaths: readonly FactorPathRow[];
  /** Emissions the product causes elsewhere; each lowers the reduction. */
  readonly sideEffects: Side;
  readonly variations: readonly VariationRow[];
  readonly exclusions: readonly PlainRow[];
  readonly allocation: readonly PlainRow[];
}

/**
 * `block`: a number cannot be computed or contradicts itself. `warn`: it can, but a reason is owed. `info`: good to know.
 */
export type Severity = 'block' | 'warn' | 'info';

/** Something wrong at a place. The message names what was found and what was expected. */
export interface Problem {
  readonly severity: Severity;
  readonly message: Message;
  /** `null` only for what concerns no cell, e.g. a missing table. */
  readonly cell: CellRef | null;
  readonly table: string | null;
  readonly rowId: string | null;
  readonly column: string | null;
}

/** What reading a workbook gives: always a case (possibly with holes) and every problem met on the way. */
export interface Reading {
  readonly case: Case;
  readonly problems: readonly Problem[];
}
