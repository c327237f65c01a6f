import { readFileSync } from 'node:fs';
import path from 'node:path';
import { associateFunctions } from '../../../src/adapters/excel/customFunctions';
import { FUNCTIONS } from '../../../src/core/functions/registry';
import type { FunctionSpec } from '../../../src/core/functions/types';
import { PassedOnError, type Argument } from '../../../src/core/functions/types';
import { message } from '../../../src/core/message';
import type { CellErrorCode } from '../../../src/core/workbook/cell';
import { translator } from '../../../src/locales/translator';

/** The part of Excel's runtime that the add-in names. */
class ExcelError {
  constructor(
    readonly code: string,
    readonly message: string,
  ) {}
}

type Called = (...given: unknown[]) => unknown;

/** @returns the functions as Excel has them after the association; the call itself is the last argument of each */
function associated(functions: readonly FunctionSpec[], language: 'en' | 'ja' = 'en'): Record<string, Called> {
  let known: Record<string, Called> = {};
  const associate = (all: Record<string, Called>) => {
    known = all;
  };
  Object.assign(globalThis, { CustomFunctions: { associate, Error: ExcelError } });
  associateFunctions(functions, translator(language));
  return known;
}

const CALL = { functionName: 'X', setResult: () => {} };

/** A function that notes what reaches it. */
function noting(repeating = false): { received: () => readonly (Argument | undefined)[]; call: Called } {
  let args: readonly (Argument | undefined)[] = [];
  const parameter = {
    kinds: ['number' as const],
    shape: 'matrix' as const,
    block: true,
    optional: true,
    repeating: false,
  };
  const spec: FunctionSpec = {
    id: 'NOTE',
    parameters: [
      { ...parameter, name: 'a' },
      { ...parameter, name: 'b', repeating },
    ],
    result: 'scalar',
    examples: [],
    evaluate: (given) => {
      args = given;
      return 1;
    },
  };
  return { received: () => args, call: associated([spec]).NOTE! };
}

describe('the association', () => {
  it('names the functions of the metadata, each of them', () => {
    const file = path.resolve(__dirname, '../../../docs/functions/functions.json');
    const { functions } = JSON.parse(readFileSync(file, 'utf8')) as { functions: { id: string }[] };
    expect(Object.keys(associated(FUNCTIONS)).sort()).toEqual(functions.map(({ id }) => id).sort());
  });
});

describe('arguments', () => {
  it('come in their order, without the call, and what is left out as left out', () => {
    const { received, call } = noting();
    call(5, null, CALL);
    expect(received()).toEqual([5, null]);
  });

  it.each([
    ['an error object', { code: '#DIV/0!', message: '' }, { error: '#DIV/0!' }],
    ['an error as a value', { type: 'Error', basicType: 'Error', basicValue: '#REF!' }, { error: '#REF!' }],
    ['a number with a format of its own', { type: 'FormattedNumber', basicType: 'Double', basicValue: 5 }, 5],
    ['a blank as a value', { type: 'Empty', basicType: 'Empty', basicValue: '' }, null],
    ['a text that reads like an error', '#N/A', '#N/A'],
    ['a blank', '', ''],
  ])('make of %s what a cell holds, alone and in a block', (_what, given, expected) => {
    const { received, call } = noting();
    call(given, [[given, 2]], CALL);
    expect(received()).toEqual([expected, [[expected, 2]]]);
  });

  it('leave a stock or a picture to be refused, and never make a number of it', () => {
    const [emission] = [associated(FUNCTIONS).EMISSION!];
    const stock = { type: 'LinkedEntity', basicType: 'Error', basicValue: '#VALUE!', text: 'MSFT' };
    expect(() => emission(stock, 'kWh', 1, 'kg-CO2e/kWh', CALL)).toThrow(ExcelError);
    const web = { type: 'WebImage', address: 'https://example.com/a.png' };
    expect(() => emission(web, 'kWh', 1, 'kg-CO2e/kWh', CALL)).toThrow(ExcelError);
  });

  it('that repeat come one by one', () => {
    const { received, call } = noting(true);
    call(1, [2, 'kW', 3, 'h'], CALL);
    expect(received()).toEqual([1, 2, 'kW', 3, 'h']);
    call(1, null, CALL);
    expect(received()).toEqual([1]);
  });
});

describe('results', () => {
  it('are values, not promises', () => {
    expect(associated(FUNCTIONS).CONVERT!(1, 't', 'kg', CALL)).toBe(1000);
  });

  it('of a function that fills cells are a block', () => {
    const stages = associated(FUNCTIONS).FACTOR_SEARCH!('電力', null, null, CALL) as unknown[][];
    expect(stages.every((row) => Array.isArray(row))).toBe(true);
  });

  it.each<[CellErrorCode, string]>([
    ['#N/A', '#N/A'],
    ['#DIV/0!', '#DIV/0!'],
    ['#NUM!', '#NUM!'],
    ['#NULL!', '#NULL!'],
    ['#REF!', '#VALUE!'],
    ['#NAME?', '#VALUE!'],
    ['#BUSY!', '#VALUE!'],
  ])('pass %s on as %s, with the sentence', (code, shown) => {
    const spec: FunctionSpec = {
      id: 'PASS',
      parameters: [],
      result: 'scalar',
      examples: [],
      evaluate: () => {
        throw new PassedOnError(code, message('host.unknown-sheet', { sheet: 'S' }));
      },
    };
    const call = () => associated([spec], 'ja').PASS!(CALL);
    expect(call).toThrow(expect.objectContaining({ code: shown, message: 'ブックにシート「S」がありません。' }));
  });
});
