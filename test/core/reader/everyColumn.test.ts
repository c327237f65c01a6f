import type { Case, Problem, Severity } from '../../../src/core/case/types';
import { readCase } from '../../../src/core/reader/readCase';
import { TABLES } from '../../../src/core/template/tables';
import type { ColumnKind, ColumnSpec, Need, TableName } from '../../../src/core/template/types';
import { FULL, withCell } from './fullCase';
import { workbookOf, type Row } from './workbook';

/** Contents that no column of the kind may accept, with the sentence expected. */
const REFUSED: Readonly<Record<ColumnKind, readonly (readonly [Row[string], string])[]>> = {
  id: [],
  text: [[true, 'expected-text']],
  number: [
    ['twelve', 'expected-number'],
    ['12 kWh', 'expected-number'],
    ['12', 'number-as-text'],
    ['１２．５', 'number-as-text'],
    ['1,200', 'number-as-text'],
    [true, 'expected-number'],
    [{ value: 45000, format: 'yyyy/mm/dd' }, 'date-as-number'],
  ],
  share: [
    ['half', 'expected-number'],
    ['0.5', 'number-as-text'],
    [true, 'expected-number'],
    [1.01, 'share-range'],
    [-0.01, 'share-range'],
    [50, 'share-range'],
  ],
  place: [
    ['Osaka', 'place-unknown'],
    ['0.5', 'place-unknown'],
    [false, 'expected-number'],
    [1.5, 'share-range'],
    ['市内', 'choice-other-language'],
    ['in the city', 'choice-spelling'],
  ],
  unit: [
    ['kWhh', 'unit-unknown'],
    ['many', 'unit-unknown'],
    [12, 'expected-unit'],
    [true, 'expected-unit'],
  ],
  choice: [
    ['something else', 'choice-unknown'],
    [12, 'choice-unknown'],
    [true, 'choice-unknown'],
  ],
  period: [
    ['last year', 'period-unknown'],
    ['2025年', 'period-unknown'],
    [2025.5, 'period-unknown'],
    [true, 'period-unknown'],
    [{ value: 45748, format: 'yyyy-mm-dd' }, 'date-as-number'],
  ],
  date: [
    ['1 April', 'date-unknown'],
    ['2025-02-30', 'date-unknown'],
    [2025, 'date-unknown'],
    [true, 'date-unknown'],
  ],
  score: [
    ['good', 'expected-number'],
    ['3', 'number-as-text'],
    [0, 'score-range'],
    [6, 'score-range'],
    [2.5, 'score-range'],
    [true, 'expected-number'],
  ],
  reference: [
    ['nobody', 'reference-missing'],
    [99, 'reference-missing'],
    [true, 'expected-text'],
  ],
};

/** Columns that describe and reach no number: what cannot be read there is a warning. */
const describes = ({ kind, key, need, references }: ColumnSpec): boolean =>
  need !== 'required' &&
  key !== 'variant' &&
  (kind === 'text' || kind === 'date' || (kind === 'reference' && references === 'KmcEvidence'));

const BLANK: Readonly<Record<Need, readonly [Severity, string] | null>> = {
  required: ['block', 'blank-required'],
  expected: ['warn', 'blank-expected'],
  optional: null,
};

const SPREAD_TABLES = [
  'KmcBaseline',
  'KmcProduct',
  'KmcSideEffects',
  'KmcFactors',
  'KmcSales',
  'KmcContribution',
  'KmcParameters',
  'KmcFactorPaths',
];

/** Columns that another row than the first fills. */
const FILLED_ROW: Readonly<Record<string, number>> = { 'KmcMix.fromYear': 1, 'KmcMix.toYear': 1 };

/** Read for what is wrong in them; the case holds none of them. */
const TOLD_ONLY = ['KmcYears.source', 'KmcYears.evidence', 'KmcFactorPaths.evidence'];

/** Blanks that mean more than a blank. */
const BLANK_HERE: Readonly<Record<string, readonly [Severity, string]>> = {
  'KmcBaseline.factorId': ['warn', 'factor-without-source'],
  'KmcProduct.factorId': ['warn', 'factor-without-source'],
  'KmcContribution.numerator': ['warn', 'ratio-incomplete'],
  'KmcContribution.denominator': ['warn', 'ratio-incomplete'],
  'KmcSideEffects.factorId': ['warn', 'factor-without-source'],
  'KmcMix.share': ['block', 'blank-required'],
  'KmcMix.fromYear': ['block', 'blank-required'],
  'KmcMix.toYear': ['block', 'blank-required'],
  ...Object.fromEntries(
    SPREAD_TABLES.flatMap((table): [string, readonly [Severity, string]][] => [
      [`${table}.low`, ['warn', 'limit-missing']],
      [`${table}.high`, ['warn', 'limit-missing']],
      [`${table}.distribution`, ['warn', 'spread-without-distribution']],
    ]),
  ),
};

const SCORES = ['reliability', 'completeness', 'temporal', 'geographical', 'technological'];

/** What the case holds of a cell. */
function held(read: Case, table: TableName, row: number, key: string): unknown {
  const rows = {
    KmcCase: [],
    KmcBaseline: read.baseline.lines,
    KmcProduct: read.product.lines,
    KmcFactors: read.factors,
    KmcSales: read.sales,
    KmcContribution: read.contribution,
    KmcEvidence: read.evidence,
    KmcSegments: read.segments,
    KmcMix: read.mix,
    KmcParameters: read.parameters,
    KmcExclusions: read.exclusions,
    KmcAllocation: read.allocation,
    KmcYears: read.ages,
    KmcFactorPaths: read.factorPaths,
    KmcSideEffects: read.sideEffects.lines,
    KmcVariations: read.variations,
  }[table];
  if (TOLD_ONLY.includes(`${table}.${key}`)) return null;
  const found = rows[row] as unknown as Record<string, unknown>;
  const nested = (found['attributes'] ?? found['values'] ?? {}) as Record<string, unknown>;
  const score = 'pedigree' in found ? SCORES.indexOf(key) : -1;
  return score >= 0 ? (found['pedigree'] as unknown[])[score] : key in nested ? nested[key] : found[key];
}

const inputs = TABLES.filter(({ name }) => name !== 'KmcCase').flatMap(({ name, columns }) =>
  columns
    .filter(({ kind, formulaKind }) => formulaKind !== 'computed' && kind !== 'id')
    .map((spec) => ({ table: name, spec, at: `${name}.${spec.key}` })),
);

const brief = (problem: Problem) => ({
  severity: problem.severity,
  code: problem.message.code,
  cell: problem.cell,
  table: problem.table,
  column: problem.column,
});

function readWith(table: TableName, key: string, content: Row[string]) {
  const row = FILLED_ROW[`${table}.${key}`] ?? 0;
  const workbook = workbookOf(withCell(FULL, table, row, key, content));
  const { case: read, problems } = readCase(workbook.snapshot);
  const told = (severity: Severity, code: string) => [
    { severity, code: `reader.${code}`, cell: workbook.cell(table, row, key), table, column: key },
  ];
  return { problems: problems.map(brief), told, value: held(read, table, row, key) };
}

test('the full workbook has no problem, so that each fault stands alone', () => {
  expect(readCase(workbookOf(FULL).snapshot).problems).toEqual([]);
});

test.each(inputs.filter(({ at }) => !TOLD_ONLY.includes(at)))(
  '$at holds a value when nothing is wrong',
  ({ table, spec: { key }, at }) => {
    const { case: read } = readCase(workbookOf(FULL).snapshot);
    const value = held(read, table, FILLED_ROW[at] ?? 0, key);
    expect(value).not.toBeNull();
    expect(value).not.toBeUndefined();
  },
);

describe.each(inputs)('$at', ({ table, spec, at }) => {
  const { key, kind } = spec;

  test.each(['#N/A', '#NAME?'] as const)('%s is reported in every column', (error) => {
    const { problems, told, value } = readWith(table, key, { value: { error } });
    expect(problems).toEqual(told(describes(spec) ? 'warn' : 'block', 'error-value'));
    expect(value).toBeNull();
  });

  test.each([null, ''])('a blank (%j) is reported as far as it is needed', (blank) => {
    const { problems, told, value } = readWith(table, key, blank);
    const expected = BLANK_HERE[at] ?? BLANK[spec.need];
    expect(problems).toEqual(expected ? told(...expected) : []);
    expect(value).toBeNull();
  });

  test('a formula that was never calculated is no blank', () => {
    const { problems, told, value } = readWith(table, key, { value: null, formula: 'A1' });
    expect(problems).toEqual(told('block', 'not-calculated'));
    expect(value).toBeNull();
  });

  test.each(REFUSED[kind].map(([content, code]) => ({ content, code })))('$content: $code', ({ content, code }) => {
    const { problems, told, value } = readWith(table, key, content);
    expect(problems).toEqual(told(describes(spec) ? 'warn' : 'block', code));
    expect(value).toBeNull();
  });
});
