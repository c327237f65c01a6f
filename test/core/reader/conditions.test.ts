import type { Case, Problem, Severity } from '../../../src/core/case/types';
import { readCase } from '../../../src/core/reader/readCase';
import type { TableName } from '../../../src/core/template/types';
import { FULL } from './fullCase';
import { workbookOf, type Row, type Workbook } from './workbook';

type Expected = readonly [Severity, string, number, string];

interface Read {
  readonly read: Case;
  readonly problems: readonly Problem[];
}

/** Reads FULL with the rows of one table exchanged and expects problems at cells of that table. */
function readRows(
  table: TableName,
  rows: readonly Row[],
  expected: readonly Expected[],
  language: 'en' | 'ja' = 'en',
): Read {
  const workbook: Workbook = workbookOf({ ...FULL, [table]: rows }, { language });
  const { case: read, problems } = readCase(workbook.snapshot);
  expect(problems.map(({ severity, message, cell }) => [severity, message.code, cell])).toEqual(
    expected.map(([severity, code, row, key]) => [severity, `reader.${code}`, workbook.cell(table, row, key)]),
  );
  return { read, problems };
}

const changed = (table: TableName, index: number, cells: Row): readonly Row[] =>
  FULL[table].map((row, at) => (at === index ? { ...row, ...cells } : row));

describe('years of use', () => {
  test.each([-1, 0.5])('an age of %d', (age) => {
    const { read } = readRows('KmcYears', changed('KmcYears', 0, { age }), [['block', 'count-range', 0, 'age']]);
    expect(read.ages[0]!.age).toBeNull();
  });

  test('a negative use', () => {
    const { read } = readRows('KmcYears', changed('KmcYears', 1, { use: -0.1 }), [['block', 'below-zero', 1, 'use']]);
    expect(read.ages[1]!.use).toBeNull();
  });

  test('a year that a segment states twice is refused where it stands again', () => {
    const { read, problems } = readRows('KmcYears', changed('KmcYears', 1, { age: 0 }), [
      ['block', 'row-twice', 1, 'age'],
    ]);
    expect(read.ages.map(({ age }) => age)).toEqual([0, null]);
    expect(problems[0]!.message.params).toMatchObject({ other: 'D5' });
  });

  test('the same year of another segment, or of all, is another year', () => {
    readRows('KmcYears', changed('KmcYears', 1, { age: 0, segment: null }), []);
  });
});

describe('factor paths', () => {
  test('a year that a factor states twice, however it is written', () => {
    const { read } = readRows('KmcFactorPaths', changed('KmcFactorPaths', 1, { year: '令和7年度' }), [
      ['block', 'row-twice', 1, 'year'],
    ]);
    expect(read.factorPaths.map(({ year }) => year)).toEqual([2025, null]);
  });

  test('the same year of another factor', () => {
    readRows('KmcFactorPaths', changed('KmcFactorPaths', 1, { year: 2025, factorId: 'steel' }), []);
  });

  test.each([
    [{ value: 0.29 }, 'below'],
    [{ value: 0.51 }, 'above'],
  ])('a value outside its limits: %j (%s)', (cells) => {
    const { read } = readRows('KmcFactorPaths', changed('KmcFactorPaths', 0, cells), [
      ['block', 'value-outside-limits', 0, 'value'],
    ]);
    expect(read.factorPaths[0]!.value).toBeNull();
  });

  test.each([0.3, 0.5])('a value at a limit: %d', (value) => {
    readRows('KmcFactorPaths', changed('KmcFactorPaths', 0, { value }), []);
  });

  test('limits in the wrong order', () => {
    const { read } = readRows('KmcFactorPaths', changed('KmcFactorPaths', 0, { low: 0.6 }), [
      ['block', 'limits-order', 0, 'low'],
    ]);
    expect(read.factorPaths[0]).toMatchObject({ low: null, high: null });
  });

  test('no limits at all', () => {
    readRows('KmcFactorPaths', changed('KmcFactorPaths', 0, { low: null, high: null }), []);
  });
});

describe('spreads', () => {
  const TABLES = ['KmcProduct', 'KmcFactors', 'KmcSales', 'KmcContribution', 'KmcParameters'] as const;

  test.each(TABLES)('%s states none', (table) => {
    readRows(table, changed(table, 0, { distribution: null, low: null, high: null }), []);
  });

  test.each(TABLES)('%s: one limit without distribution is told at both cells', (table) => {
    readRows(table, changed(table, 0, { distribution: null, low: null }), [
      ['warn', 'spread-without-distribution', 0, 'distribution'],
      ['warn', 'limit-missing', 0, 'low'],
    ]);
  });

  test('limits of a factor in the wrong order', () => {
    const { read } = readRows('KmcFactors', changed('KmcFactors', 0, { low: 9 }), [
      ['block', 'limits-order', 0, 'low'],
    ]);
    expect(read.factors[0]!.attributes).toMatchObject({ low: null, high: null, distribution: 'lognormal' });
  });

  test('a U95 below 1', () => {
    readRows('KmcFactors', changed('KmcFactors', 0, { u95: 0.99 }), [['block', 'factor-below-one', 0, 'u95']]);
  });

  test('limits without a column of distributions', () => {
    const { snapshot } = workbookOf(FULL);
    const tables = snapshot.tables.map((table) =>
      table.name === 'KmcParameters'
        ? { ...table, columns: table.columns.map((header) => (header === 'Distribution' ? 'Shape' : header)) }
        : table,
    );
    const { problems } = readCase({ ...snapshot, tables });
    expect(problems.map(({ message, column }) => [message.code, column])).toEqual([
      ['reader.spread-without-distribution', 'low'],
    ]);
  });
});

describe('variants by years of use', () => {
  test('a share typed there', () => {
    const { read } = readRows('KmcMix', changed('KmcMix', 1, { share: 0.5 }), [
      ['block', 'share-of-years', 1, 'share'],
    ]);
    expect(read.mix[1]!.share).toBeNull();
  });

  test.each([
    [4, 4],
    [5, 4],
  ])('from %d to %d', (fromYear, toYear) => {
    const { read } = readRows('KmcMix', changed('KmcMix', 1, { fromYear, toYear }), [
      ['block', 'window-order', 1, 'toYear'],
    ]);
    expect(read.mix[1]).toMatchObject({ fromYear, toYear: null });
  });

  test.each([
    ['fromYear', -1],
    ['toYear', 2.5],
  ])('%s %d', (key, value) => {
    readRows('KmcMix', changed('KmcMix', 1, { [key]: value }), [['block', 'count-range', 1, key]]);
  });

  test('years beside a stated share have no effect, which is told', () => {
    readRows('KmcMix', changed('KmcMix', 0, { fromYear: 0, toYear: 3 }), [
      ['warn', 'window-not-used', 0, 'fromYear'],
      ['warn', 'window-not-used', 0, 'toYear'],
    ]);
  });

  test('an unreadable basis is the only fault of its row', () => {
    readRows('KmcMix', changed('KmcMix', 1, { shareBasis: 'by turns' }), [
      ['block', 'choice-unknown', 1, 'shareBasis'],
    ]);
  });
});

describe('variations', () => {
  const row = (cells: Row): Row => ({ id: 'T1', name: 'What if', ...cells });
  const readOne = (cells: Row, expected: readonly Expected[] = [], language: 'en' | 'ja' = 'en') => {
    const { read, problems } = readRows('KmcVariations', [row(cells)], expected, language);
    return { variation: read.variations[0]!, problems };
  };

  test.each([
    ['KmcFactors', 'elec', 'value', 0.1, 'value', '0.1'],
    ['kmcfactors', 'elec', 'Value', 1e-7, 'value', '0.0000001'],
    ['KmcFactors', 'elec', '値', 1e21, 'value', '1000000000000000000000'],
    ['KmcProduct', 'P1', 'Amount', 12, 'amount', '12'],
    ['KmcProduct', 'P1', 'In city', 'Unknown', 'inCity', 'unknown'],
    ['KmcProduct', 'P1', 'Per', 'Per unit sold', 'per', 'sold-unit'],
    ['KmcParameters', 'COP', 'value', 4, 'value', '4'],
    ['KmcYears', 'Y0', 'survival', 0.9, 'survival', '0.9'],
    ['KmcCase', 'rebound', 'value', 0.25, 'value', '0.25'],
    ['KmcCase', 'functionalUnit', 'value', 2, 'value', '2'],
    ['KmcCase', 'timeSense', 'value', 'Per year', 'value', 'annual'],
    ['KmcSales', 'V1', 'period', 'FY2026', 'period', '2026'],
  ])('%s %s %s = %s', (table, id, column, value, key, text) => {
    const { variation } = readOne({ table, row: id, column, value });
    expect(variation).toMatchObject({ name: 'What if', row: id, column: key, value: text });
    expect(variation.table).toBe(table === 'kmcfactors' ? 'KmcFactors' : table);
  });

  test('a word of the workbook’s own language', () => {
    const cells = { table: 'KmcCase', row: 'timeSense', column: '値', value: '1年間' };
    expect(readOne(cells, [], 'ja').variation.value).toBe('annual');
  });

  test.each<[string, Row, Expected, readonly string[]]>([
    [
      'a table that is none',
      { table: 'KmcFactor' },
      ['block', 'variation-table', 0, 'table'],
      ['KmcFactors', 'KmcFactorPaths'],
    ],
    ['a variation of a variation', { table: 'KmcVariations' }, ['block', 'variation-table', 0, 'table'], []],
    ['a row that is none', { row: 'elek' }, ['block', 'variation-row', 0, 'row'], ['elec']],
    ['a field that is none', { table: 'KmcCase', row: 'rebounds' }, ['block', 'variation-row', 0, 'row'], []],
    ['a column that is none', { column: 'Valeu' }, ['block', 'variation-column', 0, 'column'], ['Value']],
    ['the id', { column: 'Factor ID' }, ['block', 'variation-column', 0, 'column'], []],
    [
      'a calculated column',
      { table: 'KmcProduct', row: 'P1', column: 'Emission' },
      ['block', 'variation-column', 0, 'column'],
      [],
    ],
    [
      'a note of the case',
      { table: 'KmcCase', row: 'rebound', column: 'Note' },
      ['block', 'variation-column', 0, 'column'],
      ['Value'],
    ],
  ])('%s is named with the nearest', (_, cells, expected, nearest) => {
    const { variation, problems } = readOne({ table: 'KmcFactors', row: 'elec', column: 'value', value: 1, ...cells }, [
      expected,
    ]);
    expect(variation[expected[3] as 'table']).toBeNull();
    expect((problems[0]!.message.params['nearest'] as string[]).slice(0, nearest.length)).toEqual(nearest);
  });

  test.each<[string, Row, string]>([
    ['a text for a number', { value: 'less' }, 'expected-number'],
    ['a number typed as text', { value: '0.1' }, 'number-as-text'],
    ['a word outside its list', { table: 'KmcCase', row: 'timeSense', value: 'monthly' }, 'choice-unknown'],
    ['a share above 1', { table: 'KmcYears', row: 'Y0', column: 'survival', value: 1.5 }, 'share-range'],
    [
      'a factor nobody lists',
      { table: 'KmcProduct', row: 'P1', column: 'factorId', value: 'coal' },
      'reference-missing',
    ],
  ])('%s', (_, cells, code) => {
    const { variation } = readOne({ table: 'KmcFactors', row: 'elec', column: 'value', ...cells }, [
      ['block', code, 0, 'value'],
    ]);
    expect(variation.value).toBeNull();
  });

  test('leave everything else of the case as it is', () => {
    const cells = { table: 'KmcFactors', row: 'elec', column: 'value', value: 99 };
    const { read } = readRows('KmcVariations', [row(cells)], []);
    const { case: without } = readCase(workbookOf({ ...FULL, KmcVariations: [] }).snapshot);
    expect({ ...read, variations: [] }).toEqual(without);
  });
});

describe('settings of the uncertainty', () => {
  const field = (key: string, value: number): readonly Row[] =>
    FULL.KmcCase.map((row) => (row['key'] === key ? { ...row, value } : row));
  const at = (key: string): number => FULL.KmcCase.findIndex((row) => row['key'] === key);

  test.each([
    ['uncertaintyRuns', 99, 'runs-range'],
    ['uncertaintyRuns', 1_000_001, 'runs-range'],
    ['uncertaintyRuns', 1000.5, 'runs-range'],
    ['uncertaintySeed', -1, 'seed-range'],
    ['uncertaintySeed', 1.5, 'seed-range'],
    ['uncertaintySeed', 2 ** 53, 'seed-range'],
    ['sensitivityChange', 0, 'not-above-zero'],
    ['sensitivityChange', -10, 'not-above-zero'],
  ])('%s %d', (key, value, code) => {
    const { read } = readRows('KmcCase', field(key, value), [['block', code, at(key), 'value']]);
    expect(read.fields).not.toHaveProperty(key);
  });

  test.each([
    ['uncertaintyRuns', 100],
    ['uncertaintyRuns', 1_000_000],
    ['uncertaintySeed', 0],
    ['sensitivityChange', 0.001],
  ])('%s %d is taken', (key, value) => {
    const { read } = readRows('KmcCase', field(key, value), []);
    expect(read.fields[key]!.number!.toNumber()).toBe(value);
  });
});

test('side effects are read as the lines they are', () => {
  const { case: read } = readCase(workbookOf(FULL).snapshot);
  const line = read.sideEffects.lines[0]!;

  expect(line.ref).toMatchObject({ table: 'KmcSideEffects', id: 'W1' });
  expect(line).toEqual({ ...read.product.lines[0]!, ref: line.ref, process: 'Stronger cable' });
});
