import { formulaTokens } from './formulaTokens';

/** A text constant in a formula may have 255 characters, quotes doubled; a formula 8192. */
const LONGEST_CONSTANT = 120;
const CONSTANTS_PER_NAME = 30;

/**
 * A text as formulas of defined names, which every spreadsheet program keeps and no sort touches.
 * @returns one formula or several, each of text constants alone; cut between whole characters
 */
export function textFormulas(text: string): readonly string[] {
  const constants: string[] = [];
  let piece = '';
  for (const character of text) {
    if (piece.length >= LONGEST_CONSTANT) {
      constants.push(piece);
      piece = '';
    }
    piece += character;
  }
  constants.push(piece);
  const quoted = constants.map((one) => `"${one.replaceAll('"', '""')}"`);
  const formulas: string[] = [];
  for (let at = 0; at < quoted.length; at += CONSTANTS_PER_NAME)
    formulas.push(quoted.slice(at, at + CONSTANTS_PER_NAME).join('&'));
  return formulas;
}

/** @returns the text that formulas of constants make together; `null` where one holds anything else */
export function textOfFormulas(formulas: readonly string[]): string | null {
  let text = '';
  for (const formula of formulas) {
    for (const token of formulaTokens(formula)) {
      if (token.type === 'string') text += token.value.slice(1, -1).replaceAll('""', '"');
      else if (token.type !== 'operator' && token.type !== 'whitespace') return null;
    }
  }
  return text;
}
