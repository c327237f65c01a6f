/// <reference types="office-js" />
import { KmcError, message } from '../../core/message';
import type { SnapshotScope } from '../../core/ports';
import { SheetBuilder } from '../../core/workbook/sheetColumns';
import type { SheetSnapshot, WorkbookSnapshot } from '../../core/workbook/snapshot';
import { formulaOf, valueOf } from './cellContent';
import { excelCode, isTooLarge } from './failure';
import { framedSheets } from './sheetFrames';
import { batchesOf, halved, type UsedCells } from './sheetChunks';
import { SheetMemory, type SheetNow } from './sheetMemory';
import { askPlaces, readList, visibilityOf, type Places, type WorkbookList } from './workbookFrame';

const GENERAL = 'General';
/** Reading takes several round trips, and the user goes on working between them. */
const ATTEMPTS = 3;

/**
 * The open workbook: values, formulas, formats, tables and names; of every sheet (scope `all`) also what is hidden and what its protection
 * leaves open. Merges, spills and links to other workbooks are not asked for: what needs them reads the file's bytes.
 * @param memory of sheets that need not be read again
 * @throws KmcError where rows and tables keep moving while they are read
 */
export async function readWorkbook(
  context: Excel.RequestContext,
  scope: SnapshotScope,
  memory: SheetMemory = new SheetMemory(),
): Promise<WorkbookSnapshot> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const snapshot = await readOnce(context, scope, memory);
    if (snapshot) return snapshot;
  }
  throw new KmcError(message('excel.moving'));
}

/** @returns `null` where something moved meanwhile, so that what was read does not fit together */
async function readOnce(
  context: Excel.RequestContext,
  scope: SnapshotScope,
  memory: SheetMemory,
): Promise<WorkbookSnapshot | null> {
  try {
    const began = memory.now();
    const list = await readList(context, scope);
    const asked = askPlaces(list);
    await context.sync();
    const places = asked();
    const sheets = list.sheets.map((sheet, index) => sheetNow(sheet, places.used[index]!));
    const recalled = sheets.map((sheet) => memory.recall(sheet));
    const wanted = sheets.filter((_, index) => recalled[index] === null);
    const builders = new Map(wanted.map(({ used, visibility }) => [used.sheet, builderOf(used.sheet, visibility)]));
    const isWhole = await readCells(context, { list, places, wanted: wanted.map(({ used }) => used), builders });
    if (!isWhole) return null;
    const read = sheets.map(({ used }, index) => recalled[index] ?? builders.get(used.sheet)!.build());
    if (list.isCalculated) sheets.forEach((sheet, index) => recalled[index] ?? memory.keep(sheet, read[index]!, began));
    const whole = sheets.map(({ used }, index) => ({ used, read: read[index]! }));
    return snapshotOf(list, places, scope === 'all' ? await framedSheets(context, whole) : read);
  } catch (error) {
    if (excelCode(error) === 'ItemNotFound') return null;
    throw error;
  }
}

interface Reading {
  readonly list: WorkbookList;
  readonly places: Places;
  /** Cells to be read. */
  readonly wanted: readonly UsedCells[];
  readonly builders: ReadonlyMap<string, SheetBuilder>;
}

const sheetNow = ({ id, visibility }: Excel.Worksheet, used: UsedCells): SheetNow => ({
  id,
  used,
  visibility: visibilityOf(visibility),
});

const builderOf = (name: string, visibility: SheetSnapshot['visibility']): SheetBuilder =>
  new SheetBuilder(name).setVisibility(visibility);

/** @returns false where something moved meanwhile */
async function readCells(context: Excel.RequestContext, reading: Reading): Promise<boolean> {
  for (const batch of batchesOf(reading.wanted)) {
    if (!(await readBatch(context, reading, batch))) return false;
  }
  return true;
}

async function readBatch(
  context: Excel.RequestContext,
  reading: Reading,
  batch: readonly UsedCells[],
): Promise<boolean> {
  const halves = halved(batch);
  try {
    return await readBlocks(context, reading, batch);
  } catch (error) {
    if (!isTooLarge(error) || halves === null) throw error;
  }
  return (await readBatch(context, reading, halves[0])) && (await readBatch(context, reading, halves[1]));
}

async function readBlocks(
  context: Excel.RequestContext,
  reading: Reading,
  blocks: readonly UsedCells[],
): Promise<boolean> {
  const { list, places, builders } = reading;
  const ranges = blocks.map(({ sheet, top, left, rows, columns }) =>
    context.workbook.worksheets
      .getItem(sheet)
      .getRangeByIndexes(top, left, rows, columns)
      .load('values,formulas,valueTypes,numberFormat'),
  );
  const asked = askPlaces(list);
  await context.sync();
  if (JSON.stringify(asked()) !== JSON.stringify(places)) return false;
  blocks.forEach((block, index) => addCells(builders.get(block.sheet)!, block, ranges[index]!));
  return true;
}

function addCells(builder: SheetBuilder, { top, left, rows, columns }: UsedCells, range: Excel.Range): void {
  const { values, formulas, valueTypes, numberFormat } = wholeRange(range);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const shown = values[row]![column];
      const formula = formulaOf(formulas[row]![column], shown);
      const value = valueOf(shown, valueTypes[row]![column]!, formula);
      const format = String(numberFormat[row]![column]);
      if (value === null && formula === null && format === GENERAL) continue;
      builder.add(top + row, left + column, value, formula, format);
    }
  }
}

/** Of a range that is too large Excel may give nothing instead of an error. */
function wholeRange(range: Excel.Range): Pick<Excel.Range, 'values' | 'formulas' | 'valueTypes' | 'numberFormat'> {
  const { values, formulas, valueTypes, numberFormat } = range;
  const parts: readonly unknown[] = [values, formulas, valueTypes, numberFormat];
  if (parts.includes(null) || parts.includes(undefined)) throw new KmcError(message('excel.too-large'));
  return { values, formulas, valueTypes, numberFormat };
}

function snapshotOf(list: WorkbookList, places: Places, sheets: readonly SheetSnapshot[]): WorkbookSnapshot {
  return {
    sheets,
    tables: places.tables,
    names: [...list.names, ...places.localNames],
    externalLinks: [],
    calculationMode: list.calculationMode,
    date1904: list.date1904,
  };
}
