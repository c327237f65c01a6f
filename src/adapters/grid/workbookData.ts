import {
  BooleanNumber,
  LocaleType,
  type ICellData,
  type IRange,
  type IWorkbookData,
  type IWorksheetData,
} from '@univerjs/core';
import type { Message, Outcome } from '../../core/message';
import type { CellRef, RangeRef } from '../../core/workbook/cell';
import { GENERAL } from '../../core/workbook/columnSheet';
import type { NameSnapshot, SheetSnapshot, WorkbookSnapshot } from '../../core/workbook/snapshot';
import { cellData } from './cellData';
import { toA1 } from './structuredReferences';
import type { Tables } from './tableReference';

/** Room below and right of the used cells, to type into. */
const SPARE_ROWS = 100;
const SPARE_COLUMNS = 10;

/** Where the grid looks for defined names. */
const NAMES_RESOURCE = 'SHEET_DEFINED_NAME_PLUGIN';
export const WORKBOOK_SCOPE = 'AllDefaultWorkbook';

export type Refusal = (formula: string, at: CellRef) => Message | null;

interface Translation {
  readonly tables: Tables;
  readonly refusal: Refusal;
}

export interface GridWorkbook {
  readonly data: IWorkbookData;
  /** Formulas that cannot be calculated as Excel does: their cells hold the stored value and no formula. */
  readonly problems: readonly { readonly cell: CellRef; readonly message: Message }[];
}

/**
 * A workbook as the grid opens it. Formulas are A1; cells that a formula fills are left to the formula.
 *
 * @param id the workbook's name within the grid
 * @param refusal why a formula is not given to the grid, `null` for one that is
 */
export function workbookData(snapshot: WorkbookSnapshot, id: string, refusal: Refusal = () => null): GridWorkbook {
  const problems: { cell: CellRef; message: Message }[] = [];
  const sheets = snapshot.sheets.map((sheet, position) =>
    worksheet(sheet, sheetId(position), { tables: snapshot.tables, refusal }, problems),
  );
  const data: IWorkbookData = {
    id,
    name: id,
    appVersion: '',
    locale: LocaleType.EN_US,
    styles: {},
    sheetOrder: sheets.map((sheet) => sheet.id!),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
    resources: [{ name: NAMES_RESOURCE, data: JSON.stringify(namesById(snapshot)) }],
  };
  return { data, problems };
}

/** @param position of the sheet in the workbook */
export function sheetId(position: number): string {
  return `sheet-${position}`;
}

/** @param position of the name in the workbook */
export function nameId(position: number): string {
  return `name-${position}`;
}

function worksheet(
  sheet: SheetSnapshot,
  id: string,
  { tables, refusal }: Translation,
  problems: GridWorkbook['problems'] & unknown[],
): Partial<IWorksheetData> {
  const filled = filledCells(sheet.spills);
  const cells: Record<number, Record<number, ICellData>> = {};
  sheet.forEachCell((row, column, value, formula) => {
    if (formula === null && filled.has(`${row},${column}`)) return;
    const at = { sheet: sheet.name, row, column };
    const a1 = formula === null ? null : translated(formula, at, { tables, refusal });
    if (a1 && !a1.ok) problems.push({ cell: at, message: a1.message });
    const format = sheet.format(row, column);
    (cells[row] ??= {})[column] = {
      ...(value === null ? {} : cellData(value)),
      ...(a1?.ok ? { f: `=${a1.value}` } : {}),
      ...(format === GENERAL ? {} : { s: { n: { pattern: format } } }),
    };
  });
  return {
    id,
    name: sheet.name,
    cellData: cells,
    rowCount: sheet.rowCount + SPARE_ROWS,
    columnCount: sheet.columnCount + SPARE_COLUMNS,
    hidden: sheet.visibility === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    mergeData: sheet.merges.map(gridRange),
    rowData: hiddenRuns(sheet.hiddenRows),
    columnData: hiddenRuns(sheet.hiddenColumns),
  };
}

function translated(formula: string, at: CellRef, { tables, refusal }: Translation): Outcome<string> {
  const refused = refusal(formula, at);
  return refused ? { ok: false, message: refused } : toA1(formula, at, tables);
}

/** All cells of the blocks but the formulas' own. */
function filledCells(blocks: readonly RangeRef[]): ReadonlySet<string> {
  const filled = new Set<string>();
  for (const { top, left, bottom, right } of blocks) {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++)
        if (row !== top || column !== left) filled.add(`${row},${column}`);
    }
  }
  return filled;
}

function gridRange({ top, left, bottom, right }: RangeRef): IRange {
  return { startRow: top, startColumn: left, endRow: bottom, endColumn: right };
}

function hiddenRuns(runs: SheetSnapshot['hiddenRows']): Record<number, { hd: BooleanNumber }> {
  const hidden: Record<number, { hd: BooleanNumber }> = {};
  for (const [first, last] of runs) for (let at = first; at <= last; at++) hidden[at] = { hd: BooleanNumber.TRUE };
  return hidden;
}

function namesById({ names, sheets, tables }: WorkbookSnapshot): Record<string, object> {
  return Object.fromEntries(
    names.map((name, position) => [nameId(position), nameData(name, position, sheets, tables)]),
  );
}

function nameData(
  { name, formula, sheet, hidden }: NameSnapshot,
  position: number,
  sheets: readonly SheetSnapshot[],
  tables: Tables,
): object {
  const scope = sheets.findIndex((candidate) => candidate.name === sheet);
  const a1 = toA1(formula, { sheet: '', row: 0, column: 0 }, tables);
  return {
    id: nameId(position),
    name,
    formulaOrRefString: a1.ok ? a1.value : '#REF!',
    localSheetId: scope < 0 ? WORKBOOK_SCOPE : sheetId(scope),
    hidden,
  };
}
