import { readXlsx } from '../../../src/adapters/xlsx/read/readXlsx';
import { writeXlsx } from '../../../src/adapters/xlsx/write/writeXlsx';
import { workbooksOnPage } from '../../../src/apps/workbench/workbooks';
import { evaluate } from '../../../src/core/pipeline';
import { readWorkbook } from '../../../src/core/adoption/readWorkbook';
import { exampleNamed } from '../../../src/core/template/examples/registry';
import { planWorkbook } from '../../../src/core/template/planWorkbook';
import { rollForward } from '../../../src/core/template/rollForward/rollForward';
import { rollEdits } from '../../../src/core/template/rollForward/types';

/** Takes down what is opened. */
function page(agrees = true) {
  const opened: { name: string; bytes: Uint8Array }[] = [];
  const workbooks = workbooksOnPage(
    async (name, bytes) => {
      if (agrees) opened.push({ name, bytes: await bytes() });
      return agrees;
    },
    () => 'new.xlsx',
  );
  return { opened, workbooks };
}

const fileOf = (bytes: Uint8Array, name: string): File =>
  Object.assign(new File([], name), { arrayBuffer: async () => bytes.slice().buffer });

it.each(['ja', 'en'] as const)(
  'a new workbook in %s is an .xlsx that reads back, its values calculated',
  async (language) => {
    const { opened, workbooks } = page();
    const { content } = exampleNamed('photovoltaics');
    expect(await workbooks.create({ language, content, exampleSheet: false })).toBe(true);
    const { snapshot } = await readXlsx(opened[0]!.bytes);
    expect(readWorkbook(snapshot).case.language).toBe(language);
    // As published: 504.5 g-CO2 per kWh.
    const outcome = evaluate(snapshot);
    expect(outcome.assessment.reductionPerUnit.value?.toString()).toBe('504.5');
    expect(outcome.problems.filter(({ severity }) => severity === 'block')).toEqual([]);
    expect(opened[0]!.name).toBe('new.xlsx');
  },
);

it('opens a copy rolled forward, its formulas calculated anew, and leaves the file as it is', async () => {
  const { opened, workbooks } = page();
  const bytes = writeXlsx(planWorkbook({ language: 'ja', content: exampleNamed('water-heater').content }));
  const before = bytes.slice();
  const file = fileOf(bytes, 'heater.xlsx');
  const snapshot = await workbooks.readFile(file);
  const plan = rollForward(snapshot, readWorkbook(snapshot).case, { sales: 'keep', language: 'ja' });
  if (!plan.ok) throw new Error(plan.message.code);
  await workbooks.openEdited(file, rollEdits(plan.value), 'heater-2026.xlsx');
  const after = (await readXlsx(opened[0]!.bytes)).snapshot;
  expect(readWorkbook(after).case.fields['fiscalYear']?.number?.toString()).toBe('2026');
  const sales = after.tables.find(({ name }) => name === 'KmcSales')!;
  const sheet = after.sheets.find(({ name }) => name === sales.range.sheet)!;
  const column = sales.range.left + sales.columns.indexOf('算入数量');
  // Units of 2025 and of 2024: in 2026 neither counts.
  expect([1, 2].map((row) => sheet.value(sales.range.top + row, column))).toEqual([0, 0]);
  expect(bytes).toEqual(before);
});

it('says that the user kept the open workbook', async () => {
  const { opened, workbooks } = page(false);
  expect(await workbooks.create({ language: 'ja' })).toBe(false);
  expect(opened).toEqual([]);
});
