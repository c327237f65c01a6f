import { fillUniform } from '../../../src/core/uncertainty/generator';
import { murmur3, seedStream } from '../../../src/core/uncertainty/streamSeed';

// Output of the authors' C code (prng.di.unimi.it/xoshiro128starstar.c, version 1.1), compiled and started with the state 1, 2, 3, 4.
const REFERENCE = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804];

test('xoshiro128** gives the published words, two to a number', () => {
  const states = Int32Array.from([9, 9, 9, 9, 1, 2, 3, 4]);
  const out = new Float64Array(5);
  fillUniform(states, 4, out, 5);
  const expected = [0, 1, 2, 3, 4].map(
    (pair) => ((REFERENCE[2 * pair]! >>> 6) * 2 ** 26 + (REFERENCE[2 * pair + 1]! >>> 6) + 0.5) / 2 ** 52,
  );
  expect([...out]).toEqual(expected);
  expect([...states.subarray(0, 4)]).toEqual([9, 9, 9, 9]);
});

// MurmurHash3 x86 32: vectors checked against SMHasher, as published by I. Boyd (Stack Overflow 31929528).
test.each([
  [[], 0, 0],
  [[], 1, 0x514e28b7],
  [[], 0xffffffff, 0x81f16f39],
  [[0xff, 0xff, 0xff, 0xff], 0, 0x76293b50],
  [[0x21, 0x43, 0x65, 0x87], 0, 0xf55b516b],
  [[0x21, 0x43, 0x65, 0x87], 0x5082edee, 0x2362f9de],
  [[0x21, 0x43, 0x65], 0, 0x7e4a8634],
  [[0x21, 0x43], 0, 0xa0f7b07a],
  [[0x21], 0, 0x72661cf4],
  [[0, 0, 0, 0], 0, 0x2362f9de],
  [[0, 0, 0], 0, 0x85f0b427],
  [[0, 0], 0, 0x30f4c306],
  [[0], 0, 0x514e28b7],
])('murmur3 of %j with seed %d', (bytes, seed, hash) => {
  expect(murmur3(Uint8Array.from(bytes), seed) >>> 0).toBe(hash);
});

const stateOf = (seed: number, id: string): string => {
  const states = new Int32Array(4);
  seedStream(states, 0, seed, id);
  return states.join();
};

test('every seed and every id has a stream of its own', () => {
  const ids = Array.from({ length: 5_000 }, (_, index) => `amount:KmcProduct:P${String(index)}`);
  expect(new Set([...ids, 'あ', '亜', ''].flatMap((id) => [stateOf(1, id), stateOf(2, id)])).size).toBe(10_006);
});

test('streams do not move together: the squared correlation of neighbours is about 1 ÷ draws', () => {
  const draws = 4096;
  const stream = (id: string): Float64Array => {
    const states = new Int32Array(4);
    seedStream(states, 0, 7, id);
    const out = new Float64Array(draws);
    fillUniform(states, 0, out, draws);
    return out.map((u) => (u - 0.5) * Math.sqrt(12));
  };
  const columns = Array.from({ length: 200 }, (_, index) => stream(`factor:F${String(index)}`));
  const correlations = columns
    .slice(1)
    .map((column, at) => column.reduce((sum, u, run) => sum + u * columns[at]![run]!, 0) / draws);
  const meanSquare = correlations.reduce((sum, r) => sum + r * r, 0) / correlations.length;
  // Σ r² · draws is χ² with 199 degrees of freedom: mean 1, standard deviation √(2 ÷ 199) = 0.1003 each; four of them.
  expect(Math.abs(meanSquare * draws - 1)).toBeLessThan(0.4);
});
