import { addA1RangeBounds, parseA1Ref, type Token } from '@borgar/fx/xlsx';
import { rememberByText } from '../memo';
import type { CellRef, RangeRef } from './cell';
import { formulaTokens, isOperator } from './formulaTokens';
import { localNamePositions } from './localNames';
import type { TableSnapshot } from './snapshot';
import { namesNoTable, ownRowRange, structuredRange, tableNamed, type OwnRowRange } from './structuredReference';

/** Something a formula reads. */
export type Precedent =
  | { readonly kind: 'range'; readonly range: RangeRef }
  /** A defined name; `sheet` where the formula says whose local name it is. */
  | { readonly kind: 'name'; readonly name: string; readonly sheet: string | null }
  | { readonly kind: 'external'; readonly text: string }
  /** What it reads cannot be told from the formula: `INDIRECT`, `OFFSET`, `A1:INDEX(…)`, 3-D and broken references. */
  | { readonly kind: 'unresolved'; readonly text: string };

const READS_ELSEWHERE = new Set(['INDIRECT', 'OFFSET']);

/**
 * What a formula reads, in the order of the formula and as often as it is written. Names that `LET` and `LAMBDA`
 * declare are not among it. Of `A1#` the formula's own cell is named: its spill gives the rest.
 * @param formula A1 without `=`
 * @param at the formula's cell
 */
export function precedents(formula: string, at: CellRef, tables: readonly TableSnapshot[]): Precedent[] {
  return readingTokens(formula).flatMap((token) => precedentOf(token, at, tables));
}

/** What a formula reads of its own row, in whatever row of the table it stands. */
export interface OwnRow extends OwnRowRange {
  readonly kind: 'own-row';
  readonly text: string;
}

/** What a formula reads, said for every cell of a sheet where it may stand. */
export interface Plan {
  readonly parts: readonly (Precedent | OwnRow)[];
  /** Whether another cell than the one it was read at reads the same parts. */
  readonly isForEveryCell: boolean;
}

/**
 * As `precedents`, each written part once: a table's formula names the same column of its row many times. A table repeats the formula in
 * every row, so what is read there is told once for all of them.
 */
export function plannedPrecedents(formula: string, at: CellRef, tables: readonly TableSnapshot[]): Plan {
  const tokens = distinctTokens(formula);
  return {
    parts: tokens.flatMap((token): readonly (Precedent | OwnRow)[] => {
      const own = token.type === 'structured' ? ownRowRange(token.value, tables) : null;
      return own ? [{ kind: 'own-row', text: token.value, ...own }] : precedentOf(token, at, tables);
    }),
    isForEveryCell: !tokens.some(({ type, value }) => type === 'structured' && namesNoTable(value)),
  };
}

const distinctTokens = rememberByText((formula): readonly Token[] => [
  ...new Map(readingTokens(formula).map((token) => [`${token.type} ${token.value}`, token])).values(),
]);

/** The tokens that may read something; a table repeats its formulas in every row. */
const readingTokens = rememberByText((formula): readonly Token[] => {
  const tokens = formulaTokens(formula);
  // Where part of a text is no formula (the path of another workbook, say), nobody knows what the rest of it means.
  if (tokens.some(({ type }) => type === 'unknown')) return [{ type: 'unknown', value: formula }];
  const locals = localNamePositions(tokens);
  return tokens.filter((token, position) => mayRead(token) && !locals.has(position));
});

const READING = new Set(['range', 'range_beam', 'structured', 'range_named']);

function mayRead(token: Token): boolean {
  if (token.type === 'func') return READS_ELSEWHERE.has(token.value.toUpperCase());
  return READING.has(token.type) || token.type === 'error' || isOperator(token, ':');
}

function precedentOf(token: Token, at: CellRef, tables: readonly TableSnapshot[]): Precedent[] {
  switch (token.type) {
    case 'range':
    case 'range_beam':
      return [cellsOf(token.value, at)];
    case 'structured':
      return [tableCellsOf(token.value, at, tables)];
    case 'range_named':
      return [named(token.value, at, tables)];
    case 'func':
      return [unresolved(token.value)];
    case 'error':
      return token.value === '#REF!' ? [unresolved(token.value)] : [];
    default:
      return [unresolved(token.value)];
  }
}

const unresolved = (text: string): Precedent => ({ kind: 'unresolved', text });

function cellsOf(text: string, at: CellRef): Precedent {
  const reference = parseA1Ref(text);
  if (!reference || !('range' in reference)) return unresolved(text);
  if (reference.workbookName) return { kind: 'external', text };
  if (reference.sheetName?.includes(':')) return unresolved(text);
  const { top, left, bottom, right } = addA1RangeBounds(reference.range);
  return { kind: 'range', range: { sheet: reference.sheetName || at.sheet, top, left, bottom, right } as RangeRef };
}

function tableCellsOf(text: string, at: CellRef, tables: readonly TableSnapshot[]): Precedent {
  const range = structuredRange(text, at, tables);
  return range ? { kind: 'range', range } : unresolved(text);
}

function named(text: string, at: CellRef, tables: readonly TableSnapshot[]): Precedent {
  const reference = parseA1Ref(text);
  if (!reference || !('name' in reference)) return unresolved(text);
  // `[0]!Name` is how a file writes a name of this very workbook.
  if (reference.workbookName && reference.workbookName !== '0') return { kind: 'external', text };
  if (tableNamed(reference.name, tables)) return tableCellsOf(reference.name, at, tables);
  return { kind: 'name', name: reference.name, sheet: reference.sheetName || null };
}
