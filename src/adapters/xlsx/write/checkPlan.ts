import { KmcError, type Message, message } from '../../../core/message';
import type { BlockPlan, SheetPlan, TablePlan, WorkbookPlan } from '../../../core/template/plan';
import { cellAddress, rangeAddress } from '../../../core/workbook/a1';
import { LONGEST_FORMULA, LONGEST_TEXT } from './limits';

/** Excel's limits in UTF-16 units, as those in `limits.ts`. */
const LONGEST_SHEET_NAME = 31;
const LONGEST_PROMPT = 255;
const LONGEST_ERROR = 225;

/** @throws KmcError for the first thing in the plan that Excel would not open as it stands */
export function checkPlan(plan: WorkbookPlan): void {
  checkNames(plan);
  plan.sheets.forEach(checkSheet);
}

function checkNames({ sheets, names }: WorkbookPlan): void {
  if (sheets.length === 0) refuse('plan.noSheet');
  sheets.forEach(({ name }) => {
    const allowed = name.length <= LONGEST_SHEET_NAME && /^[^'[\]:*?/\\]([^[\]:*?/\\]*[^'[\]:*?/\\])?$/.test(name);
    if (!allowed) refuse('plan.sheetName', { name, longest: LONGEST_SHEET_NAME });
  });
  const tables = sheets.flatMap((sheet) => sheet.tables.map((table) => table.name));
  refuseRepeated(sheets.map((sheet) => sheet.name));
  refuseRepeated([...tables, ...names.map((name) => name.name)]);
}

function refuseRepeated(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name.toLowerCase())) refuse('plan.repeatedName', { name });
    seen.add(name.toLowerCase());
  }
}

function checkSheet(sheet: SheetPlan): void {
  checkCells(sheet);
  const texts = new Map(sheet.cells.map((cell) => [cellAddress(cell), cell.value]));
  sheet.tables.forEach((table) => checkTable(sheet, table, texts));
  refuseOverlap(sheet, [...sheet.tables.map((table) => table.block), ...sheet.merges]);
  for (const { prompt, error, block } of sheet.validations) {
    const cell = rangeAddress(block);
    if (prompt.length > LONGEST_PROMPT) refuse('textTooLong', { sheet: sheet.name, cell, longest: LONGEST_PROMPT });
    if (error.length > LONGEST_ERROR) refuse('textTooLong', { sheet: sheet.name, cell, longest: LONGEST_ERROR });
  }
}

function checkCells({ name, cells }: SheetPlan): void {
  const seen = new Set<string>();
  for (const { row, column, value, formula } of cells) {
    const cell = cellAddress({ row, column });
    const where = { sheet: name, cell };
    if (seen.has(cell)) refuse('plan.repeatedCell', where);
    seen.add(cell);
    if (typeof value === 'string' && value.length > LONGEST_TEXT)
      refuse('textTooLong', { ...where, longest: LONGEST_TEXT });
    if (formula !== null && formula.length > LONGEST_FORMULA)
      refuse('formulaTooLong', { ...where, longest: LONGEST_FORMULA });
  }
}

function checkTable(sheet: SheetPlan, table: TablePlan, texts: ReadonlyMap<string, unknown>): void {
  const { name, block, columns } = table;
  if (columns.length !== block.right - block.left + 1 || block.bottom <= block.top) refuse('plan.tableShape', { name });
  refuseRepeated(columns.map((column) => column.header));
  columns.forEach(({ header }, at) => {
    const cell = cellAddress({ row: block.top, column: block.left + at });
    if (header === '' || texts.get(cell) !== header)
      refuse('plan.headerDiffers', { sheet: sheet.name, cell, name, header });
  });
}

function refuseOverlap(sheet: SheetPlan, blocks: readonly BlockPlan[]): void {
  blocks.forEach((one, at) => {
    const other = blocks.slice(at + 1).find((candidate) => overlap(one, candidate));
    if (other) refuse('plan.overlap', { sheet: sheet.name, one: rangeAddress(one), other: rangeAddress(other) });
  });
}

const overlap = (a: BlockPlan, b: BlockPlan): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

function refuse(key: string, params: Message['params'] = {}): never {
  throw new KmcError(message(`xlsx.write.${key}`, params));
}
