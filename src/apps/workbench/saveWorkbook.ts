import { AS_OPENED } from '../../adapters/grid/layout';
import { createRecalculator } from '../../adapters/recalc/univerRecalculator';
import { readXlsx } from '../../adapters/xlsx/read/readXlsx';
import { applyEdits } from '../../adapters/xlsx/write/applyEdits';
import { restructure } from '../../adapters/xlsx/write/structure/restructure';
import { KmcError, message, type Message } from '../../core/message';
import { recalculated } from '../../core/recalculated';
import { cellAddress } from '../../core/workbook/a1';
import { isCellError, type CellRef, type CellValue } from '../../core/workbook/cell';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { differences, nameDifferences, type Untouched } from './differences';
import type { OpenWorkbook } from './openWorkbook';
import { originOf, structureOf } from './structureOf';

export interface SavedWorkbook {
  readonly bytes: Uint8Array;
  /** Cells whose value in the file differs from the one on the page. */
  readonly notices: readonly Message[];
}

export type Saving = Pick<OpenWorkbook, 'bytes' | 'host' | 'opened'>;

/**
 * The file as it was opened, with everything the user has done. What is written is read again and must be what the grid holds; values
 * are calculated afresh, as the command line does.
 * @throws KmcError where a change cannot be expressed in the file, or the file would not hold what the grid does
 */
export async function saveWorkbook({ bytes, host, opened }: Saving): Promise<SavedWorkbook> {
  const grid = await host.snapshot('all');
  const structure = structureOf(host.layout, opened.snapshot);
  const placed = structure ? restructure(bytes, structure) : bytes;
  const untouched = untouchedCells(host, opened);
  const { snapshot: before } = await readXlsx(placed);
  const edited = applyEdits(placed, [...differences(grid, before, untouched), ...nameDifferences(grid, before)]);
  const { snapshot } = await readXlsx(edited);
  requireSame(grid, snapshot, untouched);
  const { edits } = recalculated(snapshot, await createRecalculator().recalculate(snapshot));
  const notices = edits.map(({ cell, value }) => notCalculated(cell, valueAt(grid, cell), value));
  return { bytes: applyEdits(edited, edits), notices };
}

/** Cells whose formula could not be put into the grid, where they are now. */
function untouchedCells({ layout }: OpenWorkbook['host'], { problems }: OpenWorkbook['opened']): Untouched {
  const cells = new Set(problems.map(({ cell }) => placeKey(cell)));
  return (cell) => {
    if (cells.size === 0) return false;
    const row = originOf(layout.rows.get(cell.sheet) ?? AS_OPENED, cell.row);
    return row !== null && cells.has(placeKey({ ...cell, row }));
  };
}

const placeKey = ({ sheet, row, column }: CellRef): string => `${row},${column},${sheet}`;

function requireSame(grid: WorkbookSnapshot, file: WorkbookSnapshot, untouched: Untouched): void {
  const [edit] = differences(grid, file, untouched);
  if (edit)
    throw new KmcError(message('workbench.save.differs', differing(edit.cell, valueAt(file, edit.cell), edit.value)));
  const [name] = nameDifferences(grid, file);
  if (name) throw new KmcError(message('workbench.save.name-differs', { name: name.name }));
  const moved = grid.tables.find(({ name, range }) => {
    const other = file.tables.find((table) => table.name === name)?.range;
    return other?.top !== range.top || other.bottom !== range.bottom;
  });
  if (moved) throw new KmcError(message('workbench.save.table-differs', { table: moved.name }));
}

const valueAt = ({ sheets }: WorkbookSnapshot, { sheet, row, column }: CellRef): CellValue =>
  sheets.find(({ name }) => name === sheet)?.value(row, column) ?? null;

function notCalculated(cell: CellRef, found: CellValue, expected: CellValue): Message {
  return message('workbench.save.not-calculated', differing(cell, found, expected));
}

function differing(cell: CellRef, found: CellValue, expected: CellValue): Message['params'] {
  const say = (value: CellValue) => (isCellError(value) ? value.error : String(value ?? '""'));
  return { sheet: cell.sheet, cell: cellAddress(cell), found: say(found), expected: say(expected) };
}
