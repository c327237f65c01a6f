import type { ChoiceSet } from '../case/vocabulary';
import type { Decimal } from '../quantity/decimal';
import type { Unit } from '../quantity/unit';
import {
  choiceReader,
  readBlock,
  readNumber,
  readPeriod,
  readText,
  readUnit,
  singleCell,
  type Block,
  type Place,
  type ReadCell,
} from './arguments';
import { refuse } from './arguments';
import type { Argument, ArgumentKind, ParameterSpec } from './types';

/** A parameter's declaration and how its argument becomes a value. */
export interface Parameter<T> extends Omit<ParameterSpec, 'name'> {
  /** @param given one argument, or for a repeating parameter all that are left */
  read(given: readonly (Argument | undefined)[], at: Place): T;
}

interface Kind<T> {
  readonly kind: ArgumentKind;
  readonly choices?: ChoiceSet;
  readonly read: ReadCell<T>;
}

function single<T>({ kind, choices, read }: Kind<T>): Parameter<T> {
  return {
    kinds: [kind],
    choices,
    shape: 'scalar',
    block: false,
    optional: false,
    repeating: false,
    read: ([argument], at) => read(singleCell(argument, at), at),
  };
}

function several<T>({ kind, choices, read }: Kind<T>): Parameter<Block<T>> {
  return {
    kinds: [kind],
    choices,
    shape: 'matrix',
    block: true,
    optional: false,
    repeating: false,
    read: ([argument], at) => readBlock(argument, at, read),
  };
}

const choiceKind = <W extends string>(set: ChoiceSet): Kind<W> => ({
  kind: 'choice',
  choices: set,
  read: choiceReader<W>(set),
});

export const number = (): Parameter<Decimal> => single({ kind: 'number', read: readNumber });
export const text = (): Parameter<string> => single({ kind: 'text', read: readText });
export const unit = (): Parameter<Unit> => single({ kind: 'unit', read: readUnit });
export const period = (): Parameter<number> => single({ kind: 'period', read: readPeriod });
export const choice = <W extends string>(set: ChoiceSet): Parameter<W> => single(choiceKind<W>(set));

/** A range of numbers; a single number will do. */
export const numbers = (): Parameter<Block<Decimal>> => several({ kind: 'number', read: readNumber });
export const texts = (): Parameter<Block<string>> => several({ kind: 'text', read: readText });
export const periods = (): Parameter<Block<number>> => several({ kind: 'period', read: readPeriod });
export const choices = <W extends string>(set: ChoiceSet): Parameter<Block<W>> => several(choiceKind<W>(set));

/** A range of words of a vocabulary, each with the text the user wrote. */
export const choicesAsWritten = <W extends string>(set: ChoiceSet): Parameter<Block<Written<W>>> => {
  const read = choiceReader<W>(set);
  return several({
    kind: 'choice',
    choices: set,
    read: (cell, at) => ({ word: read(cell, at), written: String(cell) }),
  });
};

export interface Written<W> {
  readonly word: W;
  readonly written: string;
}

/** May be left out, and then is `null`. A blank cell is not the same as leaving it out, and is refused. */
export function optional<T>(parameter: Parameter<T>): Parameter<T | null> {
  return {
    ...parameter,
    shape: 'matrix',
    optional: true,
    read: (given, at) => (given[0] === null || given[0] === undefined ? null : parameter.read(given, at)),
  };
}

export interface Quantity {
  readonly value: Decimal;
  readonly unit: Unit;
}

/** Value and unit in turn, as often as the user likes, or not at all. */
export function moreQuantities(): Parameter<readonly Quantity[]> {
  return {
    kinds: ['number', 'unit'],
    shape: 'scalar',
    block: false,
    optional: true,
    repeating: true,
    read: (given, at) => {
      if (given.length % 2 === 1) return refuse({ ...at, repetition: given.length }, 'value-without-unit');
      return Array.from({ length: given.length / 2 }, (_, pair) => readQuantity(given, pair * 2, at));
    },
  };
}

function readQuantity(given: readonly (Argument | undefined)[], index: number, at: Place): Quantity {
  const place = (offset: number): Place => ({ ...at, repetition: index + offset + 1 });
  const cell = (offset: number) => singleCell(given[index + offset], place(offset));
  return { value: readNumber(cell(0), place(0)), unit: readUnit(cell(1), place(1)) };
}
