import { KmcError, message } from '../../../../core/message';
import { cellAddress, parseRange } from '../../../../core/workbook/a1';
import type { Edit } from '../../../../core/workbook/edit';
import type { TableSnapshot } from '../../../../core/workbook/snapshot';
import { grownTables } from '../../../../core/workbook/tableGrowth';
import { placeTables } from '../structure/otherParts';
import type { CellMap } from './cellMap';
import type { CellChange } from './changes';
import { elementsOf } from './elements';
import type { Package } from './package';
import { relationshipsOf } from './relationships';
import { keyOf } from './place';
import type { SheetEntry } from './workbookIndex';

/**
 * A table's column takes its name from its header cell and keeps it in a part of its own: with two different names Excel
 * "repairs" the file.
 * @throws KmcError when a change would give a table's header cell another content
 */
export function refuseHeaderChanges(pack: Package, sheet: SheetEntry, changes: CellMap<CellChange>): void {
  for (const { kind, path } of relationshipsOf(pack, sheet.path)) {
    if (kind === 'table') refuseInTable(pack, path, sheet.name, changes);
  }
}

/** Lets a sheet's tables take in what is written right below them. */
export function growTables(pack: Package, sheet: SheetEntry, edits: readonly Edit[]): void {
  const parts = relationshipsOf(pack, sheet.path).filter(({ kind }) => kind === 'table');
  const tables = parts.flatMap(({ path }) => tableIn(pack, path, sheet.name) ?? []);
  const grown = grownTables(tables, edits);
  if (grown !== tables) placeTables(pack, sheet, new Map(grown.map(({ name, range }) => [name, range])));
}

function tableIn(pack: Package, path: string, sheet: string): TableSnapshot | null {
  const table = elementsOf(pack.text(path), path).find(({ name, depth }) => name === 'table' && depth === 0);
  const block = parseRange(table?.attributes.ref ?? '');
  if (!table || !block) return null;
  const { displayName: name = '', headerRowCount, totalsRowCount = '0' } = table.attributes;
  return {
    name,
    range: { sheet, ...block },
    columns: [],
    headerRow: headerRowCount !== '0',
    totalsRow: totalsRowCount !== '0',
  };
}

function refuseInTable(pack: Package, path: string, sheet: string, changes: CellMap<CellChange>): void {
  const elements = elementsOf(pack.text(path), path);
  const table = elements.find(({ name, depth }) => name === 'table' && depth === 0);
  const block = parseRange(table?.attributes.ref ?? '');
  if (!table || !block || table.attributes.headerRowCount === '0') return;
  const columns = elements.filter(({ name }) => name === 'tableColumn');
  columns.forEach(({ attributes }, at) => {
    const place = { row: block.top, column: block.left + at };
    const change = changes.get(keyOf(place.row, place.column));
    if (!change || (change.formula === null && change.value === unescaped(attributes.name ?? ''))) return;
    const params = { sheet, cell: cellAddress(place), table: table.attributes.displayName ?? '' };
    throw new KmcError(message('xlsx.write.tableHeader', params));
  });
}

const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
