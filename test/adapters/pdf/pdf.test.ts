import { inflateSync } from 'node:zlib';
import { compressStreams } from '../../../src/adapters/pdf/compressStreams';
import { glyphsOf } from '../../../src/adapters/pdf/glyphs';
import { pdfOf } from '../../../src/adapters/pdf/pdfOf';
import { Typesetter } from '../../../src/adapters/pdf/typesetter';
import { text, type ReportDocument } from '../../../src/core/report/document';
import { fonts } from '../../support/fonts';

const document = (...blocks: ReportDocument['cover']): ReportDocument => ({
  language: 'ja',
  title: '題',
  stamp: '下書き（事前確認用）',
  running: '題',
  cover: blocks,
  sections: [],
});
const TEXTS = { missingGlyphs: '字形なし' };

/** The bytes as text, its streams unpacked by Node's own zlib. */
function unpacked(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const parts: string[] = [];
  for (let at = bytes.indexOf('obj\n'); at >= 0; at = bytes.indexOf('obj\n', at + 4)) {
    const head = bytes.subarray(at, at + 2048).toString('latin1');
    const packed = /^obj\n<<\n[^]*?\/Length (\d+)\n\/Filter \/FlateDecode[^]*?\nstream\n/.exec(
      head.split('endobj')[0]!,
    );
    if (packed)
      parts.push(
        inflateSync(bytes.subarray(at + packed[0].length, at + packed[0].length + Number(packed[1]))).toString(
          'latin1',
        ),
      );
  }
  return `${bytes.toString('latin1')}${parts.join('\n')}`;
}

describe('glyphsOf', () => {
  const has = glyphsOf(fonts().regular);

  it.each(['川', 'A', '℃', '〓', '−', '→', '②'])('knows %s', (character) => {
    expect(has(character.codePointAt(0)!)).toBe(true);
  });

  // The lowered 2 is why CO2 is written with a small 2; neither emoji nor Thai is in a Japanese font.
  it.each(['₂', '😀', 'ก'])('knows that %s is missing', (character) => {
    expect(has(character.codePointAt(0)!)).toBe(false);
  });

  it('refuses what is no font', () => {
    expect(() => glyphsOf(new Uint8Array(64))).toThrow(RangeError);
  });
});

describe('Typesetter', () => {
  const set = () => new Typesetter(glyphsOf(fonts().regular));

  it('lowers the digits of gases', () => {
    expect(set().runs('1 t-CO₂')).toEqual([{ text: '1 t-CO' }, { text: '2', sub: true }]);
    expect(set().runs('川崎')).toBe('川崎');
  });

  it('marks what the font lacks, and says that it did', () => {
    const one = set();
    expect(one.runs('ab😀ก')).toBe('ab〓〓');
    expect(one.missing).toBe(true);
    const other = set();
    other.runs('CO₂ 一行\n二行');
    expect(other.missing).toBe(false);
  });
});

describe('compressStreams', () => {
  const stream = 'x'.repeat(500);
  const objects = [
    `1 0 obj\n<<\n/Length ${stream.length}\n>>\nstream\n${stream}\nendstream\nendobj\n`,
    '2 0 obj\n<<\n/Type /Catalog\n>>\nendobj\n',
  ];
  const head = '%PDF-1.5\n';
  const table = head.length + objects.join('').length;
  const place = (at: number) => `${String(at).padStart(10, '0')} 00000 n \n`;
  const plain = `${head}${objects.join('')}xref\n0 3\n0000000000 65535 f \n${place(head.length)}${place(head.length + objects[0]!.length)}trailer\n<<\n/Size 3\n/Root 2 0 R\n>>\nstartxref\n${table}\n%%EOF\n`;

  it('keeps what streams hold and where objects stand', () => {
    const packed = Buffer.from(compressStreams(new TextEncoder().encode(plain))).toString('latin1');
    expect(packed.length).toBeLessThan(plain.length);
    expect(unpacked(Buffer.from(packed, 'latin1'))).toContain(stream);
    const entries = [...packed.matchAll(/^(\d{10}) 00000 n /gm)].map(([, at]) => Number(at));
    expect(entries.map((at) => packed.slice(at, at + 7))).toEqual(['1 0 obj', '2 0 obj']);
    const start = Number(/startxref\n(\d+)/.exec(packed)![1]);
    expect(packed.slice(start, start + 4)).toBe('xref');
  });

  it('refuses a file without a table', () => {
    expect(() => compressStreams(new TextEncoder().encode('%PDF-1.5\n'))).toThrow(RangeError);
  });
});

describe('pdfOf', () => {
  it('gives the same bytes each time, with neither clock nor chance', async () => {
    const make = () => pdfOf(document(text('排出量 10 t-CO2e')), fonts(), TEXTS);
    const once = Buffer.from(await make());
    expect(Buffer.from(await make()).equals(once)).toBe(true);
    expect(once.toString('latin1')).toContain('(D:20000101000000Z)');
  }, 60_000);

  it('embeds both fonts, runs nothing and links nowhere', async () => {
    const pdf = unpacked(await pdfOf(document(text('本文 <script>')), fonts(), TEXTS));
    expect(pdf.match(/\/FontFile2 /g)).toHaveLength(2);
    expect(pdf).toMatch(/\+NotoSansJP-Regular/);
    expect(pdf).not.toMatch(/\/JavaScript|\/JS |\/URI|\/Launch|\/EmbeddedFile/);
  }, 60_000);

  it('says at the end that a character was missing, only then', async () => {
    const pages = async (words: string) =>
      (await pdfOf(document(text(words)), fonts(), { missingGlyphs: '〒〒〒' })).length;
    expect(await pages('あ😀')).toBeGreaterThan(await pages('あ〓'));
  }, 60_000);
});
