import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createExcelHost } from '../../src/adapters/excel/excelHost';
import { readXlsx } from '../../src/adapters/xlsx/read/readXlsx';
import { evaluate } from '../../src/core/pipeline';
import { ExcelWorkbook } from '../support/officeHost/excelWorkbook';
import { nodeExcel } from '../support/officeHost/nodeExcel';

const FOLDER = path.resolve(__dirname, '../../samples');
const SAMPLES = readdirSync(FOLDER).filter((file) => file.endsWith('.xlsx'));

describe('a sample open in Excel', () => {
  it.each(SAMPLES)('gives the numbers and problems that its file gives: %s', async (name) => {
    const { snapshot } = await readXlsx(readFileSync(path.join(FOLDER, name)));
    nodeExcel().open(new ExcelWorkbook(snapshot, () => null));
    const [live, file] = [evaluate(await createExcelHost().snapshot()), evaluate(snapshot)];
    expect(JSON.stringify(live)).toBe(JSON.stringify(file));
    expect(live.assessment.reductionPerUnit).toBeDefined();
  });

  it('is one of several', () => {
    expect(SAMPLES.length).toBeGreaterThan(3);
  });
});
