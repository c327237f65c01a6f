/** Words of one generator's state. */
export const STATE_WORDS = 4;

const rotated = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/**
 * Fills `out` with numbers strictly between 0 and 1: 52 random bits and a half, which a double holds exactly, so that neither end can occur.
 * Generator: xoshiro128** 1.1, D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021); two of its
 * 32-bit words make one number, the first one the upper half.
 * @param states states of several generators, four words each; the one at `offset` is advanced
 */
export function fillUniform(states: Int32Array, offset: number, out: Float64Array, count: number): void {
  let s0 = states[offset]!;
  let s1 = states[offset + 1]!;
  let s2 = states[offset + 2]!;
  let s3 = states[offset + 3]!;
  for (let index = 0; index < count; index += 1) {
    const upper = Math.imul(rotated(Math.imul(s1, 5), 7), 9) >>> 6;
    let shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotated(s3, 11);
    const lower = Math.imul(rotated(Math.imul(s1, 5), 7), 9) >>> 6;
    shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotated(s3, 11);
    out[index] = (upper * 67_108_864 + lower + 0.5) / 4_503_599_627_370_496;
  }
  states[offset] = s0;
  states[offset + 1] = s1;
  states[offset + 2] = s2;
  states[offset + 3] = s3;
}
