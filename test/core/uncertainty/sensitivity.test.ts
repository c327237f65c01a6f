import fc from 'fast-check';
import type { ReductionModel } from '../../../src/core/calculation/model';
import { Decimal } from '../../../src/core/quantity/decimal';
import { outputsOf, partsAt } from '../../../src/core/uncertainty/parts';
import { sensitivity } from '../../../src/core/uncertainty/sensitivity';
import { varianceShares } from '../../../src/core/uncertainty/varianceShares';
import { between, input, lognormal, modelOf } from './modelBuilder';
import { anyModel } from './randomModel';

/** The whole model worked out again with one input at another value. */
const bruteForce = (model: ReductionModel, changed: number, value: Decimal) =>
  outputsOf(
    partsAt(
      model,
      model.inputs.map(({ central }, at) => (at === changed ? value : central)),
    ),
  );

const close = (a: Decimal, b: Decimal): boolean =>
  a
    .minus(b)
    .abs()
    .lessThanOrEqualTo(Decimal.max(a.abs(), b.abs(), 1).times('1e-30'));

const rowOf = (model: ReductionModel, id: string, change?: number) =>
  sensitivity(model, change === undefined ? {} : { change: new Decimal(change) }).find(
    (row) => model.inputs[row.input]!.id === id,
  )!;

describe('ends of the bars', () => {
  it('are what the whole model gives with that value, rebound and several segments included', () => {
    fc.assert(
      fc.property(anyModel(true), (model) => {
        for (const { input: at, low, high, swing } of sensitivity(model)) {
          for (const { value, reduction, avoided } of [low, high]) {
            const expected = bruteForce(model, at, value);
            expect(close(reduction, expected.reduction) && close(avoided!, expected.avoided!)).toBe(true);
          }
          expect(low.value.lessThanOrEqualTo(high.value)).toBe(true);
          expect(close(swing.avoided!, high.avoided!.minus(low.avoided!).abs())).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('come with the largest swing first', () => {
    fc.assert(
      fc.property(anyModel(false), (model) => {
        const swings = sensitivity(model).map(({ swing }) => swing.avoided!);
        expect(swings.every((swing, at) => at === 0 || swing.lessThanOrEqualTo(swings[at - 1]!))).toBe(true);
      }),
    );
  });

  it('by hand: 10 × 2 − 5, amount by U95 = 2, factor by 10 %', () => {
    const model = modelOf({
      inputs: [input('amount:a', 10, lognormal(2)), input('factor:f', 2), input('amount:p', 5), input('units:n', 100)],
      terms: [{ inputs: ['amount:a', 'factor:f'] }, { side: 'product', inputs: ['amount:p'] }],
      segments: [{ units: ['units:n'] }],
    });
    expect(rowOf(model, 'amount:a')).toMatchObject({ kind: 'interval' });
    const shown = (id: string) => {
      const { low, high, swing } = rowOf(model, id);
      return [low.value, low.reduction, high.value, high.reduction, high.avoided!, swing.avoided!].map(String);
    };
    // 5 × 2 − 5 = 5 and 20 × 2 − 5 = 35, each times 100 units.
    expect(shown('amount:a')).toEqual(['5', '5', '20', '35', '3500', '3000']);
    // 10 × 1.8 − 5 = 13 and 10 × 2.2 − 5 = 17.
    expect(shown('factor:f')).toEqual(['1.8', '13', '2.2', '17', '1700', '400']);
    expect(shown('units:n')).toEqual(['90', '15', '110', '15', '1650', '300']);
  });

  it.each([0, -1, 101])('a change of %d %% is refused', (change) => {
    const model = modelOf({ inputs: [input('amount:a', 1)], terms: [{ inputs: ['amount:a'] }] });
    expect(() => sensitivity(model, { change: new Decimal(change) })).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ code: 'uncertainty.change-out-of-bounds' }) }),
    );
  });
});

describe('sign flip', () => {
  const flip = (model: ReductionModel, id: string) => {
    const { signFlip, noFlip, flipNote } = rowOf(model, id);
    return [signFlip && signFlip.toString(), noFlip?.code ?? null, flipNote?.code ?? null];
  };

  it('by hand, of each input of 10 × 2 − 5 × 3', () => {
    const model = modelOf({
      inputs: [
        input('amount:a', 10),
        input('factor:f', 2),
        input('amount:p', 5),
        input('factor:g', 3),
        input('rate:c', '0.5'),
        input('units:n', 7),
      ],
      terms: [{ inputs: ['amount:a', 'factor:f'] }, { side: 'product', inputs: ['amount:p', 'factor:g'] }],
      segments: [{ units: ['units:n'] }],
      rate: ['rate:c'],
    });
    expect(flip(model, 'amount:a')).toEqual(['7.5', null, null]);
    expect(flip(model, 'factor:f')).toEqual(['1.5', null, null]);
    expect(flip(model, 'amount:p')).toEqual(['6.666666666666666666666666666666666666667', null, null]);
    expect(flip(model, 'factor:g')).toEqual(['4', null, null]);
    expect(flip(model, 'rate:c')).toEqual([null, 'uncertainty.no-flip-no-effect', null]);
    expect(flip(model, 'units:n')).toEqual([null, 'uncertainty.no-flip-no-effect', null]);
  });

  it('is said with a note where the input cannot get there: −100 of production would need use below 0', () => {
    const model = modelOf({
      inputs: [input('amount:a', 50), input('amount:b', 30), input('rebound', '0.2')],
      terms: [{ stage: 'use', inputs: ['amount:a'] }, { inputs: ['amount:b'] }],
      rebound: 'rebound',
    });
    // 30 + a = 0 where the saving is below 0 and there is no rebound; 80 − 50 r = 0.
    expect(flip(model, 'amount:a')).toEqual(['-30', null, 'uncertainty.flip-changes-sign']);
    expect(flip(model, 'rebound')).toEqual(['1.6', null, 'uncertainty.flip-above-one']);
  });

  it('takes the rebound as it stands on its side of the kink', () => {
    const model = modelOf({
      inputs: [input('amount:a', 150), input('amount:p', 100), input('rebound', '0.2')],
      terms: [
        { stage: 'use', inputs: ['amount:a'] },
        { side: 'product', inputs: ['amount:p'] },
      ],
      rebound: 'rebound',
    });
    // 0.8 a = 100; 120 = p; 150 − 150 r − 100 = 0.
    expect(flip(model, 'amount:a')).toEqual(['125', null, null]);
    expect(flip(model, 'amount:p')).toEqual(['120', null, null]);
    expect(flip(model, 'rebound')).toEqual(['0.3333333333333333333333333333333333333333', null, null]);
  });

  it('lies on the kink where there is nothing but use, and does not where the line only touches 0', () => {
    const use = (rebound: string) =>
      modelOf({
        inputs: [input('amount:a', 70), input('amount:p', 30), input('rebound', rebound)],
        terms: [
          { stage: 'use', inputs: ['amount:a'] },
          { stage: 'use', side: 'product', inputs: ['amount:p'] },
        ],
        rebound: 'rebound',
      });
    expect(flip(use('0.3'), 'amount:a')).toEqual(['30', null, null]);
    expect(flip(use('0.3'), 'amount:p')).toEqual(['70', null, null]);
    // r > 1 makes every change of use a loss: −0.5·(a − 30) above 30, a − 30 below it.
    expect(flip(use('1.5'), 'amount:a')).toEqual([null, 'uncertainty.no-flip-never', null]);
  });

  it('does not come from a last digit: a rebound above 1 never lets a use stage gain, whatever its numbers', () => {
    const whole = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(whole, whole, whole, fc.integer({ min: 11, max: 40 }), (amount, factor, product, tenths) => {
        const model = modelOf({
          inputs: [
            input('amount:a', amount),
            input('factor:f', factor),
            input('amount:p', product),
            input('rebound', tenths / 10),
          ],
          terms: [
            {
              stage: 'use',
              coefficient: '0.1428571428571428571428571428571428571429',
              inputs: ['amount:a', 'factor:f'],
            },
            {
              stage: 'use',
              side: 'product',
              coefficient: '0.3333333333333333333333333333333333333333',
              inputs: ['amount:p'],
            },
          ],
          rebound: 'rebound',
        });
        expect(['amount:a', 'factor:f', 'amount:p'].map((id) => flip(model, id)[1])).toEqual(
          Array(3).fill('uncertainty.no-flip-never'),
        );
      }),
    );
  });

  it('takes kinks at one point together: two uses that pass 0 at once, one falling and one rising, may only touch it', () => {
    const model = modelOf({
      inputs: [input('amount:a', 0), input('units:a', 1), input('units:b', 1), input('rebound', '0.6')],
      terms: [
        { stage: 'use', side: 'product', inputs: ['amount:a'] },
        { stage: 'use', segment: 1, inputs: ['amount:a'] },
      ],
      segments: [
        { units: ['units:a'], k: 1 },
        { units: ['units:b'], k: 2 },
      ],
      rebound: 'rebound',
    });
    // a > 0: −a + 2 · 0.4 a = −0.2 a; a < 0: 0.4 |a| − 2 |a| = −1.6 |a|.
    expect(flip(model, 'amount:a')).toEqual([null, 'uncertainty.no-flip-never', null]);
  });

  it('of the units of one segment is where its loss outweighs the other', () => {
    const model = modelOf({
      inputs: [input('amount:a', 6), input('amount:b', 2), input('units:a', 100), input('units:b', 60)],
      terms: [{ inputs: ['amount:a'] }, { side: 'product', segment: 1, inputs: ['amount:b'] }],
      segments: [
        { units: ['units:a'], k: 1 },
        { units: ['units:b'], k: 3 },
      ],
    });
    // 6·100 − 3·60·2 = 240: b flips it at 100 units, a at 60.
    expect(flip(model, 'units:b')).toEqual(['100', null, null]);
    expect(flip(model, 'units:a')).toEqual(['60', null, null]);
  });

  it('leaves a reduction of 0 at its value, of opposite sign on either side', () => {
    fc.assert(
      fc.property(anyModel(true), (model) => {
        const scale = model.terms.reduce((most, { coefficient, inputs }) => {
          const value = inputs.reduce(
            (product, at) => product.times(model.inputs[at]!.central.abs().plus(1)),
            coefficient.abs(),
          );
          return most.plus(value);
        }, new Decimal(1));
        for (const { input: at, signFlip } of sensitivity(model)) {
          if (!signFlip) continue;
          const size = signFlip.abs().plus(1);
          const near = (side: number) =>
            bruteForce(model, at, signFlip.plus(size.times(side).times('1e-12'))).reduction;
          const found = bruteForce(model, at, signFlip).reduction;
          expect(found.abs().lessThan(scale.times(size).times('1e-25'))).toBe(true);
          expect(near(-1).isNegative()).not.toBe(near(1).isNegative());
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('share of variance', () => {
  const sums = (model: ReductionModel) => {
    const rows = sensitivity(model);
    return (['reduction', 'avoided'] as const).map((output) =>
      rows.reduce((sum, { varianceShare }) => sum + (varianceShare[output] ?? 0), 0),
    );
  };

  it('is never below 0 and in all at most 1', () => {
    fc.assert(
      fc.property(anyModel(false), (model) => {
        for (const { varianceShare } of sensitivity(model))
          expect(varianceShare.avoided ?? 0).toBeGreaterThanOrEqual(0);
        for (const sum of sums(model)) expect(sum).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('is 1 in all where the inputs only add up', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 9 }), (amounts) => {
        const inputs = amounts.map((amount, at) => input(`amount:${String(at)}`, amount, lognormal('1.5')));
        const model = modelOf({ inputs, terms: inputs.map(({ id }) => ({ inputs: [id] })) });
        expect(sums(model)[0]).toBeCloseTo(1, 12);
      }),
    );
  });

  it('is linearised where there is no formula, by hand: a mean weighted by drawn units', () => {
    const model = modelOf({
      inputs: [
        input('amount:a', 10),
        input('amount:b', 30),
        input('units:a', 100, between('uniform', 50, 150)),
        input('units:b', 100, between('uniform', 90, 110)),
      ],
      terms: [{ inputs: ['amount:a'] }, { segment: 1, inputs: ['amount:b'] }],
      segments: [{ units: ['units:a'] }, { units: ['units:b'] }],
    });
    // Mean 20; ∂/∂n = (10 − 20) ÷ 200 and (30 − 20) ÷ 200; variances 10,000/12 and 400/12.
    expect(rowOf(model, 'units:a').varianceShare.reduction).toBeCloseTo(10_000 / 10_400, 14);
    expect(rowOf(model, 'units:b').varianceShare.reduction).toBeCloseTo(400 / 10_400, 14);
    expect(varianceShares(model).reduction!.basis).toBe('linearised');
    // Avoided 10·n + 30·m: exact, 100·10,000 and 900·400.
    expect(rowOf(model, 'units:a').varianceShare.avoided).toBeCloseTo(100 / 136, 14);
    expect(varianceShares(model).avoided!.basis).toBe('exact');
  });

  it('is linearised under a rebound on a drawn saving, by hand', () => {
    const model = modelOf({
      inputs: [
        input('amount:a', 150, between('uniform', 140, 160)),
        input('amount:p', 100, between('uniform', 97, 103)),
        input('rebound', '0.2', between('uniform', '0.1', '0.3')),
        input('units:n', 40),
      ],
      terms: [
        { stage: 'use', inputs: ['amount:a'] },
        { side: 'product', inputs: ['amount:p'] },
      ],
      segments: [{ units: ['units:n'] }],
      rebound: 'rebound',
    });
    // 0.8²·400, 150²·0.04 and 36, all ÷ 12.
    for (const output of ['reduction', 'avoided'] as const)
      expect(['amount:a', 'rebound', 'amount:p'].map((id) => rowOf(model, id).varianceShare[output])).toEqual(
        [256, 900, 36].map((part) => expect.closeTo(part / 1192, 14)),
      );
  });

  it('by hand: x·y with means 3 and 4 and variances 1/12 and 4/12', () => {
    const model = modelOf({
      inputs: [
        input('amount:x', 3, between('uniform', '2.5', '3.5')),
        input('factor:y', 4, between('uniform', 3, 5)),
        input('amount:z', 1),
      ],
      terms: [{ inputs: ['amount:x', 'factor:y'] }, { inputs: ['amount:z'] }],
    });
    // 16/12 and 9·4/12 of 16/12 + 36/12 + 4/144 = 628/144.
    expect(rowOf(model, 'amount:x').varianceShare.reduction).toBeCloseTo(192 / 628, 14);
    expect(rowOf(model, 'factor:y').varianceShare.reduction).toBeCloseTo(432 / 628, 14);
    expect(rowOf(model, 'amount:z').varianceShare).toEqual({ reduction: null, avoided: null });
  });
});
