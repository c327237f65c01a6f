import { parseFormula, type Expression } from '../../../src/core/functions/formula';
import type { Argument, FunctionSpec } from '../../../src/core/functions/types';

/** Literal arguments with which a function is known to work: those of its example that gives most of them. */
export function validArguments(spec: FunctionSpec): Argument[] {
  const calls = spec.examples.flatMap(({ formula }) => callsOf(parseFormula(formula), `KMC.${spec.id}`));
  const longest = calls.sort((a, b) => b.length - a.length)[0];
  if (!longest) throw new Error(`${spec.id} has no example`);
  return longest;
}

function callsOf(expression: Expression | null, name: string): Argument[][] {
  if (expression?.kind !== 'call') return [];
  const inner = expression.args.flatMap((argument) => callsOf(argument, name));
  return expression.name === name ? [expression.args.map(literal), ...inner] : inner;
}

function literal(expression: Expression | null): Argument {
  if (expression === null) return null;
  if (expression.kind === 'call') throw new Error('an example must call with literals');
  return expression.kind === 'array' ? expression.rows : expression.value;
}
