import * as sheetjs from '@e965/xlsx';
import { readXlsx } from '../../../src/adapters/xlsx/read/readXlsx';
import { cellAddress, parseCell } from '../../../src/core/workbook/a1';
import { isCellError, type CellValue } from '../../../src/core/workbook/cell';
import { fromStoredFormula } from '../../../src/core/workbook/formula';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../src/core/workbook/snapshot';

export interface Difference {
  /** Sheet and, where it is about one, cell. */
  readonly place: string;
  readonly what: 'value' | 'formula' | 'format' | 'hidden' | 'merges' | 'names' | 'sheets' | 'visibility' | 'dates';
  readonly ours: unknown;
  readonly theirs: unknown;
}

export interface Comparison {
  readonly cells: number;
  readonly formulas: number;
  readonly differences: readonly Difference[];
}

/** Reads a workbook with our reader and with another library, and lists where they disagree. */
export async function readDifferential(bytes: Uint8Array): Promise<Comparison> {
  const ours = (await readXlsx(bytes)).snapshot;
  const options = { cellFormula: true, cellNF: true, cellStyles: true, cellDates: false, xlfn: true };
  const theirs = sheetjs.read(bytes, { type: 'array', ...options });
  const comparison = new Collected();
  compareWorkbooks(ours, theirs, comparison);
  for (const sheet of ours.sheets) compareSheets(sheet, theirs.Sheets[sheet.name] ?? {}, comparison);
  return comparison;
}

class Collected implements Comparison {
  cells = 0;
  formulas = 0;
  readonly differences: Difference[] = [];

  compare(place: string, what: Difference['what'], ours: unknown, theirs: unknown): void {
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) this.differences.push({ place, what, ours, theirs });
  }
}

const VISIBILITY = ['visible', 'hidden', 'veryHidden'] as const;

function compareWorkbooks(ours: WorkbookSnapshot, theirs: sheetjs.WorkBook, to: Collected): void {
  const cellSheets = theirs.SheetNames.filter((name) => isCellSheet(theirs.Sheets[name]));
  to.compare(
    '',
    'sheets',
    ours.sheets.map(({ name }) => name),
    cellSheets,
  );
  to.compare('', 'dates', ours.date1904, theirs.Workbook?.WBProps?.date1904 ?? false);
  for (const sheet of ours.sheets) {
    const properties = theirs.Workbook?.Sheets?.find(({ name }) => name === sheet.name);
    to.compare(sheet.name, 'visibility', sheet.visibility, VISIBILITY[properties?.Hidden ?? 0]);
  }
  // Their types leave `Hidden` out.
  const theirNames = (theirs.Workbook?.Names ?? []) as (sheetjs.DefinedName & { Hidden?: boolean })[];
  const names = theirNames.map(({ Name, Ref, Sheet, Hidden }) => ({
    name: Name,
    formula: fromStoredFormula(Ref),
    sheet: Sheet === undefined || Sheet === null ? null : theirs.SheetNames[Sheet],
    hidden: Boolean(Hidden),
  }));
  to.compare('', 'names', ours.names, names);
}

const isCellSheet = (sheet: sheetjs.WorkSheet | undefined): boolean =>
  sheet !== undefined && (sheet['!type'] === undefined || sheet['!type'] === 'sheet');

function compareSheets(ours: SheetSnapshot, theirs: sheetjs.WorkSheet, to: Collected): void {
  const addresses = new Set(Object.keys(theirs).filter((key) => !key.startsWith('!')));
  ours.forEachCell((row, column) => addresses.add(cellAddress({ row, column })));
  for (const address of addresses) compareCell(ours, theirs[address], address, to);
  const merges = (theirs['!merges'] ?? []).map(({ s, e }) => [s.r, s.c, e.r, e.c]);
  to.compare(
    ours.name,
    'merges',
    ours.merges.map((range) => [range.top, range.left, range.bottom, range.right]),
    merges,
  );
  to.compare(ours.name, 'hidden', listed(ours.hiddenRows), hiddenOf(theirs['!rows']));
  to.compare(ours.name, 'hidden', listed(ours.hiddenColumns), hiddenOf(theirs['!cols']));
}

function compareCell(
  ours: SheetSnapshot,
  theirs: sheetjs.CellObject | undefined,
  address: string,
  to: Collected,
): void {
  const { row, column } = parseCell(address)!;
  const place = `${ours.name}!${address}`;
  const formula = ours.formula(row, column);
  to.cells++;
  if (formula !== null) to.formulas++;
  to.compare(place, 'value', ours.value(row, column), valueOf(theirs));
  to.compare(place, 'formula', formula, theirs?.f ? fromStoredFormula(theirs.f) : null);
  if (theirs?.t === 'n') to.compare(place, 'format', ours.format(row, column), theirs.z ?? 'General');
}

function valueOf(cell: sheetjs.CellObject | undefined): CellValue {
  if (!cell || cell.t === 'z' || cell.v === undefined) return null;
  if (cell.t !== 'e') return cell.v as CellValue;
  const value = { error: cell.w };
  return isCellError(value) ? (value as CellValue) : null;
}

const listed = (runs: readonly (readonly [number, number])[]): number[] =>
  runs.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));

const hiddenOf = (properties: readonly ({ hidden?: boolean } | undefined)[] | undefined): number[] =>
  [...(properties ?? []).entries()].filter(([, property]) => property?.hidden).map(([at]) => at);
