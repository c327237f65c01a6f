import { rowsOf } from '../template/caseRows';
import type { Case, InventoryLine, Problem, RowRef } from '../case/types';
import { readCase } from '../reader/readCase';
import { isCellError, type CellRef, type CellValue, type RangeRef } from '../workbook/cell';
import type { SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot';
import { adoptedRanges } from './adoptedRanges';
import { bindAdoption, type BoundAdoption } from './bindAdoption';
import { compareEmissions, type EmissionDifference } from './compareEmissions';
import { adoptionsOf } from './store';
import type { Adoption } from './types';

/** A cell of a line as it would be read. */
export interface PreviewCell {
  readonly key: string;
  readonly cell: CellRef;
  /** As it stands in the user's sheet. */
  readonly found: CellValue;
  readonly accepted: boolean;
  readonly problems: readonly Problem[];
}

export interface PreviewRow {
  /** Sheet row, from 0. */
  readonly row: number;
  /** The id the line gets; `null` where it cannot be read. */
  readonly id: string | null;
  readonly cells: readonly PreviewCell[];
}

/** What an adoption would read, before anything is saved. */
export interface AdoptionPreview {
  readonly rows: readonly PreviewRow[];
  /** Everything wrong within the range or about it, in sheet order. */
  readonly problems: readonly Problem[];
  /** Lines whose emission in the sheet is not amount × factor. */
  readonly differences: readonly EmissionDifference[];
  readonly counts: {
    readonly rows: number;
    readonly accepted: number;
    readonly refused: number;
    readonly blank: number;
  };
}

/**
 * Reads a workbook as if the adoption were saved in it, beside those it holds. The cells are judged by the reader itself.
 * @param replaces number of the stored adoption that this one takes the place of
 */
export function previewAdoption(snapshot: WorkbookSnapshot, adoption: Adoption, replaces?: number): AdoptionPreview {
  const others = adoptionsOf(snapshot).flatMap((stored) => (stored.id === replaces ? [] : (stored.adoption ?? [])));
  const reading = readCase(snapshot, adoptedRanges(snapshot, [...others, adoption]));
  const problems = reading.problems.filter((problem) => concerns(adoption, problem));
  const { bound } = bindAdoption(snapshot, adoption);
  const rows = bound ? previewRows(bound, idsByRow(reading.case, adoption), problems) : [];
  return { rows, problems, differences: bound ? differencesOf(bound, reading.case) : [], counts: countsOf(rows) };
}

function concerns({ range, table }: Adoption, { cell, table: of }: Problem): boolean {
  if (cell === null) return of === table && table !== null;
  const isRow = cell.row >= range.top && cell.row <= range.bottom + 1;
  return cell.sheet === range.sheet && isRow && cell.column >= range.left && cell.column <= range.right;
}

function previewRows(
  { adoption, sheet, placed, plan }: BoundAdoption,
  ids: ReadonlyMap<number, string>,
  problems: readonly Problem[],
): readonly PreviewRow[] {
  const byCell = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (!problem.cell || problem.column === null) continue;
    const key = `${problem.cell.row},${problem.column}`;
    byCell.set(key, [...(byCell.get(key) ?? []), problem]);
  }
  const read = placed.filter(({ spec }) => spec.formulaKind !== 'computed');
  return plan.lines.map(({ row }) => ({
    row,
    id: ids.get(row) ?? null,
    cells: read.map(({ adopted: { key, below }, column }) => {
      const at = below ? plan.sourceRow(row, column) : row;
      return previewCell(
        sheet,
        key,
        { sheet: adoption.range.sheet, row: at, column },
        byCell.get(`${row},${key}`) ?? [],
      );
    }),
  }));
}

function previewCell(sheet: SheetSnapshot, key: string, cell: CellRef, problems: readonly Problem[]): PreviewCell {
  const found = sheet.value(cell.row, cell.column);
  const accepted =
    found !== null && found !== '' && !isCellError(found) && !problems.some(({ severity }) => severity === 'block');
  return { key, cell, found, accepted, problems };
}

function countsOf(rows: readonly PreviewRow[]): AdoptionPreview['counts'] {
  const cells = rows.flatMap((row) => row.cells);
  const accepted = cells.filter((cell) => cell.accepted).length;
  const blank = cells.filter(({ found }) => found === null || found === '').length;
  return { rows: rows.length, accepted, blank, refused: cells.length - accepted - blank };
}

function differencesOf(bound: BoundAdoption, read: Case): readonly EmissionDifference[] {
  const { table, range } = bound.adoption;
  const lists: Readonly<Partial<Record<Adoption['table'], readonly InventoryLine[]>>> = {
    KmcBaseline: read.baseline.lines,
    KmcProduct: read.product.lines,
    KmcSideEffects: read.sideEffects.lines,
  };
  return compareEmissions(
    bound,
    (lists[table] ?? []).filter(({ ref }) => isWithin(ref, range)),
  );
}

const isWithin = ({ sheet, row }: RowRef, range: RangeRef): boolean =>
  sheet === range.sheet && row >= range.top && row <= range.bottom;

function idsByRow(read: Case, { table, range }: Adoption): ReadonlyMap<number, string> {
  const rows = rowsOf(read, table).filter((ref) => isWithin(ref, range));
  return new Map(rows.map(({ row, id }) => [row, id]));
}
