import type { CellRef } from '../../../../src/core/workbook/cell';
import { cellOf, contentOf, rowsOf, type Base, type Row } from './base';
import { INVENTORIES } from './contents';

/** Which lines have another that says the same of the process. */

/** What is written in some columns of the row of a cell. */
function said(base: Base, row: Row, keys: readonly string[]): string {
  const texts = keys.map((key) => {
    const cell = cellOf(base, row, key);
    return cell ? String(contentOf(base, cell) ?? '') : '';
  });
  return texts.join('|').replace(/[\d.,]+/g, '');
}

const lineAt = (base: Base, { sheet, row }: CellRef): Row =>
  INVENTORIES.flatMap((table) => rowsOf(base, table)).find(
    (line) =>
      line.row === row && base.snapshot.tables.some(({ name, range }) => name === line.table && range.sheet === sheet),
  )!;

/** Whether the same process stands in another segment, product of the mix, or side, in the same unit. */
export function hasLike(base: Base, at: CellRef): boolean {
  const line = lineAt(base, at);
  const kind = (row: Row) => said(base, row, ['stage', 'process', 'unit', 'per', 'region']);
  const list = (row: Row) => row.table + said(base, row, ['segment', 'variant']);
  return INVENTORIES.flatMap((table) => rowsOf(base, table)).some(
    (other) => kind(other) === kind(line) && list(other) !== list(line),
  );
}

export function inOtherSegment(base: Base, line: Row): boolean {
  const kind = (row: Row) => said(base, row, ['stage', 'process', 'variant']);
  const segment = (row: Row) => contentOf(base, cellOf(base, row, 'segment')!);
  return (
    segment(line) !== null &&
    rowsOf(base, line.table).some(
      (other) => kind(other) === kind(line) && segment(other) !== null && segment(other) !== segment(line),
    )
  );
}
