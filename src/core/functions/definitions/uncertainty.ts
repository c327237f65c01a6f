import { TEXTS } from '../../../locales/texts';
import { KmcError } from '../../message';
import { decimalOfDouble, type Decimal } from '../../quantity/decimal';
import { DEFAULT_SIMULATION, RUNS, SEED, simulate } from '../../uncertainty/simulation';
import type { ClosedForm, OutputSummary, Uncertainty } from '../../uncertainty/types';
import { wholeNumber } from '../bounds';
import { defineFunction } from '../defineFunction';
import { LINE_PARAMETERS, lineModel, refuseTooMuch } from '../lineModel';
import { number, optional } from '../parameters';
import { numberResult } from '../results';
import { FunctionError, type ScalarResult } from '../types';

const KILOGRAMS_PER_TONNE = 1000;

/**
 * Seeded Monte Carlo of c · N · (Σ baseline − Σ product) (uncertainty, method): each factor id is drawn once a run, lognormal by its U95.
 * Spills ten rows: name in Japanese and English, the reduction in kg-CO2e per sold unit, the avoided emissions in t-CO2e.
 * 10,000 runs with seed 1 when left out; runs × lines at most 1,000,000.
 */
export const UNCERTAINTY = defineFunction({
  id: 'UNCERTAINTY',
  parameters: { ...LINE_PARAMETERS, runs: optional(number()), seed: optional(number()) },
  result: 'matrix',
  helpValues: { runs: DEFAULT_SIMULATION.runs, seed: DEFAULT_SIMULATION.seed },
  examples: [
    {
      formula: '=KMC.UNCERTAINTY({100;20},{1.5;1},{"grid";"steel"},{100;10},{1.5;1},{"grid";"steel"},0.5,2000,1000,1)',
      value: [
        ['記載値による結果', 'As stated', 10, 10],
        ['平均', 'Mean', 10, 10],
        ['中央値', 'Median', 10, 10],
        ['2.5 % 点', '2.5 % quantile', 10, 10],
        ['97.5 % 点', '97.5 % quantile', 10, 10],
        ['標準偏差', 'Standard deviation', 0, 0],
        ['平均の標準誤差', 'Standard error of the mean', 0, 0],
        ['削減にならない確率', 'Probability of no reduction', 0, 0],
        ['式による平均', 'Mean by formula', 10, 10],
        ['式による標準偏差', 'Standard deviation by formula', 0, 0],
      ],
    },
  ],
  evaluate: ({ runs, seed, ...lines }, at) => {
    const model = lineModel(lines, at);
    const wanted = runs ? wholeNumber(runs, RUNS.least, RUNS.most, at('runs')) : DEFAULT_SIMULATION.runs;
    refuseTooMuch(wanted, model.terms.length, at('runs'));
    const start = seed ? wholeNumber(seed, SEED.least, SEED.most, at('seed')) : DEFAULT_SIMULATION.seed;
    return table(finite(() => simulate(model, { runs: wanted, seed: start })));
  },
});

/** @throws FunctionError with the simulation's own sentence */
function finite(work: () => Uncertainty): Uncertainty {
  try {
    return work();
  } catch (error) {
    if (error instanceof KmcError) throw new FunctionError('#VALUE!', error.detail);
    throw error;
  }
}

const STATISTICS = [
  'central',
  'mean',
  'median',
  'low',
  'high',
  'standardDeviation',
  'standardError',
  'probabilityNotPositive',
] as const satisfies readonly (keyof OutputSummary)[];

type RowName = keyof typeof TEXTS.en.uncertainty.statistics;

function table({ reduction, avoided, closedForm }: Uncertainty): ScalarResult[][] {
  const statistics = STATISTICS.map((key) => {
    const perTonne = key === 'probabilityNotPositive' ? 1 : KILOGRAMS_PER_TONNE;
    return row(key, decimalOfDouble(reduction[key]), decimalOfDouble(avoided![key]).dividedBy(perTonne));
  });
  const [ofReduction, ofAvoided] = [formula(closedForm.reduction), formula(closedForm.avoided)];
  return [
    ...statistics,
    row('formulaMean', ofReduction.mean, ofAvoided.mean.dividedBy(KILOGRAMS_PER_TONNE)),
    row('formulaDeviation', ofReduction.standardDeviation, ofAvoided.standardDeviation.dividedBy(KILOGRAMS_PER_TONNE)),
  ];
}

const row = (name: RowName, reduction: Decimal, avoided: Decimal): ScalarResult[] => [
  TEXTS.ja.uncertainty.statistics[name],
  TEXTS.en.uncertainty.statistics[name],
  numberResult(reduction),
  numberResult(avoided),
];

/** Without rebound and with one segment there always is a formula. */
function formula(form: ClosedForm | null): { readonly mean: Decimal; readonly standardDeviation: Decimal } {
  if (form?.mean) return form;
  throw new RangeError('no formula for a sum of lines');
}
