import { inverseNormal } from '../../../src/core/quantity/inverseNormal';
import { seedStream } from '../../../src/core/uncertainty/streamSeed';
import { EDGES, fillNormal } from '../../../src/core/uncertainty/ziggurat';
import { exactly, normalProbability, Precise } from '../quantity/highPrecision';

function normals(id: string, count: number, portions: readonly number[] = [count]): Float64Array {
  const states = new Int32Array(4);
  seedStream(states, 0, 20261123, id);
  const out = new Float64Array(count);
  let done = 0;
  for (let at = 0; done < count; at += 1) {
    const portion = Math.min(portions[at % portions.length]!, count - done);
    fillNormal(states, 0, out.subarray(done), portion);
    done += portion;
  }
  return out;
}

describe('the layers', () => {
  const height = (x: number) => Precise.exp(exactly(x).toPower(2).dividedBy(-2));
  const root = Precise.acos(-1).times(2).squareRoot();
  const tail = exactly(EDGES[1]!);
  const area = tail.times(height(EDGES[1]!)).plus(root.times(normalProbability(tail).minus(1).negated()));

  it('have the tail and the area that Marsaglia and Tsang print for 256', () => {
    expect(EDGES[1]).toBeCloseTo(3.6541528853610088, 15);
    expect(area.toNumber()).toBeCloseTo(0.00492867323399, 13);
  });

  it('have one area, to sixty digits within 1e-13 of it; the topmost takes up what rounding has left', () => {
    expect(EDGES).toHaveLength(257);
    expect(EDGES[256]).toBe(0);
    const areas = Array.from({ length: 256 }, (_, layer) => {
      const edge = exactly(EDGES[layer]!);
      if (layer === 0) return edge.times(height(EDGES[1]!));
      return edge.times(height(EDGES[layer + 1]!).minus(height(EDGES[layer]!)));
    });
    const off = areas.map((each) => each.dividedBy(area).minus(1).abs().toNumber());
    expect(Math.max(...off.slice(0, 255))).toBeLessThan(1e-13);
    expect(off[255]).toBeLessThan(1e-12);
  });
});

describe('a million draws', () => {
  const count = 1_000_000;
  const draws = normals('factor:grid', count);
  const mean = (value: (x: number) => number) => draws.reduce((sum, x) => sum + value(x), 0) / count;

  // E x^n of a standard normal is 0, 1, 0, 3, 0, 15; the variance of x^n is E x^2n − (E x^n)²: 1, 2, 15, 96, 945, 10170.
  it.each([
    [1, 0, 1],
    [2, 1, 2],
    [3, 0, 15],
    [4, 3, 96],
    [5, 0, 945],
    [6, 15, 10_170],
  ])('moment %d is %d', (power, moment, variance) => {
    expect(Math.abs(mean((x) => x ** power) - moment)).toBeLessThan(4 * Math.sqrt(variance / count));
  });

  it('fill a thousand equally probable cells evenly', () => {
    const cells = 1000;
    const ends = Array.from({ length: cells - 1 }, (_, at) => inverseNormal((at + 1) / cells));
    const counts = cellCounts(draws, ends);
    const chiSquare = counts.reduce((sum, found) => sum + (found - count / cells) ** 2 / (count / cells), 0);
    // χ² with 999 degrees of freedom: mean 999, standard deviation √(2 · 999) = 44.7; four of them.
    expect(Math.abs(chiSquare - (cells - 1))).toBeLessThan(4 * Math.sqrt(2 * (cells - 1)));
  });

  it('keep to the distribution function: Kolmogorov and Smirnov at the cells, 1.95 ÷ √n is exceeded once in a thousand', () => {
    const cells = 10_000;
    const ends = Array.from({ length: cells - 1 }, (_, at) => inverseNormal((at + 1) / cells));
    let below = 0;
    const distances = cellCounts(draws, ends).map((found, at) => {
      below += found;
      return Math.abs(below / count - (at + 1) / cells);
    });
    expect(Math.max(...distances)).toBeLessThan(1.95 / Math.sqrt(count));
  });

  // Both tails, within the layers and beyond their end at 3.654 (p = 1.29e-4 on either side).
  it.each([1e-2, 1e-3, 2e-4, 1e-4, 5e-5, 1e-5])('hold %d of all beyond each of its quantiles', (p) => {
    const end = -inverseNormal(p);
    for (const side of [1, -1]) {
      const found = draws.reduce((n, x) => (side * x > end ? n + 1 : n), 0);
      expect(Math.abs(found - count * p)).toBeLessThan(4 * Math.sqrt(count * p * (1 - p)) + 1);
    }
  });

  it('do not follow each other: the correlation of neighbours, and of their squares, is below 4 ÷ √n', () => {
    const correlation = (value: (x: number) => number) =>
      draws.reduce((sum, x, at) => sum + value(x) * value(draws[(at + 1) % count]!), 0) / count;
    expect(Math.abs(correlation((x) => x))).toBeLessThan(4 / Math.sqrt(count));
    expect(Math.abs(correlation((x) => (x * x - 1) / Math.SQRT2))).toBeLessThan(4 / Math.sqrt(count));
  });
});

it('streams of different inputs do not move together', () => {
  const draws = 4096;
  const columns = Array.from({ length: 200 }, (_, index) => normals(`amount:KmcProduct:P${String(index)}`, draws));
  const squares = columns
    .slice(1)
    .map((column, at) => (column.reduce((sum, x, run) => sum + x * columns[at]![run]!, 0) / draws) ** 2);
  const mean = squares.reduce((sum, square) => sum + square, 0) / squares.length;
  // Σ r² · draws is χ² with 199 degrees of freedom: mean 1, standard deviation √(2 ÷ 199) = 0.1003 each; four of them.
  expect(Math.abs(mean * draws - 1)).toBeLessThan(0.4);
});

it('gives the same draws in whatever portions they are asked for, the tail and the rims included', () => {
  const whole = normals('units:n', 100_000);
  expect(whole.some((x) => Math.abs(x) > EDGES[1]!)).toBe(true);
  expect(normals('units:n', 100_000, [1, 7, 128, 1000])).toEqual(whole);
});

/** How many values lie below the first end, between it and the second, …, above the last. */
function cellCounts(values: Float64Array, ends: readonly number[]): number[] {
  const counts = new Array<number>(ends.length + 1).fill(0);
  let cell = 0;
  for (const value of values.slice().sort()) {
    while (cell < ends.length && value >= ends[cell]!) cell += 1;
    counts[cell]! += 1;
  }
  return counts;
}
