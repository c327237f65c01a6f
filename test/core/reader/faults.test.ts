import type { Problem, Severity } from '../../../src/core/case/types';
import { readCase } from '../../../src/core/reader/readCase';
import type { TableName } from '../../../src/core/template/types';
import { withEdits } from '../../../src/core/workbook/withEdits';
import { FULL, withCell } from './fullCase';
import { workbookOf, type Cell, type Row, type Tables, type Workbook } from './workbook';

const told = ({ severity, message, cell, column }: Problem) => ({
  severity,
  code: message.code.slice(7),
  cell,
  column,
});

function fault(tables: Tables, ...expected: readonly [Severity, string, TableName, number, string][]) {
  const workbook = workbookOf(tables);
  const reading = readCase(workbook.snapshot);
  expect(reading.problems.map(told)).toEqual(
    expected.map(([severity, code, table, row, column]) => ({
      severity,
      code,
      cell: workbook.cell(table, row, column),
      column,
    })),
  );
  return reading;
}

const change = (table: TableName, row: number, cells: Row): Tables =>
  Object.entries(cells).reduce<Tables>((tables, [key, cell]) => withCell(tables, table, row, key, cell), FULL);

const formula = (value: Cell['value']): Cell => ({ value, formula: 'SOME_FORMULA()' });
const error = (code: '#N/A' | '#REF!' | '#VALUE!'): Cell['value'] => ({ error: code });

describe('rows', () => {
  test('a row without an id', () => {
    const { case: read } = fault(change('KmcProduct', 1, { id: null }), ['block', 'id-missing', 'KmcProduct', 1, 'id']);
    expect(read.product.lines.map(({ ref }) => ref.id)).toEqual(['P1', '']);
  });

  test.each(['P1', ' P1 ', 'Ｐ１'])('an id that another row has: %j', (id) => {
    const { problems } = fault(change('KmcProduct', 1, { id }), ['block', 'id-twice', 'KmcProduct', 1, 'id']);
    expect(problems[0]!.message.params).toMatchObject({ id: 'P1', other: 'B5' });
  });

  test('ids that differ in letter case are two', () => {
    fault(change('KmcProduct', 1, { id: 'p1' }));
  });

  test.each([
    [formula(null), 'not-calculated'],
    [error('#REF!'), 'error-value'],
    [true, 'expected-text'],
    ['  ', 'id-missing'],
  ])('an id that is none: %j', (id, code) => {
    fault(change('KmcProduct', 1, { id }), ['block', code, 'KmcProduct', 1, 'id']);
  });

  test('rows prepared with formulas alone are no rows', () => {
    const prepared: Row = {
      factor: formula(''),
      factorUnit: formula(null),
      unitRatio: formula(''),
      emission: formula(error('#N/A')),
    };
    const { case: read } = fault({ ...FULL, KmcProduct: [prepared, ...FULL.KmcProduct, prepared, prepared] });
    expect(read.product.lines.map(({ ref }) => ref.id)).toEqual(['P1', 'P2']);
  });

  test('a number typed over a prepared formula is a row that says something', () => {
    const { problems } = readCase(
      workbookOf({ ...FULL, KmcProduct: [...FULL.KmcProduct, { emission: 500 }] }).snapshot,
    );
    expect(problems.map(({ message }) => message.code)).toContain('reader.id-missing');
  });

  test('computed columns are not read', () => {
    fault(change('KmcProduct', 0, { unitRatio: error('#VALUE!'), emission: 'nonsense', perFunctionalUnit: true }));
  });
});

describe('factors', () => {
  const nothing = { factorId: null, factor: formula(''), factorUnit: formula('') };

  test('a line without any factor has one problem', () => {
    const { case: read } = fault(change('KmcProduct', 0, nothing), [
      'block',
      'factor-missing',
      'KmcProduct',
      0,
      'factorId',
    ]);
    expect(read.product.lines[0]).toMatchObject({ factorId: null, factor: null, factorUnit: null });
  });

  test('so has one that was never calculated', () => {
    const cells = { factorId: null, factor: formula(null), factorUnit: formula(null) };
    fault(change('KmcProduct', 0, cells), ['block', 'factor-missing', 'KmcProduct', 0, 'factorId']);
  });

  test('an id that is not listed is one problem, not three', () => {
    const cells = { factorId: 'gone', factor: formula(error('#N/A')), factorUnit: formula(error('#N/A')) };
    fault(change('KmcProduct', 0, cells), ['block', 'reference-missing', 'KmcProduct', 0, 'factorId']);
  });

  test('a listed factor without a value is a fault of its own row', () => {
    const lines = change('KmcProduct', 0, { factorId: 'gas', factor: formula(error('#N/A')) });
    const gas = { ...FULL.KmcFactors[0]!, id: 'gas', value: null };
    fault({ ...lines, KmcFactors: [...FULL.KmcFactors, gas] }, ['block', 'blank-required', 'KmcFactors', 2, 'value']);
  });

  test('an error of another formula is reported although the factor is listed', () => {
    fault(change('KmcProduct', 0, { factor: formula(error('#REF!')) }), [
      'block',
      'error-value',
      'KmcProduct',
      0,
      'factor',
    ]);
  });

  test('a look-up that was never calculated is no zero', () => {
    const { case: read } = fault(
      change('KmcProduct', 0, { factor: formula(null), factorUnit: formula(null) }),
      ['block', 'not-calculated', 'KmcProduct', 0, 'factor'],
      ['block', 'not-calculated', 'KmcProduct', 0, 'factorUnit'],
    );
    expect(read.product.lines[0]).toMatchObject({ factorId: 'elec', factor: null, factorUnit: null });
  });

  test.each([0.435, formula(0.43399999), formula(0)])('a value that is not the listed one: %j', (factor) => {
    const { problems } = fault(change('KmcProduct', 0, { factor }), [
      'block',
      'factor-differs',
      'KmcProduct',
      0,
      'factor',
    ]);
    expect(problems[0]!.message.params).toMatchObject({ listed: '0.434', id: 'elec', cell: "'KmcFactors sheet'!E5" });
  });

  test.each(['t-CO2e/kWh', 'kg-CO2/kWh', 'kg-CO2e/MJ'])('a unit that is not the listed one: %s', (factorUnit) => {
    fault(change('KmcProduct', 0, { factorUnit }), ['block', 'factor-unit-differs', 'KmcProduct', 0, 'factorUnit']);
  });

  test.each(['kgCO2e/kWh', 'ｋｇ－ＣＯ２ｅ／ｋＷｈ', 't-CO2e/MWh'])(
    'the same unit written otherwise: %s',
    (factorUnit) => {
      fault(change('KmcProduct', 0, { factorUnit }));
    },
  );

  test('a typed factor counts, with its source unknown', () => {
    const { case: read } = fault(change('KmcProduct', 0, { factorId: null, factor: 0.5, factorUnit: 'kg-CO2e/kWh' }), [
      'warn',
      'factor-without-source',
      'KmcProduct',
      0,
      'factorId',
    ]);
    expect(read.product.lines[0]!.factor!.toString()).toBe('0.5');
  });

  test('an amount and a factor that give no emission', () => {
    const { problems } = fault(change('KmcProduct', 0, { unit: 'm3' }), [
      'block',
      'line-units',
      'KmcProduct',
      0,
      'unit',
    ]);
    expect(problems[0]!.message.params['reason']).toMatchObject({ code: 'quantity.no-emission-ratio' });
  });

  test.each(['kg-CO2e', 'kWh', 'kWh/kg-CO2e', 'kg/kWh'])('a listed factor in %s is none', (unit) => {
    const unused = { ...FULL.KmcFactors[0]!, id: 'odd', unit };
    fault({ ...FULL, KmcFactors: [...FULL.KmcFactors, unused] }, [
      'block',
      'not-an-emission-factor',
      'KmcFactors',
      2,
      'unit',
    ]);
  });

  test.each([
    ['elec ', 'elec'],
    ['ｅｌｅｃ', 'elec'],
  ])('an id written %j is not found by the workbook’s own look-up', (factorId, expected) => {
    const { problems } = fault(change('KmcProduct', 0, { factorId }), [
      'block',
      'reference-spelling',
      'KmcProduct',
      0,
      'factorId',
    ]);
    expect(problems[0]!.message.params['expected']).toBe(expected);
  });

  test('of two factors with one id a look-up finds the first, and the line is held to it', () => {
    const second = { ...FULL.KmcFactors[0]!, value: 0.9 };
    fault({ ...FULL, KmcFactors: [...FULL.KmcFactors, second] }, ['block', 'id-twice', 'KmcFactors', 2, 'id']);
  });

  test('an id that is a number is found by a number, not by its text', () => {
    const factors = [...FULL.KmcFactors, { ...FULL.KmcFactors[0]!, id: 7 }];
    fault({ ...change('KmcProduct', 0, { factorId: 7 }), KmcFactors: factors });
    fault({ ...change('KmcProduct', 0, { factorId: '7' }), KmcFactors: factors }, [
      'block',
      'reference-spelling',
      'KmcProduct',
      0,
      'factorId',
    ]);
  });
});

describe('amounts and limits', () => {
  test.each(['input', 'direct-gas'])('a negative amount of %s is kept and questioned', (flow) => {
    const cells = { flow, amount: -3, low: null, high: null };
    const { case: read } = fault(change('KmcProduct', 0, cells), [
      'warn',
      'amount-negative',
      'KmcProduct',
      0,
      'amount',
    ]);
    expect(read.product.lines[0]!.amount!.toString()).toBe('-3');
  });

  test.each(['recycling-credit', 'biogenic'])('a negative amount of %s is as it should be', (flow) => {
    fault(change('KmcProduct', 0, { flow, amount: -3, low: null, high: null }));
  });

  test('zero is an amount', () => {
    expect(fault(change('KmcProduct', 0, { amount: 0 })).case.product.lines[0]!.amount!.toString()).toBe('0');
  });

  test('limits the wrong way round', () => {
    const { case: read } = fault(change('KmcProduct', 0, { low: 20, high: 10 }), [
      'block',
      'limits-order',
      'KmcProduct',
      0,
      'low',
    ]);
    expect(read.product.lines[0]).toMatchObject({ low: null, high: null });
  });

  test.each([
    ['KmcProduct', 'basicU'],
    ['KmcFactors', 'u95'],
  ] as const)('a spread below 1 in %s', (table, key) => {
    fault(change(table, 0, { [key]: 0.99 }), ['block', 'factor-below-one', table, 0, key]);
  });

  test('the double 0.1 is the decimal 0.1', () => {
    expect(fault(change('KmcProduct', 0, { amount: 0.1 })).case.product.lines[0]!.amount!.toString()).toBe('0.1');
  });
});

describe('places', () => {
  test.each([
    ['in', '1'],
    ['out', '0'],
    [0.3, '0.3'],
    [0, '0'],
    [1, '1'],
    ['unknown', 'unknown'],
  ])('%j', (inCity, expected) => {
    expect(String(fault(change('KmcProduct', 0, { inCity })).case.product.lines[0]!.inCity)).toBe(expected);
  });
});

describe('language', () => {
  test('a dropdown text of the other language is refused with the right spelling', () => {
    const { problems, case: read } = fault(change('KmcProduct', 0, { stage: '使用' }), [
      'block',
      'choice-other-language',
      'KmcProduct',
      0,
      'stage',
    ]);
    expect(problems[0]!.message.params).toMatchObject({ found: '使用', expected: 'Use' });
    expect(read.product.lines[0]!.stage).toBeNull();
  });

  test.each(['use', 'Ｕｓｅ', 'Use '])('a dropdown text not spelled as listed: %j', (stage) => {
    const workbook = workbookOf(change('KmcProduct', 0, { stage }), { language: 'ja' });
    if (stage === 'use') expect(readCase(workbook.snapshot).problems).toEqual([]);
    else fault(change('KmcProduct', 0, { stage }), ['block', 'choice-spelling', 'KmcProduct', 0, 'stage']);
  });

  test('an unknown dropdown text is refused with all that are known', () => {
    const { problems } = fault(change('KmcSales', 0, { status: 'Sold' }), [
      'block',
      'choice-unknown',
      'KmcSales',
      0,
      'status',
    ]);
    expect(problems[0]!.message.params['allowed']).toEqual(['Realized', 'Planned', 'Potential']);
  });
});

describe('sales', () => {
  test('a negative number of units', () => {
    const { case: read } = fault(change('KmcSales', 0, { units: -1, returns: null }), [
      'block',
      'below-zero',
      'KmcSales',
      0,
      'units',
    ]);
    expect(read.sales[0]!.units).toBeNull();
  });

  test.each([
    [-1, 'below-zero'],
    [1201, 'returns-above-units'],
  ])('%d returns', (returns, code) => {
    const { case: read } = fault(change('KmcSales', 0, { returns }), ['block', code, 'KmcSales', 0, 'returns']);
    expect(read.sales[0]!.returns).toBeNull();
  });

  test('everything returned', () => {
    fault(change('KmcSales', 0, { returns: 1200 }));
  });

  test('units counted in something else than the case says', () => {
    fault(change('KmcSales', 0, { unit: '本' }), ['info', 'sales-unit-differs', 'KmcSales', 0, 'unit']);
  });

  test.each([2025, '2025', 'FY2025', '令和7年度', 'R7', '２０２５年度'])(
    'the period %j is fiscal year 2025',
    (period) => {
      expect(fault(change('KmcSales', 0, { period })).case.sales[0]!.period).toBe(2025);
    },
  );
});

describe('contribution', () => {
  const third = { numerator: 1, denominator: 3 };

  test.each([0.33, 0.333, 0.3333333333333333, formula(1 / 3)])('1 ÷ 3 may be stated as %j', (share) => {
    fault(change('KmcContribution', 0, { ...third, share }));
  });

  test.each([0.34, 0.3, 0.3334, formula(0.33), formula(0.333333)])('1 ÷ 3 may not be stated as %j', (share) => {
    const { case: read } = fault(change('KmcContribution', 0, { ...third, share }), [
      'block',
      'share-differs',
      'KmcContribution',
      0,
      'share',
    ]);
    expect(read.contribution[0]!.share).toBeNull();
  });

  test.each([
    [1, 3, 5],
    [0, 1, 5],
    [1, 499, 500],
  ])('a whole %d is no rounding of %d ÷ %d', (share, numerator, denominator) => {
    fault(change('KmcContribution', 0, { numerator, denominator, share }), [
      'block',
      'share-differs',
      'KmcContribution',
      0,
      'share',
    ]);
  });

  test.each([0, -4])(
    'the denominator %d is the one problem, although the share’s formula fails with it',
    (denominator) => {
      fault(change('KmcContribution', 0, { denominator, share: formula(error('#VALUE!')) }), [
        'block',
        'not-above-zero',
        'KmcContribution',
        0,
        'denominator',
      ]);
    },
  );

  test('a share to be typed and not typed', () => {
    fault(change('KmcContribution', 0, { numerator: null, denominator: null, share: formula('') }), [
      'block',
      'blank-required',
      'KmcContribution',
      0,
      'share',
    ]);
  });
});

describe('tables and columns', () => {
  const without = (name: TableName): Tables => Object.fromEntries(Object.entries(FULL).filter(([key]) => key !== name));
  const codes = (workbook: Workbook) => readCase(workbook.snapshot).problems.map(told);

  test.each([
    'KmcCase',
    'KmcBaseline',
    'KmcProduct',
    'KmcFactors',
    'KmcSales',
    'KmcContribution',
    'KmcEvidence',
  ] as const)('a workbook without %s', (name) => {
    const { problems } = readCase(workbookOf(without(name)).snapshot);
    expect(problems[0]).toEqual({
      severity: 'block',
      message: { code: 'reader.table-missing', params: { table: name } },
      cell: null,
      table: name,
      rowId: null,
      column: null,
    });
  });

  test.each([
    'KmcExclusions',
    'KmcAllocation',
    'KmcMix',
    'KmcYears',
    'KmcFactorPaths',
    'KmcSideEffects',
    'KmcVariations',
  ] as const)('a workbook without %s is complete', (name) => {
    expect(codes(workbookOf(without(name)))).toEqual([]);
  });

  test('a parameter named where there is no table of parameters', () => {
    const found = codes(workbookOf(without('KmcParameters')));
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['reference-table-missing']));
  });

  test('a segment named where there is no table of segments', () => {
    const found = codes(workbookOf(without('KmcSegments')));
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['reference-table-missing']));
    expect(found).toHaveLength(11);
  });

  function withTable(name: string, changes: object = {}): Workbook {
    const workbook = workbookOf(FULL);
    const range = { sheet: 'KmcSales sheet', top: 40, left: 2, bottom: 42, right: 3 };
    const table = { name, range, columns: ['a', 'b'], headerRow: true, totalsRow: false, ...changes };
    return { ...workbook, snapshot: { ...workbook.snapshot, tables: [...workbook.snapshot.tables, table] } };
  }

  test.each(['KmcFleet', 'kmcoffsets', 'KmcBaseline2'])(
    'the table %s blocks, since numbers would leave it out',
    (name) => {
      const { problems } = readCase(withTable(name).snapshot);
      expect(problems).toMatchObject([
        {
          severity: 'block',
          table: name,
          message: { code: 'reader.table-unsupported' },
          cell: { sheet: 'KmcSales sheet', row: 40, column: 2 },
        },
      ]);
    },
  );

  test('review decisions reach no number', () => {
    expect(codes(withTable('KmcReview'))).toMatchObject([{ severity: 'info', code: 'review-not-read' }]);
  });

  test.each(['Table1', 'Costs', 'MyKmcTable'])('the user’s own table %s is left alone', (name) => {
    expect(codes(withTable(name))).toEqual([]);
  });

  function withTableChanged(name: TableName, changes: object): Workbook {
    const workbook = workbookOf(FULL);
    const tables = workbook.snapshot.tables.map((table) => (table.name === name ? { ...table, ...changes } : table));
    return { ...workbook, snapshot: { ...workbook.snapshot, tables } };
  }

  test('a table without header row', () => {
    expect(codes(withTableChanged('KmcSales', { headerRow: false }))).toMatchObject([
      { severity: 'block', code: 'table-without-header', cell: { sheet: 'KmcSales sheet', row: 3, column: 1 } },
    ]);
  });

  const columnsOf = (name: TableName): readonly string[] =>
    workbookOf(FULL).snapshot.tables.find((table) => table.name === name)!.columns;
  const renamed = (name: TableName, from: string, to: string): Workbook =>
    withTableChanged(name, { columns: columnsOf(name).map((header) => (header === from ? to : header)) });

  test('a required column that is missing is one problem, and names the header in both languages', () => {
    const { problems, case: read } = readCase(renamed('KmcProduct', 'Amount', 'Menge').snapshot);
    expect(problems).toMatchObject([
      {
        severity: 'block',
        column: 'amount',
        cell: { row: 3, column: 1 },
        message: {
          code: 'reader.column-missing',
          params: { table: 'KmcProduct', english: 'Amount', japanese: '数量' },
        },
      },
    ]);
    expect(read.product.lines.map(({ amount }) => amount)).toEqual([null, null]);
    expect(read.locations['KmcProduct']!.columns).not.toHaveProperty('amount');
  });

  test.each([
    ['Year', 'warn'],
    ['Factor', 'block'],
    ['Factor ID', 'warn'],
  ])('a missing column %s', (header, severity) => {
    expect(codes(renamed('KmcProduct', header, 'other'))).toMatchObject([{ severity, code: 'column-missing' }]);
  });

  test.each(['Note', 'Unit ratio', 'Segment'])('a missing optional or computed column %s', (header) => {
    expect(codes(renamed('KmcProduct', header, 'other'))).toEqual([]);
  });

  test('a table without its id column is read without ids', () => {
    const { problems, case: read } = readCase(renamed('KmcProduct', 'Line ID', 'Nr').snapshot);
    expect(problems.map(told)).toMatchObject([{ severity: 'block', code: 'column-missing', column: 'id' }]);
    expect(read.product.lines).toHaveLength(2);
  });

  test('two headers for one key: neither counts', () => {
    const { problems, case: read } = readCase(renamed('KmcProduct', 'Note', '数量').snapshot);
    expect(problems).toMatchObject([
      {
        severity: 'block',
        column: 'amount',
        message: { code: 'reader.column-twice', params: { header: '数量', first: 'Amount' } },
      },
    ]);
    expect(read.product.lines[0]!.amount).toBeNull();
  });

  test.each([' amount', 'AMOUNT', 'Ａｍｏｕｎｔ', '数量'])('the header %j is found', (header) => {
    expect(codes(renamed('KmcProduct', 'Amount', header))).toEqual([]);
  });

  test('headers of both languages in equal number leave the language open', () => {
    const half = ['Key', 'Item', 'Value', '単位', '根拠区分', '備考'];
    const tables = Object.fromEntries(Object.entries(FULL).filter(([name]) => name === 'KmcCase'));
    const workbook = workbookOf(tables);
    const [table] = workbook.snapshot.tables;
    const ja = workbookOf(tables, { language: 'ja' }).snapshot.tables[0]!.columns;
    const mixed = {
      ...workbook.snapshot,
      tables: [{ ...table!, columns: half.map((text, at) => (at < 3 ? text : ja[at]!)) }],
    };
    const { problems, case: read } = readCase(mixed);
    expect(problems.map(told)).toContainEqual({
      severity: 'block',
      code: 'language-mixed',
      cell: { sheet: 'KmcCase sheet', row: 3, column: 1 },
      column: null,
    });
    expect(read.language).toBeNull();
  });
});

test('problems come by sheet, row and column, those without a cell first', () => {
  const rest = Object.fromEntries(Object.entries(FULL).filter(([name]) => name !== 'KmcSales')) as Tables;
  let faulty = withCell(rest, 'KmcProduct', 1, 'amount', 'x');
  faulty = withCell(faulty, 'KmcProduct', 0, 'unit', 'x');
  faulty = withCell(faulty, 'KmcProduct', 0, 'stage', 'x');
  faulty = withCell(faulty, 'KmcBaseline', 2, 'per', null);
  const workbook = workbookOf(faulty);
  expect(readCase(workbook.snapshot).problems.map(({ cell }) => cell)).toEqual([
    null,
    workbook.cell('KmcBaseline', 2, 'per'),
    workbook.cell('KmcProduct', 0, 'stage'),
    workbook.cell('KmcProduct', 0, 'unit'),
    workbook.cell('KmcProduct', 1, 'amount'),
  ]);
});

describe('rows typed below a table', () => {
  const below = (cells: Row): readonly string[] => {
    const workbook = workbookOf(FULL);
    const at = (key: string) => workbook.cell('KmcProduct', FULL.KmcProduct!.length + 2, key);
    const edits = Object.entries(cells).map(([key, value]) => ({
      kind: 'set-value' as const,
      cell: at(key),
      value: value as string | number,
    }));
    return readCase(withEdits(workbook.snapshot, edits)).problems.map(({ severity, message, cell }) =>
      [severity, message.code, cell?.row === at('id').row, message.params['rows']].join(' '),
    );
  };

  test('are not counted, which is said', () => {
    const row = workbookOf(FULL).cell('KmcProduct', FULL.KmcProduct!.length + 2, 'id').row + 1;
    expect(below({ id: 'P9', stage: 'Use', process: 'Cooling water', amount: 500 })).toEqual([
      `warn reader.rows-below true ${row}`,
    ]);
  });

  test('notes and sums are no rows', () => {
    expect(below({ id: '※ 出典：自社調べ' })).toEqual([]);
    expect(below({ process: '合計', amount: 1234 })).toEqual([]);
  });
});
