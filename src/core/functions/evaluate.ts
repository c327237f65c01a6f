import { message, type Message } from '../message';
import { isCellError, type CellErrorCode, type CellValue } from '../workbook/cell';
import { callFunction, type CallResult } from './call';
import { FormulaSyntaxError, parseFormula, type Expression } from './formula';
import { nearestAmong } from '../quantity/nearest';
import { FUNCTIONS, functionById } from './registry';
import type { Argument, FunctionResult } from './types';

const nearestFunctions = nearestAmong(() => FUNCTIONS.map(({ id }) => `KMC.${id}`));

export type Evaluation =
  | { readonly ok: true; readonly value: FunctionResult }
  | { readonly ok: false; readonly error: CellErrorCode; readonly message: Message | null };

/**
 * Evaluates a formula that needs no workbook: a KMC function with literal arguments, array constants and nested KMC calls.
 * Blank elements `{1,,3}` stand for blank cells, which Excel's own array constants cannot hold.
 * @param formula `=KMC.EMISSION(120,"kWh",0.423,"kg-CO2e/kWh")`, in any letter case, with or without the `=`
 * @returns the value; or the error a cell would show, and why. `#NAME?` for Excel's own functions, cell references and operators, which
 * are not evaluated here
 */
export function evaluateFormula(formula: string): Evaluation {
  try {
    return evaluateExpression(parseFormula(formula));
  } catch (error) {
    if (!(error instanceof FormulaSyntaxError)) throw error;
    return refusal('formula-syntax', { position: error.position, found: error.found });
  }
}

function evaluateExpression(expression: Expression): Evaluation {
  if (expression.kind === 'call') return evaluateCall(expression.name, expression.args);
  if (expression.kind === 'array') return { ok: true, value: expression.rows.map((row) => row.map(shown)) };
  if (isCellError(expression.value)) return { ok: false, error: expression.value.error, message: null };
  return { ok: true, value: expression.value };
}

const shown = (cell: CellValue): string | number | boolean => (isCellError(cell) ? cell.error : (cell ?? ''));

function evaluateCall(name: string, args: readonly (Expression | null)[]): Evaluation {
  const id = /^KMC\.(.+)$/i.exec(name)?.[1]?.toUpperCase();
  if (id === undefined) return refusal('not-evaluated-here', { function: name });
  const spec = functionById(id);
  if (!spec)
    return refusal('unknown-function', {
      function: name,
      near: nearestFunctions(name),
    });
  const values: Argument[] = [];
  for (const arg of args) {
    const nested = arg?.kind === 'call' ? evaluateExpression(arg) : null;
    if (nested && !nested.ok && !values.some(holdsError)) return nested;
    values.push(nested ? resultAsArgument(nested) : literal(arg));
  }
  return callFunction(spec, values);
}

function literal(expression: Expression | null): Argument {
  if (expression === null || expression.kind === 'call') return null;
  return expression.kind === 'array' ? expression.rows : expression.value;
}

const resultAsArgument = (result: Evaluation | CallResult): Argument =>
  result.ok ? result.value : { error: result.error };

const holdsError = (argument: Argument): boolean =>
  Array.isArray(argument) ? argument.some((row: readonly CellValue[]) => row.some(isCellError)) : isCellError(argument);

const refusal = (fault: string, params: Message['params']): Evaluation => ({
  ok: false,
  error: '#NAME?',
  message: message(`functions.errors.${fault}`, params),
});
