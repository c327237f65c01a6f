import type { RangeRef } from '../../../../core/workbook/cell';
import { moveNotes } from '../../notes/moveNotes';
import { removeChain } from '../patch/calculationChain';
import { Package } from '../patch/package';
import { workbookIndex } from '../patch/workbookIndex';
import type { RowMaps } from './movedFormula';
import { moveDrawings, moveNamesAndCharts, placeTables, refuseUnfollowed } from './otherParts';
import { movedReferences } from './references';
import { RowMap, type RowRun } from './rowMap';
import { movedSheetData, type RowLook } from './sheetRows';

/** How the rows and tables of a workbook are to lie. */
export interface Structure {
  /** By sheet name: which of the file's rows each row is. Sheets that are not named keep their rows. */
  readonly rows: ReadonlyMap<string, readonly RowRun[]>;
  readonly tables: readonly { readonly name: string; readonly range: RangeRef }[];
  /** By sheet name. */
  readonly looks: ReadonlyMap<string, readonly RowLook[]>;
}

/**
 * Inserts and deletes rows of a workbook file and lets tables begin and end elsewhere. Whatever names cells follows: formulas,
 * validations, conditional formats, merged cells, names, print areas, charts, pictures, notes and comments. Formulas shared between cells, and values, are
 * not worked out anew: `applyEdits` does that for whoever knows them.
 * @param bytes an .xlsx file
 * @throws KmcError when the file is damaged, or a sheet whose rows change has a part that cannot follow
 */
export function restructure(bytes: Uint8Array, { rows, tables, looks }: Structure): Uint8Array {
  const pack = new Package(bytes);
  const index = workbookIndex(pack);
  const maps: RowMaps = new Map([...rows].map(([name, runs]) => [name.toLowerCase(), new RowMap(runs)]));
  const ranges = new Map(tables.map(({ name, range }) => [name, range]));
  for (const sheet of index.sheets) {
    const map = maps.get(sheet.name.toLowerCase());
    if (map) refuseUnfollowed(pack, sheet);
    const xml = pack.text(sheet.path);
    const moved = movedReferences(
      movedSheetData(xml, sheet.path, sheet.name, maps, looks.get(sheet.name) ?? []),
      sheet.path,
      sheet.name,
      maps,
    );
    if (moved !== xml) pack.write(sheet.path, moved);
    placeTables(pack, sheet, ranges);
    if (map) moveDrawings(pack, sheet, map);
    if (map) moveNotes(pack, sheet, map);
  }
  if (maps.size > 0) {
    moveNamesAndCharts(pack, index, maps);
    removeChain(pack, index);
  }
  return pack.bytes();
}
