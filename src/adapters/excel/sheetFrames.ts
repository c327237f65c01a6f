/// <reference types="office-js" />
import type { SheetSnapshot } from '../../core/workbook/snapshot';
import { framedSheet } from '../../core/workbook/overlaidSheet';
import type { UsedCells } from './sheetChunks';

/** Rows of which Excel is asked at once, and cells. */
const MOST_ROWS = 20_000;
const MOST_CELLS = 5_000;

type Frame = Pick<SheetSnapshot, 'hiddenRows' | 'hiddenColumns' | 'unlockedFormulas'>;

/**
 * What of each sheet is hidden, and where a protected sheet leaves formulas open. One round trip where nothing is; Excel tells of a range
 * whether all of it, nothing or a part is hidden, and only of a part it is asked row by row.
 * @param sheets as read, each with the range that was read
 */
export async function framedSheets(
  context: Excel.RequestContext,
  sheets: readonly { readonly used: UsedCells; readonly read: SheetSnapshot }[],
): Promise<readonly SheetSnapshot[]> {
  const asked = sheets.map(({ used }) => (used.rows === 0 ? null : askWhole(context, used)));
  await context.sync();
  const framed: SheetSnapshot[] = [];
  for (const [index, { used, read }] of sheets.entries()) {
    const whole = asked[index];
    framed.push(whole ? framedSheet(read, await frameOf(context, used, whole, read)) : read);
  }
  return framed;
}

interface Whole {
  readonly range: Excel.Range;
  readonly sheet: Excel.Worksheet;
}

function askWhole({ workbook }: Excel.RequestContext, used: UsedCells): Whole {
  const sheet = workbook.worksheets.getItem(used.sheet);
  sheet.load('protection/protected');
  const range = blockOf(sheet, used);
  return { sheet, range: range.load('rowHidden,columnHidden,format/protection/locked') };
}

const blockOf = (sheet: Excel.Worksheet, { top, left, rows, columns }: Omit<UsedCells, 'sheet'>): Excel.Range =>
  sheet.getRangeByIndexes(top, left, rows, columns);

async function frameOf(
  context: Excel.RequestContext,
  used: UsedCells,
  { range, sheet }: Whole,
  read: SheetSnapshot,
): Promise<Frame> {
  const { rowHidden, columnHidden } = range as { rowHidden: boolean | null; columnHidden: boolean | null };
  const rows = rowHidden === null ? await hiddenIn(context, used, sheet) : allOrNone(rowHidden, used.rows);
  const columns = columnHidden === null ? await hiddenColumnsIn(context, range) : allOrNone(columnHidden, used.columns);
  const isOpen = sheet.protection.protected && range.format.protection.locked !== true;
  return {
    hiddenRows: runs(rows, used.top),
    hiddenColumns: runs(columns, used.left),
    ...(sheet.protection.protected && {
      unlockedFormulas: isOpen ? await unlockedIn(context, used, sheet, read) : [],
    }),
  };
}

const allOrNone = (isHidden: boolean, count: number): readonly boolean[] =>
  isHidden ? Array.from({ length: count }, () => true) : [];

async function hiddenIn(
  context: Excel.RequestContext,
  used: UsedCells,
  sheet: Excel.Worksheet,
): Promise<readonly boolean[]> {
  const hidden: boolean[] = [];
  for (const block of stripes(used, MOST_ROWS)) {
    const rows = await answered(context, blockOf(sheet, block).getRowProperties({ rowHidden: true }));
    hidden.push(...rows.map(({ rowHidden }) => rowHidden === true));
  }
  return hidden;
}

async function hiddenColumnsIn(context: Excel.RequestContext, range: Excel.Range): Promise<readonly boolean[]> {
  const columns = await answered(context, range.getColumnProperties({ columnHidden: true }));
  return columns.map(({ columnHidden }) => columnHidden === true);
}

async function unlockedIn(
  context: Excel.RequestContext,
  used: UsedCells,
  sheet: Excel.Worksheet,
  read: SheetSnapshot,
): Promise<NonNullable<Frame['unlockedFormulas']>> {
  const open: { row: number; column: number }[] = [];
  for (const block of stripes(used, Math.max(1, Math.floor(MOST_CELLS / used.columns)))) {
    const found = await answered(context, blockOf(sheet, block).getCellProperties({ format: { protection: true } }));
    found.forEach((cells, row) =>
      cells.forEach(({ format }, column) => {
        const cell = { row: block.top + row, column: block.left + column };
        const isFormula = read.formula(cell.row, cell.column) !== null;
        if (isFormula && format?.protection?.locked === false) open.push(cell);
      }),
    );
  }
  return open;
}

/** One request for each block: an answer has its limit. */
async function answered<T>(context: Excel.RequestContext, asked: OfficeExtension.ClientResult<T>): Promise<T> {
  await context.sync();
  return asked.value;
}

function stripes(used: UsedCells, most: number): readonly UsedCells[] {
  const found: UsedCells[] = [];
  for (let row = 0; row < used.rows; row += most)
    found.push({ ...used, top: used.top + row, rows: Math.min(most, used.rows - row) });
  return found;
}

/** @returns first and last of each run of `true`, counted from `from` */
function runs(flags: readonly boolean[], from: number): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  flags.forEach((isSet, index) => {
    const last = found.at(-1);
    if (!isSet) return;
    if (last?.[1] === from + index - 1) last[1] = from + index;
    else found.push([from + index, from + index]);
  });
  return found;
}
