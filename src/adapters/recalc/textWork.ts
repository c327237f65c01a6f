import { broadcastSize, cellsOf, sizeOf, textSizeOf, type ArgumentValue } from './argumentSize';
import { conditionWork, isConditional } from './conditionWork';

/** Functions and operators whose work grows with the length of texts. */
const TEXT_FUNCTIONS = new Set(
  `& CONCAT CONCATENATE TEXTJOIN SUBSTITUTE REPT LEFT RIGHT MID LOWER UPPER TRIM FIND SEARCH EXACT VALUE TEXT MATCH VLOOKUP HLOOKUP
   XLOOKUP = <> < > <= >=`.split(/\s+/),
);
const JOINING = new Set(['CONCAT', 'TEXTJOIN']);
const LOOKUPS = new Set(['MATCH', 'VLOOKUP', 'HLOOKUP', 'XLOOKUP']);

/** Excel's longest text; one that would be longer is `#VALUE!`. */
export const LONGEST_TEXT = 32_767;
/** Characters in a step. */
const A_STEP = 4;

/**
 * @param name function or operator in upper case
 * @param args of sizes that may be read
 * @param call steps of the call without its texts
 * @returns steps that the lengths of their texts, and conditions, add
 */
export function textWork(name: string, args: readonly ArgumentValue[], call: number): number {
  if (isConditional(name)) return conditionWork(name, args, call);
  if (!TEXT_FUNCTIONS.has(name)) return 0;
  const sizes = args.map(textSizeOf);
  const own = sizes.reduce((sum, { total }) => sum + total, 0);
  const longest = sizes.reduce((sum, size) => sum + size.longest, 0);
  return (own + resultCharacters(name, args, longest)) / A_STEP + patternSteps(name, args, own);
}

function resultCharacters(name: string, args: readonly ArgumentValue[], longest: number): number {
  const cells = args.map(sizeOf);
  const all = cells.reduce((sum, size) => sum + cellsOf(size), 0);
  if (JOINING.has(name)) return all * (textSizeOf(args[0]).longest + 1);
  const most = name === 'SUBSTITUTE' ? substituted(args) : name === 'REPT' ? LONGEST_TEXT : longest;
  const isSingle = cells.every((size) => cellsOf(size) <= 1);
  return isSingle && name === 'REPT' ? 0 : cellsOf(broadcastSize(cells)) * most;
}

/** Each character may be replaced by a whole text. */
function substituted([text, , put]: readonly ArgumentValue[]): number {
  return textSizeOf(text).longest * Math.max(1, textSizeOf(put).longest);
}

/** A looked-up text with wildcards is tried at every place of every text. */
function patternSteps(name: string, [wanted]: readonly ArgumentValue[], characters: number): number {
  if (!LOOKUPS.has(name)) return 0;
  return (characters * Math.min(textSizeOf(wanted).longest, LONGEST_TEXT)) / (A_STEP * A_STEP);
}
