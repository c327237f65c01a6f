import { isReference, isWhitespace, type Token } from '@borgar/fx/xlsx';
import { rememberByText } from '../../memo';
import { fromStoredFormula } from '../../workbook/formula';
import { formulaTokens, isOperator } from '../../workbook/formulaTokens';
import { localNamePositions } from '../../workbook/localNames';

/** What a formula's text alone tells, the same in every row that repeats it. */
export interface FormulaShape {
  readonly tokens: readonly Token[];
  /** Texts as they stand, and positions of the tokens that read something. */
  readonly pieces: readonly (string | number)[];
  readonly lookUps: readonly LookUp[];
  /** Whether it names no cell by its address, so that it reads alike in every row of its table. */
  readonly isByName: boolean;
}

export const shapeOf = rememberByText((formula): FormulaShape => {
  const tokens = formulaTokens(fromStoredFormula(formula)).filter((token) => !isWhitespace(token));
  const locals = localNamePositions(tokens);
  const pieces: (string | number)[] = [];
  const add = (text: string): void => {
    const last = pieces.at(-1);
    if (typeof last === 'string') pieces[pieces.length - 1] = last + text;
    else pieces.push(text);
  };
  tokens.forEach((token, position) => {
    if (locals.has(position)) add(token.value.toUpperCase());
    else if (isReference(token) || isElsewhere(token)) pieces.push(position);
    else add(plain(token));
  });
  return { tokens, pieces, lookUps: lookUpsIn(tokens), isByName: tokens.every(isByName) };
});

const isElsewhere = ({ type, value }: Token): boolean => type === 'func' && ELSEWHERE.has(value.toUpperCase());
const isByName = (token: Token): boolean =>
  !isElsewhere(token) &&
  (!isReference(token) ||
    (token.type === 'structured' && !token.value.startsWith('[')) ||
    token.type === 'range_named');

function lookUpsIn(tokens: readonly Token[]): readonly LookUp[] {
  return tokens.flatMap((token, start) =>
    token.type === 'func' ? (LOOK_UPS[token.value.toUpperCase()]?.(tokens, start) ?? []) : [],
  );
}

const ELSEWHERE: ReadonlySet<string> = new Set(['INDIRECT', 'OFFSET']);

/** Positions of a look-up's parts among the tokens, each a single token. */
export interface LookUp {
  readonly key: number;
  readonly keys: number;
  readonly results: number;
}

type Pattern = readonly ('ref' | 'operand' | 'exact' | string)[];

/** What follows, a column of the result or the end, reads nothing in other rows. */
const INDEX_MATCH: Pattern = ['(', 'ref', ',', 'MATCH', '(', 'operand', ',', 'ref', ',', 'exact', ')'];
const XLOOKUP: Pattern = ['(', 'operand', ',', 'ref', ',', 'ref'];

/** Where a function with arguments of this shape has its key, its keys and its results. */
const LOOK_UPS: Readonly<Record<string, (tokens: readonly Token[], start: number) => LookUp | null>> = {
  INDEX: (tokens, start) =>
    fits(tokens, start, INDEX_MATCH) ? { key: start + 6, keys: start + 8, results: start + 2 } : null,
  XLOOKUP: (tokens, start) =>
    fits(tokens, start, XLOOKUP) ? { key: start + 2, keys: start + 4, results: start + 6 } : null,
};

const fits = (tokens: readonly Token[], start: number, pattern: Pattern): boolean =>
  pattern.every((wanted, index) => fitsOne(tokens[start + 1 + index], wanted));

function fitsOne(token: Token | undefined, wanted: string): boolean {
  if (!token) return false;
  if (wanted === 'ref') return isReference(token);
  if (wanted === 'operand') return isReference(token) || token.type === 'string' || token.type === 'number';
  if (wanted === 'exact') return token.value === '0' || token.value.toUpperCase() === 'FALSE';
  return isOperator(token, wanted) || (token.type === 'func' && token.value.toUpperCase() === wanted);
}

/** A token that is no reference, in one spelling: letter case of functions and the digits of numbers make no difference. */
function plain({ type, value }: Token): string {
  if (type === 'string') return value;
  return type === 'number' ? String(Number(value)) : value.toUpperCase();
}
