import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createRecalculator } from '../../src/adapters/recalc/univerRecalculator';
import { readXlsx } from '../../src/adapters/xlsx/read/readXlsx';
import { writeXlsx } from '../../src/adapters/xlsx/write/writeXlsx';
import type { Result } from '../../src/core/calculation/types';
import { evaluate } from '../../src/core/pipeline';
import type { Outcome } from '../../src/core/outcome';
import { Decimal, decimalOfDouble } from '../../src/core/quantity/decimal';
import { ROUNDING_MODES, roundedText, type RoundingSetting } from '../../src/core/quantity/rounding';
import { recalculated } from '../../src/core/recalculated';
import { roundedFormula, settled } from '../../src/core/resultWorkbook/rounding';
import { PORTRAIT, SheetWriter } from '../../src/core/resultWorkbook/sheet';
import { planResultWorkbook } from '../../src/core/resultWorkbook/planResultWorkbook';
import type { WorkbookPlan } from '../../src/core/template/plan';
import { planWorkbook } from '../../src/core/template/planWorkbook';
import { parseCell } from '../../src/core/workbook/a1';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { MORE_TEXTS } from '../../src/locales/moreTexts';
import { addTexts } from '../../src/locales/translator';
import { CASES, extendedCase } from '../support/extendedCases';
import { recalculateInLibreOffice } from './libreOffice';

addTexts(MORE_TEXTS);

const SAMPLES = path.resolve(__dirname, '../../samples');
/** The self-check holds no case. */
const NAMES = readdirSync(SAMPLES)
  .filter((file) => file.endsWith('.xlsx'))
  .map((file) => path.basename(file, '.xlsx'))
  .filter((name) => name !== 'self-check');

async function outcomeOf(bytes: Uint8Array): Promise<Outcome> {
  const { snapshot } = await readXlsx(bytes);
  const result = recalculated(snapshot, await createRecalculator().recalculate(snapshot));
  return evaluate(result.snapshot, result.problems);
}

const planOf = (outcome: Outcome, language: 'en' | 'ja'): WorkbookPlan =>
  planResultWorkbook({ outcome, analysis: null, review: null, language, changes: [], draft: true });

/** Whoever trusts the stored values would be found out. */
const withWrongValues = (plan: WorkbookPlan): WorkbookPlan => ({
  ...plan,
  sheets: plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => (cell.formula === null ? cell : { ...cell, value: 12345 })),
  })),
});

function named(snapshot: WorkbookSnapshot, name: string): number | null {
  const found = snapshot.names.find((one) => one.name === name);
  if (!found) return null;
  const [sheet, address] = found.formula.replaceAll(/['$]/g, '').split('!') as [string, string];
  const { row, column } = parseCell(address)!;
  const value = snapshot.sheets.find((one) => one.name === sheet)!.value(row, column);
  if (typeof value !== 'number') throw new Error(`${name}: ${JSON.stringify(value)}`);
  return value;
}

const printed = ({ value, rounding }: Result) => value && roundedText(value, rounding);

/** Cells whose stored value is not what LibreOffice gives, beyond the last bits of the largest terms. */
function differing(plan: WorkbookPlan, judged: WorkbookSnapshot): string[] {
  return plan.sheets.flatMap(({ name, cells }) => {
    const sheet = judged.sheets.find((one) => one.name === name)!;
    return cells.flatMap(({ row, column, value, formula }) => {
      if (formula === null) return [];
      const theirs = sheet.value(row, column);
      const ours = value as number;
      const near = typeof theirs === 'number' && Math.abs(theirs - ours) <= 1e-11 * Math.max(1e-3, Math.abs(ours));
      return near ? [] : [`${name} ${row + 1}:${column + 1} ${ours} ${JSON.stringify(theirs)} ${formula}`];
    });
  });
}

async function judge(outcome: Outcome, language: 'en' | 'ja'): Promise<void> {
  const plan = planOf(outcome, language);
  const formulas = plan.sheets.flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? []));
  expect(formulas.filter((formula) => /KMC|_xll|_xlfn|\[/.test(formula.replaceAll(/'[^']*'/g, '')))).toEqual([]);
  const { snapshot } = await readXlsx(recalculateInLibreOffice(writeXlsx(withWrongValues(plan))));
  const { reductionPerUnit, avoided } = outcome.assessment;
  const text = (name: string, { value, rounding }: Result) => {
    const number = named(snapshot, name);
    return value && number !== null ? new Decimal(number).toFixed(Math.max(rounding.digits, 0)) : null;
  };
  expect(text('KmcReductionPerUnitRounded', reductionPerUnit)).toBe(printed(reductionPerUnit));
  expect(text('KmcAvoidedRounded', avoided)).toBe(printed(avoided));
  expect(differing(plan, snapshot)).toEqual([]);
}

describe('result.xlsx, recalculated by LibreOffice from wrong stored values', () => {
  it.each(NAMES.map((name, at) => [name, at % 2 === 0 ? 'ja' : 'en'] as const))(
    'gives the certified numbers of %s to the last printed digit (%s)',
    async (name, language) =>
      judge(await outcomeOf(new Uint8Array(readFileSync(path.join(SAMPLES, `${name}.xlsx`)))), language),
    120_000,
  );

  it.each(CASES.map(([name, fields, tables], at) => [name, extendedCase(fields, tables), at] as const))(
    'gives them for %s',
    async (_, content, at) =>
      judge(await outcomeOf(writeXlsx(planWorkbook({ language: 'ja', content }))), at % 2 === 0 ? 'ja' : 'en'),
    120_000,
  );

  it('rounds as the product does, in every mode', async () => {
    const values = [
      '2.5',
      '3.5',
      '-2.5',
      '-3.5',
      '0',
      '0.125',
      '-0.125',
      '1234567.891',
      '26826.4995',
      '1e-9',
      '99.95',
      '0.3',
    ];
    const cases = values.flatMap((value) =>
      ROUNDING_MODES.flatMap((mode) => [-1, 0, 1, 2].map((digits) => ({ value, rounding: { mode, digits } }))),
    );
    const { snapshot } = await readXlsx(recalculateInLibreOffice(writeXlsx(roundingPlan(cases))));
    const wrong = cases.flatMap(({ value, rounding }, row) => {
      const theirs = snapshot.sheets[0]!.value(row, 2);
      const ours = roundedText(new Decimal(value), rounding);
      const text =
        typeof theirs === 'number'
          ? roundedText(decimalOfDouble(theirs), { mode: 'half-up', digits: rounding.digits })
          : theirs;
      return text === ours ? [] : [{ value, rounding, ours, theirs }];
    });
    expect(wrong).toEqual([]);
  }, 120_000);
});

interface RoundingCase {
  readonly value: string;
  readonly rounding: RoundingSetting;
}

/** In each row a value, the value to 15 digits and the printed number. */
function roundingPlan(cases: readonly RoundingCase[]): WorkbookPlan {
  const writer = new SheetWriter('check', 'check', [10, 10, 10], PORTRAIT);
  for (const { value, rounding } of cases) {
    const exact = writer.put(0, new Decimal(value));
    const sound = writer.put(1, { formula: settled(exact), value: new Decimal(0) });
    writer.put(2, { formula: roundedFormula(sound, rounding), value: new Decimal(0) });
    writer.next();
  }
  return { language: 'en', title: 'check', sheets: [writer.plan(0)], names: [] };
}
