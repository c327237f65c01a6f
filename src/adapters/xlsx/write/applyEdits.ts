import { cellAddress } from '../../../core/workbook/a1';
import { editsByKind, type WorkbookEdit } from '../../../core/workbook/edit';
import type { CellMap } from './patch/cellMap';
import { addAddin } from './patch/addin';
import { removeFromChain } from './patch/calculationChain';
import { type CellChange, changesBySheet } from './patch/changes';
import { dynamicArrayMetadata } from './patch/metadata';
import { Package } from './patch/package';
import { type Resolution, resolve } from './patch/resolve';
import { rewrite } from './patch/rewrite';
import { writeNames } from './patch/names';
import { placeOf } from './patch/place';
import { scanSheet } from './patch/scan';
import type { SheetScan } from './patch/sheetScan';
import { growTables, refuseHeaderChanges } from './patch/tables';
import { requireSheet, type SheetEntry, type WorkbookIndex, workbookIndex } from './patch/workbookIndex';

/**
 * Applies edits to a workbook file. Only the cells concerned change (and cells a formula spilled into, and shared formulas
 * that lose their first cell), and the ranges of tables that take in what is written right below them; every other byte of their sheets and every other part of the package stays as it was, its
 * compressed form included.
 *
 * Of a formula that spills, cells that are not given keep their values; one it fills no more must be given as blank, and
 * one it fills anew lies beside those it filled before. Its block follows.
 * @param bytes an .xlsx file
 * @returns the bytes of the changed file
 * @throws KmcError when the file is damaged, an edit names a sheet it does not have, would change part of an array or a
 * table's header, or gives a calculated value to a cell that no formula fills
 */
export function applyEdits(bytes: Uint8Array, edits: readonly WorkbookEdit[]): Uint8Array {
  if (edits.length === 0) return bytes.slice();
  const pack = new Package(bytes);
  const index = workbookIndex(pack);
  const { cells, names } = editsByKind(edits);
  const withoutFormula = new Set<string>();
  for (const [name, changes] of changesBySheet(cells)) {
    const sheet = requireSheet(index, name);
    for (const cell of changeSheet(pack, index, sheet, changes)) withoutFormula.add(`${sheet.sheetId}!${cell}`);
    growTables(pack, sheet, cells);
  }
  removeFromChain(pack, index, withoutFormula);
  writeNames(pack, index, names);
  return pack.bytes();
}

/** @returns addresses of cells that had a formula and have none now */
function changeSheet(pack: Package, index: WorkbookIndex, sheet: SheetEntry, changes: CellMap<CellChange>): string[] {
  refuseHeaderChanges(pack, sheet, changes);
  const scan = scanSheet(pack.text(sheet.path), sheet.path);
  const resolution = resolve(sheet.name, scan, changes);
  const cellMetadata = hasNewArray(resolution) ? dynamicArrayMetadata(pack, index) : 0;
  if (resolution.addinFunctions.size > 0) addAddin(pack, [...resolution.addinFunctions].sort());
  const xml = rewrite({ scan, cellMetadata }, resolution.contents);
  if (xml !== scan.xml) pack.write(sheet.path, xml);
  return formulasGone(scan, resolution);
}

const hasNewArray = ({ contents }: Resolution): boolean =>
  [...contents].some(([, { formula }]) => formula !== null && formula !== 'kept' && formula.block !== null);

const formulasGone = (scan: SheetScan, { contents }: Resolution): string[] =>
  [...contents].flatMap(([key, { formula }]) =>
    formula === null && scan.cells.get(key)?.formula ? [cellAddress(placeOf(key))] : [],
  );
