import * as XLSX from '@e965/xlsx';
import { applyEdits } from '../../../../src/adapters/xlsx/write/applyEdits';
import { readEntries } from '../../../../src/adapters/xlsx/write/zip/read';
import { writeXlsx } from '../../../../src/adapters/xlsx/write/writeXlsx';
import type { Edit } from '../../../../src/core/workbook/edit';
import { leastRatio } from '../../../support/cost';
import { cell, demoPlan, plan, sheet } from './demoPlan';
import { rawBook, worksheet } from './rawBook';

const edit: Edit = { kind: 'set-calculated', cell: { sheet: '応募製品等', row: 4, column: 5 }, value: 12.5 };

/** Name and compressed bytes of each entry, found by its local header alone. */
function slices(bytes: Uint8Array): Map<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const found = new Map<string, string>();
  for (let at = 0; view.getUint32(at, true) === 0x04034b50;) {
    const [packed, name, extra] = [
      view.getUint32(at + 18, true),
      view.getUint16(at + 26, true),
      view.getUint16(at + 28, true),
    ];
    const end = at + 30 + name + extra + packed;
    found.set(
      new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + name)),
      Buffer.from(bytes.subarray(at, end)).toString('hex'),
    );
    at = end;
  }
  return found;
}

test('only the touched sheet changes: all else keeps its compressed bytes and its place', () => {
  const before = writeXlsx(demoPlan());
  const [old, now] = [slices(before), slices(applyEdits(before, [edit]))];
  expect([...now.keys()]).toEqual([...old.keys()]);
  expect([...now].filter(([name, bytes]) => old.get(name) !== bytes).map(([name]) => name)).toEqual([
    'xl/worksheets/sheet1.xml',
  ]);
});

test('the same edits of the same file give the same bytes; no edits give the file', () => {
  const before = writeXlsx(demoPlan());
  expect(Buffer.from(applyEdits(before, [edit])).equals(Buffer.from(applyEdits(before, [edit])))).toBe(true);
  expect(Buffer.from(applyEdits(before, [])).equals(Buffer.from(before))).toBe(true);
});

test('a container with data descriptors, a comment and stored entries is kept', () => {
  const stored = XLSX.write(
    { SheetNames: ['応募製品等'], Sheets: { 応募製品等: XLSX.utils.aoa_to_sheet([[1]]) } },
    { type: 'array', bookType: 'xlsx' },
  );
  const before = withComment(new Uint8Array(stored as ArrayBuffer), 'a comment');
  const after = applyEdits(before, [{ kind: 'set-value', cell: { sheet: '応募製品等', row: 0, column: 0 }, value: 2 }]);
  const read = XLSX.read(after, { type: 'array' });
  expect(read.Sheets['応募製品等']!['A1'].v).toBe(2);
  const untouched = (bytes: Uint8Array) =>
    readEntries(bytes)
      .filter(({ name }) => !name.includes('worksheets'))
      .map(({ local }) => Buffer.from(local).toString('hex'));
  expect(untouched(after)).toEqual(untouched(before));
});

function withComment(bytes: Uint8Array, comment: string): Uint8Array {
  const long = new Uint8Array(bytes.length + comment.length);
  long.set(bytes);
  long.set(new TextEncoder().encode(comment), bytes.length);
  new DataView(long.buffer).setUint16(bytes.length - 2, comment.length, true);
  return long;
}

test('a touched part that does not match its checksum is refused', () => {
  const bytes = rawBook(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'));
  const entry = readEntries(bytes).find(({ name }) => name.includes('sheet1'))!;
  const at = entry.data.byteOffset - bytes.byteOffset + 5;
  bytes[at] = bytes[at]! ^ 0xff;
  const edits: Edit[] = [{ kind: 'set-value', cell: { sheet: 'S', row: 0, column: 0 }, value: 2 }];
  expect(() => applyEdits(bytes, edits)).toThrow('xlsx.write.damagedPart');
});

/** A sheet of ten formulas a row, and an edit of each. */
function manyEdits(rows: number): { readonly before: Uint8Array; readonly edits: readonly Edit[] } {
  const cells = Array.from({ length: rows * 10 }, (_, at) =>
    cell(Math.floor(at / 10), at % 10, null, { formula: `$Z${at}+1` }),
  );
  const before = writeXlsx(plan([sheet({ cells })]));
  const edits = cells.map(({ row, column }): Edit => ({
    kind: 'set-calculated',
    cell: { sheet: 'Sheet', row, column },
    value: row / 7 + column,
  }));
  return { before, edits };
}

test('a hundred thousand edits of a sheet of as many formulas, at the cost of ten times a tenth', async () => {
  const [whole, tenth] = [manyEdits(10_000), manyEdits(1_000)];
  let after: Uint8Array = new Uint8Array();
  const all = () => (after = applyEdits(whole.before, whole.edits));
  const tenTenths = () => {
    for (let run = 0; run < 10; run++) applyEdits(tenth.before, tenth.edits);
  };
  tenTenths();
  // Looking for each cell from the top would take ten times as long.
  expect((await leastRatio(all, tenTenths, 5)).ratio).toBeLessThan(5);
  const read = XLSX.read(after, { type: 'array', cellFormula: true, sheetRows: 100 }).Sheets['Sheet']!;
  expect(read['J100']).toMatchObject({ t: 'n', v: 99 / 7 + 9, f: '$Z999+1' });
});
