import type { Nullable } from '@univerjs/core';
import type {
  ArrayValueObject,
  BaseReferenceObject,
  BaseValueObject,
  FunctionVariantType,
} from '@univerjs/engine-formula';
import { forEachText, type ArgumentValue } from './argumentSize';

const FIRST_CONDITION: Readonly<Record<string, number>> = {
  ...{ COUNTIF: 1, SUMIF: 1, AVERAGEIF: 1, COUNTIFS: 1 },
  ...{ SUMIFS: 2, AVERAGEIFS: 2, MAXIFS: 2, MINIFS: 2 },
};

/** Steps that a cell takes beside being looked at where it meets a condition, and wherever the condition is more than a value. */
const A_MATCH = 12;
/** Of a call, whose cells are two steps each. */
const ALL_MATCH = A_MATCH / 2;
/** Characters that a pattern's expression goes through in the time a cell takes. */
const LETTERS_A_CELL = 20;

/** @returns whether the function takes conditions, as `SUMIFS` does */
export const isConditional = (name: string): boolean => name in FIRST_CONDITION;

/**
 * @param args of sizes that may be read
 * @param call steps to look at all cells
 * @returns steps that its conditions add
 */
export function conditionWork(name: string, args: readonly ArgumentValue[], call: number): number {
  const stars = patternFactor(args);
  if (stars > 1) return call * ALL_MATCH * stars;
  let steps = 0;
  for (let at = FIRST_CONDITION[name]!; at < args.length; at += 2) {
    const wanted = plainValue(args[at]);
    if (wanted === null) return call * ALL_MATCH;
    steps += matches(args[at - 1], wanted) * A_MATCH;
    if (!name.endsWith('S')) break;
  }
  return steps;
}

/**
 * The engine makes a regular expression of a pattern, which in the worst case tries every length of text for each `*` but a last one.
 *
 * @returns how many times as long a cell takes as without a pattern
 */
function patternFactor(args: readonly ArgumentValue[]): number {
  let stars = 0;
  let longest = 0;
  for (const value of args)
    forEachText(value, (text) => {
      stars = Math.max(stars, (text.replace(/\*+$/, '').match(/\*/g) ?? []).length);
      longest = Math.max(longest, text.length);
    });
  return stars === 0 ? 1 : Math.max(1, Math.pow(longest, stars) / LETTERS_A_CELL);
}

/** @returns what a condition asks for where it is one value, `null` for every other condition */
function plainValue(value: ArgumentValue): number | string | null {
  const cells = value ? rowsOf(value) : [];
  const single = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : null;
  if (!single || single.isError() || single.isNull()) return null;
  const found = single.getValue();
  if (typeof found === 'number') return found;
  return typeof found === 'string' && !/^[<>=]|[*?~]/.test(found) ? found : null;
}

function matches(range: ArgumentValue, wanted: number | string): number {
  const text = String(wanted).toLowerCase();
  let count = 0;
  for (const row of range ? rowsOf(range) : [])
    for (const cell of row ?? []) {
      const value = cell?.getValue();
      if (value === wanted) count++;
      else if (typeof value === 'string' && value.length === text.length && value.toLowerCase() === text) count++;
    }
  return count;
}

function rowsOf(value: FunctionVariantType): readonly (readonly Nullable<BaseValueObject>[])[] {
  const read = value.isReferenceObject() ? (value as BaseReferenceObject).toArrayValueObject() : value;
  if (!(read as BaseValueObject).isArray()) return [[read as BaseValueObject]];
  return (read as unknown as ArrayValueObject).getArrayValue();
}
