import { isCellError, type CellRef, type CellValue } from '../workbook/cell';
import type { SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot';

const placeKey = ({ sheet, row, column }: CellRef): string => `${row},${column},${sheet}`;

/**
 * Whether someone has gone on filling rows that an edit began: taking back the edit alone would leave their work without the row's id.
 * @param before the workbook before the edit
 * @param cells those the edit wrote
 * @returns the first cell filled since in a table row that was blank before; `null` for none
 */
export function filledSince(
  before: WorkbookSnapshot,
  now: WorkbookSnapshot,
  cells: readonly CellRef[],
): CellRef | null {
  const written = new Set(cells.map(placeKey));
  for (const { sheet: name, row } of oneARow(cells)) {
    const [then, sheet] = [before, now].map(({ sheets }) => sheets.find((one) => one.name === name));
    const table = now.tables.find(({ range }) => range.sheet === name && row > range.top && row <= range.bottom);
    if (!then || !sheet || !table) continue;
    const places = columnsOf(table.range.left, table.range.right).map((column) => ({ sheet: name, row, column }));
    if (places.some((place) => isTyped(then, place))) continue;
    const filled = places.find((place) => isTyped(sheet, place) && !written.has(placeKey(place)));
    if (filled) return filled;
  }
  return null;
}

const oneARow = (cells: readonly CellRef[]): readonly CellRef[] => [
  ...new Map(cells.map((cell) => [`${cell.row},${cell.sheet}`, cell])).values(),
];

const columnsOf = (left: number, right: number): readonly number[] =>
  Array.from({ length: right - left + 1 }, (_, index) => left + index);

/** A formula is the sheet's own doing, also where a host filled it in. */
function isTyped(sheet: SheetSnapshot, { row, column }: CellRef): boolean {
  return sheet.formula(row, column) === null && isContent(sheet.value(row, column));
}

const isContent = (value: CellValue): boolean => isCellError(value) || (value !== null && value !== '');
