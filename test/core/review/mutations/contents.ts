import type { TableName } from '../../../../src/core/template/types';
import type { CellRef } from '../../../../src/core/workbook/cell';
import { columnOf, contentOf, fieldOf, formulaOf, type Base } from './base';
import { typed, type Mutant } from './mutation';

/** What the tables of the template hold, and single cells of them typed anew. */

export const SIDES: readonly TableName[] = ['KmcBaseline', 'KmcProduct'];
export const INVENTORIES: readonly TableName[] = [...SIDES, 'KmcSideEffects'];

export const cellsOf = (base: Base, tables: readonly TableName[], key: string): readonly CellRef[] =>
  tables.flatMap((table) => columnOf(base, table, key));

export const numbersOf = (base: Base, tables: readonly TableName[], key: string): readonly CellRef[] =>
  cellsOf(base, tables, key).filter((cell) => typeof contentOf(base, cell) === 'number');

export const number = (base: Base, cell: CellRef): number => contentOf(base, cell) as number;

export const blanked =
  (tables: readonly TableName[], key: string) =>
  (base: Base): readonly Mutant[] =>
    cellsOf(base, tables, key)
      .filter((cell) => contentOf(base, cell) !== null)
      .map((cell) => typed(cell, null));

export const scaled =
  (tables: readonly TableName[], key: string, by: number) =>
  (base: Base): readonly Mutant[] =>
    numbersOf(base, tables, key)
      .filter((cell) => number(base, cell) !== 0 && formulaOf(base, cell) === null)
      .map((cell) => typed(cell, number(base, cell) * by));

export const replaced =
  (tables: readonly TableName[], key: string, value: string | number) =>
  (base: Base): readonly Mutant[] =>
    cellsOf(base, tables, key)
      .filter((cell) => contentOf(base, cell) !== value && contentOf(base, cell) !== null)
      .map((cell) => typed(cell, value));

export const ofField =
  (key: string, value: (now: unknown) => string | number | null) =>
  (base: Base): readonly Mutant[] => {
    const cell = fieldOf(base, key);
    const now = cell && contentOf(base, cell);
    if (!cell || now === null || now === undefined) return [];
    const next = value(now);
    return next === now ? [] : [typed(cell, next)];
  };

export const address = ({ sheet, row, column }: CellRef): string =>
  `'${sheet}'!${String.fromCharCode(65 + column)}${row + 1}`;
