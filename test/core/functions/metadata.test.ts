import { functionsJson, type ExcelFunction } from '../../../src/core/functions/metadata';
import { FUNCTIONS } from '../../../src/core/functions/registry';

/** Microsoft's published rules for names, ids and texts of custom functions ("Custom functions naming and localization", manifest schema). */
const ID = /^[A-Z][A-Z0-9_.]{2,127}$/;
const A1 = /^[A-Z]{1,3}[1-9]\d{0,6}$/i;
const R1C1 = /^R\d*C\d*$/i;
const XLM_MACRO_FUNCTIONS = [
  'RUN',
  'ECHO',
  'GET.CELL',
  'GOTO',
  'HALT',
  'RETURN',
  'RESULT',
  'ARGUMENT',
  'FORMULA',
  'EXEC',
  'CALL',
  'REGISTER',
  'STEP',
  'NAMES',
  'LINKS',
  'NOTE',
  'TEXTREF',
  'VOLATILE',
  'WAIT',
  'SELECTION',
];
const LONGEST_PARAMETER_NAME = 64;
const LONGEST_DESCRIPTION = 512;

const [en, ja] = [functionsJson('en'), functionsJson('ja')];
const each = [
  ...en.functions.map((f) => ['en', f.name, f] as const),
  ...ja.functions.map((f) => ['ja', f.name, f] as const),
];

describe('functions.json', () => {
  it('lets error values and data types reach the functions', () => {
    expect([en, ja].map(({ allowCustomDataForDataTypeAny }) => allowCustomDataForDataTypeAny)).toEqual([true, true]);
  });

  it('does not ask for errors a second time: with both, Office LTSC 2021 closes at the first call', () => {
    expect([en, ja].flatMap(Object.keys)).not.toContain('allowErrorForDataTypeAny');
  });

  it('holds every function once, in the registry’s order', () => {
    expect(en.functions.map(({ id }) => id)).toEqual(FUNCTIONS.map(({ id }) => id));
    expect(new Set(en.functions.map(({ name }) => name.toUpperCase())).size).toBe(FUNCTIONS.length);
  });

  it('translates texts only: names, ids, order and shapes are the same', () => {
    const shape = ({ id, name, parameters, result }: ExcelFunction) => ({
      id,
      name,
      result,
      parameters: parameters.map(({ name: _name, description: _description, ...rest }) => rest),
    });
    expect(ja.functions.map(shape)).toEqual(en.functions.map(shape));
  });

  it.each(each)('%s %s keeps the rules for names', (_, __, { id, name }) => {
    expect(id).toMatch(ID);
    expect(name).toMatch(ID);
    expect(A1.test(name) || R1C1.test(name)).toBe(false);
    expect(XLM_MACRO_FUNCTIONS).not.toContain(name);
    expect(name).not.toContain('.');
  });

  it.each(each)('%s %s has texts that fit', (language, _, { description, helpUrl, parameters }) => {
    const texts = [description, ...parameters.map((parameter) => parameter.description)];
    for (const text of texts) {
      expect(text.length).toBeGreaterThan(5);
      expect(text.length).toBeLessThanOrEqual(LONGEST_DESCRIPTION);
      expect(text).not.toMatch(/^functions\.|\{\{/);
    }
    for (const { name } of parameters) {
      expect(name.length).toBeLessThanOrEqual(LONGEST_PARAMETER_NAME);
      expect(name).not.toMatch(/^functions\.|^\d|[\s,;()]/);
    }
    expect(new Set(parameters.map(({ name }) => name)).size).toBe(parameters.length);
    expect(helpUrl).toMatch(new RegExp(`^https://.+/${language}/[A-Z0-9_]+\\.html$`));
  });

  it.each(each)('%s %s keeps the rules for parameters', (_, __, { parameters, result }) => {
    const firstOptional = parameters.findIndex(({ optional }) => optional);
    if (firstOptional >= 0) expect(parameters.slice(firstOptional).every(({ optional }) => optional)).toBe(true);
    expect(parameters.slice(0, -1).some(({ repeating }) => repeating)).toBe(false);
    for (const { type, dimensionality } of parameters) {
      expect(type).toBe('any');
      expect(['scalar', 'matrix']).toContain(dimensionality);
    }
    expect(result.type).toBe('any');
  });

  it('declares optional single values as matrices, so that a blank cell is told from one left out', () => {
    const optional = en.functions.flatMap(({ parameters }) => parameters.filter((p) => p.optional && !p.repeating));
    expect(optional.length).toBeGreaterThan(0);
    expect(optional.filter(({ dimensionality }) => dimensionality !== 'matrix')).toEqual([]);
  });

  it('names parameters in English as the registry does', () => {
    expect(en.functions.map(({ parameters }) => parameters.map(({ name }) => name))).toEqual(
      FUNCTIONS.map(({ parameters }) => parameters.map(({ name }) => name)),
    );
  });

  it('points help to the address it is given', () => {
    expect(functionsJson('ja', 'https://example.org/kmc').functions[0]!.helpUrl).toBe(
      'https://example.org/kmc/ja/EMISSION.html',
    );
  });
});
