import { message, type Message } from '../message';
import type { CellErrorCode } from '../workbook/cell';
import { FunctionError, PassedOnError, type Argument, type FunctionResult, type FunctionSpec } from './types';

export type CallResult =
  | { readonly ok: true; readonly value: FunctionResult }
  | { readonly ok: false; readonly error: CellErrorCode; readonly message: Message };

/**
 * Calls a function as a host does. Never throws.
 * @param args in the formula's order, repeated ones one after the other; `null` or `undefined` for one left out
 * @returns the value, or the error a cell shows with the sentence that says why
 */
export function callFunction(spec: FunctionSpec, args: readonly (Argument | undefined)[]): CallResult {
  try {
    return { ok: true, value: spec.evaluate(args) };
  } catch (error) {
    if (error instanceof FunctionError || error instanceof PassedOnError) {
      return { ok: false, error: error.code, message: error.detail };
    }
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      error: '#VALUE!',
      message: message('functions.errors.internal', { function: `KMC.${spec.id}`, reason }),
    };
  }
}
