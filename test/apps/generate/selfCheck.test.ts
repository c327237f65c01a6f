import { createRecalculator } from '../../../src/adapters/recalc/univerRecalculator';
import { readXlsx } from '../../../src/adapters/xlsx/read/readXlsx';
import { writeXlsx } from '../../../src/adapters/xlsx/write/writeXlsx';
import { planSelfCheck, type ExpectedValue } from '../../../src/apps/generate/selfCheck';
import { FUNCTIONS } from '../../../src/core/functions/registry';
import expectedValues from '../../functions/expected-values.json';

const EXPECTED = expectedValues as readonly ExpectedValue[];

/** The first column as calculated, by row from 0. */
async function verdicts(expected: readonly ExpectedValue[]): Promise<ReadonlyMap<number, unknown>> {
  const { snapshot } = await readXlsx(writeXlsx(planSelfCheck(expected)));
  const { cells } = await createRecalculator().recalculate(snapshot);
  return new Map(cells.filter(({ cell }) => cell.column === 0).map(({ cell, value }) => [cell.row, value]));
}

describe('the self-checking workbook', () => {
  it('says OK in every row where the functions are right', async () => {
    const found = await verdicts(EXPECTED);
    expect([...found].filter(([, value]) => value !== 1)).toEqual([]);
    // The verdicts and the one above them.
    const rows = planSelfCheck(EXPECTED).sheets[0]!.cells.filter(({ column, row }) => column === 3 && row > 4);
    expect(found.size).toBe(rows.length + 1);
    expect(rows.length).toBeGreaterThan(300);
  }, 60_000);

  it.each<[string, ExpectedValue]>([
    [
      'a number in its 10th digit',
      { formula: '=KMC.EMISSION(120,"kWh",0.423,"kg-CO2/kWh")', value: 50.7600001, source: '' },
    ],
    ['a number for an error', { formula: '=KMC.GWP("")', value: 0, source: '' }],
    ['an error for a number', { formula: '=KMC.ROUND(2.5,"up",0)', error: '#VALUE!', source: '' }],
    ['one error for another', { formula: '=KMC.GWP("unobtainium")', error: '#VALUE!', source: '' }],
    ['a text in other letters', { formula: '=KMC.FACTOR("gwp.AR5.CH4","region")', value: 'glo', source: '' }],
  ])('says NG for %s, and not OK above', async (_what, wrong) => {
    const found = await verdicts([wrong]);
    expect([found.get(5), found.get(2)]).toEqual([0, 0]);
  });

  it('says NG in every row where each call is an error, as without the add-in', async () => {
    const plan = planSelfCheck(EXPECTED.slice(0, 40));
    const [sheet] = plan.sheets;
    const absent = (formula: string | null) => (formula?.includes('KMC.') ? '1/0' : formula);
    const cells = sheet!.cells.map((cell) => ({ ...cell, formula: absent(cell.formula) }));
    const { snapshot } = await readXlsx(writeXlsx({ ...plan, sheets: [{ ...sheet!, cells }] }));
    const done = await createRecalculator().recalculate(snapshot);
    const found = done.cells.filter(({ cell }) => cell.column === 0);
    expect(found.filter(({ value }) => value !== 0)).toEqual([]);
    expect(found.length).toBeGreaterThan(30);
  });

  it('calls every function', () => {
    const called = planSelfCheck(EXPECTED)
      .sheets[0]!.cells.flatMap(({ formula }) => formula ?? [])
      .join('\n');
    expect(FUNCTIONS.map(({ id }) => id).filter((id) => !called.includes(`KMC.${id}(`))).toEqual([]);
  });

  it('holds no conditional format, which Office LTSC 2021 does not bear beside add-in functions', () => {
    expect(Buffer.from(writeXlsx(planSelfCheck(EXPECTED.slice(0, 3)))).includes('conditionalFormatting')).toBe(false);
  });
});
