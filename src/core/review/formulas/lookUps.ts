import { meant, type Expression, type ReferenceTo } from './expression';
import { numberOf } from './literals';

/** An exact look-up, whichever function it is written with. */
export interface LookUp {
  readonly key: Expression;
  /** One column in which the key is sought. */
  readonly keys: ReferenceTo;
  /** What is found stands in the same line of these cells, so many columns from their first. */
  readonly results: ReferenceTo;
  readonly column: number;
}

/** @returns `null` for another function, and where the nearest value would be taken or the list is not written as cells */
export function lookUpOf(name: string, args: readonly Expression[]): LookUp | null {
  const [key, list, third, fourth] = args.map(meant);
  if (!key || list?.kind !== 'reference' || !third) return null;
  if (name === 'VLOOKUP') {
    const column = numberOf(third);
    const isExact = fourth?.kind === 'missing' || isZero(fourth);
    return isExact && column !== null && column >= 1 && Number.isInteger(column)
      ? { key, keys: list, results: list, column: column - 1 }
      : null;
  }
  const isPlain = name === 'XLOOKUP' && args.length === 3 && third.kind === 'reference';
  return isPlain ? { key, keys: list, results: third, column: 0 } : null;
}

const isZero = (argument: Expression | undefined): boolean =>
  argument?.kind === 'boolean' ? !argument.value : argument !== undefined && numberOf(argument) === 0;
