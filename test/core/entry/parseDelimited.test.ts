import { parseDelimited, separatorOf, type Separator } from '../../../src/core/entry/parseDelimited';

const cells = (text: string, separator: Separator = ',') => {
  const outcome = parseDelimited(text, separator);
  return outcome.ok ? outcome.value : outcome.message;
};

describe('a delimited text', () => {
  it.each<[string, string, string[][]]>([
    ['nothing', '', []],
    ['one cell', 'a', [['a']]],
    ['a last line break that ends a line', 'a,b\n', [['a', 'b']]],
    ['CRLF, LF and CR', 'a\r\nb\nc\rd', [['a'], ['b'], ['c'], ['d']]],
    [
      'blank cells',
      ',a,\n,,',
      [
        ['', 'a', ''],
        ['', '', ''],
      ],
    ],
    ['a blank line', 'a\n\nb', [['a'], [''], ['b']]],
    [
      'quotes',
      '"a","b,c"\n"d\r\ne",f',
      [
        ['a', 'b,c'],
        ['d\r\ne', 'f'],
      ],
    ],
    ['doubled quotes', '"say ""go""",""', [['say "go"', '']]],
    ['a quote within a cell that has none at its begin', '5" pipe,2', [['5" pipe', '2']]],
    ['spaces as they are', ' a , b', [[' a ', ' b']]],
    ['a byte order mark', '\uFEFFid,名称', [['id', '名称']]],
    ['Japanese commas as text', '鋼、鉄,1', [['鋼、鉄', '1']]],
  ])('with %s is parted as RFC 4180 says', (_what, text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  it('is refused, with its line, where a quote does not close or text follows one', () => {
    expect(cells('a\n"b\nc')).toEqual({ code: 'inventory.refused.csv.open-quote', params: { line: 2 } });
    expect(cells('"a\nb",c\n"d"e,f')).toEqual({ code: 'inventory.refused.csv.after-quote', params: { line: 3 } });
  });

  it.each<[string, Separator]>([
    ['id,name\n1,a', ','],
    ['id\tname, long\n1\ta', '\t'],
    ['id;name;value\n1;a;1,5', ';'],
    ['"a;b",c\n"d;e",f', ','],
    ['one column\nonly', ','],
  ])('%j tells its separator', (text, separator) => {
    expect(separatorOf(text)).toBe(separator);
  });

  it('gives back every table that was written with quotes (random tables)', () => {
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    const alphabet = ['a', '"', ',', '\n', '\r\n', ' ', '電', '1', ';', '\t'];
    for (let round = 0; round < 200; round++) {
      const width = 1 + next(4);
      const table = Array.from({ length: 1 + next(5) }, () =>
        Array.from({ length: width }, () =>
          Array.from({ length: next(5) }, () => alphabet[next(alphabet.length)]!).join(''),
        ),
      );
      const text = table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
      expect(cells(text)).toEqual(table);
    }
  });
});
