import { NullValueObject, NumberValueObject, StringValueObject, type BaseValueObject } from '@univerjs/engine-formula';
import fc from 'fast-check';
import {
  engineError,
  engineMatrix,
  engineScalar,
  cellValueOf,
  matrixOf,
  MESSAGE_KEY,
} from '../../../src/adapters/grid/engineValues';
import { engineFunctions, type CallFunction } from '../../../src/adapters/grid/functionBridge';
import { callFunction } from '../../../src/core/functions/call';
import { FUNCTIONS } from '../../../src/core/functions/registry';
import type { Argument, FunctionSpec } from '../../../src/core/functions/types';
import { message } from '../../../src/core/message';
import type { CellValue } from '../../../src/core/workbook/cell';

const spec = { id: 'FAKE' } as FunctionSpec;

function run(call: CallFunction, ...args: BaseValueObject[]): BaseValueObject {
  const [[Class, name]] = engineFunctions([spec], call) as [ReturnType<typeof engineFunctions>[number]];
  return new Class(name).calculate(...args) as BaseValueObject;
}

function seen(...args: BaseValueObject[]): readonly (Argument | undefined)[] {
  let taken: readonly (Argument | undefined)[] = [];
  run(
    (_, given) => {
      taken = given;
      return { ok: true, value: 0 };
    },
    ...args,
  );
  return taken;
}

const cell = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom<CellValue>({ error: '#N/A' }, { error: '#DIV/0!' }, { error: '#REF!' }),
);
const block = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));

describe('arguments', () => {
  it('arrive with blanks as null and errors as errors', () => {
    const rows: CellValue[][] = [
      [1, null],
      ['', { error: '#N/A' }],
      [true, '1'],
    ];
    expect(
      seen(NumberValueObject.create(2), NullValueObject.create(), StringValueObject.create('x'), engineMatrix(rows)),
    ).toEqual([2, null, 'x', rows]);
  });

  it('keep a reference to one blank cell apart from an argument left out', () => {
    expect(seen(engineMatrix([[null]]), NullValueObject.create())).toEqual([[[null]], null]);
  });

  it('of any kind go there and back unchanged', () => {
    fc.assert(fc.property(block, (rows) => expect(matrixOf(engineMatrix(rows) as never)).toEqual(rows)));
    fc.assert(fc.property(cell, (value) => expect(cellValueOf(engineScalar(value))).toEqual(value)));
  });
});

describe('results', () => {
  it('of several rows become a block', () => {
    const rows = [
      ['段階', 1],
      ['計', 2],
    ];
    expect(matrixOf(run(() => ({ ok: true, value: rows })) as never)).toEqual(rows);
  });

  it('that are errors carry their sentence, each its own', () => {
    const failing = (code: string) => run(() => ({ ok: false, error: '#VALUE!', message: message(code) }));
    const [one, other] = [failing('functions.one'), failing('functions.other')];
    expect(one.isError() && cellValueOf(one)).toEqual({ error: '#VALUE!' });
    expect(one.getCustomData()).toEqual({ [MESSAGE_KEY]: message('functions.one') });
    expect(other.getCustomData()).toEqual({ [MESSAGE_KEY]: message('functions.other') });
    expect(engineError('#VALUE!').getCustomData()).toBeFalsy();
  });

  it.each([[Infinity], [NaN], [-Infinity]])('that are no numbers (%p) are #NUM!', (value) => {
    expect(cellValueOf(run(() => ({ ok: true, value })))).toEqual({ error: '#NUM!' });
  });
});

describe('the engine', () => {
  it('is never thrown at', () => {
    const result = run(() => {
      throw new RangeError('broken');
    });
    expect(cellValueOf(result)).toEqual({ error: '#VALUE!' });
    expect(result.getCustomData()).toMatchObject({ [MESSAGE_KEY]: { code: 'recalc.function.failed' } });
  });

  it('is never thrown at by any function of the registry, whatever the arguments', () => {
    const functions = engineFunctions(FUNCTIONS, callFunction).map(([Class, name]) => new Class(name));
    const variant = fc.oneof(cell.map(engineScalar), block.map(engineMatrix));
    fc.assert(
      fc.property(fc.constantFrom(...functions), fc.array(variant, { maxLength: 8 }), (fn, args) => {
        const result = fn.calculate(...args) as BaseValueObject;
        expect(
          result.isError() || result.isArray() || result.isNumber() || result.isString() || result.isBoolean(),
        ).toBe(true);
        if (result.isError())
          expect(result.getCustomData()).toMatchObject({ [MESSAGE_KEY]: { code: expect.any(String) } });
      }),
      { numRuns: 2000 },
    );
  });
});
