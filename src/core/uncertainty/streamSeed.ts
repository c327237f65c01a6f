import { STATE_WORDS } from './generator';

/** 2^32 divided by the golden ratio, odd: keeps the four seeds of one stream far apart. */
const GOLDEN = 0x9e3779b9;

const rotated = (x: number, by: number): number => (x << by) | (x >>> (32 - by));
const scrambled = (word: number): number => Math.imul(rotated(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);

/** MurmurHash3 (x86, 32 bits), A. Appleby, public domain. @returns a signed 32-bit whole number */
export function murmur3(bytes: Uint8Array, seed: number): number {
  let hash = seed | 0;
  const whole = bytes.length & ~3;
  for (let at = 0; at < whole; at += 4) {
    const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    hash = (Math.imul(rotated(hash ^ scrambled(word), 13), 5) + 0xe6546b64) | 0;
  }
  let rest = 0;
  for (let at = bytes.length - 1; at >= whole; at -= 1) rest = (rest << 8) | bytes[at]!;
  return finished(hash ^ scrambled(rest) ^ bytes.length);
}

function finished(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return second ^ (second >>> 16);
}

/** UTF-16 code units, lower byte first. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    bytes[at * 2] = unit & 0xff;
    bytes[at * 2 + 1] = unit >>> 8;
  }
  return bytes;
}

/**
 * Start of an input's own stream of draws: it depends on the seed and the input's id alone, so that a line added to the workbook leaves the
 * draws of all others as they were.
 * @param states receives four words at `offset`
 * @param seed a whole number from 0 to 2^32 − 1
 */
export function seedStream(states: Int32Array, offset: number, seed: number, id: string): void {
  const bytes = bytesOf(id);
  let any = 0;
  for (let word = 0; word < STATE_WORDS; word += 1) {
    states[offset + word] = murmur3(bytes, (seed + Math.imul(GOLDEN, word)) | 0);
    any |= states[offset + word]!;
  }
  // The one state the generator never leaves.
  if (any === 0) states[offset] = 1;
}
