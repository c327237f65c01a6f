import { decodeText } from '../../src/taskpane/inventory/decodeText';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);

describe('the bytes of a text file', () => {
  // 鋼板,電気 with the codes of JIS X 0208 in Shift_JIS; ～ and ① from its Windows extension.
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', bytes(0xe9, 0x8b, 0xbc, 0x2c, 0x31), '鋼,1'],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0x61), 'a'],
    ['Shift_JIS', bytes(0x8d, 0x7c, 0x94, 0xc2, 0x2c, 0x93, 0x64, 0x8b, 0x43), '鋼板,電気'],
    ['Shift_JIS with half-width kana', bytes(0xb6, 0xb0, 0xce, 0xde, 0xdd), 'ｶｰﾎﾞﾝ'],
    ['Shift_JIS as Windows extends it', bytes(0x87, 0x40, 0x81, 0x60), '①～'],
    ['UTF-16 as Excel saves Unicode text', bytes(0xff, 0xfe, 0x61, 0x00, 0x09, 0x00, 0xfc, 0x92), 'a\t鋼'],
    ['plain ASCII', bytes(0x61, 0x2c, 0x62), 'a,b'],
    ['nothing', bytes(), ''],
  ])('in %s are read', (_what, given, expected) => {
    expect(decodeText(given)).toBe(expected);
  });

  it('that are neither are refused, not guessed at', () => {
    expect(decodeText(bytes(0xff, 0xff, 0x80))).toBeNull();
  });
});
