import { rawZip } from '../adapters/xlsx/read/rawZip';

/** A workbook of a few kilobytes whose formulas ask for hours or gigabytes. */
export interface FormulaBomb {
  /** Completes "a workbook that …". */
  readonly does: string;
  /** By address: a number, or a text that is a formula without `=`. */
  readonly cells: Readonly<Record<string, number | string>>;
  /** By name: what it stands for. */
  readonly names?: Readonly<Record<string, string>>;
  /** A cell that gets no value. */
  readonly at: string;
}

type Cells = Record<string, number | string>;

const rows = (count: number, column: string, of: (row: number) => number | string): Cells =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`${column}${at + 1}`, of(at + 1)]));
const numbers = (count: number): Cells => rows(count, 'A', (row) => row);
const bomb = (does: string, at: string, cells: Cells, names?: FormulaBomb['names']): FormulaBomb => ({
  ...{ does, at, cells },
  ...(names ? { names } : {}),
});
const nested = (inner: string, outer: string, times: number): string =>
  outer.split('…')[0]!.repeat(times) + inner + outer.split('…')[1]!.repeat(times);

export const FORMULA_BOMBS: readonly FormulaBomb[] = [
  bomb('adds up ten thousand cells two thousand times', 'C2000', {
    ...numbers(10_000),
    ...rows(2000, 'C', (row) => `SUM(A$1:A$10000)+${row}`),
  }),
  bomb('counts in ten thousand cells two thousand times', 'C2000', {
    ...numbers(10_000),
    ...rows(2000, 'C', (row) => `COUNTIF($A$1:$A$10000,A${row})`),
  }),
  bomb('multiplies a column by a row of ten thousand cells', 'C1', {
    ...numbers(10_000),
    C1: 'SUMPRODUCT(A1:A10000*TRANSPOSE(A1:A10000))',
  }),
  bomb('multiplies sequences of a hundred thousand', 'C1', { C1: 'SUM(SEQUENCE(100000)*SEQUENCE(1,100000))' }),
  bomb('fills a million cells', 'C1', { C1: 'SEQUENCE(1000,1000)' }),
  bomb('adds up a whole sheet', 'C1', { C1: 'SUM(D1:XFD1048576)' }),
  bomb('adds up the columns of a sheet with a cell at its end', 'C1', { XFD1048576: 1, C1: 'SUM(D:XFC)' }),
  bomb('counts the blanks of a whole sheet', 'C1', { C1: 'COUNTBLANK(D1:XFD1048576)' }),
  bomb('takes the maximum of four million cells', 'C1', { C1: 'MAX(D1:G1048576)' }),
  bomb('puts a long text for each letter of a long text', 'C1', {
    C1: 'LEN(SUBSTITUTE(REPT("a",30000),"a",REPT("b",30000)))',
  }),
  bomb('matches a pattern of twenty stars', 'C1', {
    C1: `COUNTIF(B1:B9,"${'*a'.repeat(20)}b")`,
    B1: `"${'a'.repeat(40)}"`,
  }),
  bomb('looks up every cell in all cells', 'C1', {
    ...numbers(20_000),
    C1: 'SUM(VLOOKUP(A1:A20000,A1:B20000,1,FALSE))',
  }),
  bomb('is a formula of four thousand parentheses', 'C1', { C1: nested('1', '(…)', 4000) }),
  bomb('nests a function nine hundred times', 'C1', { C1: nested('1', 'ABS(…)', 900) }),
  bomb('is a chain of two thousand operators', 'C1', { C1: `1${'+1'.repeat(2000)}` }),
  bomb('is a formula of a hundred thousand characters', 'C1', { C1: `1${'+10'.repeat(33_333)}` }),
  bomb(
    'has names that stand for ten of the next',
    'C1',
    { A1: 1, C1: 'bomb0' },
    Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [
        `bomb${at}`,
        at === 11
          ? 'S!$A$1'
          : Array<string>(10)
              .fill(`S!$A$1*bomb${at + 1}`)
              .join('+'),
      ]),
    ),
  ),
  bomb(
    'has a name of a thousand parts in a thousand formulas',
    'C1000',
    { A1: 1, ...rows(1000, 'C', (row) => `bomb+${row}`) },
    { bomb: `S!$A$1${'+S!$A$1'.repeat(900)}` },
  ),
];

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The workbook as a file of one sheet `S`, every formula with the stored value 1. */
export function bombFile({ cells, names = {} }: FormulaBomb): Uint8Array {
  const relationships = (type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/${type}" Target="${target}"/></Relationships>`;
  const defined = Object.entries(names).map(
    ([name, formula]) => `<definedName name="${name}">${escaped(formula)}</definedName>`,
  );
  return rawZip([
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
    },
    { name: '_rels/.rels', content: relationships('officeDocument', 'xl/workbook.xml') },
    { name: 'xl/_rels/workbook.xml.rels', content: relationships('worksheet', 'worksheets/sheet1.xml') },
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${MAIN} xmlns:r="${RELATION}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets><definedNames>${defined.join('')}</definedNames></workbook>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet ${MAIN}><sheetData>${sheetData(cells)}</sheetData></worksheet>`,
    },
  ]);
}

function sheetData(cells: FormulaBomb['cells']): string {
  const byRow = new Map<number, string[]>();
  for (const [address, content] of Object.entries(cells)) {
    const row = Number(/\d+$/.exec(address)![0]);
    const cell =
      typeof content === 'number'
        ? `<c r="${address}"><v>${content}</v></c>`
        : `<c r="${address}"><f>${escaped(content)}</f><v>1</v></c>`;
    byRow.set(row, [...(byRow.get(row) ?? []), cell]);
  }
  const ascending = [...byRow].sort(([one], [other]) => one - other);
  return ascending.map(([row, inRow]) => `<row r="${row}">${inRow.join('')}</row>`).join('');
}
