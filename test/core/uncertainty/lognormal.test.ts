import fc from 'fast-check';
import { fillLognormal, WIDEST } from '../../../src/core/uncertainty/lognormal';
import { exactly, Precise } from '../quantity/highPrecision';

function lognormal(centre: number, deviation: number, z: number): number {
  const values = Float64Array.of(z);
  fillLognormal(centre, deviation, values, 1);
  return values[0]!;
}

/** Distance from centre · e^(deviation · z) at sixty digits, relative, beside what is promised. */
function expectAccurate(centre: number, deviation: number, z: number) {
  const logarithm = exactly(deviation).times(exactly(z));
  const truth = Precise.exp(logarithm).times(exactly(centre));
  const error = exactly(lognormal(centre, deviation, z))
    .dividedBy(truth)
    .minus(1)
    .abs()
    .toNumber();
  expect(error).toBeLessThan(1e-15 + 5e-16 * logarithm.abs().toNumber());
}

const centres = fc.constantFrom(1, -1, 0.423, 1200, -7e-9, 1e15);
const draws = fc.double({ min: -12.3, max: 12.3, noNaN: true });

it('is within 1e-15, and 5e-16 for each unit of the logarithm, of sixty digits', () => {
  fc.assert(fc.property(centres, fc.double({ min: 0, max: 1, noNaN: true }), draws, expectAccurate), { numRuns: 2000 });
});

it('keeps to that up to the widest deviation and beyond it, where the plain exponential serves', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(1, -3),
      fc.double({ min: 1, max: WIDEST * 1.1, noNaN: true }),
      fc.double({ min: -12.3, max: 12.3, noNaN: true }),
      expectAccurate,
    ),
    { numRuns: 500 },
  );
});

it('keeps to that at every entry of its table', () => {
  for (let part = -256; part <= 256; part += 1) expectAccurate(1, 1, (part * Math.LN2) / 256);
});

it('gives the centre itself for a draw of 0 and for no deviation', () => {
  expect(lognormal(0.423, 0.2, 0)).toBe(0.423);
  expect(lognormal(-50, 0, 3)).toBe(-50);
});

// Published constants: e (OEIS A001113) and 1/e (A068985).
it.each([
  [1, 2.718281828459045],
  [-1, 0.36787944117144233],
])('e^%d', (z, expected) => expect(Math.abs(lognormal(1, 1, z) / expected - 1)).toBeLessThan(1.5e-15));
