import fc from 'fast-check';
import type { ModelInput, ReductionModel } from '../../../src/core/calculation/model';
import { between, input, lognormal, modelOf } from './modelBuilder';

const SPREADS = ['none', 'lognormal', 'normal', 'triangular', 'uniform'] as const;

const anyInput = (id: string): fc.Arbitrary<ModelInput> =>
  fc
    .tuple(fc.constantFrom(...SPREADS), fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 9 }))
    .map(([distribution, central, width]) => {
      if (distribution === 'none') return input(id, central);
      if (distribution === 'lognormal') return input(id, central, lognormal(`1.${String(width)}`));
      return input(id, central, between(distribution, central - width, central + width));
    });

const positive = (id: string): fc.Arbitrary<ModelInput> =>
  fc
    .tuple(fc.boolean(), fc.integer({ min: 1, max: 50 }))
    .map(([drawn, central]) => input(id, central, drawn ? lognormal('1.3') : null));

const FACTORS = ['factor:a', 'factor:b', 'factor:c', 'amount:d', 'amount:e', 'parameter:f'];

/** Terms of one to three of six inputs in one to three segments, with a rate of two partners and, if asked for, a rebound. */
export const anyModel = (withRebound: boolean): fc.Arbitrary<ReductionModel> =>
  fc.integer({ min: 1, max: 3 }).chain((segments) =>
    fc
      .record({
        factors: fc.tuple(...FACTORS.map(anyInput)),
        units: fc.tuple(...[0, 1, 2].map((segment) => positive(`units:${String(segment)}`))),
        rates: fc.constant([input('rate:p', '0.5', between('uniform', '0.4', '0.6')), input('rate:q', '0.25')]),
        rebound: fc.integer({ min: 0, max: 15 }).map((tenths) => input('rebound', tenths / 10, null)),
        terms: fc.array(
          fc.record({
            side: fc.constantFrom('baseline' as const, 'product' as const, 'side-effect' as const),
            stage: fc.constantFrom('use' as const, 'production' as const),
            segment: fc.nat(segments - 1),
            coefficient: fc.integer({ min: -9, max: 9 }),
            inputs: fc.subarray(FACTORS, { minLength: 1, maxLength: 3 }),
          }),
          { minLength: 1, maxLength: 12 },
        ),
      })
      .map(({ factors, units, rates, rebound, terms }) =>
        modelOf({
          inputs: [...factors, ...units.slice(0, segments), ...rates, ...(withRebound ? [rebound] : [])],
          terms,
          segments: units.slice(0, segments).map(({ id }, at) => ({ k: at + 1, units: [id] })),
          rate: ['rate:p', 'rate:q'],
          rebound: withRebound ? 'rebound' : undefined,
        }),
      ),
  );
