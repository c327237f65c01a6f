import { overlap } from '../workbook/a1';
import type { RangeRef } from '../workbook/cell';
import type { SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot';
import { isFilled, isNumeric, span, textAt } from './cellText';
import { wordOf } from './choiceWords';
import { headerLevels, headerStrength, isHeaderRow } from './headerRows';
import { headerParts, headerTexts } from './headerText';
import { headerScore, keysOf } from './headerWords';
import { rowLook } from './rowKinds';
import { sideOf } from './sides';
import { ADOPTABLE, type AdoptableTable, type FoundBlock } from './types';

/** More columns than any form has; what lies further right is not looked at for headers. */
const MOST_COLUMNS = 200;
/** Rows above a block among which its title is looked for. */
const TITLE_ROWS = 4;

/**
 * Blocks of a sheet that look like tables, from top to bottom. Title rows above, blocks beside or below each other, and headers in several
 * rows are told apart; nothing is read.
 * @param sheetName of the workbook; an unknown name has no blocks
 */
export function findBlocks(snapshot: WorkbookSnapshot, sheetName: string): readonly FoundBlock[] {
  const sheet = snapshot.sheets.find(({ name }) => name === sheetName);
  if (!sheet) return [];
  const found: FoundBlock[] = [];
  const right = Math.min(sheet.columnCount, MOST_COLUMNS) - 1;
  for (let row = 0; row < sheet.rowCount; row++) {
    if (!isHeaderRow(sheet, row, 0, right)) continue;
    for (const block of blocksAt(sheet, row, right))
      if (!found.some((other) => overlap(other.range, block.range))) found.push(block);
  }
  const known = found.filter(({ tables }) => tables.length > 0);
  return known.length > 0 ? known : transposedBlocks(sheet, right);
}

function blocksAt(sheet: SheetSnapshot, row: number, right: number): readonly FoundBlock[] {
  return columnRuns(sheet, row, right)
    .filter(([left, end]) => isHeaderRow(sheet, row, left, end))
    .map(([left, end]) => blockAt(sheet, row, left, end));
}

/** Runs of columns under one header row, parted by columns that are blank here and in the rows below. */
function columnRuns(sheet: SheetSnapshot, row: number, right: number): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const column of span(0, right)) {
    if (!isUsed(sheet, row, column)) continue;
    const last = runs.at(-1);
    if (last && last[1] === column - 1) last[1] = column;
    else runs.push([column, column]);
  }
  return runs;
}

const isUsed = (sheet: SheetSnapshot, row: number, column: number): boolean =>
  span(Math.max(row - 1, 0), row + 5).some((at) => at !== row - 1 && isFilled(sheet, at, column));

function blockAt(sheet: SheetSnapshot, row: number, left: number, right: number): FoundBlock {
  const around = { sheet: sheet.name, top: 0, left, bottom: sheet.rowCount - 1, right };
  const { top, rows } = headerLevels(sheet, around, row);
  const bottom = lastRow(sheet, { ...around, top }, top + rows);
  const range = { ...around, top, bottom };
  const title = titleAbove(sheet, range) ?? sheet.name;
  return { range, headerRows: rows, tables: tablesOf(sheet, range, rows, title), title, transposed: false };
}

/**
 * Where the rows of a block end: before the next header row, before two blank rows, or before headings that nothing follows.
 * @param first row below the headers
 */
export function lastRow(sheet: SheetSnapshot, range: RangeRef, first: number): number {
  let end = first - 1;
  for (let row = first; row < sheet.rowCount; row++) {
    if (isHeaderRow(sheet, row, range.left, range.right)) break;
    const { kind } = rowLook(sheet, range, row);
    if (kind === 'line' || kind === 'subtotal') end = row;
    if (kind === 'blank' && !continues(sheet, range, row + 1)) break;
  }
  return Math.max(end, first - 1);
}

/** After a blank row only a heading or a row with numbers still belongs to the block: notes stand there, too. */
function continues(sheet: SheetSnapshot, range: RangeRef, row: number): boolean {
  const { kind } = rowLook(sheet, range, row);
  if (kind === 'section' || kind === 'subtotal') return true;
  return kind === 'line' && span(range.left, range.right).some((column) => isNumeric(sheet, row, column));
}

/** @returns the nearest text above that stands alone in its row */
export function titleAbove(sheet: SheetSnapshot, { top, left, right }: RangeRef): string | null {
  for (let row = top - 1; row >= Math.max(top - TITLE_ROWS, 0); row--) {
    const texts = span(left, right)
      .map((column) => textAt(sheet, row, column))
      .filter((text) => text !== '');
    if (texts.length === 1 || texts.length === 2) return texts[0]!;
    if (texts.length > 2) return null;
  }
  return null;
}

/** Tables by how many of their columns the headers name, the side of an inventory by the title's and the sheet's words. */
function tablesOf(sheet: SheetSnapshot, range: RangeRef, rows: number, title: string): readonly AdoptableTable[] {
  const headers = headerTexts(sheet, range, rows);
  const strengths = ADOPTABLE.map((table) => ({
    table,
    value: strengthOf(table, headers) + sideBonus(table, `${title} ${sheet.name}`),
  }));
  const likely = strengths
    .filter(({ table, value }) => value >= 1.5 && holdsWhatCounts(table, headers))
    .sort((a, b) => b.value - a.value);
  return likely.slice(0, 4).map(({ table }) => table);
}

/** One of these a table must have, or it is about something else. */
const COUNTS: Readonly<Record<AdoptableTable, readonly string[]>> = {
  KmcBaseline: ['amount', 'factor', 'emission'],
  KmcProduct: ['amount', 'factor', 'emission'],
  KmcSideEffects: ['amount', 'factor', 'emission'],
  KmcFactors: ['value'],
  KmcSales: ['units'],
  KmcContribution: ['share', 'numerator'],
  KmcEvidence: ['title'],
  KmcSegments: ['functionalUnitsPerUnit', 'productService', 'productServiceYears'],
  KmcMix: ['share'],
  KmcParameters: ['value'],
};

function holdsWhatCounts(table: AdoptableTable, headers: readonly string[]): boolean {
  const units = headers.some((header) => headerParts(header).unit !== null);
  const isNamed = COUNTS[table].some((key) => headers.some((header) => headerScore(table, key, header) >= 0.6));
  if (table === 'KmcEvidence') return isNamed && describesDocuments(headers);
  return isNamed || (units && COUNTS[table].includes('amount'));
}

/** Every list has names: one of documents says more of them. */
const describesDocuments = (headers: readonly string[]): boolean =>
  ['file', 'date', 'pages', 'confidential'].some((key) =>
    headers.some((header) => headerScore('KmcEvidence', key, header) >= 0.75),
  );

function strengthOf(table: AdoptableTable, headers: readonly string[]): number {
  const best = keysOf(table)
    .filter(({ formulaKind }) => formulaKind !== 'computed')
    .map(({ key, need }) => {
      const score = Math.max(0, ...headers.map((header) => Math.min(headerScore(table, key, header), 1)));
      return score < 0.6 ? 0 : score * (need === 'required' ? 1.5 : 1);
    });
  return best.reduce((sum, score) => sum + score, 0);
}

function sideBonus(table: AdoptableTable, title: string): number {
  const side = sideOf(title);
  if (table === 'KmcBaseline') return side === 'KmcBaseline' ? 0.2 : -0.01;
  if (table === 'KmcProduct') return side === 'KmcProduct' ? 0.2 : 0;
  return table === 'KmcSideEffects' ? -0.5 : 0;
}

/** @returns the life-cycle stage a block's title names, if it names one */
export function stageOfTitle(title: string): string | null {
  return wordOf('stage', title);
}

/** A block whose headers run down its first column, each line being a column: recognised, so that it can be said. */
function transposedBlocks(sheet: SheetSnapshot, right: number): readonly FoundBlock[] {
  for (const column of span(0, Math.min(right, 3))) {
    const range = { sheet: sheet.name, top: 0, left: column, bottom: Math.min(sheet.rowCount, 200) - 1, right };
    if (transposedStrength(sheet, range) < 3) continue;
    return [{ range, headerRows: 1, tables: [], title: sheet.name, transposed: true }];
  }
  return [];
}

/** @returns how many different columns of one table the texts down the first column of a range name */
export function transposedStrength(sheet: SheetSnapshot, { top, bottom, left }: RangeRef): number {
  const texts = span(top, Math.min(bottom, top + 200)).map((row) => textAt(sheet, row, left));
  const named = (table: AdoptableTable): number =>
    new Set(texts.flatMap((text) => keysOf(table).find(({ key }) => headerScore(table, key, text) >= 1)?.key ?? []))
      .size;
  return Math.max(...ADOPTABLE.map(named));
}

/** @returns the row of a range that names most columns of a table, among its first rows; `null` where none names one */
export function headerRowIn(sheet: SheetSnapshot, range: RangeRef, table: AdoptableTable): number | null {
  const rows = span(range.top, Math.min(range.bottom, range.top + 20));
  const strengths = rows.map((row) => headerStrength(sheet, row, range.left, range.right, table));
  const most = Math.max(...strengths);
  return most > 0 ? rows[strengths.indexOf(most)]! : null;
}
