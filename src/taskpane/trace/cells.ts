import { decimalOfDouble, type Decimal } from '../../core/quantity/decimal';
import { isCellError, type CellRef, type CellValue, type RangeRef } from '../../core/workbook/cell';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { shown } from '../../locales/numbers';
import type { Translate } from '../../locales/translator';
import type { Known } from '../outcome/followWorkbook';

export function valueAt({ sheets }: WorkbookSnapshot, { sheet, row, column }: CellRef): CellValue {
  return sheets.find(({ name }) => name === sheet)?.value(row, column) ?? null;
}

export function numberAt(snapshot: WorkbookSnapshot, cell: CellRef): Decimal | null {
  const value = valueAt(snapshot, cell);
  return typeof value === 'number' ? decimalOfDouble(value) : null;
}

export function contentText(say: Translate, value: CellValue): string {
  if (value === null) return say('pane.trace.blank');
  if (isCellError(value)) return value.error;
  if (typeof value === 'boolean') return say(`pane.trace.truth.${value ? 'yes' : 'no'}`);
  return typeof value === 'number' ? shown(decimalOfDouble(value)) : value;
}

/**
 * What a cell is called by the table it stands in: the item's name in KmcCase, header and row id elsewhere.
 * @returns `null` for a cell outside every table
 */
export function cellName({ outcome, snapshot }: Known, cell: CellRef): string | null {
  const table = snapshot.tables.find(({ range }) => contains(range, cell));
  const location = table && outcome.case.locations[table.name];
  if (!location) return null;
  const textIn = (column: number | undefined) => {
    const value = column === undefined ? null : valueAt(snapshot, { ...cell, column });
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
  const { item, id } = location.columns;
  if (item !== undefined) return textIn(item);
  const header = table.columns[cell.column - table.range.left] ?? null;
  return [header, textIn(id)].filter((part) => part !== null).join(' · ');
}

const contains = ({ sheet, top, left, bottom, right }: RangeRef, cell: CellRef) =>
  cell.sheet === sheet && cell.row >= top && cell.row <= bottom && cell.column >= left && cell.column <= right;
