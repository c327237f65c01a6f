import { isReference, translateTokensToR1C1, type Token } from '@borgar/fx/xlsx';
import { rememberByText } from '../memo';
import { cellAddress } from './a1';
import { afterOperand, formulaTokens, isOperator, nextOf, textOf } from './formulaTokens';
import { shownFunctionName, storedFunctionName } from './futureFunctions';
import { localNamePositions } from './localNames';

export { expandSharedFormula, sharedFormula } from './sharedFormula';

const STORED_ADD_IN = /^_xldudf_KMC_(.+)$/i;
const PLAIN_ADD_IN = /^KMC\.(.+)$/i;
const LOCAL_PREFIX = /^_xlpm\./i;

/**
 * A formula as people see it, from the form in which an .xlsx stores it. Add-in functions become `KMC.X`, also where
 * Excel has put a link or another letter case on them; prefixes of young functions and of `LET` names go; the stored
 * functions for `A1#` and `@A1` become these. Texts inside quotes are never touched.
 * @param stored as in `<f>`, without `=`
 */
export function fromStoredFormula(stored: string): string {
  return mayHoldStoredForm(stored) ? fromStored(stored) : stored;
}

const fromStored = rememberByText((stored) => textOf(shown(formulaTokens(stored))));

/** Most formulas have nothing to translate, and reading a large file asks for each of them. */
function mayHoldStoredForm(formula: string): boolean {
  return /_xl|KMC\./i.test(formula);
}

/**
 * The form in which an .xlsx stores a formula; the inverse of `fromStoredFormula`.
 * @param plain A1 without `=`, add-in functions as `KMC.X`
 */
export function toStoredFormula(plain: string): string {
  return toStored(plain);
}

const toStored = rememberByText((plain) => {
  const tokens = formulaTokens(plain);
  const locals = localNamePositions(tokens);
  return textOf(withOperatorsAsCalls(tokens.map((token, at) => storedToken(token, locals.has(at)))));
});

/** The formula in R1C1: formulas filled down or right have the same text. */
export function toR1C1(formula: string, at: { readonly row: number; readonly column: number }): string {
  return tokensInR1C1(formulaTokens(formula), at);
}

/** As `toR1C1`, of a formula whose tokens are known already. */
export const tokensInR1C1 = (tokens: readonly Token[], at: { readonly row: number; readonly column: number }): string =>
  textOf(translateTokensToR1C1([...tokens], cellAddress(at)));

function shown(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const operator = shownAsOperator(tokens, at);
    if (operator) {
      result.push(...operator.tokens);
      at = operator.last;
    } else if (!isContextOfAddIn(tokens, at)) {
      result.push(shownToken(tokens[at]!));
    }
  }
  return result;
}

/** `_xlfn.ANCHORARRAY(A1)` is `A1#`, `_xlfn.SINGLE(A1)` is `@A1`. */
function shownAsOperator(tokens: readonly Token[], at: number): { tokens: Token[]; last: number } | null {
  const name = tokens[at]!.type === 'func' ? tokens[at]!.value.toUpperCase() : '';
  const isSpill = name === '_XLFN.ANCHORARRAY';
  if (!isSpill && name !== '_XLFN.SINGLE') return null;
  const last = afterOperand(tokens, at + 2);
  if (!isOperator(tokens[last], ')') || (isSpill && !(last === at + 3 && isReference(tokens[at + 2])))) return null;
  const operand = shown(tokens.slice(at + 2, last));
  return { tokens: isSpill ? [...operand, operator('#')] : [operator('@'), ...operand], last };
}

const operator = (value: string): Token => ({ type: 'operator', value });

/** `[2]!` and the like before an add-in function: left behind when the add-in was not loaded. */
function isContextOfAddIn(tokens: readonly Token[], at: number): boolean {
  const mark = isOperator(tokens[at], '!') ? at : at + 1;
  const isContext = tokens[mark - 1]?.type === 'context' || tokens[mark - 1]?.type === 'context_quote';
  return isContext && isOperator(tokens[mark], '!') && isAddIn(tokens[mark + 1]);
}

function isAddIn(token: Token | undefined): boolean {
  return token?.type === 'func' && (STORED_ADD_IN.test(token.value) || PLAIN_ADD_IN.test(token.value));
}

function shownToken(token: Token): Token {
  const value = token.value.replace(LOCAL_PREFIX, '');
  if (token.type === 'range_named') return { ...token, value };
  if (token.type !== 'func') return token;
  const id = (STORED_ADD_IN.exec(value) ?? PLAIN_ADD_IN.exec(value))?.[1];
  return { ...token, value: id === undefined ? shownFunctionName(value) : `KMC.${id.toUpperCase()}` };
}

function storedToken(token: Token, isLocal: boolean): Token {
  if (isLocal) return { ...token, value: `_xlpm.${token.value}` };
  if (token.type !== 'func') return token;
  const id = PLAIN_ADD_IN.exec(token.value)?.[1];
  return {
    ...token,
    value: id === undefined ? storedFunctionName(token.value) : `_xldudf_KMC_${id.toUpperCase().replaceAll('.', '_')}`,
  };
}

/** `A1#` and `@A1` as the functions that a file stores for them. */
function withOperatorsAsCalls(tokens: readonly Token[]): Token[] {
  const result: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const end = isOperator(tokens[at], '@') ? afterOperand(tokens, at + 1) : -1;
    if (end > 0) {
      result.push(...call('_xlfn.SINGLE', withOperatorsAsCalls(tokens.slice(at + 1, end))));
      at = end - 1;
    } else if (isReference(tokens[at]) && isOperator(nextOf(tokens, at), '#')) {
      result.push(...call('_xlfn.ANCHORARRAY', [tokens[at]!]));
      at = tokens.indexOf(nextOf(tokens, at)!);
    } else {
      result.push(tokens[at]!);
    }
  }
  return result;
}

const call = (name: string, operand: readonly Token[]): Token[] => [
  { type: 'func', value: name },
  operator('('),
  ...operand,
  operator(')'),
];
