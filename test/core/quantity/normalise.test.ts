import fc from 'fast-check';
import { normaliseText } from '../../../src/core/quantity/normalise';

test.each([
  ['ｋＷｈ', 'kWh'],
  ['㎏', 'kg'],
  ['㎥', 'm3'],
  ['℃', '°C'],
  ['％', '%'],
  ['ｶﾞｽ', 'ガス'],
  ['　A　 B\n', 'A B'],
  ['kg−CO₂‐e', 'kg-CO2-e'],
  ['\uFEFFt\u200B', 't'],
  ['長音ー', '長音ー'],
])('“%s” is “%s”', (text, plain) => expect(normaliseText(text)).toBe(plain));

test('twice is once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = normaliseText(text);
      expect(normaliseText(once)).toBe(once);
    }),
    { numRuns: 1000 },
  );
});
