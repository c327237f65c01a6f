import { PATHS } from '../../src/core/package/bag/layout';
import type { FaultCode } from '../../src/core/package/verify/codes';
import { rawZip, type RawEntry } from '../adapters/xlsx/read/rawZip';
import { bombFile, FORMULA_BOMBS } from './formulaBombs';
import { forged, packSample } from './packages';

/** A file that means harm, and what it must be refused with, or told of. */
export interface Hostile {
  /** Completes "a package that …". */
  readonly does: string;
  readonly make: () => Promise<Uint8Array>;
  readonly code: FaultCode;
}

const stored = (name: string, content: string | Uint8Array = 'x'): RawEntry => ({ name, content, stored: true });
const zeros = (megabytes: number) => new Uint8Array(megabytes * 1_000_000);
const utf8 = (text: string) => new TextEncoder().encode(text);

const container = (does: string, make: () => Uint8Array, code: FaultCode): Hostile => ({
  does,
  make: async () => make(),
  code,
});

/** Containers: none of them is opened. */
export const HOSTILE_CONTAINERS: readonly Hostile[] = [
  container('is no container', () => utf8('not a zip at all, and longer than its end would be'), 'not-a-package'),
  container('is empty', () => new Uint8Array(0), 'not-a-package'),
  container('unpacks to 90 MB of zeros', () => rawZip([{ name: 'a/b', content: zeros(90) }]), 'packed-too-tightly'),
  container(
    'unpacks to 600 MB in pieces',
    () => rawZip(Array.from({ length: 60 }, (_, at) => ({ name: `a/${at}`, content: zeros(1), size: 10_000_000 }))),
    'packed-too-tightly',
  ),
  container(
    'says less than it unpacks to',
    () => rawZip([{ name: 'a/lying', content: zeros(20), size: 100 }]),
    'container-damaged',
  ),
  container(
    'says more than it unpacks to',
    () => rawZip([{ name: 'a/lying', content: new Uint8Array(1000), size: 5000 }]),
    'container-damaged',
  ),
  container('leads out of its folder', () => rawZip([stored('a/../../etc/passwd')]), 'unsafe-name'),
  container('has an absolute name', () => rawZip([stored('/etc/passwd')]), 'unsafe-name'),
  container('has a drive in a name', () => rawZip([stored('C:/x')]), 'unsafe-name'),
  container('has backslashes in a name', () => rawZip([stored('a\\..\\x')]), 'unsafe-name'),
  container('has a control character in a name', () => rawZip([stored('a/x\u0000.txt')]), 'unsafe-name'),
  container('has a name that is no UTF-8', badName, 'unsafe-name'),
  container('has a name twice', () => rawZip([stored('a/x'), stored('a/x')]), 'repeated-name'),
  container('has names that differ in case alone', () => rawZip([stored('a/X'), stored('a/x')]), 'repeated-name'),
  container(
    'has names that differ in composition alone',
    () => rawZip([stored('a/が'), stored('a/か\u3099')]),
    'repeated-name',
  ),
  container('holds a link', withLink, 'link-inside'),
  container('is encrypted', () => rawZip([{ ...stored('a/x'), flags: 0x801 }]), 'container-damaged'),
  container(
    'is packed in an unknown way',
    () => rawZip([{ name: 'a/x', content: 'x', method: 99 }]),
    'container-damaged',
  ),
  container('is cut short', () => rawZip([stored('a/x', zeros(1))]).slice(0, 500_000), 'not-a-package'),
  container('points behind its end', behindItsEnd, 'container-damaged'),
  container('counts more files than it has', () => counting(60_000), 'too-many-files'),
  container('counts some files too many', () => counting(7), 'container-damaged'),
  container('is larger than anything KMC packs', () => zeros(121), 'too-large'),
  container('says its files overlap to 300 MB', overlapping, 'too-large'),
];

/** Documents within a package that is sound but for them, every hash made to fit; `reason` as `package.json.<reason>`. */
export const HOSTILE_DOCUMENTS: readonly (readonly [does: string, bytes: () => Uint8Array, reason: string])[] = [
  ['is nested a million deep', () => utf8('['.repeat(1_000_000)), 'too-deep'],
  ['holds ten million values', () => utf8(`[${'0,'.repeat(10_000_000)}0]`), 'too-large'],
  ['holds nine million values', () => utf8(`[${'0,'.repeat(9_000_000)}0]`), 'too-many-values'],
  ['holds half a million names', () => utf8(`{${names(500_000)}}`), 'too-many-values'],
  ['is one text of 30 MB', () => utf8(`"${'a'.repeat(30_000_000)}"`), 'too-large'],
  ['holds a name that sets a prototype', () => utf8('{"a":{"__proto__":{"admin":true}}}'), 'forbidden-key'],
  ['spells such a name', () => utf8('{"a":{"\\u005f_proto__":{"admin":true}}}'), 'forbidden-key'],
  ['holds three million empty lists', () => utf8(`[${'[],'.repeat(3_000_000)}0]`), 'too-many-values'],
  ['is broken UTF-8', () => Uint8Array.from([0x22, 0xff, 0x22]), 'not-utf8'],
  ['ends early', () => utf8('{"a":'), 'not-json'],
  ['closes more than it opens', () => utf8(`${']'.repeat(1_000_000)}`), 'not-json'],
  ['is nothing', () => utf8(''), 'not-json'],
];

/** Documents that keep to every limit and are nothing that a package holds. */
const FULL_DOCUMENTS: readonly (readonly [does: string, bytes: () => Uint8Array])[] = [
  ['is one text of 19 MB', () => utf8(`"${'a'.repeat(19_000_000)}"`)],
  ['is one Japanese text of 19 MB', () => utf8(`"${'あ'.repeat(6_300_000)}"`)],
  ['is one escaped text of 19 MB', () => utf8(`"${'\\u0001'.repeat(3_100_000)}"`)],
  ['is one number of 19 MB', () => utf8('9'.repeat(19_000_000))],
  ['is 19 MB of blanks', () => utf8(`${' '.repeat(19_000_000)}1`)],
  ['holds a million texts', () => utf8(`[${'"aaaaaaaaaaaaa",'.repeat(1_000_000)}""]`)],
  ['holds a million empty objects', () => utf8(`[${'{},'.repeat(590_000)}{}]`)],
  ['holds a million lists within lists', () => utf8(`[${`${'['.repeat(30)}${']'.repeat(30)},`.repeat(38_000)}0]`)],
];

const replaced = (does: string, path: string, bytes: () => Uint8Array, code: FaultCode): Hostile => ({
  does: `has a ${path.split('/').pop()} that ${does}`,
  make: async () => forged((await packSample('photovoltaics')).bytes, (payload) => payload.set(path, bytes())),
  code,
});

const evilWorkbook = (does: string, bytes: () => Uint8Array): Hostile =>
  replaced(does, PATHS.workbook, bytes, 'workbook-unreadable');

const CONTENT_TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`;
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rels = (type: string, target: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/${type}" Target="${target}"/></Relationships>`;
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A workbook of one sheet. */
export function workbookOf(sheetData: string, prolog = ''): Uint8Array {
  return rawZip([
    { name: '[Content_Types].xml', content: CONTENT_TYPES },
    { name: '_rels/.rels', content: rels('officeDocument', 'xl/workbook.xml') },
    { name: 'xl/_rels/workbook.xml.rels', content: rels('worksheet', 'worksheets/sheet1.xml') },
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${MAIN} xmlns:r="${RELATION}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `${prolog}<worksheet ${MAIN}><sheetData>${sheetData}</sheetData></worksheet>`,
    },
  ]);
}

const LAUGHS = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY a${at} "${`&a${at === 0 ? '' : at - 1};`.repeat(10)}">`,
).join('')}]>`;

/** Workbooks within a package that is sound but for them. */
export const HOSTILE_WORKBOOKS: readonly Hostile[] = [
  evilWorkbook('is packed to a thousandth', () => rawZip([{ name: 'xl/worksheets/sheet1.xml', content: zeros(300) }])),
  evilWorkbook('defines entities of entities', () => workbookOf('<row r="1"><c r="A1"><v>&a8;</v></c></row>', LAUGHS)),
  evilWorkbook('nests elements a hundred thousand deep', () => workbookOf('<a>'.repeat(100_000))),
  evilWorkbook('is cut short', () => workbookOf('<row r="1">').slice(0, 600)),
];

/** Workbooks within a package that is sound but for them, whose formulas are not calculated. */
export const HOSTILE_FORMULAS: readonly Hostile[] = FORMULA_BOMBS.map((bomb) =>
  replaced(bomb.does, PATHS.workbook, () => bombFile(bomb), 'formula-beyond-bounds'),
);

/** Every hostile package. */
export const HOSTILE_PACKAGES: readonly Hostile[] = [
  ...HOSTILE_CONTAINERS,
  ...HOSTILE_DOCUMENTS.map(([does, bytes]) => replaced(does, PATHS.case, bytes, 'json-invalid')),
  ...FULL_DOCUMENTS.map(([does, bytes]) => replaced(does, PATHS.case, bytes, 'shape-differs')),
  {
    does: 'has five documents of 15 MB each',
    make: async () =>
      forged((await packSample('photovoltaics')).bytes, (payload) => {
        for (const path of [PATHS.case, PATHS.assessment, PATHS.findings, PATHS.factors, PATHS.profile])
          payload.set(path, utf8(`"${'a'.repeat(15_000_000)}"`));
      }),
    code: 'json-invalid',
  },
  ...HOSTILE_WORKBOOKS,
  ...HOSTILE_FORMULAS,
];

function names(count: number): string {
  return Array.from({ length: count }, (_, at) => `"k${at}":0`).join();
}

function edited(bytes: Uint8Array, at: (view: DataView, directory: number) => void): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  at(view, view.getUint32(copy.length - 6, true));
  return copy;
}

function badName(): Uint8Array {
  return edited(rawZip([stored('a/xy')]), (view, directory) => view.setUint8(directory + 48, 0xff));
}

function withLink(): Uint8Array {
  return edited(rawZip([stored('a/link', '/etc/passwd')]), (view, directory) => {
    view.setUint8(directory + 5, 3);
    view.setUint32(directory + 38, 0xa1ff0000, true);
  });
}

function behindItsEnd(): Uint8Array {
  return edited(rawZip([stored('a/x')]), (view, directory) => view.setUint32(directory + 42, 0xfffff0, true));
}

function counting(count: number): Uint8Array {
  return edited(rawZip([stored('a/x')]), (view) => view.setUint16(view.byteLength - 12, count, true));
}

/** Thirty names for the same ten million bytes. */
function overlapping(): Uint8Array {
  const bytes = rawZip([stored('a/0', zeros(10)), ...Array.from({ length: 30 }, (_, at) => stored(`a/${at + 1}`, ''))]);
  return edited(bytes, (view, directory) => {
    for (let entry = 0, at = directory; entry < 31; entry++) {
      for (const place of [20, 24]) view.setUint32(at + place, 10_000_000, true);
      view.setUint32(at + 42, 0, true);
      at += 46 + view.getUint16(at + 28, true);
    }
  });
}
