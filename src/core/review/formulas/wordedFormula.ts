import { formulaTokens } from '../../workbook/formulaTokens';
import { precedents } from '../../workbook/precedents';
import type { CellRef, RangeRef } from '../../workbook/cell';
import type { ReviewedBook, ReviewedSheet } from './book';

/** A piece of a formula: as written, or a reference by the words that stand beside its cells. */
export interface Word {
  readonly text: string;
  readonly kind: 'written' | 'named';
}

const REFERENCES: ReadonlySet<string> = new Set(['range', 'range_beam', 'structured']);

/**
 * A formula with its references to cells read as a person does: by the header of the table's column, else by the text to the left of a
 * single cell, else by the text above, with the sheet's name where that is another. Names are words already; what has no text beside it
 * stays as written.
 * @param formula A1 without `=`
 * @param at the formula's cell
 */
export function wordedFormula(formula: string, at: CellRef, book: ReviewedBook): readonly Word[] {
  return formulaTokens(formula).map(({ type, value }) => {
    const name = REFERENCES.has(type) ? nameOf(value, at, book) : null;
    return name === null ? { text: value, kind: 'written' } : { text: name, kind: 'named' };
  });
}

function nameOf(reference: string, at: CellRef, book: ReviewedBook): string | null {
  const [read] = precedents(reference, at, book.snapshot.tables);
  const name = read?.kind === 'range' ? rangeName(read.range, book) : null;
  return name !== null && read?.kind === 'range' && read.range.sheet !== at.sheet
    ? `${read.range.sheet}: ${name}`
    : name;
}

/** @returns the words beside a range of cells; `null` where there are none */
export function rangeName(range: RangeRef, book: ReviewedBook): string | null {
  const { sheet, top, left, bottom, right } = range;
  const table = book.snapshot.tables.find(
    (one) =>
      one.range.sheet === sheet &&
      one.range.top < top &&
      bottom <= one.range.bottom &&
      one.range.left <= left &&
      left === right &&
      left <= one.range.right,
  );
  const header = table?.columns[left - table.range.left];
  const own = book.sheet(sheet);
  if (header !== undefined || !own) return header ?? null;
  const isSingle = top === bottom && left === right;
  const beside = [textLeft(own, top, left), textAbove(own, top, left)];
  return (isSingle ? beside : beside.reverse()).find((text) => text !== null) ?? null;
}

const textLeft = ({ rows }: ReviewedSheet, row: number, column: number): string | null =>
  lastText((rows.get(row) ?? []).filter((cell) => cell.column < column));

const textAbove = ({ columns }: ReviewedSheet, row: number, column: number): string | null =>
  lastText((columns.get(column) ?? []).filter((cell) => cell.row < row));

function lastText(cells: readonly { readonly value: unknown }[]): string | null {
  const texts = cells.flatMap(({ value }) => (typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []));
  return texts.at(-1) ?? null;
}
