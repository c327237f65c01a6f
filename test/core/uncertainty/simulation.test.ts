import fc from 'fast-check';
import type { ReductionModel } from '../../../src/core/calculation/model';
import { doubleOf } from '../../../src/core/quantity/decimal';
import { closedForms } from '../../../src/core/uncertainty/closedForm';
import { centralOutputs } from '../../../src/core/uncertainty/parts';
import { createSimulation, simulate } from '../../../src/core/uncertainty/simulation';
import type { Output, OutputSummary } from '../../../src/core/uncertainty/types';
import { between, input, lognormal, modelOf } from './modelBuilder';
import { anyModel } from './randomModel';

const SHARED = modelOf({
  inputs: [
    input('factor:grid', '0.4', lognormal('1.3')),
    input('amount:b', 1000, lognormal('1.2')),
    input('amount:p', 600, lognormal('1.4')),
    input('amount:credit', -50, lognormal('1.5')),
    input('units:n', 200, between('triangular', 150, 260)),
    input('rate:c', '0.6', between('uniform', '0.5', '0.7')),
  ],
  terms: [
    { stage: 'use', inputs: ['factor:grid', 'amount:b'] },
    { side: 'product', stage: 'use', inputs: ['factor:grid', 'amount:p'] },
    { side: 'product', stage: 'end-of-life', inputs: ['amount:credit'] },
  ],
  segments: [{ k: 2, units: ['units:n'] }],
  rate: ['rate:c'],
});

const formula = (model: ReductionModel, output: Output) => {
  const form = closedForms(model)[output];
  if (!form?.mean) throw new Error('no closed form');
  return { mean: doubleOf(form.mean), deviation: doubleOf(form.standardDeviation) };
};

describe('simulation', () => {
  it('gives the same bits however its runs are cut', () => {
    const whole = simulate(SHARED, { runs: 1000, seed: 42 });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 20 }), (slices) => {
        const simulation = createSimulation(SHARED, { runs: 1000, seed: 42 });
        for (const slice of slices) simulation.advance(slice);
        expect(simulation.done).toBe(
          Math.min(
            1000,
            slices.reduce((sum, slice) => sum + slice, 0),
          ),
        );
        simulation.advance(1000);
        expect(simulation.summary()).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('gives other numbers for another seed, and no summary before its end', () => {
    const first = simulate(SHARED, { runs: 1000, seed: 1 });
    expect(simulate(SHARED, { runs: 1000, seed: 2 }).reduction.mean).not.toBe(first.reduction.mean);
    const simulation = createSimulation(SHARED, { runs: 1000, seed: 1 });
    simulation.advance(999);
    expect(() => simulation.summary()).toThrow(RangeError);
  });

  it('leaves the draws of all other inputs as they were when a line is added or the order changes', () => {
    const line = input('amount:new', 5);
    const added = modelOf({
      inputs: [line, ...[...SHARED.inputs].reverse()],
      terms: [
        { side: 'product', stage: 'end-of-life', inputs: ['amount:credit'] },
        { stage: 'use', inputs: ['factor:grid', 'amount:b'] },
        { inputs: ['amount:new'] },
        { side: 'product', stage: 'use', inputs: ['factor:grid', 'amount:p'] },
      ],
    });
    const [before, after] = [SHARED, added].map((model) => simulate(model, { runs: 1000, seed: 3 }).reduction);
    // An exact 5 kg on the baseline's side moves every run by 5.
    expect(after!.mean - before!.mean).toBeCloseTo(5, 9);
    expect(after!.high - before!.high).toBeCloseTo(5, 9);
    expect(after!.standardDeviation).toBeCloseTo(before!.standardDeviation, 9);
  });

  it('states every number as it is where nothing is uncertain', () => {
    const exact = modelOf({
      inputs: [input('amount:b', '0.1'), input('factor:f', 3), input('amount:p', '0.2'), input('units:n', 10)],
      terms: [{ inputs: ['amount:b', 'factor:f'] }, { side: 'product', inputs: ['amount:p'] }],
      segments: [{ k: '1.5', units: ['units:n'] }],
    });
    const { drawn, inputs, reduction, avoided } = simulate(exact, { runs: 100, seed: 0 });
    expect([drawn, inputs]).toEqual([0, 4]);
    const stated = (x: number): OutputSummary => ({
      central: x,
      mean: x,
      median: x,
      low: x,
      high: x,
      standardDeviation: 0,
      standardError: 0,
      probabilityNotPositive: 0,
    });
    expect(reduction).toEqual(stated(0.1));
    expect(avoided).toEqual(stated(1.5));
  });

  it('calculates the model as decimals do, rebound and several segments included', () => {
    fc.assert(
      fc.property(anyModel(true), (model) => {
        const still = { ...model, inputs: model.inputs.map((each) => ({ ...each, spread: null })) };
        const { reduction, avoided } = simulate(still, { runs: 100, seed: 1 });
        const central = centralOutputs(model);
        const size = 1e-9 * (1 + Math.abs(reduction.central) + 1e6);
        expect(Math.abs(reduction.mean - doubleOf(central.reduction))).toBeLessThan(size);
        expect(Math.abs(avoided!.mean - doubleOf(central.avoided!))).toBeLessThan(size * 1000);
      }),
    );
  });

  it('takes the rebound of each run by itself: E max(X, 0) of a normal around 0 is σ ÷ √(2π)', () => {
    const model = modelOf({
      inputs: [input('amount:b', 10, between('normal', 0, 20)), input('amount:p', 10), input('rebound', 1)],
      terms: [
        { stage: 'use', inputs: ['amount:b'] },
        { stage: 'use', side: 'product', inputs: ['amount:p'] },
      ],
      rebound: 'rebound',
    });
    const { reduction, closedForm } = simulate(model, { runs: 100_000, seed: 5 });
    const sigma = 10 / 1.959963984540054;
    expect(Math.abs(reduction.mean + sigma / Math.sqrt(2 * Math.PI))).toBeLessThan(4 * reduction.standardError);
    expect(reduction.probabilityNotPositive).toBe(1);
    expect(closedForm.reduction).toMatchObject({ mean: null, reason: { code: 'uncertainty.no-formula-rebound' } });
  });

  it('weighs several segments by the units drawn', () => {
    const model = modelOf({
      inputs: [
        input('amount:a', 10),
        input('amount:b', 30),
        input('units:a', 100, between('uniform', 50, 150)),
        input('units:b', 100),
      ],
      terms: [{ inputs: ['amount:a'] }, { segment: 1, inputs: ['amount:b'] }],
      segments: [
        { units: ['units:a'], k: 1 },
        { units: ['units:b'], k: 2 },
      ],
    });
    const { reduction, avoided, closedForm } = simulate(model, { runs: 100_000, seed: 9 });
    // E (10 n + 6000) ÷ (n + 200), n uniform on 50 to 150: 10 + 4000·ln(350 ÷ 250) ÷ 100.
    expect(Math.abs(reduction.mean - (10 + 40 * Math.log(1.4)))).toBeLessThan(4 * reduction.standardError);
    expect(Math.abs(avoided!.mean - 7000)).toBeLessThan(4 * avoided!.standardError);
    expect(closedForm.reduction).toMatchObject({ reason: { code: 'uncertainty.no-formula-weights' } });
    expect(formula(model, 'avoided')).toEqual({ mean: 7000, deviation: expect.closeTo(1000 / Math.sqrt(12), 9) });
  });

  it('gives no avoided emissions without sales, and refuses to weigh segments by none', () => {
    const one = modelOf({ inputs: [input('amount:a', 1)], terms: [{ inputs: ['amount:a'] }] });
    expect(simulate(one, { runs: 100, seed: 0 }).avoided).toBeNull();
    const two = modelOf({ inputs: [], terms: [], segments: [{ units: [] }, { units: [] }] });
    expect(() => simulate(two, { runs: 100, seed: 0 })).toThrow(
      expect.objectContaining({ detail: { code: 'uncertainty.no-units', params: {} } }),
    );
  });

  it('refuses a number beyond the doubles instead of leaving it out', () => {
    const model = modelOf({
      inputs: [input('amount:a', '1e300'), input('factor:f', '1e300')],
      terms: [{ inputs: ['amount:a', 'factor:f'] }],
    });
    expect(() => simulate(model, { runs: 100, seed: 0 })).toThrow(
      expect.objectContaining({ detail: { code: 'uncertainty.not-finite', params: { lost: 100, runs: 100 } } }),
    );
  });

  it.each([
    [99, 1, 'runs'],
    [1_000_001, 1, 'runs'],
    [100.5, 1, 'runs'],
    [NaN, 1, 'runs'],
    [100, -1, 'seed'],
    [100, 2 ** 32, 'seed'],
    [100, 0.5, 'seed'],
  ])('%d runs with seed %d: refuses the %s', (runs, seed, what) => {
    expect(() => simulate(SHARED, { runs, seed })).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ code: `uncertainty.${what}-out-of-bounds` }) }),
    );
  });
});

describe('closed form', () => {
  it('of two lognormals that share a factor, by hand', () => {
    // f·(a − b): E f² · E (a − b)² − (E f · E(a − b))², with σ = ln(U95) ÷ 2 each.
    const [sf, sa, sb] = [1.3, 1.2, 1.4].map((u) => (Math.log(u) / 2) ** 2);
    const [f, a, b] = [0.4 * Math.exp(sf! / 2), 1000 * Math.exp(sa! / 2), 600 * Math.exp(sb! / 2)];
    const variance = a * a * Math.expm1(sa!) + b * b * Math.expm1(sb!);
    const credit = 50 * Math.exp((Math.log(1.5) / 2) ** 2 / 2);
    const ofCredit = credit ** 2 * Math.expm1((Math.log(1.5) / 2) ** 2);
    const expected = f * f * Math.exp(sf!) * (variance + (a - b) ** 2) - (f * (a - b)) ** 2 + ofCredit;
    const { mean, deviation } = formula(SHARED, 'reduction');
    expect(mean).toBeCloseTo(f * (a - b) + credit, 9);
    expect(deviation).toBeCloseTo(Math.sqrt(expected), 9);
  });

  it('is met by the simulation: over 50 seeds, mean and variance within 3 standard errors of those 50', () => {
    const summaries = Array.from({ length: 50 }, (_, seed) => simulate(SHARED, { runs: 2000, seed }));
    for (const output of ['reduction', 'avoided'] as const) {
      const { mean, deviation } = formula(SHARED, output);
      const found = (value: (summary: OutputSummary) => number, expected: number) => {
        const values = summaries.map((summary) => value(summary[output]!));
        const average = values.reduce((sum, x) => sum + x, 0) / 50;
        const spread = Math.sqrt(values.reduce((sum, x) => sum + (x - average) ** 2, 0) / 49 / 50);
        expect(Math.abs(average - expected)).toBeLessThan(3 * spread);
      };
      found((summary) => summary.mean, mean);
      found((summary) => summary.standardDeviation ** 2, deviation ** 2);
    }
  });

  it('of a product of rate, units and saving, by hand', () => {
    const model = modelOf({
      inputs: [
        input('rate:c', '0.5', between('uniform', '0.2', '0.8')),
        input('units:n', 10, between('uniform', 4, 16)),
        input('amount:a', 3, between('uniform', 0, 6)),
      ],
      terms: [{ inputs: ['amount:a'] }],
      segments: [{ k: 2, units: ['units:n'] }],
      rate: ['rate:c'],
    });
    // Each second moment is mean² + width²/12: 0.28, 112, 12; 2²·0.28·112·12 − (2·0.5·10·3)².
    const { mean, deviation } = formula(model, 'avoided');
    expect(mean).toBe(30);
    expect(deviation).toBeCloseTo(Math.sqrt(4 * 0.28 * 112 * 12 - 900), 10);
  });

  it('keeps a rebound on an exact saving', () => {
    const model = modelOf({
      inputs: [
        input('amount:a', 50),
        input('amount:b', 10, between('uniform', 5, 15)),
        input('rebound', '0.2', between('uniform', '0.1', '0.3')),
      ],
      terms: [
        { stage: 'use', inputs: ['amount:a'] },
        { side: 'product', inputs: ['amount:b'] },
      ],
      rebound: 'rebound',
    });
    // 50 − 10 − 0.2·50; variances 100/12 and 2500·0.04/12.
    expect(formula(model, 'reduction')).toEqual({ mean: 30, deviation: expect.closeTo(Math.sqrt(200 / 12), 12) });
  });

  it('has the variance of every model without rebound: checked by sampling its inputs', () => {
    fc.assert(
      fc.property(anyModel(false), fc.nat(1000), (model, seed) => {
        const { avoided } = simulate(model, { runs: 4000, seed });
        const { mean, deviation } = formula(model, 'avoided');
        // Five standard errors: 60 models are looked at, always the same ones.
        expect(Math.abs(avoided!.mean - mean)).toBeLessThanOrEqual(
          (5 * deviation) / Math.sqrt(4000) + 1e-9 * (1 + Math.abs(mean)),
        );
        expect(avoided!.standardDeviation).toBeGreaterThanOrEqual(deviation * 0.75);
        expect(avoided!.standardDeviation).toBeLessThanOrEqual(deviation * 1.35 + 1e-9 * (1 + Math.abs(mean)));
      }),
      { seed: 20261123, numRuns: 60 },
    );
  });

  it('refuses a spread that contradicts itself', () => {
    const model = modelOf({ inputs: [input('amount:a', 1, lognormal('0.5'))], terms: [{ inputs: ['amount:a'] }] });
    for (const work of [closedForms, (each: ReductionModel) => simulate(each, { runs: 100, seed: 0 })])
      expect(() => work(model)).toThrow(
        expect.objectContaining({ detail: expect.objectContaining({ code: 'uncertainty.u95-below-one' }) }),
      );
  });
});
