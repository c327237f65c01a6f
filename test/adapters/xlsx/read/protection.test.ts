import { readXlsx } from '../../../../src/adapters/xlsx/read/readXlsx';
import { withEdits } from '../../../../src/core/workbook/withEdits';
import { handMade } from './handMade';

const STYLES =
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="0" applyProtection="1"><protection locked="0"/></xf></cellXfs>';
const ROWS =
  '<sheetData><row r="1"><c r="A1"><f>B1</f><v>1</v></c><c r="B1" s="1"><v>1</v></c><c r="C1" s="1"><f>B1*2</f><v>2</v></c></row></sheetData>';

const unlocked = async (after: string) => {
  const { snapshot } = await readXlsx(handMade({ sheets: [{ name: 'Data', xml: ROWS + after }], styles: STYLES }));
  return snapshot;
};

describe('a protected sheet', () => {
  it('names the formula cells that are left unlocked, not the inputs', async () => {
    const book = await unlocked('<sheetProtection sheet="1"/>');
    expect(book.sheets[0]!.unlockedFormulas).toEqual([{ row: 0, column: 2 }]);
  });

  it('keeps them through edits', async () => {
    const book = await unlocked('<sheetProtection sheet="1"/>');
    for (const row of [0, 9]) {
      const edited = withEdits(book, [{ kind: 'set-value', cell: { sheet: 'Data', row, column: 1 }, value: 5 }]);
      expect(edited.sheets[0]!.unlockedFormulas).toEqual([{ row: 0, column: 2 }]);
    }
  });

  it('is none without protection, or where protection is switched off', async () => {
    expect((await unlocked('')).sheets[0]!.unlockedFormulas).toBeUndefined();
    expect((await unlocked('<sheetProtection sheet="0"/>')).sheets[0]!.unlockedFormulas).toBeUndefined();
  });
});
