import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/adapters/xlsx/write/applyEdits';
import { cellAddress } from '../../../../src/core/workbook/a1';
import type { CellValue } from '../../../../src/core/workbook/cell';
import type { Edit } from '../../../../src/core/workbook/edit';
import { rawBook, worksheet } from './rawBook';

const ROWS = 6;
const COLUMNS = 5;

/** What a cell should read as. */
interface Expected {
  readonly value: CellValue;
  readonly formula: string | null;
}

/** A blank cell, a constant, a formula of its own, or one of the group that shares `sharedAt`. */
type Written =
  | { readonly kind: 'absent' | 'blank' }
  | { readonly kind: 'constant' | 'formula' | 'shared'; readonly value: CellValue };

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom(
    '=1+1',
    '=HYPERLINK("http://x")',
    '+A1',
    '-1',
    '@x',
    '<c r="A1"/>',
    ' x ',
    'a & b',
    '排出量',
    '𠮷😀',
    '_x000D',
    'a\nb',
  ),
);
const value: fc.Arbitrary<CellValue> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.integer(),
  text,
  fc.boolean(),
  fc.constantFrom<CellValue>({ error: '#N/A' }, { error: '#VALUE!' }, { error: '#DIV/0!' }),
);
const written: fc.Arbitrary<Written> = fc.oneof(
  fc.constantFrom<Written>({ kind: 'absent' }, { kind: 'blank' }),
  value.map((one): Written => ({ kind: 'constant', value: one })),
  value.map((one): Written => ({ kind: 'formula', value: one })),
  value.map((one): Written => ({ kind: 'shared', value: one })),
);
const style = fc.record({
  quote: fc.constantFrom('"', "'"),
  blank: fc.constantFrom('', '\r\n  '),
});
const sheet = fc.record({ cells: fc.array(written, { minLength: ROWS * COLUMNS, maxLength: ROWS * COLUMNS }), style });
const change = fc.record({
  row: fc.nat(ROWS + 2),
  column: fc.nat(COLUMNS + 2),
  kind: fc.constantFrom('set-value' as const, 'set-formula' as const, 'set-calculated' as const),
  value: fc.oneof(value, fc.constant(null)),
});

/** What a formula filled over the sheet says in one of its cells. */
const sharedAt = (row: number, column: number): string => `${cellAddress({ row: row + 10, column: column + 1 })}*$X$1`;

const escaped = (raw: string): string => raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function typed(one: CellValue): [type: string, text: string] {
  if (typeof one === 'number') return ['n', String(one)];
  if (typeof one === 'boolean') return ['b', one ? '1' : '0'];
  if (typeof one === 'string') return ['str', escaped(one)];
  return ['e', one!.error];
}

type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;
type Sheet = typeof sheet extends fc.Arbitrary<infer S> ? S : never;

function sheetXml({ cells, style: { quote, blank } }: Sheet): string {
  let firstShared = true;
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const inRow = cells.slice(row * COLUMNS, (row + 1) * COLUMNS).map((cell, column) => {
      if (cell.kind === 'absent') return '';
      const place = ` r=${quote}${cellAddress({ row, column })}${quote}`;
      if (cell.kind === 'blank') return `${blank}<c${place}/>`;
      const { kind, value: shown } = cell as { kind: string; value: CellValue };
      const [type, content] = typed(shown);
      const group = firstShared
        ? `<f t="shared" ref="A1:E6" si="0">${sharedAt(row, column)}</f>`
        : '<f t="shared" si="0"/>';
      if (kind === 'shared') firstShared = false;
      const formula = kind === 'shared' ? group : kind === 'formula' ? `<f>SUM($Y$${row + 1})</f>` : '';
      return `${blank}<c${place} t=${quote}${type}${quote}>${formula}<v>${content}</v></c>`;
    });
    return `${blank}<row r="${row + 1}">${inRow.join('')}${blank}</row>`;
  });
  return worksheet(rows.join(''));
}

function modelOf({ cells }: Sheet): Map<string, Expected> {
  const model = new Map<string, Expected>();
  cells.forEach((cell, at) => {
    const row = Math.floor(at / COLUMNS);
    if (cell.kind === 'absent' || cell.kind === 'blank') return;
    const { kind, value: shown } = cell as { kind: string; value: CellValue };
    const formula = kind === 'shared' ? sharedAt(row, at % COLUMNS) : kind === 'formula' ? `SUM($Y$${row + 1})` : null;
    model.set(cellAddress({ row, column: at % COLUMNS }), { value: shown, formula });
  });
  return model;
}

/** The edit and what the cell must be after it; a calculated value is only for a cell with a formula. */
function applied(model: Map<string, Expected>, { row, column, kind, value: to }: Change): Edit {
  const address = cellAddress({ row, column });
  const cell = { sheet: 'S', row, column };
  const formula = model.get(address)?.formula ?? null;
  if (kind === 'set-formula') {
    model.set(address, { value: to, formula: 'MAX($Z$1,"a""b")' });
    return { kind, cell, formula: 'MAX($Z$1,"a""b")', value: to };
  }
  if (kind === 'set-calculated' && formula !== null) {
    model.set(address, { value: to, formula });
    return { kind, cell, value: to };
  }
  model.set(address, { value: to, formula: null });
  return { kind: 'set-value', cell, value: to };
}

const ERROR_CODES: Record<number, string> = { 0x2a: '#N/A', 0x0f: '#VALUE!', 0x07: '#DIV/0!' };

function read(bytes: Uint8Array): Map<string, Expected> {
  const found = new Map<string, Expected>();
  const cells = XLSX.read(bytes, { type: 'array', cellFormula: true, sheetStubs: true }).Sheets['S']!;
  for (const [address, cell] of Object.entries(cells) as [string, XLSX.CellObject][]) {
    if (address.startsWith('!')) continue;
    const shown = cell.t === 'e' ? { error: ERROR_CODES[cell.v as number] } : cell.t === 'z' ? null : cell.v;
    const expected = { value: (shown ?? null) as CellValue, formula: cell.f ?? null };
    if (expected.value !== null || expected.formula !== null) found.set(address, expected);
  }
  return found;
}

/** An empty text and a blank are one to this reader, and it reads `\r\n` as `\n`. */
const comparable = (model: Map<string, Expected>): [string, Expected][] =>
  [...model]
    .map(([address, { value: shown, formula }]): [string, Expected] => [
      address,
      { value: shown === '' ? null : shown, formula },
    ])
    .filter(([, { value: shown, formula }]) => shown !== null || formula !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));

test('after any edits of any sheet, an independent reader finds exactly the edited workbook', () => {
  fc.assert(
    fc.property(sheet, fc.array(change, { maxLength: 12 }), (start, changes) => {
      const model = modelOf(start);
      const before = rawBook(sheetXml(start));
      expect(comparable(read(before))).toEqual(comparable(model));
      const edits = changes.map((one) => applied(model, one));
      expect(comparable(read(applyEdits(before, edits)))).toEqual(comparable(model));
    }),
    { numRuns: 150 },
  );
});
