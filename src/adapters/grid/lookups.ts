import { BaseFunction, type BaseValueObject } from '@univerjs/engine-formula';
import { message, type Message } from '../../core/message';
import { isCellError, type CellError, type CellValue } from '../../core/workbook/cell';
import { rowsOf } from './broadcast';
import { compareValues, isSameValue } from './comparison';
import { engineMatrix, engineScalar, type Matrix } from './engineValues';
import type { EngineFunctionClass, EngineFunctionEntry } from './functionBridge';
import { numberOf } from './operators';
import { hasWildcard, matchesWildcards } from './wildcards';

/** Says what cannot be calculated as Excel does; in a recalculation it throws, in a grid it gives the error to show. */
export type Refuse = (why: Message) => CellError;

type LookUp = (wanted: CellValue, args: readonly Matrix<CellValue>[], refuse: Refuse) => CellValue;

const NOT_FOUND: CellError = { error: '#N/A' };
const NO_VALUE: CellError = { error: '#VALUE!' };

/** @returns a function whose first argument is looked up, cell by cell where it is a range */
function lookingUp(fewest: number, most: number, lookUp: LookUp, refuse: Refuse): EngineFunctionClass {
  return class extends BaseFunction {
    override minParams = fewest;
    override maxParams = most;

    override calculate(wanted: BaseValueObject, ...others: BaseValueObject[]): BaseValueObject {
      const args = others.map(rowsOf);
      const results = rowsOf(wanted).map((row) =>
        row.map((value) => (isCellError(value) ? value : lookUp(value, args, refuse))),
      );
      return results.length === 1 && results[0]!.length === 1 ? engineScalar(results[0]![0]!) : engineMatrix(results);
    }
  } as EngineFunctionClass;
}

const match: LookUp = (wanted, [range, type], refuse) => {
  const cells = lineOf(range!);
  if (!cells) return NOT_FOUND;
  const kind = type === undefined ? 1 : numberOf(type[0]![0]!);
  if (typeof kind !== 'number') return kind;
  const position = kind === 0 ? exactPosition(wanted, cells) : sortedPosition(wanted, cells, kind > 0, refuse);
  if (typeof position !== 'number') return position;
  return position < 0 ? NOT_FOUND : position + 1;
};

const vlookup: LookUp = (wanted, [table, ...how], refuse) => lookUpIn(wanted, table!, how, refuse);
const hlookup: LookUp = (wanted, [table, ...how], refuse) => lookUpIn(wanted, transposed(table!), how, refuse);

function lookUpIn(
  wanted: CellValue,
  table: Matrix<CellValue>,
  how: readonly Matrix<CellValue>[],
  refuse: Refuse,
): CellValue {
  const [index, approximate] = how as readonly [Matrix<CellValue>, Matrix<CellValue> | undefined];
  const column = numberOf(index[0]![0]!);
  const sorted = approximate === undefined ? 1 : numberOf(approximate[0]![0]!);
  if (typeof column !== 'number') return column;
  if (typeof sorted !== 'number') return sorted;
  if (column < 1) return NO_VALUE;
  if (Math.trunc(column) > table[0]!.length) return { error: '#REF!' };
  const keys = table.map((row) => row[0]!);
  const position = sorted === 0 ? exactPosition(wanted, keys) : sortedPosition(wanted, keys, true, refuse);
  if (typeof position !== 'number') return position;
  return position < 0 ? NOT_FOUND : (table[position]![Math.trunc(column) - 1] ?? 0);
}

/** A blank is looked up as 0. The first equal value of the same kind; `*` and `?` in a looked-up text are wildcards. */
function exactPosition(wanted: CellValue, cells: readonly CellValue[]): number {
  const value = wanted ?? 0;
  if (typeof value === 'string' && hasWildcard(value)) {
    return cells.findIndex((cell) => typeof cell === 'string' && matchesWildcards(cell, value));
  }
  return cells.findIndex((cell) => isSameValue(value, cell));
}

/**
 * In sorted values: the last one not beyond the wanted one. Values of other kinds, blanks and errors are passed over. In values that
 * are not sorted Excel's answer depends on the path of its search, so that there is none here.
 */
function sortedPosition(
  wanted: CellValue,
  cells: readonly CellValue[],
  ascending: boolean,
  refuse: Refuse,
): number | CellError {
  const value = wanted ?? 0;
  const direction = ascending ? 1 : -1;
  const comparable = [...cells.entries()].filter(([, cell]) => cell !== null && typeof cell === typeof value);
  const orders = comparable.map(([, cell], at) =>
    at === 0 ? 0 : compareValues(cell, comparable[at - 1]![1]) * direction,
  );
  if (orders.some((order) => order < 0)) return refuse(message('recalc.unsupported.unsorted'));
  const within = comparable.filter(([, cell]) => compareValues(cell, value) * direction <= 0);
  if (!ascending && within.length > 0) return firstEqualOrLast(value, within);
  return within.at(-1)?.[0] ?? -1;
}

/** Descending, Excel stops at the first of several equal values. */
function firstEqualOrLast(value: CellValue, within: readonly (readonly [number, CellValue])[]): number {
  const equal = within.find(([, cell]) => isSameValue(value, cell));
  return (equal ?? within.at(-1)!)[0];
}

function lineOf(range: Matrix<CellValue>): readonly CellValue[] | null {
  if (range.length === 1) return range[0]!;
  return range[0]!.length === 1 ? range.map((row) => row[0]!) : null;
}

const transposed = (rows: Matrix<CellValue>): Matrix<CellValue> =>
  rows[0]!.map((_, column) => rows.map((row) => row[column]!));

/** XLOOKUP without a match or search mode: the row (or column) of the results beside the first equal value. */
function xlookup(refuse: Refuse): EngineFunctionClass {
  return class extends BaseFunction {
    override minParams = 3;
    override maxParams = 6;

    override calculate(
      wanted: BaseValueObject,
      range: BaseValueObject,
      results: BaseValueObject,
      ...how: BaseValueObject[]
    ): BaseValueObject {
      const [instead, ...modes] = how;
      const values = rowsOf(wanted);
      const cells = lineOf(rowsOf(range));
      const value = values[0]![0]!;
      if (isCellError(value)) return engineScalar(value);
      const isPlain = values.length === 1 && values[0]!.length === 1 && value !== null && modes.length === 0;
      if (!isPlain || !cells) return engineScalar(refuse(message('recalc.unsupported.lookup-mode')));
      const position = cells.findIndex((cell) => isSameValue(value, cell));
      if (position < 0) return instead && !instead.isNull() ? instead : engineScalar(NOT_FOUND);
      return besides(rowsOf(results), position, cells.length, rowsOf(range).length === 1);
    }
  } as EngineFunctionClass;
}

function besides(results: Matrix<CellValue>, position: number, count: number, sideways: boolean): BaseValueObject {
  const length = sideways ? results[0]!.length : results.length;
  if (length !== count) return engineScalar(NO_VALUE);
  const found = sideways ? results.map((row) => [row[position]!]) : [results[position]!];
  return found.length === 1 && found[0]!.length === 1 ? engineScalar(found[0]![0] ?? 0) : engineMatrix(found);
}

/** The engine's look-ups take the text "1" for the number 1. */
export function lookups(refuse: Refuse): EngineFunctionEntry[] {
  return [
    [lookingUp(2, 3, match, refuse), 'MATCH'],
    [lookingUp(3, 4, vlookup, refuse), 'VLOOKUP'],
    [lookingUp(3, 4, hlookup, refuse), 'HLOOKUP'],
    [xlookup(refuse), 'XLOOKUP'],
  ];
}
