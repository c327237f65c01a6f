/// <reference types="office-js" />
import { quotedSheetName } from '../../core/workbook/a1';
import type { NameSnapshot, TableSnapshot, Visibility, WorkbookSnapshot } from '../../core/workbook/snapshot';
import type { SnapshotScope } from '../../core/ports';
import type { UsedCells } from './sheetChunks';

const KMC_TABLE = /^Kmc/i;
/** Names of ranges that are read like tables of ours. */
const ADOPTED = /^KmcAdopted_\d+$/i;

/** What there is in a workbook, with Excel's own objects, loaded. */
export interface WorkbookList {
  readonly sheets: readonly Excel.Worksheet[];
  readonly tables: readonly Excel.Table[];
  readonly names: readonly NameSnapshot[];
  readonly calculationMode: WorkbookSnapshot['calculationMode'];
  readonly date1904: boolean;
  /** Whether Excel had nothing more to calculate. */
  readonly isCalculated: boolean;
}

/** Where it lies. */
export interface Places {
  readonly used: readonly UsedCells[];
  readonly tables: readonly TableSnapshot[];
  readonly localNames: readonly NameSnapshot[];
}

/** One round trip. */
export async function readList(context: Excel.RequestContext, scope: SnapshotScope): Promise<WorkbookList> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load('items/id,items/name,items/visibility');
  const tables = workbook.tables.load(TABLE);
  const names = workbook.names.load(NAME);
  const application = workbook.application.load('calculationMode,calculationState');
  // Office.js does not tell a workbook's date system; the year of day 0 does.
  const yearOfDayZero = workbook.functions.year(0).load('value');
  await context.sync();
  const adopted = names.items.map(({ formula, name }) => (ADOPTED.test(name) ? String(formula) : ''));
  const wanted = wantedSheets(sheets.items, tables.items, adopted, scope);
  return {
    sheets: wanted,
    tables: tables.items.filter(({ worksheet }) => wanted.some(({ name }) => name === worksheet.name)),
    names: names.items.map((name) => nameOf(name, null)),
    calculationMode: calculationModeOf(application.calculationMode),
    date1904: yearOfDayZero.value === 1904,
    isCalculated: application.calculationState === 'Done',
  };
}

const TABLE = 'items/name,items/showHeaders,items/showTotals,items/worksheet/name,items/columns/items/name';
const NAME = 'items/name,items/formula,items/visible';

function wantedSheets(
  sheets: readonly Excel.Worksheet[],
  tables: readonly Excel.Table[],
  adopted: readonly string[],
  scope: SnapshotScope,
): readonly Excel.Worksheet[] {
  if (scope === 'all') return sheets;
  const withTable = new Set(tables.filter(({ name }) => KMC_TABLE.test(name)).map(({ worksheet }) => worksheet.name));
  const isAdopted = (name: string) =>
    adopted.some(
      (reference) =>
        reference.startsWith(`=${quotedSheetName(name)}!`) || reference.startsWith(`='${name.replaceAll("'", "''")}'!`),
    );
  return sheets.filter(({ name }) => withTable.has(name) || isAdopted(name));
}

/** Asks with the next round trip. @returns the answer, to be taken after it */
export function askPlaces({ sheets, tables }: WorkbookList): () => Places {
  const used = sheets.map((sheet) => sheet.getUsedRangeOrNullObject(true).load(PLACE));
  const ranges = tables.map((table) => table.getRange().load(PLACE));
  const names = sheets.map((sheet) => sheet.names.load(NAME));
  return () => ({
    used: used.map((range, index) => usedCells(sheets[index]!.name, range)),
    tables: tables.map((table, index) => tableOf(table, ranges[index]!)),
    localNames: names.flatMap(({ items }, index) => items.map((item) => nameOf(item, sheets[index]!.name))),
  });
}

const PLACE = 'rowIndex,columnIndex,rowCount,columnCount';

function usedCells(sheet: string, range: Excel.Range): UsedCells {
  if (range.isNullObject) return { sheet, top: 0, left: 0, rows: 0, columns: 0 };
  return { sheet, top: range.rowIndex, left: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}

function tableOf(table: Excel.Table, range: Excel.Range): TableSnapshot {
  return {
    name: table.name,
    range: {
      sheet: table.worksheet.name,
      top: range.rowIndex,
      left: range.columnIndex,
      bottom: range.rowIndex + range.rowCount - 1,
      right: range.columnIndex + range.columnCount - 1,
    },
    columns: table.columns.items.map(({ name }) => name),
    headerRow: table.showHeaders,
    totalsRow: table.showTotals,
  };
}

const nameOf = ({ name, formula, visible }: Excel.NamedItem, sheet: string | null): NameSnapshot => ({
  name,
  formula: String(formula).replace(/^=/, ''),
  sheet,
  hidden: !visible,
});

export const visibilityOf = (visibility: string): Visibility =>
  visibility === 'VeryHidden' ? 'veryHidden' : visibility === 'Hidden' ? 'hidden' : 'visible';

const calculationModeOf = (mode: string): WorkbookSnapshot['calculationMode'] =>
  mode === 'Manual' ? 'manual' : mode === 'AutomaticExceptTables' ? 'automatic-except-tables' : 'automatic';
