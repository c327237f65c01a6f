import { isReference, isWhitespace, tokenize, type Token } from '@borgar/fx/xlsx';

/** @param formula A1 without `=`; context in brackets is read as a file writes it (`[1]Sheet!A1`) */
export function formulaTokens(formula: string): Token[] {
  return tokenize(`=${formula}`, { withLocation: false, negativeNumbers: false }).slice(1);
}

export const textOf = (tokens: readonly Token[]): string => tokens.map((token) => token.value).join('');

export const isOperator = (token: Token | undefined, value: string): boolean =>
  token?.type === 'operator' && token.value === value;

/** The next token that is no white space. */
export function nextOf(tokens: readonly Token[], after: number): Token | undefined {
  let at = after + 1;
  while (isWhitespace(tokens[at])) at++;
  return tokens[at];
}

/**
 * @param at the parenthesis that opens
 * @returns position after the one that closes it, -1 when none does
 */
function afterParenthesis(tokens: readonly Token[], at: number): number {
  let depth = 0;
  for (let position = at; position < tokens.length; position++) {
    if (isOperator(tokens[position], '(')) depth++;
    if (isOperator(tokens[position], ')') && --depth === 0) return position + 1;
  }
  return -1;
}

/**
 * Where an operand of `@` or of a function's only argument ends: a reference, a call or a parenthesis, with `#` if it follows.
 * @returns position after it, -1 when there is no such operand at `at`
 */
export function afterOperand(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (!token) return -1;
  let end = -1;
  if (isReference(token)) end = at + 1;
  else if (token.type === 'func') end = afterParenthesis(tokens, at + 1);
  else if (isOperator(token, '(')) end = afterParenthesis(tokens, at);
  return end > 0 && isOperator(tokens[end], '#') ? end + 1 : end;
}
