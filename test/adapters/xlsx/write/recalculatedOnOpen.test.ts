import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from '../../../../src/adapters/xlsx/read/readXlsx';
import { Package } from '../../../../src/adapters/xlsx/write/patch/package';
import { recalculatedOnOpen } from '../../../../src/adapters/xlsx/write/recalculatedOnOpen';

const SAMPLE = new Uint8Array(readFileSync(path.resolve(__dirname, '../../../../samples/slag-cement.xlsx')));
const PART = 'xl/workbook.xml';

function withWorkbook(change: (xml: string) => string): Uint8Array {
  const pack = new Package(SAMPLE);
  pack.write(PART, change(pack.text(PART)));
  return pack.bytes();
}

const calcPr = (bytes: Uint8Array) => new Package(bytes).text(PART).match(/<calcPr[^>]*>/g);

describe('a file that is calculated when it is opened', () => {
  it.each([
    ['no demand', '<calcPr calcId="191029"/>', '<calcPr calcId="191029" fullCalcOnLoad="1"/>'],
    ['a demand', '<calcPr fullCalcOnLoad="1" calcId="1"/>', '<calcPr calcId="1" fullCalcOnLoad="1"/>'],
    ['a refusal', '<calcPr calcId="1" fullCalcOnLoad="0" />', '<calcPr calcId="1" fullCalcOnLoad="1" />'],
  ])('has the demand once where there was %s', (_what, before, after) => {
    const changed = recalculatedOnOpen(withWorkbook((xml) => xml.replace(/<calcPr[^>]*>/, before)));
    expect(calcPr(changed)).toEqual([after]);
  });

  it('gets the demand before what must follow it', () => {
    const changed = recalculatedOnOpen(
      withWorkbook((xml) => xml.replace(/<calcPr[^>]*>/, '').replace('</workbook>', '<extLst/></workbook>')),
    );
    expect(new Package(changed).text(PART)).toContain('<calcPr fullCalcOnLoad="1"/><extLst/></workbook>');
  });

  it('holds what it held', async () => {
    const before = await readXlsx(SAMPLE);
    const after = await readXlsx(recalculatedOnOpen(SAMPLE));
    expect(JSON.stringify(after.snapshot.tables)).toBe(JSON.stringify(before.snapshot.tables));
    expect(after.snapshot.sheets.map(({ name }) => name)).toEqual(before.snapshot.sheets.map(({ name }) => name));
  });
});
