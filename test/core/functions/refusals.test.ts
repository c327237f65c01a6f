import fc from 'fast-check';
import { callFunction } from '../../../src/core/functions/call';
import { FUNCTIONS } from '../../../src/core/functions/registry';
import type { Argument, ArgumentKind, FunctionSpec, ParameterSpec } from '../../../src/core/functions/types';
import { CELL_ERRORS, type CellValue } from '../../../src/core/workbook/cell';
import { translator } from '../../../src/locales/translator';
import { validArguments } from './validArguments';

/** A word no vocabulary, unit or calendar knows. */
const nonsense = fc.string({ minLength: 1, maxLength: 8 }).map((text) => `§${text}`);
const blank = fc.constantFrom<CellValue>(null, '', ' ', '　');
const boolean = fc.boolean();
const notFinite = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
const numberAsText = fc.double({ noNaN: true, noDefaultInfinity: true }).map(String);

const WRONG: Readonly<Record<ArgumentKind, fc.Arbitrary<CellValue>>> = {
  number: fc.oneof(blank, boolean, notFinite, numberAsText, nonsense),
  unit: fc.oneof(blank, boolean, fc.double(), nonsense),
  choice: fc.oneof(blank, boolean, fc.double(), nonsense),
  period: fc.oneof(blank, boolean, notFinite, nonsense, fc.double({ min: 3000 })),
  text: fc.oneof(blank, boolean, fc.double()),
};

interface Position {
  readonly spec: FunctionSpec;
  readonly index: number;
  readonly parameter: ParameterSpec;
}

const positions: Position[] = FUNCTIONS.flatMap((spec) =>
  spec.parameters.map((parameter, index) => ({ spec, index, parameter })),
);

/** The valid arguments with one cell of one of them replaced; an omitted one becomes a block of that cell. */
function withCell({ spec, index, parameter }: Position, cell: CellValue, at: number): Argument[] {
  const args = validArguments(spec);
  while (args.length <= index) args.push(null);
  const before = args[index]!;
  if (Array.isArray(before)) {
    const flat = before.length * before[0]!.length;
    const wanted = at % flat;
    args[index] = before.map((row: CellValue[], r: number) =>
      row.map((old, c) => (r * row.length + c === wanted ? cell : old)),
    );
  } else args[index] = parameter.optional && !parameter.repeating ? [[cell]] : cell;
  return args;
}

const named = positions.map((position) => [`KMC.${position.spec.id} ${position.parameter.name}`, position] as const);

describe('what is wrong in any argument never becomes a result', () => {
  it.each(named)('%s refuses a blank, a text, a truth value', (_, position) => {
    const kind = position.parameter.kinds[0]!;
    fc.assert(
      fc.property(WRONG[kind], fc.nat(), (cell, at) => {
        const result = callFunction(position.spec, withCell(position, cell, at));
        expect(result).toMatchObject({ ok: false, error: '#VALUE!' });
        if (!result.ok) expect(result.message.code).not.toBe('functions.errors.internal');
      }),
      { numRuns: 50 },
    );
  });

  it.each(named)('%s passes on an error value', (_, position) => {
    fc.assert(
      fc.property(fc.constantFrom(...CELL_ERRORS), fc.nat(), (error, at) => {
        const result = callFunction(position.spec, withCell(position, { error }, at));
        expect(result).toMatchObject({ ok: false, error, message: { code: 'functions.errors.passed-on' } });
      }),
    );
  });

  it.each(named.filter(([, { parameter }]) => !parameter.optional))('%s may not be left out', (_, { spec, index }) => {
    for (const omitted of [null, undefined]) {
      const args: (Argument | undefined)[] = validArguments(spec);
      args[index] = omitted;
      expect(callFunction(spec, args)).toMatchObject({ ok: false, message: { code: 'functions.errors.blank' } });
    }
  });
});

describe('callFunction', () => {
  const anyCell = fc.oneof(
    fc.constant(null),
    fc.double(),
    fc.string(),
    fc.boolean(),
    fc.constantFrom(...CELL_ERRORS).map((error) => ({ error })),
    fc.constantFrom('kg', 'kWh', 'kg-CO2e/kWh', 'use', 'in', 'realized', 'CH4', 'half-up'),
  );
  const anyArgument: fc.Arbitrary<Argument | undefined> = fc.oneof(
    anyCell,
    fc.constant(undefined),
    fc.array(fc.array(anyCell)),
  );

  it.each(FUNCTIONS.map((spec) => [spec.id, spec] as const))(
    'never throws and never fails unexpectedly: KMC.%s',
    (_, spec) => {
      fc.assert(
        fc.property(fc.array(anyArgument, { maxLength: spec.parameters.length + 1 }), (args) => {
          const result = callFunction(spec, args);
          if (!result.ok) expect(result.message.code).not.toBe('functions.errors.internal');
        }),
        { numRuns: 300 },
      );
    },
  );

  it('reports a fault of its own as an error, not as an exception', () => {
    const broken: FunctionSpec = {
      ...FUNCTIONS[0]!,
      evaluate: () => {
        throw new TypeError('boom');
      },
    };
    expect(callFunction(broken, [])).toEqual({
      ok: false,
      error: '#VALUE!',
      message: { code: 'functions.errors.internal', params: { function: 'KMC.EMISSION', reason: 'boom' } },
    });
  });
});

describe('messages of refusals', () => {
  const cases: readonly (readonly [string, Argument[], string, string])[] = [
    [
      'FOOTPRINT',
      [[[1], [null]]],
      'emissions, row 2 is blank; expected a number.',
      '排出量の2行目が空白です。数値を指定してください。',
    ],
    [
      'FOOTPRINT',
      [[[1, 'x']]],
      'emissions, column 2 holds the text “x”; expected a number.',
      '排出量の2列目が文字列「x」です。数値を指定してください。',
    ],
    [
      'FOOTPRINT',
      [
        [
          [1, 2],
          [3, true],
        ],
      ],
      'emissions, row 2, column 2 holds TRUE; expected a number.',
      '排出量の2行2列目が論理値 TRUE です。数値を指定してください。',
    ],
    [
      'FOOTPRINT',
      [[[1], [{ error: '#REF!' }]]],
      'emissions, row 2 holds the error #REF!, which is passed on.',
      '排出量の2行目がエラー #REF! のため、そのまま返します。',
    ],
    [
      'AMOUNT',
      ['kWh', 1, 'kW', 'x', 'h'],
      'more, no. 1 holds the text “x”; expected a number.',
      '以降の数値と単位の1番目が文字列「x」です。数値を指定してください。',
    ],
  ];

  it.each(cases)('%s %j', (id, args, en, ja) => {
    const result = callFunction(
      FUNCTIONS.find((spec) => spec.id === id)!,
      args,
    );
    if (result.ok) throw new Error('was not refused');
    expect(translator('en')(result.message)).toBe(en);
    expect(translator('ja')(result.message)).toBe(ja);
  });
});
