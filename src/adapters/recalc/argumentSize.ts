import type { Nullable } from '@univerjs/core';
import type {
  ArrayValueObject,
  BaseReferenceObject,
  BaseValueObject,
  FunctionVariantType,
} from '@univerjs/engine-formula';

/** What stands at an argument's place; the engine gives nothing for one left out. */
export type ArgumentValue = Nullable<FunctionVariantType>;

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

const ONE: Size = { rows: 1, columns: 1 };

/** @returns an argument's size in cells, without reading it; whole rows and columns are cut to their sheet */
export function sizeOf(value: ArgumentValue): Size {
  if (!value) return ONE;
  if (value.isReferenceObject()) return sizeOfReference(value as BaseReferenceObject);
  if (!value.isArray()) return ONE;
  const array = value as unknown as ArrayValueObject;
  return { rows: array.getRowCount(), columns: array.getColumnCount() };
}

function sizeOfReference(reference: BaseReferenceObject): Size {
  const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
  return { rows: Math.max(0, endRow - startRow + 1), columns: Math.max(0, endColumn - startColumn + 1) };
}

export const cellsOf = ({ rows, columns }: Size): number => rows * columns;

/** @returns the size of what a function gives that works cell by cell: single rows and columns are repeated */
export function broadcastSize(sizes: readonly Size[]): Size {
  return {
    rows: sizes.reduce((most, { rows }) => Math.max(most, rows), 1),
    columns: sizes.reduce((most, { columns }) => Math.max(most, columns), 1),
  };
}

/** Characters of an argument's texts. */
export interface TextSize {
  readonly total: number;
  readonly longest: number;
}

/** @param value of a size that may be read */
export function textSizeOf(value: ArgumentValue): TextSize {
  let total = 0;
  let longest = 0;
  forEachText(value, (text) => {
    total += text.length;
    longest = Math.max(longest, text.length);
  });
  return { total, longest };
}

/** @param visit each text of an argument, numbers as the engine writes them left out */
export function forEachText(value: ArgumentValue, visit: (text: string) => void): void {
  if (!value) return;
  const read = value.isReferenceObject() ? (value as BaseReferenceObject).toArrayValueObject() : value;
  if (!(read as BaseValueObject).isArray()) visitText(read as BaseValueObject, visit);
  else
    for (const row of (read as unknown as ArrayValueObject).getArrayValue())
      for (const cell of row ?? []) if (cell) visitText(cell, visit);
}

function visitText(value: BaseValueObject, visit: (text: string) => void): void {
  if (value.isString()) visit(String(value.getValue()));
}
