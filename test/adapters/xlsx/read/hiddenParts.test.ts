import { strToU8, unzipSync, zipSync } from 'fflate';
import { hiddenParts } from '../../../../src/adapters/xlsx/read/hiddenParts';
import { hiddenInSheets } from '../../../../src/core/package/hiddenContent';
import { sampleWorkbook } from '../../../support/packages';
import { emptyHidden } from '../../../support/hiddenSnapshot';

const withParts = (parts: Readonly<Record<string, string>>): Uint8Array => {
  const files = unzipSync(sampleWorkbook('photovoltaics'));
  return zipSync({
    ...files,
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  });
};
const CORE = (text: string) =>
  `<?xml version="1.0"?><cp:coreProperties xmlns:cp="a" xmlns:dc="b">${text}</cp:coreProperties>`;

describe('what a workbook tells beside its sheets', () => {
  it('is nothing about people in a workbook of ours', () => {
    const kinds = hiddenParts(sampleWorkbook('photovoltaics')).map(({ kind }) => kind);
    expect(kinds.filter((kind) => ['author', 'last-author', 'company', 'comments'].includes(kind))).toEqual([]);
  });

  it('are authors, company, comments, embedded files and data of its own', () => {
    const bytes = withParts({
      'docProps/core.xml': CORE(
        '<dc:creator>Hanako Rei</dc:creator><cp:lastModifiedBy>T. &amp; Co</cp:lastModifiedBy><dc:title>x</dc:title>',
      ),
      'docProps/app.xml':
        '<Properties><Company>Example</Company><Manager>M</Manager><Application>E</Application></Properties>',
      'docProps/custom.xml': '<Properties/>',
      'xl/comments1.xml': '<comments/>',
      'xl/threadedComments/threadedComment1.xml': '<x/>',
      'xl/embeddings/oleObject1.bin': 'x',
      'customXml/item1.xml': '<x/>',
      'xl/vbaProject.bin': 'x',
    });
    expect(new Map(hiddenParts(bytes).map(({ kind, found }) => [kind, found]))).toEqual(
      new Map([
        ['author', ['Hanako Rei']],
        ['last-author', ['T. & Co']],
        ['company', ['Example', 'M']],
        ['own-properties', ['docProps/custom.xml']],
        ['comments', ['xl/comments1.xml', 'xl/threadedComments/threadedComment1.xml']],
        ['embedded-files', ['xl/embeddings/oleObject1.bin']],
        ['own-data', ['customXml/item1.xml']],
        ['macros', ['xl/vbaProject.bin']],
      ]),
    );
  });

  it('are hidden sheets, rows, names and links', () => {
    expect(hiddenInSheets(emptyHidden())).toEqual([
      { kind: 'external-links', found: ['other.xlsx'] },
      { kind: 'hidden-sheets', found: ['Secret', 'Deep'] },
      { kind: 'hidden-rows', found: ['Shown'] },
      { kind: 'hidden-names', found: ['Margin'] },
    ]);
  });
});
