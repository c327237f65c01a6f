import type { CellRef } from '../../workbook/cell';
import type { ReviewedSheet, UsedCell } from './book';
import type { Block } from './expression';
import { regionsOf } from './uniqueFormulas';

/**
 * What a cell is to a reviewer: a number typed where a formula belongs, a formula of its own, a formula copied over several cells, a typed
 * number or truth value, or a text.
 */
export const CELL_KINDS = ['constant', 'formula', 'copied', 'input', 'text'] as const;
export type CellKind = (typeof CELL_KINDS)[number];

/** A sheet's cells by kind, each cell once, as blocks; and the cells with a finding beside it. */
export interface SheetMap {
  readonly sheet: string;
  /** One past the last used row and column. */
  readonly rows: number;
  readonly columns: number;
  readonly blocks: Readonly<Record<CellKind, readonly Block[]>>;
  readonly counts: Readonly<Record<CellKind, number>>;
  readonly findings: readonly Block[];
}

/**
 * @param constants cells of the sheet that hold a number where a formula belongs
 * @param findings cells of the sheet that something is said of
 */
export function sheetMap(sheet: ReviewedSheet, constants: readonly CellRef[], findings: readonly CellRef[]): SheetMap {
  const copies = new Map<string, number>();
  for (const { r1c1 } of sheet.formulas) copies.set(r1c1, (copies.get(r1c1) ?? 0) + 1);
  const typedOver = new Set(constants.map(keyOf));
  const cells: Record<CellKind, UsedCell[]> = { constant: [], formula: [], copied: [], input: [], text: [] };
  for (const cell of sheet.cells) cells[kindOf(cell, typedOver, copies)].push(cell);
  const { name, rowCount, columnCount } = sheet.snapshot;
  return {
    ...{ sheet: name, rows: rowCount, columns: columnCount },
    blocks: mapped(cells, regionsOf),
    counts: mapped(cells, ({ length }) => length),
    findings: regionsOf(inOrder(findings)),
  };
}

function kindOf(cell: UsedCell, typedOver: ReadonlySet<string>, copies: ReadonlyMap<string, number>): CellKind {
  if (typedOver.has(keyOf(cell))) return 'constant';
  if (cell.formula) return copies.get(cell.formula.r1c1)! > 1 ? 'copied' : 'formula';
  return typeof cell.value === 'string' ? 'text' : 'input';
}

function mapped<T>(
  cells: Readonly<Record<CellKind, readonly UsedCell[]>>,
  of: (cells: readonly UsedCell[]) => T,
): Readonly<Record<CellKind, T>> {
  return Object.fromEntries(CELL_KINDS.map((kind) => [kind, of(cells[kind])])) as Record<CellKind, T>;
}

type Place = Pick<CellRef, 'row' | 'column'>;

const keyOf = ({ row, column }: Place): string => `${row} ${column}`;

const inOrder = (cells: readonly CellRef[]): readonly CellRef[] =>
  [...new Map(cells.map((cell) => [keyOf(cell), cell])).values()].sort(
    (one, other) => one.row - other.row || one.column - other.column,
  );
