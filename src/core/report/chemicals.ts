/** A piece of text; `lowered` stands a little below the line, as the 2 of CO2 does. */
export interface Piece {
  readonly text: string;
  readonly lowered: boolean;
}

/** The digit of CO2, CH4 and N2O, plain or as the lowered digit that many fonts lack. */
const LOWERED = /(?<=CO)[2₂](?!\d)|(?<=CH)[4₄](?!\d)|(?<=\bN)[2₂](?=O\b)|[₀-₉]/g;

const plainDigit = (digit: string): string =>
  digit >= '₀' ? String.fromCharCode(digit.charCodeAt(0) - '₀'.charCodeAt(0) + '0'.charCodeAt(0)) : digit;

/** @returns the text in pieces, digits of gases lowered; their texts together are the text itself with every digit a plain one */
export function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(LOWERED)) {
    if (match.index > at) found.push({ text: text.slice(at, match.index), lowered: false });
    found.push({ text: plainDigit(match[0]), lowered: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push({ text: text.slice(at), lowered: false });
  return found;
}
