import fc from 'fast-check';
import { utf8Bytes, utf8Text } from '../../../src/core/package/utf8';

describe('UTF-8', () => {
  it('is written as the web writes it, halves of pairs included', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const text = String.fromCharCode(...units);
        expect(utf8Bytes(text)).toEqual(new Uint8Array(new TextEncoder().encode(text)));
      }),
    );
  });

  it('is read, or refused, as the web reads and refuses it', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const expected = (bytes: Uint8Array) => {
      try {
        return strict.decode(bytes);
      } catch {
        return null;
      }
    };
    const byte = fc.oneof(
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom(0xc0, 0xe0, 0xed, 0xf0, 0xf4, 0x80, 0xa0, 0xbf),
    );
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 12 }), (list) => {
        const bytes = Uint8Array.from(list);
        expect(utf8Text(bytes)).toBe(expected(bytes));
      }),
      { numRuns: 3000 },
    );
  });

  it('holds long texts of every width', () => {
    const text = 'aé算😀'.repeat(20_000);
    expect(utf8Text(utf8Bytes(text))).toBe(text);
  });
});
