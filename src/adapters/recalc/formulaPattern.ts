import { MAX_COLUMNS, MAX_ROWS } from '../../core/workbook/sheetColumns';
import { parseCell } from '../../core/workbook/a1';
import type { Position } from '../grid/engineFormula';

export interface FormulaPattern {
  /** The same text for formulas that differ only in where they stand. */
  readonly text: string;
  /** What was taken for addresses of cells, in order. */
  readonly addresses: readonly string[];
}

/** Texts and sheet names in quotes, names and addresses, numbers; everything else is one character. Brackets are followed by hand. */
const PIECE = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_\\$][\p{L}\p{N}_.\\$?]*|\d[\d.]*(?:E[+-]?\d+)?|[^]/giuy;
const ADDRESS = /^(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})$/i;

/**
 * Writes the addresses of single cells relative to the formula's cell (`R[-1]C[0]`; what has `$` stays). It reads a formula's text
 * without a full tokeniser, so that what it took for addresses has to be compared with what the tokeniser found, once a pattern.
 *
 * @param formula A1 formula without `=`
 */
export function formulaPattern(formula: string, at: Position): FormulaPattern {
  const addresses: string[] = [];
  let text = '';
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < formula.length) {
    const start = PIECE.lastIndex;
    if (formula[start] === '[') PIECE.lastIndex = afterBracket(formula, start);
    else PIECE.exec(formula);
    const end = PIECE.lastIndex;
    const piece = formula.slice(start, end);
    const relative = /[(![.]/.test(formula.charAt(end)) ? null : relativeAddress(piece, at);
    if (relative !== null) addresses.push(piece);
    text += relative ?? piece;
  }
  return { text, addresses };
}

/** `'` takes the meaning from the character after it. @returns position after the bracket that closes, the end when none does */
function afterBracket(formula: string, start: number): number {
  let depth = 0;
  for (let position = start; position < formula.length; position++) {
    const character = formula[position];
    if (character === "'") position++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return position + 1;
  }
  return formula.length;
}

function relativeAddress(piece: string, at: Position): string | null {
  const parts = ADDRESS.exec(piece);
  const cell = parts && parseCell(piece.replaceAll('$', '').toUpperCase());
  if (!parts || !cell || cell.row >= MAX_ROWS || cell.column >= MAX_COLUMNS) return null;
  const row = parts[3] ? `R${cell.row}` : `R[${cell.row - at.row}]`;
  return `\u0000${row}${parts[1] ? `C${cell.column}` : `C[${cell.column - at.column}]`}`;
}
