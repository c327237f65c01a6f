import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { readXlsx } from '../../../src/adapters/xlsx/read/readXlsx';
import { headerOf } from '../../../src/core/template/headers';
import type { Language, TableName } from '../../../src/core/template/types';
import { launchBrowser } from '../browser';
import { builtExcel } from '../builtPage';
import { openInExcel, type ExcelOptions, type OpenExcel } from './browserExcel';
import type { ExcelRange } from './excelRange';
import { ExcelWorkbook } from './excelWorkbook';

/** Milliseconds that a slow machine may take for anything that a test waits for. */
export const PATIENCE = 60_000;

const SAMPLES = path.resolve(__dirname, '../../../samples');

/** @param name of a file of `samples`, without its ending */
export async function sampleInExcel(name: string): Promise<ExcelWorkbook> {
  const { snapshot } = await readXlsx(readFileSync(path.join(SAMPLES, `${name}.xlsx`)));
  return new ExcelWorkbook(snapshot, () => null);
}

/**
 * For a test file whose tests each open one Excel. None of them may make the page complain or ask for anything elsewhere.
 * @returns how a test opens Excel, and the one that is open
 */
export function excelForEach(language: ExcelOptions['language']) {
  let addin: string;
  let browser: Browser;
  let excel: OpenExcel;
  beforeAll(async () => {
    addin = builtExcel();
    browser = await launchBrowser();
  }, 10 * PATIENCE);
  afterAll(() => browser.close());
  afterEach(async () => {
    expect([excel.errors, excel.outside]).toEqual([[], []]);
    await excel.close();
  });
  return async (workbook: ExcelWorkbook, more: Partial<ExcelOptions> = {}): Promise<OpenExcel> =>
    (excel = await openInExcel(browser, workbook, { addin, language, ...more }));
}

/** Waits until the pane shows the texts, wherever they stand. */
export async function paneShows({ pane }: OpenExcel, ...texts: readonly string[]): Promise<void> {
  const shows = (wanted: readonly string[]) => wanted.every((text) => document.body.innerText.includes(text));
  await pane.waitForFunction(shows, texts, { timeout: PATIENCE });
}

/** Waits until the first lines of the pane, where the two numbers are, hold the texts, each as a line of its own. */
export async function numbersAre({ pane }: OpenExcel, ...texts: readonly string[]): Promise<void> {
  const shows = (wanted: readonly string[]) => {
    const top = document.body.innerText.split('\n').slice(0, 16);
    return wanted.every((text) => top.includes(text));
  };
  await pane.waitForFunction(shows, texts, { timeout: PATIENCE });
}

/** Waits until something is so that nobody tells of. */
export async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (!isSo()) {
    if (Date.now() > end) throw new Error('It did not come about.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A user at the sheets, who finds cells by table, header and line as a person does. */
export class ExcelUser {
  constructor(
    private readonly workbook: ExcelWorkbook,
    private readonly language: Language,
  ) {}

  /** @param line of the table, from 0 */
  cell(table: TableName, key: string, line: number): ExcelRange {
    const range = this.workbook.tables.getItem(table).getRange();
    const column = range.values[0]!.indexOf(headerOf(table, key, this.language));
    if (column < 0) throw new Error(`${table} has no column for ${key}`);
    return range.worksheet.getCell(range.rowIndex + 1 + line, range.columnIndex + column);
  }

  /** @param part `value` or `unit` of a field of the form */
  field(key: string, part = 'value'): ExcelRange {
    const { values } = this.workbook.tables.getItem('KmcCase').getRange();
    const line = values.findIndex((row) => row.includes(key)) - 1;
    if (line < 0) throw new Error(`the form has no field ${key}`);
    return this.cell('KmcCase', part, line);
  }

  /** Types into cells of one line. */
  fill(table: TableName, line: number, texts: Readonly<Record<string, string>>): void {
    for (const [key, text] of Object.entries(texts)) type(this.cell(table, key, line), text);
  }

  fillFields(texts: Readonly<Record<string, string>>): void {
    for (const [key, text] of Object.entries(texts)) type(this.field(key), text);
  }
}

/** As if it were typed: what Excel makes of it is Excel's business. */
export function type(cell: ExcelRange, text: string): void {
  cell.formulas = [[text]];
}
