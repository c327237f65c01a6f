import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assess } from '../../../src/core/calculation/assess';
import type { Assessment } from '../../../src/core/calculation/types';
import { evaluateFormula } from '../../../src/core/functions/evaluate';
import { Decimal, decimalOfDouble, sum } from '../../../src/core/quantity/decimal';
import { round, roundedText } from '../../../src/core/quantity/rounding';
import type { Fuel } from '../../../src/core/reference/fuelBands';
import { checkImpliedFactor, checkStatedResult } from '../../../src/core/reference/plausibility';
import { reading, type CaseInput } from '../../support/caseBuilder';

/** Which of our numbers a printed figure is held to; `percent`: reduction ÷ baseline footprint. */
type Output = 'reductionPerUnit' | 'avoided' | 'baseline' | 'product' | 'percent' | 'baselinePieces';

/**
 * A figure as its source prints it. `exact`: its inputs are complete and we get the very number; `printed digits`: we get it once rounded
 * as printed; `not`: the publication contradicts its own inputs, `reason` says how and `ours` is worked out from them by hand.
 */
interface Figure {
  readonly of?: Output;
  readonly formula?: string;
  /** Formulas with their signs, summed. */
  readonly formulas?: readonly (readonly [1 | -1, string])[];
  readonly percentOf?: string;
  readonly in?: 'g' | 'Mt';
  readonly printed: string;
  /** Digits after the point that are printed to be meant; negative for tens, hundreds. */
  readonly digits?: number;
  readonly unit: string;
  readonly holds: 'exact' | 'printed digits' | 'not';
  readonly ours?: string;
  readonly reason?: string;
}

type Pair = readonly [string, string];

interface Statement {
  readonly check: string;
  readonly name?: string;
  readonly amount?: Pair;
  readonly factor?: Pair;
  readonly stated?: Pair;
  readonly fuel?: Fuel;
  readonly used?: Pair;
  readonly emission?: Pair;
}

interface PublishedCase {
  readonly id: string;
  readonly title: string;
  readonly publishedBy: string;
  readonly source: string;
  readonly runs: readonly { readonly name: string; readonly inputs?: CaseInput; readonly figures: readonly Figure[] }[];
  readonly caught?: readonly (Statement & { readonly code: string; readonly params: Record<string, unknown> })[];
  readonly notCaught?: readonly Statement[];
  readonly notCalculated: readonly { readonly figure: string; readonly printed: string; readonly reason: string }[];
}

const CASES = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => JSON.parse(readFileSync(path.join(__dirname, name, 'case.json'), 'utf8')) as PublishedCase);

const footprint = ({ stages }: Assessment, side: 'baseline' | 'product' | 'reduction') =>
  sum(stages.map((stage) => stage[side]));

const OUTPUTS: Readonly<Record<Output, (assessment: Assessment) => Decimal | null>> = {
  reductionPerUnit: ({ reductionPerUnit }) => reductionPerUnit.value,
  avoided: ({ avoided }) => avoided.value,
  baseline: (assessment) => footprint(assessment, 'baseline'),
  product: (assessment) => footprint(assessment, 'product'),
  percent: (assessment) => footprint(assessment, 'reduction').dividedBy(footprint(assessment, 'baseline')).times(100),
  baselinePieces: ({ trace }) =>
    trace.find(({ equation, value }) => equation === 'units-per-functional-unit' && value.greaterThan(1))?.value ??
    null,
};

const PER_TONNE = { g: '1e6', Mt: '1e-6' } as const;

function calculated(formula: string): Decimal {
  const result = evaluateFormula(formula);
  if (!result.ok || typeof result.value !== 'number') throw new Error(`${formula}: ${JSON.stringify(result)}`);
  return decimalOfDouble(result.value);
}

function valueOf(figure: Figure, assessment: Assessment | null): Decimal {
  const formulas = figure.formulas ?? (figure.formula === undefined ? [] : [[1, figure.formula] as const]);
  if (formulas.length > 0) {
    const value = sum(formulas.map(([sign, formula]) => calculated(formula).times(sign)));
    return figure.percentOf === undefined ? value : value.dividedBy(figure.percentOf).times(100);
  }
  const value = OUTPUTS[figure.of!](assessment!)!;
  return figure.in ? value.times(PER_TONNE[figure.in]) : value;
}

function expectFigure(figure: Figure, value: Decimal): void {
  const digits = figure.digits ?? figure.printed.split('.')[1]?.length ?? 0;
  const asPrinted = roundedText(value, { mode: 'half-up', digits });
  if (figure.holds === 'not') {
    expect(asPrinted).not.toBe(figure.printed);
    expect(asPrinted).toBe(figure.ours);
    expect(figure.reason).toMatch(/\w+ \w+/);
    return;
  }
  expect(asPrinted).toBe(figure.printed);
  if (figure.holds === 'exact') expect(value.toFixed()).toBe(new Decimal(figure.printed).toFixed());
  else expect(round(value, { mode: 'half-up', digits }).equals(value)).toBe(false);
}

describe.each(CASES.map((published) => [published.id, published] as const))('%s', (_, published) => {
  it('says what it is and where it was published', () => {
    expect(published.source).toMatch(/^https?:\/\//);
    expect(published.title && published.publishedBy).toBeTruthy();
    for (const { reason } of published.notCalculated) expect(reason).toMatch(/\w+ \w+/);
    expect(published.runs.length + (published.caught?.length ?? 0)).toBeGreaterThan(0);
  });

  const figures = published.runs.flatMap((run) => run.figures.map((figure) => ({ run, figure })));
  for (const { run, figure } of figures) {
    const name = `${run.name}: ${figure.of ?? 'formula'} ${figure.printed} ${figure.unit} (${figure.holds})`;
    it(name, () => expectFigure(figure, valueOf(figure, run.inputs ? assess(reading(run.inputs)) : null)));
  }

  for (const statement of published.caught ?? [])
    it(`is caught by ${statement.check}`, () => {
      expect(checked(statement)).toMatchObject({
        check: statement.check,
        message: { code: statement.code, params: statement.params },
      });
    });
  for (const statement of published.notCaught ?? [])
    it(`${statement.name} passes ${statement.check}`, () => expect(checked(statement)).toBeNull());
});

const printed = ([value, unit]: Pair) => ({ value, unit });

function checked({ check, amount, factor, stated, fuel, used, emission }: Statement) {
  const outcome =
    check === 'stated-result-differs'
      ? checkStatedResult(printed(amount!), printed(factor!), printed(stated!))
      : checkImpliedFactor(fuel!, printed(used!), printed(emission!));
  if (!outcome.ok) throw new Error(outcome.message.code);
  return outcome.value;
}

it('are the published cases whose figures can be calculated', () => {
  expect(CASES.map(({ id }) => id).sort()).toEqual([
    'C01',
    'C03',
    'C04',
    'C08',
    'C10',
    'C11',
    'C14',
    'C19',
    'N01',
    'N02',
  ]);
});

it('derives 26.7034 kg of CO2 a year from the water that C08 publishes and a factor for water', () => {
  const run = CASES.find(({ id }) => id === 'C08')!.runs.find(({ inputs }) => inputs)!;
  expect(assess(reading(run.inputs!)).reductionPerUnit.value?.toFixed()).toBe('26.7034');
});
