import type { Token } from '@borgar/fx/xlsx';
import { message, type Message } from '../../core/message';

const OPERANDS = new Set([
  'range',
  'range_beam',
  'range_ternary',
  'range_named',
  'structured',
  'number',
  'string',
  'bool',
  'error',
]);
const REFERENCES = new Set(['range', 'range_beam', 'range_ternary', 'range_named', 'structured', 'func']);
const CLOSING = new Set([')', '}', '%', '#']);

/**
 * What a formula's text contains that the engine reads otherwise than Excel.
 *
 * @param tokens of a formula without `=`
 */
export function syntaxProblems(tokens: readonly Token[]): Message[] {
  const solid = tokens.filter(({ type }) => type !== 'whitespace' && type !== 'newline');
  return [
    ...solid.flatMap((token, index) => problemAt(solid, token, index)),
    ...tokens.flatMap((token, index) =>
      isIntersection(tokens, token, index) ? [message('recalc.unsupported.intersection')] : [],
    ),
    ...(hasUnion(solid) ? [message('recalc.unsupported.union')] : []),
  ];
}

function problemAt(tokens: readonly Token[], { type, value }: Token, index: number): Message[] {
  if (type !== 'operator') return [];
  if (value === '#') return [message('recalc.unsupported.spill-reference')];
  if (value === '@') return [message('recalc.unsupported.implicit-intersection')];
  if (value === ':') return [message('recalc.unsupported.computed-range')];
  const isSign = (value === '-' || value === '+') && !endsOperand(tokens[index - 1]);
  if (isSign && tokens[index + 1]?.type === 'string') return [message('recalc.unsupported.signed-text')];
  return [];
}

function isIntersection(tokens: readonly Token[], { type }: Token, index: number): boolean {
  if (type !== 'whitespace' && type !== 'newline') return false;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  const startsReference = after !== undefined && (REFERENCES.has(after.type) || after.value === '(');
  return startsReference && endsOperand(before);
}

function endsOperand(token: Token | undefined): boolean {
  return token !== undefined && (OPERANDS.has(token.type) || CLOSING.has(token.value));
}

/** A comma inside parentheses that belong to no function joins references. */
function hasUnion(tokens: readonly Token[]): boolean {
  const callers: boolean[] = [];
  return tokens.some(({ value, type }, index) => {
    if (type !== 'operator') return false;
    if (value === '(') callers.push(tokens[index - 1]?.type === 'func');
    if (value === '{') callers.push(true);
    if (value === ')' || value === '}') callers.pop();
    return value === ',' && callers.at(-1) !== true;
  });
}
