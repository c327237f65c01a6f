import { createHash } from 'node:crypto';
import { sha256, sha256Text } from '../../src/core/sha256';

describe('sha256', () => {
  // FIPS 180-4 examples, as the NIST publishes them.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('of %j is the published value', (text, expected) => expect(sha256Text(text)).toBe(expected));

  it('is what OpenSSL gives for every length around the blocks', () => {
    for (let length = 0; length < 200; length++) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length) % 256);
      expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('takes texts as UTF-8, with pairs and without', () => {
    for (const text of ['域外貢献量', 'é', '𠮷野家', '😀 a', 'x\ud800y'])
      expect(sha256Text(text)).toBe(createHash('sha256').update(new TextEncoder().encode(text)).digest('hex'));
  });
});
