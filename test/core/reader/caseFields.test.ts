import type { Problem, Severity } from '../../../src/core/case/types';
import { CHOICE_SETS } from '../../../src/core/case/vocabulary';
import { readCase } from '../../../src/core/reader/readCase';
import { FIELDS } from '../../../src/core/template/fields';
import type { FieldSpec } from '../../../src/core/template/types';
import { FULL, fieldRows } from './fullCase';
import { workbookOf, type Row } from './workbook';

const SOUND: Readonly<Record<FieldSpec['kind'], (spec: FieldSpec) => Row[string]>> = {
  text: () => 'some words',
  choice: ({ choices }) => (choices === 'yesNo' ? 'no' : CHOICE_SETS[choices!][0]),
  number: () => 1,
  quantity: () => 1,
  period: () => 2025,
  date: () => '2025-04-01',
  id: () => 'a',
  share: () => 0.5,
  place: () => 'in',
  unit: () => 'kWh',
  score: () => 1,
  reference: () => 'a',
};

/** KmcCase with a row for every field there is. */
const ALL: readonly Row[] = FIELDS.map(
  (spec) =>
    fieldRows.find(({ key }) => key === spec.key) ?? {
      key: spec.key,
      value: SOUND[spec.kind](spec),
      unit: spec.kind === 'quantity' ? 'kWh' : (spec.unit ?? null),
    },
);

const at = (key: string): number => ALL.findIndex((row) => row['key'] === key);
const told = ({ severity, message, cell }: Problem) => ({ severity, code: message.code, cell });

function readWith(rows: readonly Row[]) {
  const workbook = workbookOf({ ...FULL, KmcCase: rows });
  const { case: read, problems } = readCase(workbook.snapshot);
  const expected = (severity: Severity, code: string, row: number, key: string) => ({
    severity,
    code: `reader.${code}`,
    cell: workbook.cell('KmcCase', row, key),
  });
  return { read, problems, found: problems.map(told), expected };
}

const change = (key: string, cells: Row): readonly Row[] =>
  ALL.map((row) => (row['key'] === key ? { ...row, ...cells } : row));

const NEED = { required: 'block', expected: 'warn' } as const;
const refusal = ({ kind, need }: FieldSpec): Severity =>
  (kind === 'text' || kind === 'date') && need !== 'required' ? 'warn' : 'block';

test('every field is read without a problem', () => {
  const { read, problems } = readWith(ALL);
  expect(problems).toEqual([]);
  expect(Object.keys(read.fields).sort()).toEqual(FIELDS.map(({ key }) => key).sort());
});

describe.each(FIELDS.map((spec) => ({ key: spec.key, spec })))('$key', ({ key, spec }) => {
  test('blank', () => {
    const { read, found, expected } = readWith(change(key, { value: null }));
    const blank = spec.need === 'optional' ? [] : [expected(NEED[spec.need], `blank-${spec.need}`, at(key), 'value')];
    expect(found).toEqual(blank);
    expect(read.fields).not.toHaveProperty(key);
  });

  test('its row deleted', () => {
    const { found, expected, problems } = readWith(ALL.filter((row) => row['key'] !== key));
    if (spec.need === 'optional') return expect(found).toEqual([]);
    expect(found).toEqual([expected(NEED[spec.need], 'field-missing', -1, 'key')]);
    expect(problems[0]!.rowId).toBe(key);
  });

  test('an error value', () => {
    const { read, found, expected } = readWith(change(key, { value: { error: '#VALUE!' } }));
    expect(found).toEqual([expected(refusal(spec), 'error-value', at(key), 'value')]);
    expect(read.fields).not.toHaveProperty(key);
  });

  test('a truth value', () => {
    const { read, found } = readWith(change(key, { value: true }));
    expect(found).toMatchObject([{ severity: refusal(spec), cell: { row: 4 + at(key) } }]);
    expect(read.fields).not.toHaveProperty(key);
  });

  const kinds: readonly FieldSpec['kind'][] = ['number', 'quantity'];
  if (kinds.includes(spec.kind)) {
    test.each([
      ['12', 'number-as-text'],
      ['a dozen', 'expected-number'],
    ])('%j', (value, code) => {
      const { read, found, expected } = readWith(change(key, { value }));
      expect(found).toEqual([expected('block', code, at(key), 'value')]);
      expect(read.fields).not.toHaveProperty(key);
    });
  }
});

describe('units of fields', () => {
  test.each([
    [null, 'blank-required'],
    ['kWhh', 'unit-unknown'],
    [3, 'expected-unit'],
    [{ value: { error: '#REF!' as const } }, 'error-value'],
  ])('a functional unit in %j', (unit, code) => {
    const { read, found, expected } = readWith(change('functionalUnit', { unit }));
    expect(found).toEqual([expected('block', code, at('functionalUnit'), 'unit')]);
    expect(read.fields['functionalUnit']!.unit).toBeNull();
  });

  test('a unit proposed beside a blank quantity is no problem', () => {
    expect(readWith(change('productService', { value: null, unit: 'kWh' })).found).toEqual([]);
  });

  test('a number has the one unit its field has', () => {
    const { found, expected, read } = readWith(change('productServiceYears', { unit: 'h' }));
    expect(found).toEqual([expected('block', 'field-unit', at('productServiceYears'), 'unit')]);
    expect(read.fields['productServiceYears']!.unit).toBeNull();
  });

  test.each([null, '年', 'year'])('service years in %j', (unit) => {
    expect(readWith(change('productServiceYears', { unit })).found).toEqual([]);
  });
});

describe('rows of KmcCase', () => {
  test('a key the template does not know is said and left out', () => {
    const { found, expected, read } = readWith([...ALL, { key: 'favouriteColour', value: 'green' }]);
    expect(found).toEqual([expected('warn', 'field-unknown', ALL.length, 'key')]);
    expect(read.fields).not.toHaveProperty('favouriteColour');
  });

  test.each([[[2, 1]], [[1, 2]]])('a key that stands twice gives neither value', ([first, second]) => {
    const rows = [
      ...change('functionalUnit', { value: first! }),
      { key: 'functionalUnit', value: second!, unit: 'kWh' },
    ];
    const { found, expected, read } = readWith(rows);
    expect(found).toEqual([expected('block', 'id-twice', ALL.length, 'key')]);
    expect(read.fields).not.toHaveProperty('functionalUnit');
  });

  test('names like those of every object are keys like others', () => {
    const { found, read } = readWith([...ALL, { key: 'constructor', value: 1 }, { key: '__proto__', value: 1 }]);
    expect(found.map(({ code }) => code)).toEqual(['reader.field-unknown', 'reader.field-unknown']);
    expect(Object.keys(read.fields)).toHaveLength(FIELDS.length);
  });

  test.each(['2', '0.9', 'one'])('template version %s is not ours to read', (value) => {
    const { found, expected } = readWith(change('templateVersion', { value }));
    expect(found).toEqual([expected('block', 'template-version', at('templateVersion'), 'value')]);
  });

  test('a template version typed as a number', () => {
    expect(readWith(change('templateVersion', { value: 1 })).found).toEqual([]);
  });

  test('basis is a neutral word, the note stands as typed', () => {
    const { read } = readWith(change('timeSense', { basis: 'seed', note: ' see page 3 ' }));
    expect(read.fields['timeSense']).toMatchObject({ text: 'lifetime', basis: 'seed', note: 'see page 3' });
  });

  test('numbers stand as decimals, choices as words, years as whole numbers', () => {
    const { read } = readWith(ALL);
    expect(read.fields['functionalUnit']).toMatchObject({ text: null, unit: 'kWh' });
    expect(read.fields['functionalUnit']!.number!.toString()).toBe('1');
    expect(read.fields['fiscalYear']!.number!.toString()).toBe('2025');
    expect(read.fields['roundingMode']).toMatchObject({ text: 'half-up', number: null });
    expect(read.fields['submissionDate']).toMatchObject({ text: '2025-04-01', number: null });
    expect(read.fields['productModel']).toMatchObject({ text: '100', number: null });
    expect(read.templateVersion).toBe('1');
  });
});
