import { message, type Message } from '../../core/message';

/** Twice what Excel takes, because a file may spell a formula longer than a person typed it. */
export const MOST_CHARACTERS = 16_384;
/** Excel nests 64 functions; parentheses come on top. */
const MOST_LEVELS = 256;
/** A chain of operators is as deep a tree as it is long, and whoever walks it needs room for every level. */
const MOST_OPERATORS = 1_000;
/** With all names replaced by what they stand for. */
const MOST_WRITTEN = 65_536;

const TEXT = /"(?:[^"]|"")*"?|'(?:[^']|'')*'?/g;

/** @returns why a formula's text is not even looked at, `null` for one of a sane length */
export function lengthProblem(formula: string): Message | null {
  return formula.length > MOST_CHARACTERS ? beyond('characters', formula.length, MOST_CHARACTERS) : null;
}

/** @param written the formula as the engine takes it; @returns why it is not calculated, `null` for one of a sane shape */
export function shapeProblem(written: string): Message | null {
  if (written.length > MOST_WRITTEN) return beyond('written', written.length, MOST_WRITTEN);
  const signs = written.replace(TEXT, '');
  const operators = signs.replace(/[^-+*/^&=<>%:]/g, '').length;
  if (operators > MOST_OPERATORS) return beyond('operators', operators, MOST_OPERATORS);
  const levels = levelsOf(signs);
  return levels > MOST_LEVELS ? beyond('levels', levels, MOST_LEVELS) : null;
}

function levelsOf(signs: string): number {
  let depth = 0;
  let deepest = 0;
  for (const sign of signs) {
    if (sign === '(' || sign === '{') deepest = Math.max(deepest, ++depth);
    else if (sign === ')' || sign === '}') depth--;
  }
  return deepest;
}

const beyond = (what: string, found: number, most: number): Message =>
  message(`recalc.beyond.${what}`, { found, most });
