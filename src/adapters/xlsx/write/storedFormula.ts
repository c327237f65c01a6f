import { type Token, tokenize, tokenTypes } from '@borgar/fx';
import { NAMESPACE } from './addinIdentity';

/** A formula in the words a file uses. */
export interface StoredFormula {
  readonly text: string;
  /** Stored names of the add-in functions it calls; where there is one, the cell is a dynamic array. */
  readonly addinFunctions: readonly string[];
}

const ADDIN_FUNCTION = new RegExp(`^${NAMESPACE}\\.([A-Z][A-Z0-9_]*)$`, 'i');

/**
 * Excel stores an add-in's function as `_xldudf_` + namespace + `_` + id; under its plain name it stays `#NAME?` for ever.
 * @param formula without `=`, add-in functions as `KMC.X` in any letter case
 */
export function storedFormula(formula: string): StoredFormula {
  if (!/KMC\./i.test(formula)) return { text: formula, addinFunctions: [] };
  const found = new Set<string>();
  const tokens = tokenize(formula, { mergeRefs: false });
  const text = tokens.map((token, at) => {
    const id = isCalled(tokens, at) ? ADDIN_FUNCTION.exec(token.value)?.[1] : undefined;
    if (id === undefined) return token.value;
    const stored = `_xldudf_${NAMESPACE}_${id.toUpperCase()}`;
    found.add(stored);
    return stored;
  });
  return { text: text.join(''), addinFunctions: [...found] };
}

/** The tokenizer takes a function for a name when blanks stand before its parenthesis. */
function isCalled(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.type === tokenTypes.FUNCTION) return true;
  const next = tokens.slice(at + 1).find((token) => token.type !== tokenTypes.WHITESPACE);
  return tokens[at]!.type === tokenTypes.REF_NAMED && next?.value === '(';
}
