import { SheetBuilder } from '../../../src/core/workbook/sheetColumns';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { replaceSheet, withEdits } from '../../../src/core/workbook/withEdits';

const workbook = (): WorkbookSnapshot => ({
  sheets: [
    new SheetBuilder('A')
      .add(0, 0, 1, null, '0.00')
      .add(0, 1, 2, 'A1*2')
      .add(1, 0, 10, 'SEQUENCE(3)')
      .add(2, 0, 11)
      .add(3, 0, 12)
      .add(9, 9, null, null, '0%')
      .spill({ top: 1, left: 0, bottom: 3, right: 0 })
      .hideRows(5, 6)
      .hideColumns(7, 7)
      .merge({ top: 20, left: 0, bottom: 20, right: 3 })
      .setVisibility('hidden')
      .build(),
    new SheetBuilder('B').add(0, 0, 'x').build(),
  ],
  tables: [],
  names: [],
  externalLinks: [],
  calculationMode: 'automatic',
  date1904: false,
});
const at = (row: number, column: number, sheet = 'A') => ({ sheet, row, column });

describe('withEdits', () => {
  it('sets values, formulas and calculated values, the last edit of a cell standing', () => {
    const before = workbook();
    const after = withEdits(before, [
      { kind: 'set-value', cell: at(0, 0), value: 5 },
      { kind: 'set-formula', cell: at(0, 2), formula: 'A1+1', value: null },
      { kind: 'set-calculated', cell: at(0, 2), value: 6 },
      { kind: 'set-calculated', cell: at(0, 1), value: 10 },
      { kind: 'set-value', cell: at(0, 3), value: 'first' },
      { kind: 'set-value', cell: at(0, 3), value: null },
    ]);
    const [sheet] = after.sheets;
    expect([sheet!.value(0, 0), sheet!.format(0, 0)]).toStrictEqual([5, '0.00']);
    expect([sheet!.value(0, 1), sheet!.formula(0, 1)]).toStrictEqual([10, 'A1*2']);
    expect([sheet!.value(0, 2), sheet!.formula(0, 2)]).toStrictEqual([6, 'A1+1']);
    expect(sheet!.value(0, 3)).toBeNull();
    expect(before.sheets[0]!.value(0, 0)).toBe(1);
  });

  it('keeps everything else of the sheet, and the other sheets themselves', () => {
    const before = workbook();
    const after = withEdits(before, [{ kind: 'set-value', cell: at(0, 0), value: 5 }]);
    const [old, edited] = [before.sheets[0]!, after.sheets[0]!];
    for (const key of ['hiddenRows', 'hiddenColumns', 'merges', 'spills', 'visibility', 'cellCount'] as const) {
      expect(edited[key]).toStrictEqual(old[key]);
    }
    expect(edited.format(9, 9)).toBe('0%');
    expect(after.sheets[1]).toBe(before.sheets[1]);
  });

  it('removes what a formula had spilled when the formula is replaced, not when it is only calculated', () => {
    const calculated = withEdits(workbook(), [{ kind: 'set-calculated', cell: at(1, 0), value: 20 }]).sheets[0]!;
    expect([calculated.value(2, 0), calculated.spills.length]).toStrictEqual([11, 1]);
    const replaced = withEdits(workbook(), [{ kind: 'set-value', cell: at(1, 0), value: 20 }]).sheets[0]!;
    expect([replaced.value(1, 0), replaced.value(2, 0), replaced.value(3, 0)]).toStrictEqual([20, null, null]);
    expect(replaced.spills).toStrictEqual([]);
  });

  it('refuses an edit of a sheet the workbook does not have', () => {
    expect(() => withEdits(workbook(), [{ kind: 'set-value', cell: at(0, 0, 'C'), value: 1 }])).toThrow(RangeError);
  });
});

describe('replaceSheet', () => {
  it('puts the sheet where the one of its name stood', () => {
    const sheet = new SheetBuilder('B').add(0, 0, 'y').build();
    expect(replaceSheet(workbook(), sheet).sheets[1]).toBe(sheet);
    expect(() => replaceSheet(workbook(), new SheetBuilder('C').build())).toThrow(RangeError);
  });
});
