import { KmcError, message } from '../../../../core/message';
import { rangeAddress } from '../../../../core/workbook/a1';
import type { RangeRef } from '../../../../core/workbook/cell';
import { drawsNotesAlone } from '../../notes/moveNotes';
import { elementsOf, textIn } from '../patch/elements';
import type { Package } from '../patch/package';
import { relationshipsOf } from '../patch/relationships';
import type { SheetEntry, WorkbookIndex } from '../patch/workbookIndex';
import { escapeText } from '../xml';
import { movedFormula, type RowMaps } from './movedFormula';
import { replaced, withAttribute, type Replacement } from './replacements';
import type { RowMap } from './rowMap';

/** Parts of a sheet that name no row, or that are followed here. */
const FOLLOWED = new Set([
  ...['table', 'drawing', 'printerSettings', 'hyperlink', 'image', 'customProperty'],
  ...['comments', 'threadedComment', 'vmlDrawing'],
]);

/** @throws KmcError where a sheet has a part that cannot follow its rows: pivot tables, query tables, controls, … */
export function refuseUnfollowed(pack: Package, { path, name }: SheetEntry): void {
  const unfollowed = relationshipsOf(pack, path).find(
    (part) => !FOLLOWED.has(part.kind) || (part.kind === 'vmlDrawing' && !drawsNotesAlone(pack.text(part.path))),
  );
  if (unfollowed) throw new KmcError(message('xlsx.write.rows.unfollowed', { sheet: name, part: unfollowed.kind }));
}

/** Gives each of a sheet's tables its range; what it filters and sorts follows. */
export function placeTables(pack: Package, sheet: SheetEntry, ranges: ReadonlyMap<string, RangeRef>): void {
  for (const { kind, path } of relationshipsOf(pack, sheet.path)) {
    if (kind !== 'table') continue;
    const xml = pack.text(path);
    const elements = elementsOf(xml, path);
    const table = elements.find(({ name }) => name === 'table');
    const range = ranges.get(table?.attributes.displayName ?? '');
    if (!table || !range) continue;
    const totals = Number(table.attributes.totalsRowCount ?? 0);
    const filtered = rangeAddress({ ...range, bottom: range.bottom - totals });
    const replacements = elements.flatMap(({ name, start, tagEnd }): Replacement[] => {
      const ref = name === 'table' ? rangeAddress(range) : name === 'autoFilter' ? filtered : null;
      return ref === null ? [] : [{ start, end: tagEnd, text: withAttribute(xml.slice(start, tagEnd), 'ref', ref) }];
    });
    const changed = replaced(xml, replacements);
    if (changed !== xml) pack.write(path, withoutSorting(changed, path));
  }
}

/** How a table was last sorted names its old rows and is of no use with others. */
function withoutSorting(xml: string, part: string): string {
  const sorting = elementsOf(xml, part).find(({ name }) => name === 'sortState');
  if (!sorting) return xml;
  const end = /<\/(?:[^\s>:]+:)?sortState>/.exec(xml.slice(sorting.tagEnd));
  const isClosed = xml[sorting.tagEnd - 2] === '/';
  return (
    xml.slice(0, sorting.start) + xml.slice(isClosed ? sorting.tagEnd : sorting.tagEnd + end!.index + end![0].length)
  );
}

/** Pictures and charts stay with the cells they were put on. */
export function moveDrawings(pack: Package, sheet: SheetEntry, map: RowMap): void {
  for (const { kind, path } of relationshipsOf(pack, sheet.path)) {
    if (kind !== 'drawing') continue;
    const xml = pack.text(path);
    pack.write(
      path,
      xml.replace(/(<(?:[^\s>:]+:)?row>)(\d+)(<)/g, (_, open: string, row: string, close: string) => {
        const rows = map.range(Number(row), Number.MAX_SAFE_INTEGER);
        return `${open}${rows?.top ?? row}${close}`;
      }),
    );
  }
}

/** Names of the workbook and series of its charts follow the rows of the sheets they name. */
export function moveNamesAndCharts(pack: Package, index: WorkbookIndex, maps: RowMaps): void {
  moveTexts(pack, index.path, 'definedName', index, maps);
  for (const sheet of index.sheets) {
    const drawings = relationshipsOf(pack, sheet.path).filter(({ kind }) => kind === 'drawing');
    const charts = drawings.flatMap(({ path }) => relationshipsOf(pack, path)).filter(({ kind }) => kind === 'chart');
    charts.forEach(({ path }) => moveTexts(pack, path, 'f', index, maps));
  }
}

function moveTexts(pack: Package, part: string, element: string, index: WorkbookIndex, maps: RowMaps): void {
  const xml = pack.text(part);
  const replacements = elementsOf(xml, part).flatMap(({ name, start, tagEnd, attributes }): Replacement[] => {
    if (name !== element || xml[tagEnd - 2] === '/') return [];
    const end = xml.indexOf('</', tagEnd);
    const text = textIn(xml.slice(start, xml.indexOf('>', end) + 1), part);
    const sheet =
      attributes.localSheetId === undefined ? '' : (index.sheets[Number(attributes.localSheetId)]?.name ?? '');
    const moved = movedFormula(text, sheet, maps);
    return moved === text ? [] : [{ start: tagEnd, end, text: escapeText(moved) }];
  });
  if (replacements.length > 0) pack.write(part, replaced(xml, replacements));
}
