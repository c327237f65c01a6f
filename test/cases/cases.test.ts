import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createRecalculator } from '../../src/adapters/recalc/univerRecalculator';
import { readXlsx } from '../../src/adapters/xlsx/read/readXlsx';
import type { Assessment } from '../../src/core/calculation/types';
import { evaluate } from '../../src/core/pipeline';
import { Decimal } from '../../src/core/quantity/decimal';
import { roundedText } from '../../src/core/quantity/rounding';
import { recalculated } from '../../src/core/recalculated';
import { EXAMPLES } from '../../src/core/template/examples/registry';

/**
 * Whole behaviours: a sample workbook as a user has it → the numbers worked out beforehand from the published or stated inputs with exact
 * fractions, not with this code.
 */
interface Expected {
  /** `null` where the case must give no number. */
  readonly reductionPerUnit: { readonly value: string; readonly unit: string } | null;
  readonly avoided: { readonly value: string; readonly unit: string } | null;
  readonly contributionRate: string | null;
  readonly unitsOutside: string | null;
  readonly stages: readonly { stage: string; baseline: string; product: string; reduction: string }[];
}

const SAMPLES = path.resolve(__dirname, '../../samples');
const names = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['packages', 'published', 'review'].includes(entry.name))
  .map(({ name }) => name);

async function outcomeOf(name: string) {
  const { snapshot } = await readXlsx(new Uint8Array(readFileSync(path.join(SAMPLES, `${name}.xlsx`))));
  const result = recalculated(snapshot, await createRecalculator().recalculate(snapshot));
  return { outcome: evaluate(result.snapshot, result.problems), edits: result.edits };
}

/** Equal to 28 decimals: the expected values are fractions written out to 30. */
function expectDecimal(actual: Decimal | null | undefined, expected: string | null): void {
  if (expected === null) {
    expect(actual ?? null).toBeNull();
    return;
  }
  const digits = 28;
  expect(actual?.toDecimalPlaces(digits).toFixed()).toBe(new Decimal(expected).toDecimalPlaces(digits).toFixed());
}

describe('sample workbooks', () => {
  it('each have a folder of expectations, and each folder a workbook', () => {
    // The self-check asks an installed KMC about its functions and holds no case.
    const workbooks = readdirSync(SAMPLES)
      .filter((file) => file.endsWith('.xlsx'))
      .map((file) => path.basename(file, '.xlsx'))
      .filter((name) => name !== 'self-check');
    expect([...names].sort()).toEqual([...workbooks].sort());
    expect([...names].sort()).toEqual(EXAMPLES.map(({ name }) => name).sort());
  });

  it.each(names)('%s', async (name) => {
    const expected = JSON.parse(readFileSync(path.join(__dirname, name, 'expected.json'), 'utf8')) as Expected;
    const { outcome, edits } = await outcomeOf(name);
    const { assessment } = outcome;
    expectDecimal(assessment.reductionPerUnit.value, expected.reductionPerUnit?.value ?? null);
    expectDecimal(assessment.avoided.value, expected.avoided?.value ?? null);
    expectDecimal(assessment.contributionRate.value, expected.contributionRate);
    expectDecimal(assessment.unitsOutside.value, expected.unitsOutside);
    if (expected.reductionPerUnit) expect(assessment.reductionPerUnit.unit).toBe(expected.reductionPerUnit.unit);
    if (expected.avoided) expect(assessment.avoided.unit).toBe(expected.avoided.unit);
    for (const row of expected.stages ?? []) {
      const stage = assessment.stages.find((candidate) => candidate.stage === row.stage);
      for (const key of ['baseline', 'product', 'reduction'] as const) expectDecimal(stage?.[key], row[key]);
    }
    const blocking = outcome.problems.filter(({ severity }) => severity === 'block');
    if (expected.avoided === null) expect(blocking.length).toBeGreaterThan(0);
    else expect(blocking).toEqual([]);
    // A sample as shipped is up to date: opening it changes nothing.
    expect(edits).toEqual([]);
  });

  /** Figures as the sources print them; `test/cases/README.md` says which source is which. */
  const kilograms = (key: 'baseline' | 'product' | 'reduction') => (assessment: Assessment) =>
    assessment.stages.reduce((sum, row) => sum.plus(row[key]), new Decimal(0));
  const pieces = (assessment: Assessment) =>
    assessment.trace
      .filter(({ equation }) => equation === 'units-per-functional-unit')
      .map(({ value }) => value)
      .find((value) => value.greaterThan(1)) ?? null;
  it.each<[string, string, (assessment: Assessment) => Decimal | null, string]>([
    ['slag-cement', 'Portland cement, kg/t', kilograms('baseline'), '769'],
    ['slag-cement', 'blast-furnace cement, kg/t', kilograms('product'), '460'],
    ['slag-cement', 'reduction, kg/t', kilograms('reduction'), '309'],
    ['photovoltaics', 'reduction, g/kWh', ({ reductionPerUnit }) => reductionPerUnit.value, '504.5'],
    ['photovoltaics', 'a year, t', ({ avoided }) => avoided.value, '27.7'],
    ['photovoltaics', 'a year, g', ({ avoided }) => avoided.value!.times(1_000_000), '27747500'],
    ['led-lamps', 'incandescent lamps, kg', kilograms('baseline'), '500'],
    ['led-lamps', 'LED lamp, kg', kilograms('product'), '100'],
    ['led-lamps', 'incandescent lamps for one LED lamp', pieces, '25'],
    ['water-heater', 'conventional, kg a month', kilograms('baseline'), '79.25'],
    ['water-heater', 'condensing, kg a month', kilograms('product'), '69.26'],
  ])('%s recomputes the published figure for %s', async (name, _, figure, printed) => {
    const { outcome } = await outcomeOf(name);
    const value = figure(outcome.assessment);
    expect(value && roundedText(value, { mode: 'half-up', digits: printed.split('.')[1]?.length ?? 0 })).toBe(printed);
  });

  it('of published cases say where each figure was published', () => {
    const published = EXAMPLES.filter((example) => example.published);
    expect(published.map(({ name }) => name)).toEqual(['slag-cement', 'photovoltaics', 'led-lamps', 'water-heater']);
    for (const { published: figures } of published)
      for (const { source } of figures!) expect(source).toMatch(/^https?:/);
  });
});
