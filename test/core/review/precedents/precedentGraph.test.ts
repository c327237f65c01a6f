import { precedentGraph } from '../../../../src/core/review/precedents/precedentGraph';
import { parseCell, sheetCellAddress, sheetRangeAddress } from '../../../../src/core/workbook/a1';
import type { CellRef } from '../../../../src/core/workbook/cell';
import { SheetBuilder } from '../../../../src/core/workbook/sheetColumns';
import type { NameSnapshot, WorkbookSnapshot } from '../../../../src/core/workbook/snapshot';
import { leastRatio } from '../../../support/cost';
import { bookOf, sheetOf } from '../formulas/exampleBook';

const at = (address: string, sheet = 'Data'): CellRef => ({ sheet, ...parseCell(address)! });
const shown = (cells: readonly CellRef[]): string => cells.map(sheetCellAddress).join(' ');
const name = (called: string, formula: string, sheet: string | null = null): NameSnapshot => ({
  name: called,
  formula,
  sheet,
  hidden: false,
});

describe('what a cell rests on', () => {
  const book: WorkbookSnapshot = {
    ...bookOf(
      sheetOf('Data', { A1: 2, A2: '=A1*Rate', A3: '=SUM(A1:A2)+other!B2', A5: 9, C1: '=A5', D1: '=A3' }),
      sheetOf('Other', { B1: 0.5, B2: '=B1', B3: 7 }),
    ),
    names: [name('Rate', 'Other!$B$1')],
  };
  const graph = precedentGraph(book);

  it('keeps ranges whole and follows names, in the order of the formula', () => {
    expect(graph.direct(at('A3')).map(sheetRangeAddress)).toEqual(['Data!A1:A2', 'Other!B2']);
    expect(graph.direct(at('A2')).map(sheetRangeAddress)).toEqual(['Data!A1', 'Other!B1']);
    expect(graph.direct(at('A1'))).toEqual([]);
  });

  it('reaches through every sheet and name, the given cell included', () => {
    const { formulas, inputs, names, untold } = graph.all([at('A3')]);
    expect(shown(formulas)).toBe('Data!A2 Data!A3 Other!B2');
    expect(shown(inputs)).toBe('Data!A1 Other!B1');
    expect(names.map((known) => known.name)).toEqual(['Rate']);
    expect(untold).toEqual([]);
  });

  it('takes an input for resting on itself, and a blank for nothing', () => {
    expect(shown(graph.all([at('A1')]).inputs)).toBe('Data!A1');
    expect(graph.all([at('Z9')])).toEqual({ formulas: [], inputs: [], names: [], untold: [] });
  });

  it('knows who reads a cell, directly and in the end', () => {
    expect(shown(graph.dependents(at('A1')))).toBe('Data!A2 Data!A3');
    expect(shown(graph.allDependents([at('B1', 'Other')]))).toBe('Data!D1 Data!A2 Data!A3 Other!B2');
    expect(graph.dependents(at('B3', 'Other'))).toEqual([]);
  });
});

describe('references of every kind', () => {
  it('follows structured references to the row and to the column', () => {
    const table = {
      name: 'T',
      range: { sheet: 'Data', top: 0, left: 0, bottom: 3, right: 2 },
      columns: ['Amount', 'Factor', 'Emission'],
      headerRow: true,
      totalsRow: false,
    };
    const cells = {
      A1: 'Amount',
      B1: 'Factor',
      C1: 'Emission',
      A2: 1,
      B2: 2,
      C2: '=T[[#This Row],[Amount]]*[@Factor]',
    };
    const graph = precedentGraph({
      ...bookOf(sheetOf('Data', { ...cells, E1: '=SUM(T[Emission])' })),
      tables: [table],
    });
    expect(graph.direct(at('E1')).map(sheetRangeAddress)).toEqual(['Data!C2:C4']);
    expect(shown(graph.all([at('E1')]).inputs)).toBe('Data!A2 Data!B2');
  });

  it('reads whole columns and rows without counting their blanks', () => {
    const graph = precedentGraph(
      bookOf(sheetOf('Data', { B1: 1, B900000: 2, A1: '=SUM(B:B)', A2: '=SUM(900000:900000)' })),
    );
    expect(shown(graph.all([at('A1')]).inputs)).toBe('Data!B1 Data!B900000');
    expect(shown(graph.all([at('A2')]).inputs)).toBe('Data!B900000');
    expect(shown(graph.dependents(at('B900000')))).toBe('Data!A1 Data!A2');
  });

  it('reads the same block on every sheet of a 3-D reference', () => {
    const sheets = ['First', 'Second', 'Third'].map((title, index) => sheetOf(title, { B2: index }));
    const graph = precedentGraph(
      bookOf(...sheets, sheetOf('Data', { A1: '=SUM(First:Second!B2)', A2: "=SUM('Third:Second'!B2)" })),
    );
    expect(shown(graph.all([at('A1')]).inputs)).toBe('First!B2 Second!B2');
    expect(shown(graph.all([at('A2')]).inputs)).toBe('Second!B2 Third!B2');
  });

  it('takes a cell that a formula filled for resting on that formula', () => {
    const sheet = new SheetBuilder('Data')
      .add(0, 0, 1, 'SEQUENCE(3)*E1')
      .add(1, 0, 2)
      .add(2, 0, 3)
      .add(0, 1, 3, 'A3*2')
      .add(0, 4, 1)
      .spill({ top: 0, left: 0, bottom: 2, right: 0 })
      .build();
    const graph = precedentGraph(bookOf(sheet));
    const { formulas, inputs } = graph.all([at('B1')]);
    expect([shown(formulas), shown(inputs)]).toEqual(['Data!A1 Data!B1', 'Data!E1']);
    expect(shown(graph.allDependents([at('E1')]))).toBe('Data!A1 Data!B1');
  });

  it('prefers the name of the own sheet, and moves a name written without $ with its cell', () => {
    const names = [name('Rate', 'Data!$C$1'), name('Rate', 'Data!$C$2', 'Data'), name('Left', 'Data!A1')];
    const graph = precedentGraph({ ...bookOf(sheetOf('Data', { B3: '=Rate', B4: '=Left' })), names });
    expect(graph.direct(at('B3')).map(sheetRangeAddress)).toEqual(['Data!C2']);
    expect(graph.direct(at('B4')).map(sheetRangeAddress)).toEqual(['Data!B4']);
  });

  it('says what cannot be told', () => {
    const cells = { A1: '=[1]Prices!B2', A2: '=INDIRECT(C1)', A3: '=Unknown*2', A4: '=SUM(A1:A3)', C1: 'B9' };
    const { untold } = precedentGraph(bookOf(sheetOf('Data', cells))).all([at('A4')]);
    expect(untold.map(({ cell, reason }) => `${sheetCellAddress(cell)} ${reason}`).sort()).toEqual([
      'Data!A1 external',
      'Data!A2 unresolved',
      'Data!A3 name',
    ]);
  });
});

describe('circles', () => {
  it('are named cell by cell, and walked once', () => {
    const cells = { A1: '=A2', A2: '=A3+D1', A3: '=SUM(A1:A1)', B1: '=B1+1', C1: '=A1', D1: 4 };
    const graph = precedentGraph(bookOf(sheetOf('Data', cells)));
    expect(graph.circles().map((cells) => shown([...cells].sort((a, b) => a.row - b.row)))).toEqual([
      'Data!A1 Data!A2 Data!A3',
      'Data!B1',
    ]);
    expect(shown(graph.all([at('C1')]).formulas)).toBe('Data!A1 Data!C1 Data!A2 Data!A3');
  });

  it('are found where the way back leads through a range of settled cells', () => {
    const cells = { A1: 1, A2: '=A1', A3: '=A2+B9', B9: '=SUM(A1:A3)' };
    expect(
      precedentGraph(bookOf(sheetOf('Data', cells)))
        .circles()
        .map(shown),
    ).toEqual(['Data!A3 Data!B9']);
  });
});

describe('a large workbook', () => {
  function sumsOver(rows: number): WorkbookSnapshot {
    const builder = new SheetBuilder('Data');
    for (let row = 0; row < rows; row += 1)
      builder
        .add(row, 0, row)
        .add(row, 1, 0, `SUM(A$1:A${row + 1})`)
        .add(row, 2, 0, `SUM($A$1:$A$${rows})*B${row + 1}`);
    builder.add(rows, 0, 0, `SUM(C1:C${rows})`);
    return bookOf(builder.build());
  }
  const [large, tenth] = [sumsOver(20_000), sumsOver(2_000)];

  function walked(book: WorkbookSnapshot, rows: number): void {
    const graph = precedentGraph(book);
    const { formulas, inputs } = graph.all([{ sheet: 'Data', row: rows, column: 0 }]);
    expect([formulas.length, inputs.length]).toEqual([2 * rows + 1, rows]);
    expect(graph.circles()).toEqual([]);
    expect(graph.dependents({ sheet: 'Data', row: rows - 1, column: 0 })).toHaveLength(rows + 1);
  }

  it('of 40,000 formulas over up to 20,000 rows each is walked without counting 600 million reads', async () => {
    const tenTenths = () => {
      for (let run = 0; run < 10; run += 1) walked(tenth, 2_000);
    };
    // Counting the reads would take ten times as long.
    expect((await leastRatio(() => walked(large, 20_000), tenTenths, 5)).ratio).toBeLessThan(5);
  });
});
