import { isWhitespace, type Token } from '@borgar/fx/xlsx';
import { isOperator, nextOf } from './formulaTokens';

interface Call {
  readonly kind: 'LET' | 'LAMBDA' | 'other';
  argument: number;
  readonly names: Set<string>;
  /** Declared, but a `LET` name can be read only after its own value. */
  pending: string | null;
}

/**
 * Which tokens are names that `LET` or `LAMBDA` in the same formula declares (and so no names of the workbook).
 * @returns positions in `tokens`
 */
export function localNamePositions(tokens: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>();
  const calls: Call[] = [];
  tokens.forEach((token, at) => {
    if (token.type === 'operator') followOperator(tokens, at, calls);
    else if (isLocalName(tokens, at, calls)) found.add(at);
  });
  return found;
}

function followOperator(tokens: readonly Token[], at: number, calls: Call[]): void {
  const { value } = tokens[at]!;
  if (value === '(' || value === '{') calls.push(openedCall(tokens[at - 1], value));
  else if (value === ')' || value === '}') calls.pop();
  else if (value === ',') nextArgument(calls.at(-1));
}

function openedCall(before: Token | undefined, bracket: string): Call {
  const name = before?.type === 'func' && bracket === '(' ? before.value.replace(/^_xlfn\./i, '').toUpperCase() : '';
  const kind = name === 'LET' || name === 'LAMBDA' ? name : 'other';
  return { kind, argument: 0, names: new Set(), pending: null };
}

function nextArgument(call: Call | undefined): void {
  if (!call) return;
  call.argument++;
  if (call.pending === null || call.argument % 2 === 1) return;
  call.names.add(call.pending);
  call.pending = null;
}

function isLocalName(tokens: readonly Token[], at: number, calls: readonly Call[]): boolean {
  const token = tokens[at]!;
  if (token.type !== 'range_named' && token.type !== 'func') return false;
  const name = token.value.toLowerCase();
  const call = calls.at(-1);
  if (call && token.type === 'range_named' && isDeclaration(tokens, at, call)) {
    if (call.kind === 'LET') call.pending = name;
    else call.names.add(name);
    return true;
  }
  return calls.some(({ names }) => names.has(name));
}

function isDeclaration(tokens: readonly Token[], at: number, call: Call): boolean {
  if (call.kind === 'other' || (call.kind === 'LET' && call.argument % 2 === 1)) return false;
  return isOperator(nextOf(tokens, at), ',') && startsArgument(tokens, at);
}

function startsArgument(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (isWhitespace(tokens[before])) before--;
  return isOperator(tokens[before], '(') || isOperator(tokens[before], ',');
}
