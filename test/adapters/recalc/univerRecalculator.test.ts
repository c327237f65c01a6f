import { createRecalculator } from '../../../src/adapters/recalc/univerRecalculator';
import { cellAddress, parseCell } from '../../../src/core/workbook/a1';
import type { CellValue } from '../../../src/core/workbook/cell';
import type { Recalculation } from '../../../src/core/workbook/recalculation';
import { formula, table, workbook, type Cells, type WorkbookInput } from './workbook';

const place = (address: string, sheet = 'S') => ({ sheet, ...parseCell(address)! });

interface Outcome {
  readonly values: Readonly<Record<string, CellValue>>;
  readonly kept: Readonly<Record<string, string>>;
  readonly unknown: Readonly<Record<string, string>>;
  readonly circular: readonly string[];
  readonly result: Recalculation;
}

async function recalculated(
  cells: Cells,
  changed: readonly string[] = [],
  more: Partial<WorkbookInput> = {},
): Promise<Outcome> {
  const book = workbook({ sheets: { S: cells }, ...more });
  const result = await createRecalculator().recalculate(
    book,
    changed.map((address) => place(address)),
  );
  const name = (cell: { sheet: string; row: number; column: number }) =>
    (cell.sheet === 'S' ? '' : `${cell.sheet}!`) + cellAddress(cell);
  const reasons = (state: string) =>
    Object.fromEntries(
      result.unsupported.filter((cell) => cell.state === state).map(({ cell, reason }) => [name(cell), reason.code]),
    );
  return {
    values: Object.fromEntries(result.cells.map(({ cell, value }) => [name(cell), value])),
    kept: reasons('kept'),
    unknown: reasons('unknown'),
    circular: result.circular.map(name),
    result,
  };
}

describe('values', () => {
  it('are exact doubles, not what a cell shows', async () => {
    const { values } = await recalculated({ A1: 1, B1: formula('A1/3'), B2: formula('B1*0.1') });
    expect(values).toEqual({ B1: 1 / 3, B2: (1 / 3) * 0.1 });
  });

  it('treat a referenced blank as Excel does: 0 in arithmetic, nothing in a sum', async () => {
    const { values } = await recalculated({
      B1: formula('A1'),
      B2: formula('A1+1'),
      B3: formula('Z99*2'),
      B4: formula('SUM(A1:A9)'),
    });
    expect(values).toEqual({ B1: 0, B2: 1, B3: 0, B4: 0 });
  });

  it('come in the order of dependence, whatever the order of the cells', async () => {
    const { values } = await recalculated({
      A1: formula('B1+1'),
      B1: formula('C1+1'),
      C1: formula('SUM(D1:D2)'),
      D1: 1,
      D2: formula('D1*2'),
    });
    expect(values).toEqual({ A1: 5, B1: 4, C1: 3, D2: 2 });
  });

  it('tell TRUE, 1, the text "1" and an empty text apart', async () => {
    const { values } = await recalculated({
      ...{ A1: true, A2: '1', A3: '', A4: 1 },
      ...{
        B1: formula('A1'),
        B2: formula('A2'),
        B3: formula('A3'),
        B4: formula('ISNUMBER(A2)'),
        B5: formula('A3=""'),
        B6: formula('A3+1'),
      },
      B7: formula('IF(A4=1,"",0)'),
      B8: formula('ISNUMBER(B7)'),
      B9: formula('B7*2'),
    });
    const error = { error: '#VALUE!' };
    expect(values).toEqual({ B1: true, B2: '1', B3: '', B4: false, B5: true, B6: error, B7: '', B8: false, B9: error });
  });

  it('pass errors on', async () => {
    const { values } = await recalculated({
      A1: { error: '#N/A' },
      B1: formula('A1+1'),
      B2: formula('SUM(A1,1)'),
      B3: formula('ISNA(A1)'),
    });
    expect(values).toEqual({ B1: { error: '#N/A' }, B2: { error: '#N/A' }, B3: true });
  });

  it('reach across sheets of any name', async () => {
    const book = {
      "It's 2": { A1: 2 },
      '応募 (1)': { A1: formula("'It''s 2'!A1*3") },
      A1: { B1: formula("SUM('応募 (1)'!A:A)") },
    };
    const { values } = await recalculated({}, [], { sheets: book });
    expect(values).toEqual({ '応募 (1)!A1': 6, 'A1!B1': 6 });
  });

  it('follow names, local before global', async () => {
    const names = [
      { name: 'rate', formula: 'S!$A$1', sheet: null, hidden: false },
      { name: 'Rate', formula: 'S!$A$2', sheet: 'T', hidden: false },
      { name: 'twice', formula: 'RATE*2', sheet: null, hidden: false },
      { name: 'k', formula: '3', sheet: null, hidden: false },
    ];
    const sheets = { S: { A1: 5, A2: 7, B1: formula('rate*k'), B2: formula('100/twice') }, T: { B1: formula('rate') } };
    expect((await recalculated({}, [], { sheets, names })).values).toEqual({ B1: 15, B2: 10, 'T!B1': 7 });
  });
});

describe('KMC functions', () => {
  it('see a blank as blank and say which argument it was', async () => {
    const { result } = await recalculated({
      A1: 1,
      B1: formula('KMC.CONVERT(A1,"kWh","MJ")'),
      B2: formula('KMC.CONVERT(A2,"kWh","MJ")'),
    });
    expect(result.cells.map(({ value, message }) => [value, message?.code ?? null])).toEqual([
      [3.6, null],
      [{ error: '#VALUE!' }, expect.stringMatching(/^functions\./)],
    ]);
  });

  it('take an argument left out for one left out', async () => {
    const { values } = await recalculated({
      A1: 60,
      A2: 50,
      B1: formula('KMC.REDUCTION(A1,A2,)'),
      B2: formula('KMC.REDUCTION(A1,A2)'),
    });
    expect(values).toEqual({ B1: 10, B2: 10 });
  });

  it('are handed on and caught like any value', async () => {
    const { values } = await recalculated({
      B2: formula('KMC.CONVERT(A2,"kWh","MJ")'),
      C1: formula('IFERROR(B2,"bad")'),
      C2: formula('B2+1'),
    });
    expect(values).toMatchObject({ C1: 'bad', C2: { error: '#VALUE!' } });
  });
});

describe('filled cells', () => {
  it('are calculated and readable, in chains too', async () => {
    const { values } = await recalculated({
      A1: formula('SEQUENCE(3)'),
      B1: formula('A1:A3*2'),
      C1: formula('SUM(B1:B9)'),
      D1: formula('SEQUENCE(C1/6)'),
    });
    expect(values).toEqual({ A1: 1, A2: 2, A3: 3, B1: 2, B2: 4, B3: 6, C1: 12, D1: 1, D2: 2 });
  });

  it('become blank where the formula fills fewer cells than in the file', async () => {
    const cells = { A1: formula('SEQUENCE(2)', 1), A2: 2, A3: 3, B1: formula('SUM(A1:A3)', 6) };
    expect((await recalculated(cells, [], { spills: { S: ['A1:A3'] } })).values).toEqual({
      A1: 1,
      A2: 2,
      A3: null,
      B1: 3,
    });
  });

  it.each([
    ['a constant', { A2: 9 }],
    ['a formula', { A2: formula('1+1') }],
  ])('are not written over %s', async (_, blocking) => {
    const { values } = await recalculated({ A1: formula('SEQUENCE(3)'), ...blocking, B1: formula('A3') });
    expect(values).toMatchObject({ A1: { error: '#SPILL!' }, B1: 0 });
  });

  it('stay as in the file where Excel took one cell of a range', async () => {
    const { kept, values } = await recalculated({
      A1: 1,
      A2: 2,
      A3: 3,
      B2: formula('A1:A3*2', 4),
      C1: formula('B2+1', 5),
    });
    expect(kept).toEqual({ B2: 'recalc.unsupported.unasked-spill' });
    expect(values).toEqual({ B2: 4, C1: 5 });
  });

  it('settle although their extent depends on each other', async () => {
    const cells = {
      A1: formula('SEQUENCE(COUNT(C1:C9)+1)'),
      C1: formula('SEQUENCE(COUNT(E1:E9)+1)'),
      E1: formula('SEQUENCE(3)'),
    };
    expect((await recalculated(cells)).values).toMatchObject({ A1: 1, A5: 5, C4: 4, E3: 3 });
  });
});

describe('formulas the engine cannot be trusted with', () => {
  it.each([
    ['DOLLAR(A1)', 'function'],
    ['FOREIGN.ADDIN(A1)', 'function'],
    ['HYPERLINK("http://x","t")', 'function'],
    ['NOW()', 'unsteady-function'],
    ['RAND()*A1', 'unsteady-function'],
    ['OFFSET(A1,1,0)', 'free-reading-function'],
    ['INDIRECT("A"&1)', 'free-reading-function'],
    ['A1:B2 B1:C3', 'intersection'],
    ['A1#', 'spill-reference'],
    ['@A1:A3', 'implicit-intersection'],
    ['A1:INDEX(A1:A9,3)', 'computed-range'],
    ['--"5"', 'signed-text'],
    ['SUM((A1,A2))', 'union'],
    ['SUM(One:Two!A1)', 'several-sheets'],
    ['[1]Sheet1!A1', 'other-workbook'],
    ['SUM(Gone!A1)', 'unknown-sheet'],
    ['gone+1', 'unknown-name'],
    ['A:A', 'whole-column'],
    ['COUNTIF(A:A,"")', 'whole-column'],
    ['TEXT(A1,"ggge年")', 'text-format'],
    ['SUMIF(A1:A9,1,B1)', 'sumif-shape'],
    ['MATCH(2,C1:C3)', 'unsorted'],
    ['XLOOKUP(1,A1:A3,B1:B3,"",-1)', 'lookup-mode'],
  ])('%s keeps its value in an untouched file', async (text, why) => {
    const { kept, unknown, values } = await recalculated({
      A1: 1,
      C1: 3,
      C2: 1,
      C3: 2,
      F1: formula(text, 42),
      F2: formula('F1+1', 43),
    });
    expect(kept).toEqual({ F1: `recalc.unsupported.${why}` });
    expect(unknown).toEqual({});
    expect(values).toEqual({ F1: 42, F2: 43 });
  });

  const cells: Cells = {
    A1: 1,
    B1: formula('A1*2', 2),
    C1: formula('DOLLAR(B1)', 'x'),
    D1: formula('LEN(C1)', 1),
    E1: formula('A2+1', 1),
  };

  it('are unknown, with everything after them, once a cell they depend on was edited', async () => {
    const { unknown, values } = await recalculated({ ...cells, A1: 5 }, ['A1']);
    expect(unknown).toEqual({ C1: 'recalc.unsupported.function', D1: 'recalc.unsupported.depends-on-unknown' });
    expect(values).toEqual({ B1: 10, E1: 1 });
  });

  it('are kept when the edit is elsewhere', async () => {
    const { kept, unknown, values } = await recalculated({ ...cells, A2: 5 }, ['A2']);
    expect(kept).toEqual({ C1: 'recalc.unsupported.function' });
    expect(unknown).toEqual({});
    expect(values).toEqual({ B1: 2, C1: 'x', D1: 1, E1: 6 });
  });

  it('are unknown when a value they depend on was stale in the file', async () => {
    const { unknown } = await recalculated({ ...cells, B1: formula('A1*2', 3) });
    expect(Object.keys(unknown)).toEqual(['C1', 'D1']);
  });

  it('are kept when the difference is in the last bits only', async () => {
    const { kept } = await recalculated({ ...cells, B1: formula('A1*2', 2 * (1 + 5e-13)) });
    expect(Object.keys(kept)).toEqual(['C1']);
  });

  it('are unknown at once when the file holds no value', async () => {
    const { unknown } = await recalculated({ ...cells, C1: formula('DOLLAR(B1)') });
    expect(Object.keys(unknown)).toEqual(['C1', 'D1']);
  });

  it('are unknown, when they may read anything, as soon as anything changed', async () => {
    const free = { A1: 1, A2: formula('A1+1', 2), F1: formula('OFFSET(B1,1,0)', 7) };
    expect((await recalculated(free)).kept).toEqual({ F1: 'recalc.unsupported.free-reading-function' });
    expect((await recalculated({ ...free, A1: 2 }, ['A1'])).unknown).toEqual({
      F1: 'recalc.unsupported.free-reading-function',
    });
    expect((await recalculated({ ...free, A2: formula('A1+1', 9) })).unknown).toEqual({
      F1: 'recalc.unsupported.free-reading-function',
    });
  });

  it('take the cells they filled with them', async () => {
    const input = { A1: 1, B1: formula('UNIQUE(A1:A2)', 1), B2: 2, C1: formula('SUM(B1:B2)', 3) };
    const spills = { S: ['B1:B2'] };
    expect((await recalculated(input, [], { spills })).values).toEqual({ B1: 1, B2: 2, C1: 3 });
    const { unknown } = await recalculated(input, ['A1'], { spills });
    expect(Object.keys(unknown).sort()).toEqual(['B1', 'B2', 'C1']);
  });

  it('include dates in a workbook that counts days from 1904', async () => {
    const book = {
      ...workbook({ sheets: { S: { A1: formula('YEAR(0)', 1904), A2: formula('1+1', 2) } } }),
      date1904: true,
    };
    const { cells, unsupported } = await createRecalculator().recalculate(book);
    expect(cells.map(({ value }) => value)).toEqual([1904, 2]);
    expect(unsupported.map(({ state, reason }) => [state, reason.code])).toEqual([
      ['kept', 'recalc.unsupported.date-system'],
    ]);
  });

  it('include references to tables that cannot be resolved', async () => {
    const tables = [table('T', 'S', 'A1:B3', ['X', 'Y'])];
    const { kept } = await recalculated({ A2: 1, D1: formula('SUM(T[Gone])', 1), D9: formula('T[@X]', 1) }, [], {
      tables,
    });
    expect(kept).toEqual({ D1: 'recalc.reference.unknown-column', D9: 'recalc.reference.other-row' });
  });
});

describe('circles', () => {
  it('are named, left as they were, and make what depends on them unknown', async () => {
    const { circular, unknown, values } = await recalculated({
      ...{
        A1: formula('B1+1', 5),
        B1: formula('A1', 4),
        C1: formula('B1*2', 8),
        D1: formula('D1+1', 1),
        E1: formula('SUM(E1:E3)', 1),
      },
      ...{ F1: 1, G1: formula('F1+1', 2) },
    });
    expect(circular).toEqual(['A1', 'B1', 'D1', 'E1']);
    expect(unknown).toEqual({ C1: 'recalc.unsupported.depends-on-circle' });
    expect(values).toEqual({ G1: 2 });
  });

  it('are found through names, tables and filled cells', async () => {
    const names = [{ name: 'total', formula: 'S!$D$1', sheet: null, hidden: false }];
    const tables = [table('T', 'S', 'A1:A3', ['X'])];
    const cells = {
      A2: formula('total', 1),
      D1: formula('SUM(T[X])', 1),
      F1: formula('SEQUENCE(G1)', 1),
      F2: 2,
      G1: formula('F2', 2),
    };
    const { circular } = await recalculated(cells, [], { names, tables, spills: { S: ['F1:F2'] } });
    expect([...circular].sort()).toEqual(['A2', 'D1', 'F1', 'G1']);
  });
});

describe('tables', () => {
  const total = formula('SUM(T[Emission])');
  const row = formula('T[[#This Row],[Amount]]*T[[#This Row],[Factor]]');

  it('give the right totals after a row was inserted', async () => {
    const columns = ['Amount', 'Factor', 'Emission'];
    const before = { A2: 1, B2: 10, C2: row, A3: 2, B3: 10, C3: row, E1: total };
    const after = { ...before, A4: 3, B4: 10, C4: row };
    const values = async (cells: Cells, range: string) =>
      (await recalculated(cells, [], { tables: [table('T', 'S', range, columns)] })).values;
    expect(await values(before, 'A1:C3')).toMatchObject({ E1: 30 });
    expect(await values(after, 'A1:C4')).toMatchObject({ C4: 30, E1: 60 });
  });
});

describe('calls', () => {
  it('do not disturb each other', async () => {
    const make = (value: number) =>
      recalculated({ A1: value, B1: formula('A1*2'), C1: formula('VLOOKUP(A1,A1:B1,2,FALSE)') });
    const results = await Promise.all([1, 2, 3, 4].map(make));
    expect(results.map(({ values }) => values['C1'])).toEqual([2, 4, 6, 8]);
  });

  it('survive formulas that are no formulas', async () => {
    const { values, unknown } = await recalculated({
      A1: formula('1+'),
      A2: formula(')('),
      A3: formula('SUM(1'),
      A4: formula(''),
      A5: formula('1+1'),
    });
    expect(values['A5']).toBe(2);
    for (const address of ['A1', 'A2', 'A3', 'A4']) {
      expect(unknown[address] ?? values[address]).not.toEqual(expect.any(Number));
    }
  });
});
