import fc from 'fast-check';
import { NOTICES, REFUSALS } from '../../../../src/adapters/xlsx/read/refuse';
import { readXlsx } from '../../../../src/adapters/xlsx/read/readXlsx';
import { KmcError } from '../../../../src/core/message';
import { MORE_TEXTS } from '../../../../src/locales/moreTexts';
import { leastRatio } from '../../../support/cost';
import { handMade, handMadeParts, relationship, withRows, zipped, type HandMade } from './handMade';
import { rawZip, type RawEntry } from './rawZip';

/** Of what a sound workbook of a hundred thousand cells costs; what is unbounded costs hundreds of times as much. */
const MOST = 6;
const MEGABYTE = 1_000_000;
const plain: HandMade = {
  sheets: [{ name: 'S', xml: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' }],
};
const SHEET = 'xl/sheets/sheet1.xml';

const entriesOf = (workbook: HandMade): RawEntry[] =>
  Object.entries(handMadeParts(workbook)).map(([name, content]) => ({ name, content }));
/** The plain workbook with one part's entry changed. */
const altered = (name: string, change: Partial<RawEntry>): Uint8Array =>
  rawZip(entriesOf(plain).map((entry) => (entry.name === name ? { ...entry, ...change } : entry)));
const added = (...entries: RawEntry[]): Uint8Array => rawZip([...entriesOf(plain), ...entries]);
const row = (cells: string): Uint8Array => withRows(`<row r="1">${cells}</row>`);
const bytes = (...values: number[]): Uint8Array => Uint8Array.from([...values, ...new Array<number>(600).fill(7)]);
const compound = (text: string): Uint8Array =>
  Buffer.concat([bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), Buffer.from(text, 'utf16le')]);
const repeated = (text: string, length: number): Uint8Array => Buffer.alloc(length, text);
const doctype = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>';

const HOSTILE: readonly (readonly [what: string, code: string, file: () => Uint8Array])[] = [
  ['nothing', 'empty', () => new Uint8Array()],
  ['a CSV', 'text', () => Buffer.from('a,b\r\n1,2\r\n')],
  [
    'a CSV in Shift JIS',
    'text',
    () => Uint8Array.from([0x8d, 0x80, 0x96, 0xda, 0x2c, 0x90, 0x94, 0x97, 0xca, 0x0d, 0x0a]),
  ],
  ['a web page', 'text', () => Buffer.from('<html><table>')],
  ['a PNG', 'picture', () => bytes(0x89, 0x50, 0x4e, 0x47)],
  ['a JPEG', 'picture', () => bytes(0xff, 0xd8, 0xff, 0xe0)],
  ['a PDF', 'pdf', () => Buffer.from('%PDF-1.7 \u0000')],
  ['other bytes', 'notZip', () => bytes(1, 2, 3)],
  ['an .xls', 'oldFormat', () => compound('Root Entry Workbook')],
  ['a workbook with a password', 'encrypted', () => compound('Root Entry EncryptionInfo EncryptedPackage')],
  ['a zip with a password', 'encrypted', () => altered(SHEET, { flags: 0x801 })],
  [
    'an .xlsb',
    'xlsb',
    () => rawZip([...entriesOf({ ...plain, parts: { 'xl/workbook.xml': null, 'xl/workbook.bin': 'x' } })]),
  ],
  ['an .ods', 'ods', () => zipped({ mimetype: 'x', 'content.xml': '<a/>', 'META-INF/manifest.xml': '<a/>' })],
  ['a .docx', 'word', () => zipped({ 'word/document.xml': '<a/>' })],
  ['a .pptx', 'powerPoint', () => zipped({ 'ppt/presentation.xml': '<a/>' })],
  ['another zip', 'missingWorkbook', () => zipped({ 'readme.txt': 'hello' })],
  [
    'a workbook without its workbook part',
    'missingWorkbook',
    () => handMade({ ...plain, parts: { 'xl/workbook.xml': null } }),
  ],
  ['a workbook without a sheet part', 'missingSheet', () => handMade({ ...plain, parts: { [SHEET]: null } })],
  [
    'a workbook without relationships',
    'missingSheet',
    () => handMade({ ...plain, parts: { 'xl/_rels/workbook.xml.rels': null } }),
  ],
  ['only a chart sheet', 'noSheets', () => handMade({ sheets: [{ name: 'C', xml: '', type: 'chartsheet' }] })],
  [
    'missing shared strings',
    'missingPart',
    () =>
      handMade({
        ...plain,
        sharedStrings: '',
        parts: { 'xl/sharedStrings.xml': null },
        relationships: relationship('s', 'sharedStrings', 'sharedStrings.xml'),
      }),
  ],

  ['a declared bomb', 'bomb', () => altered(SHEET, { content: repeated(' ', 10 * MEGABYTE) })],
  [
    'a bomb whose header lies',
    'damagedPart',
    () => altered(SHEET, { content: repeated(' ', 10 * MEGABYTE), size: 5000 }),
  ],
  [
    'a part beyond all bounds',
    'partTooLarge',
    () => altered(SHEET, { size: 500 * MEGABYTE, packedSize: 100 * MEGABYTE }),
  ],
  [
    'parts beyond all bounds together',
    'tooLarge',
    () =>
      added(
        ...[1, 2, 3].map((at) => ({ name: `${at}`, content: '', size: 390 * MEGABYTE, packedSize: 90 * MEGABYTE })),
      ),
  ],
  [
    'a size that is too great by one',
    'damagedPart',
    () => altered(SHEET, { size: handMadeParts(plain)[SHEET]!.length + 1 }),
  ],
  ['a wrong checksum', 'damagedPart', () => altered(SHEET, { checksum: 1 })],
  ['a wrong checksum of a stored part', 'damagedPart', () => altered(SHEET, { checksum: 1, stored: true })],
  ['a packed part that is none', 'damagedPart', () => altered(SHEET, { stored: true, method: 8 })],
  ['a way of packing of its own', 'packing', () => altered(SHEET, { method: 12 })],
  ['sizes in 64 bits', 'zip64', () => altered(SHEET, { size: 0xffffffff })],
  ['packed bytes beyond the end', 'damagedZip', () => altered(SHEET, { packedSize: 100_000 })],
  [
    'too many parts',
    'tooManyParts',
    () => added(...Array.from({ length: 10_001 }, (_, at) => ({ name: `p${at}`, content: '', stored: true }))),
  ],
  ['a name that climbs out', 'unsafeName', () => added({ name: '../evil.xml', content: '' })],
  ['a name that climbs out on the way', 'unsafeName', () => added({ name: 'xl/../../evil.xml', content: '' })],
  ['an absolute name', 'unsafeName', () => added({ name: '/etc/passwd', content: '' })],
  ['a name with a drive', 'unsafeName', () => added({ name: 'C:evil.xml', content: '' })],
  ['a name with a backslash', 'unsafeName', () => added({ name: 'xl\\evil.xml', content: '' })],
  ['the same name twice', 'repeatedPart', () => added({ name: SHEET, content: '<worksheet/>' })],
  [
    'names that differ in case only',
    'repeatedPart',
    () => added({ name: SHEET.toUpperCase(), content: '<worksheet/>' }),
  ],
  [
    'a relationship that climbs out',
    'unsafeName',
    () => handMade({ ...plain, relationships: relationship('z', 'theme', '../../../evil.xml') }),
  ],

  ['XML that breaks off', 'badXml', () => altered(SHEET, { content: '<worksheet><sheetData>' })],
  [
    'bytes that are no UTF-8',
    'badXml',
    () => altered(SHEET, { content: Uint8Array.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]) }),
  ],
  ['an entity that nobody declared', 'badXml', () => altered(SHEET, { content: '<worksheet>&x;</worksheet>' })],
  ['entities in a sheet', 'doctype', () => altered(SHEET, { content: `${doctype}<worksheet>&b;</worksheet>` })],
  [
    'entities in shared strings',
    'doctype',
    () =>
      handMade({
        ...plain,
        sharedStrings: '',
        parts: { 'xl/sharedStrings.xml': `${doctype}<sst><si><t>&b;</t></si></sst>` },
      }),
  ],
  [
    'an outside document type',
    'doctype',
    () => altered('xl/workbook.xml', { content: '<!DOCTYPE x SYSTEM "file:///etc/passwd"><workbook/>' }),
  ],
  ['deep XML', 'deepXml', () => altered(SHEET, { content: '<a>'.repeat(100_000) })],

  [
    'two sheets of one name',
    'repeatedSheet',
    () => handMade({ sheets: [plain.sheets[0]!, { ...plain.sheets[0]!, name: 's' }] }),
  ],
  [
    'a sheet without a name',
    'badWorkbook',
    () => altered('xl/workbook.xml', { content: '<workbook><sheets><sheet sheetId="1"/></sheets></workbook>' }),
  ],
  [
    'too many sheets',
    'tooManySheets',
    () => handMade({ sheets: Array.from({ length: 1001 }, (_, at) => ({ name: `S${at}`, xml: '' })) }),
  ],
  [
    'a local name of no sheet',
    'badName',
    () =>
      handMade({
        ...plain,
        workbook: '<definedNames><definedName name="N" localSheetId="7">1</definedName></definedNames>',
      }),
  ],
  [
    'a table without a range',
    'badTable',
    () =>
      handMade({
        sheets: [{ ...plain.sheets[0]!, relationships: relationship('t', 'table', '/t.xml') }],
        parts: { 't.xml': '<table displayName="T"/>' },
      }),
  ],
  [
    'a table with too few columns',
    'badTable',
    () =>
      handMade({
        sheets: [{ ...plain.sheets[0]!, relationships: relationship('t', 'table', '/t.xml') }],
        parts: { 't.xml': '<table displayName="T" ref="A1:B2"><tableColumn name="a"/></table>' },
      }),
  ],
  ['a text where a number should be', 'badValue', () => row('<c r="A1"><v>abc</v></c>')],
  ['a number beyond all doubles', 'badValue', () => row('<c r="A1"><v>1E999</v></c>')],
  ['a number in hexadecimal', 'badValue', () => row('<c r="A1"><v>0x10</v></c>')],
  ['NaN', 'badValue', () => row('<c r="A1"><v>NaN</v></c>')],
  ['a shared string that is missing', 'badValue', () => row('<c r="A1" t="s"><v>0</v></c>')],
  ['a shared string before the first', 'badValue', () => row('<c r="A1" t="s"><v>-1</v></c>')],
  ['a truth value that is none', 'badValue', () => row('<c r="A1" t="b"><v>2</v></c>')],
  ['a date that is none', 'badValue', () => row('<c r="A1" t="d"><v>2024-02-31</v></c>')],
  ['a type nobody knows', 'badValue', () => row('<c r="A1" t="q"><v>1</v></c>')],
  ['a style that is missing', 'badStyle', () => row('<c r="A1" s="9"><v>1</v></c>')],
  ['a cell right of the grid', 'badPlace', () => row('<c r="XFE1"><v>1</v></c>')],
  ['a cell below the grid', 'badPlace', () => row('<c r="A1048577"><v>1</v></c>')],
  ['a row before the first', 'badPlace', () => withRows('<row r="0"/>')],
  [
    'a merged range that is none',
    'badPlace',
    () => handMade({ sheets: [{ name: 'S', xml: '<mergeCells><mergeCell ref="A"/></mergeCells>' }] }),
  ],
  [
    'a cell given twice',
    'repeatedCell',
    () => row('<c r="A1"><v>1</v></c><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c>'),
  ],
  ['two values in one cell', 'repeatedElement', () => row('<c r="A1"><v>1</v><v>2</v></c>')],
  ['two formulas in one cell', 'repeatedElement', () => row('<c r="A1"><f>1</f><f>2</f></c>')],
  [
    'two blocks of cells',
    'repeatedElement',
    () => altered(SHEET, { content: '<worksheet><sheetData/><sheetData/></worksheet>' }),
  ],
  ['a cell in the wrong row', 'badPlace', () => withRows('<row r="2"><c r="A1"><v>1</v></c></row>')],
  [
    'two tables of one name',
    'repeatedTable',
    () =>
      handMade({
        sheets: [
          {
            ...plain.sheets[0]!,
            relationships: relationship('t', 'table', '/t.xml') + relationship('u', 'table', '/u.xml'),
          },
        ],
        parts: {
          't.xml': '<table displayName="T" ref="A1:A2"><tableColumn name="a"/></table>',
          'u.xml': '<table displayName="t" ref="C1:C2"><tableColumn name="a"/></table>',
        },
      }),
  ],
  ['a member without its shared formula', 'brokenSharedFormula', () => row('<c r="A1"><f t="shared" si="3"/></c>')],
  ['a shared formula that grows without bound', 'formulasTooLong', () => withRows(sharedFormulaBomb())],
];

/** 700 kB of XML that ask for a gigabyte of formulas. */
function sharedFormulaBomb(): string {
  const master = `<row><c><f t="shared" ref="A1:A40000" si="0">${'A1+'.repeat(8000)}1</f></c></row>`;
  return master + '<row><c><f t="shared" si="0"/></c></row>'.repeat(40_000);
}

describe('what is no sound workbook', () => {
  const readSound = () => readXlsx(sound);
  const sound = withRows(
    Array.from({ length: 10_000 }, (_, at) => `<row r="${at + 1}">${`<c><v>${at}</v></c>`.repeat(10)}</row>`).join(''),
  );

  it.each(HOSTILE)('%s is refused: %s', async (_what, code, file) => {
    const content = file();
    let error: unknown;
    const read = async () => (error = await readXlsx(content).catch((reason: unknown) => reason));
    const { ratio } = await leastRatio(read, readSound, MOST);
    expect(error).toBeInstanceOf(KmcError);
    expect((error as KmcError).detail.code).toBe(`xlsx.read.${code}`);
    expect(ratio).toBeLessThan(MOST);
  });

  it.each([0.1, 0.5, 0.9, 0.999])('is refused when it breaks off after %p of its length', async (share) => {
    const whole = handMade(plain);
    const error = await readXlsx(whole.subarray(0, Math.floor(whole.length * share))).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ detail: { code: 'xlsx.read.truncated' } });
  });

  it('never gives another number when one byte changed', async () => {
    const whole = handMade(plain);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Uint8Array.from(whole);
        changed[at]! ^= change;
        const read = await readXlsx(changed).catch((reason: unknown) => reason);
        if (read instanceof KmcError) return;
        const { snapshot } = read as Awaited<ReturnType<typeof readXlsx>>;
        expect(snapshot.sheets.map((sheet) => [sheet.name, sheet.value(0, 0), sheet.cellCount])).toEqual([['S', 1, 1]]);
      }),
      { numRuns: 500 },
    );
  });

  it('is never answered with anything but a sentence, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (noise, asZip) => {
        const content = asZip
          ? Uint8Array.from([0x50, 0x4b, 3, 4, ...noise, 0x50, 0x4b, 5, 6, ...noise.subarray(0, 18)])
          : noise;
        const error = await readXlsx(content).catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(KmcError);
      }),
    );
  });
});

it('a comment at the end of a zip, and directories in it, do no harm', async () => {
  const whole = rawZip([...entriesOf(plain), { name: 'xl/empty/', content: '', stored: true }], 'made by hand');
  expect((await readXlsx(whole)).snapshot.sheets[0]!.value(0, 0)).toBe(1);
});

it('every sentence the reader can say stands in both languages, has a file here that calls for it, and none stands there unsaid', () => {
  const sentences = [...REFUSALS, ...NOTICES].sort();
  for (const language of ['en', 'ja'] as const) {
    expect(Object.keys(MORE_TEXTS[language].xlsx.read).sort()).toEqual(sentences);
  }
  const elsewhere = ['truncated', 'tooManyCells'];
  expect([...new Set([...HOSTILE.map(([, code]) => code), ...elsewhere])].sort()).toEqual([...REFUSALS].sort());
});
