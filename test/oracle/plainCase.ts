import type { Case, Reading, RowRef } from '../../src/core/case/types';
import { Decimal } from '../../src/core/quantity/decimal';

/** A cell: a decimal text, a word or a text; `null` is blank. */
type Cell = string | null;
type Row = Readonly<Record<string, Cell>>;

export interface PlainField {
  readonly text?: string;
  readonly number?: string;
  readonly unit?: string;
}

/** What an applicant states, without places: the form in which both implementations are given a case. Rows have an `id`. */
export interface PlainCase {
  readonly fields: Readonly<Record<string, PlainField>>;
  readonly baseline: readonly Row[];
  readonly product: readonly Row[];
  readonly sideEffects: readonly Row[];
  readonly sales: readonly Row[];
  readonly contribution: readonly Row[];
  readonly segments: readonly Row[];
  readonly mix: readonly Row[];
  readonly ages: readonly Row[];
  readonly factorPaths: readonly Row[];
}

/** Keys of each list as the case's types declare them, and how a cell becomes the field: a number, a whole number, a word. */
const LINE = {
  numbers: ['amount', 'factor'],
  texts: ['variant', 'segment', 'stage', 'process', 'flow', 'unit', 'per', 'factorId', 'factorUnit'],
} as const;
const LISTS = {
  sales: {
    table: 'KmcSales',
    numbers: ['units', 'returns'],
    whole: ['period'],
    texts: ['segment', 'inCity', 'unit', 'status'],
  },
  contribution: { table: 'KmcContribution', numbers: ['share'], whole: [], texts: ['partner', 'inCity', 'method'] },
  segments: {
    table: 'KmcSegments',
    numbers: [
      'functionalUnitsPerUnit',
      'productService',
      'baselineService',
      'productServiceYears',
      'baselineServiceYears',
    ],
    whole: [],
    texts: ['serviceUnit'],
  },
  mix: {
    table: 'KmcMix',
    numbers: ['share', 'service', 'serviceYears'],
    whole: ['fromYear', 'toYear'],
    texts: ['variant', 'segment', 'shareBasis', 'serviceUnit'],
  },
  ages: { table: 'KmcYears', numbers: ['survival', 'use'], whole: ['age'], texts: ['segment'] },
  factorPaths: { table: 'KmcFactorPaths', numbers: ['value', 'low', 'high'], whole: ['year'], texts: ['factorId'] },
} as const;

/** How sure a number is does not enter it. */
const NO_SPREAD = { distribution: null, low: null, high: null };

const decimal = (cell: Cell | undefined): Decimal | null => (cell == null ? null : new Decimal(cell));
const refOf = (table: string, id: string, row: number): RowRef => ({ table, id, sheet: table, row: row + 1 });

function rowsOf(key: keyof typeof LISTS, rows: readonly Row[]): unknown[] {
  const { table, numbers, whole, texts } = LISTS[key];
  return rows.map((row, index) => ({
    ref: refOf(table, row['id']!, index),
    ...NO_SPREAD,
    ...Object.fromEntries(numbers.map((name) => [name, decimal(row[name])])),
    ...Object.fromEntries(whole.map((name) => [name, row[name] == null ? null : Number(row[name])])),
    ...Object.fromEntries(texts.map((name) => [name, row[name] ?? null])),
  }));
}

function linesOf(table: string, rows: readonly Row[]): unknown[] {
  return rows.map((row, index) => ({
    ref: refOf(table, row['id']!, index),
    ...Object.fromEntries(LINE.texts.map((name) => [name, row[name] ?? null])),
    ...Object.fromEntries(LINE.numbers.map((name) => [name, decimal(row[name])])),
    inCity: row['inCity'] === 'unknown' ? 'unknown' : decimal(row['inCity']),
    pedigree: [null, null, null, null, null],
    basicU: null,
    ...NO_SPREAD,
    parameter: null,
  }));
}

function fieldsOf(plain: PlainCase): unknown {
  return Object.fromEntries(
    Object.entries(plain.fields).map(([key, { text, number, unit }], index) => [
      key,
      {
        ref: refOf('KmcCase', key, index),
        key,
        text: text ?? null,
        number: decimal(number),
        unit: unit ?? null,
        basis: null,
        note: null,
      },
    ]),
  );
}

/** @returns the case as the reader would give it from a workbook without faults of reading */
export function readingOfPlain(plain: PlainCase): Reading {
  const lists = Object.fromEntries(
    (Object.keys(LISTS) as (keyof typeof LISTS)[]).map((key) => [key, rowsOf(key, plain[key])]),
  );
  const read = {
    language: 'en',
    templateVersion: '1',
    locations: {},
    fields: fieldsOf(plain),
    ...lists,
    baseline: { lines: linesOf('KmcBaseline', plain.baseline) },
    product: { lines: linesOf('KmcProduct', plain.product) },
    sideEffects: { lines: linesOf('KmcSideEffects', plain.sideEffects) },
    factors: factorsOf(plain),
    parameters: [],
    variations: [],
    evidence: [],
    exclusions: [],
    allocation: [],
  };
  return { case: read as unknown as Case, problems: [] };
}

/** The list of factors that the lines name, each once. */
function factorsOf(plain: PlainCase): unknown[] {
  const named = [...plain.baseline, ...plain.product, ...plain.sideEffects].filter((row) => row['factorId'] != null);
  const byId = new Map(named.map((row) => [row['factorId']!, row]));
  return [...byId].map(([id, row], index) => ({
    ref: refOf('KmcFactors', id, index),
    value: decimal(row['factor']),
    unit: row['factorUnit'] ?? null,
    attributes: {},
  }));
}
