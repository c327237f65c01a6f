/// <reference types="custom-functions-runtime" />
import { callFunction } from '../../core/functions/call';
import type { Argument, FunctionResult, FunctionSpec } from '../../core/functions/types';
import type { Message } from '../../core/message';
import { CELL_ERRORS, type CellErrorCode, type CellValue } from '../../core/workbook/cell';

/**
 * Makes functions known to Excel. Needs only the name `CustomFunctions`, not a workbook: Excel calls as soon as it has loaded
 * the page, and a function that is not there by then shows an error for good.
 * @param say words a message; asked at each call, since the language may not be known yet
 */
export function associateFunctions(functions: readonly FunctionSpec[], say: (message: Message) => string): void {
  const callOf =
    (spec: FunctionSpec) =>
    (...given: unknown[]) =>
      resultOf(spec, given, say);
  CustomFunctions.associate(Object.fromEntries(functions.map((spec) => [spec.id, callOf(spec)])));
}

/** Not a promise: nothing is waited for, and Excel is quicker where it need not wait. */
function resultOf(spec: FunctionSpec, given: readonly unknown[], say: (message: Message) => string) {
  const result = callFunction(spec, argumentsOf(spec, given));
  if (!result.ok) throw excelError(result.error, say(result.message));
  return spec.result === 'matrix' ? asMatrix(result.value) : result.value;
}

const asMatrix = (value: FunctionResult): readonly (readonly unknown[])[] =>
  typeof value === 'object' ? value : [[value]];

/** What Excel takes back as an error: of the others it makes `#VALUE!` without a word. */
const GIVEN_BACK: readonly CellErrorCode[] = ['#VALUE!', '#N/A', '#DIV/0!', '#NUM!', '#NULL!'];

/** Excel shows a sentence only with `#VALUE!` and `#N/A`. */
function excelError(code: CellErrorCode, text: string): CustomFunctions.Error {
  const shown = GIVEN_BACK.includes(code) ? code : '#VALUE!';
  return new CustomFunctions.Error(shown as CustomFunctions.ErrorCode, text);
}

/** @param given one value a parameter, `null` for one left out, an array of values for a repeating one; then the call itself */
function argumentsOf({ parameters }: FunctionSpec, given: readonly unknown[]): (Argument | undefined)[] {
  const values = given.slice(0, -1);
  const last = parameters.at(-1);
  if (!last?.repeating) return values.map(argumentOf);
  return [...values.slice(0, parameters.length - 1), ...repeated(values[parameters.length - 1])].map(argumentOf);
}

function repeated(value: unknown): readonly unknown[] {
  const values = Array.isArray(value) ? (value as unknown[]) : [value];
  return values.length === 1 && isLeftOut(values[0]) ? [] : values;
}

const isLeftOut = (value: unknown): boolean => value === null || value === undefined;

function argumentOf(value: unknown): Argument | undefined {
  if (Array.isArray(value)) return (value as unknown[][]).map((row) => row.map(cellOf));
  return cellOf(value);
}

interface RichValue {
  readonly basicType?: string;
  readonly basicValue?: unknown;
  readonly code?: unknown;
}

/**
 * Errors come as objects with their code, numbers with a format of their own as objects with a basic value. Any other object
 * (a stock, a picture) is handed on as it is, and refused with a sentence.
 */
function cellOf(value: unknown): CellValue {
  if (typeof value !== 'object' || value === null) return (value ?? null) as CellValue;
  const { basicType, basicValue, code } = value as RichValue;
  const error = CELL_ERRORS.find((known) => known === code || known === basicValue);
  if (error !== undefined && (basicType === 'Error' || code !== undefined)) return { error };
  if (basicType === 'Empty') return null;
  const isPlain = basicType === 'Double' || basicType === 'Boolean' || basicType === 'String';
  return (isPlain ? basicValue : value) as CellValue;
}
