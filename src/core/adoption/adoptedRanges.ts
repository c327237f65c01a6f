import { message } from '../message';
import { parseNumber } from '../quantity/parseNumber';
import type { AdoptedRanges, TemplateTables } from '../reader/adoptedRanges';
import type { BoundColumn, BoundTable } from '../reader/bindColumns';
import { headerOf } from '../template/headers';
import { tableSpec } from '../template/tables';
import type { Language } from '../template/types';
import { overlap, rangeAddress } from '../workbook/a1';
import { isCellError, type CellValue, type RangeRef } from '../workbook/cell';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { adoptedSheet, choiceCell, FIRST_VIRTUAL, type PlacedColumn, type VirtualColumn } from './adoptedSheet';
import { plainText, textAt } from './cellText';
import { quantityIn, UNIT_KEYS } from './quantityText';
import { bindAdoption, type AdoptionProblem, type BoundAdoption, type Binding } from './bindAdoption';
import { columnSpec } from './columnSpec';
import { factorLookUp, type LookUp } from './factorLookUp';
import { lineIds, type UnnamedLine } from './lineIds';
import type { AdoptableTable, Adoption } from './types';

/** @returns what `readCase` reads besides the template's tables; what of it cannot be read is reported as it reads */
export function adoptedRanges(snapshot: WorkbookSnapshot, adoptions: readonly Adoption[]): AdoptedRanges {
  return {
    names: new Set(adoptions.map(({ table }) => table)),
    bind: (workbook) => bindAll(snapshot, adoptions, workbook),
  };
}

function bindAll(
  snapshot: WorkbookSnapshot,
  adoptions: readonly Adoption[],
  workbook: TemplateTables,
): readonly BoundTable[] {
  const bindings = adoptions.map((adoption, index) => {
    const taken = [...adoptions.slice(0, index), ...snapshotTables(snapshot)];
    const twice = overlapProblem(adoption, taken);
    return { adoption, ...(twice ? { bound: null, problems: [twice] } : bindAdoption(snapshot, adoption)) };
  });
  for (const binding of bindings) report(binding, workbook);
  const parts = bindings.flatMap(({ bound }) => (bound ? [partOf(bound, workbook.language)] : []));
  const factors = [...workbook.tables, ...parts.map(({ table }) => table)].filter(({ name }) => name === 'KmcFactors');
  for (const part of parts) addFactors(part, factorLookUp(factors));
  addIds(parts);
  for (const { table } of parts) reportMissing(table, workbook);
  return parts.map(({ table }) => table);
}

interface TakenRange {
  readonly table: string;
  readonly range: RangeRef;
}

const snapshotTables = ({ tables }: WorkbookSnapshot): readonly TakenRange[] =>
  tables.map(({ name, range }) => ({ table: tableSpec(name)?.name ?? name, range }));

/** Rows that stood twice in one table would count twice. */
function overlapProblem({ table, range }: Adoption, taken: readonly TakenRange[]): AdoptionProblem | null {
  const other = taken.find((one) => one.table === table && overlap(one.range, range));
  if (!other) return null;
  const params = { range: rangeAddress(range), other: rangeAddress(other.range), sheet: range.sheet };
  const cell = { sheet: range.sheet, row: range.top, column: range.left };
  return { severity: 'block', message: message('adoption.overlap', params), cell };
}

function report({ adoption, problems }: Binding & { adoption: Adoption }, workbook: TemplateTables): void {
  for (const problem of problems)
    workbook.problems.add({ ...problem, table: adoption.table, rowId: null, column: null });
}

/** A bound range while the columns that are no cells are being added to it. */
interface Part {
  readonly bound: BoundAdoption;
  readonly table: BoundTable & { readonly columns: Map<string, BoundColumn> };
  readonly virtual: VirtualColumn[];
  readonly language: Language | null;
}

function partOf(bound: BoundAdoption, language: Language | null): Part {
  const { adoption, sheet, plan } = bound;
  const read = bound.placed.filter(({ spec }) => spec.formulaKind !== 'computed');
  const placed = read.map((column) => withoutDoubleUnit(column, read));
  const virtual: VirtualColumn[] = [];
  const lines = new Set(plan.lines.map(({ row }) => row));
  const sourceRow = (row: number, column: number): number => plan.sourceRow(row, column);
  const table = {
    name: adoption.table,
    sheet: adoptedSheet({ sheet, language, placed, lines, sourceRow, virtual }),
    headerRow: adoption.range.top + adoption.headerRows - 1,
    firstRow: adoption.range.top + adoption.headerRows,
    lastRow: Math.min(adoption.range.bottom, sheet.rowCount - 1),
    columns: new Map(placed.map(({ adopted, spec, column }) => [spec.key, { spec, column, header: adopted.header }])),
    idKey: tableSpec(adoption.table)!.columns.find(({ kind }) => kind === 'id')!.key,
  };
  const part = { bound, table, virtual, language };
  for (const column of placed) if (column.adopted.withUnit) addUnits(part, column);
  for (const [key, text] of Object.entries(adoption.constants))
    addColumn(part, key, () => stated(adoption.table, key, text, language));
  const { sections } = adoption;
  if (sections) addColumn(part, sections.key, (row) => sectionValue(part, row));
  return part;
}

/** With a unit in the cell and another in a column of its own nobody could say which counts: the cell is refused as a text then. */
function withoutDoubleUnit(placed: PlacedColumn, all: readonly PlacedColumn[]): PlacedColumn {
  const isDouble = all.some(({ spec }) => spec.key === UNIT_KEYS[placed.spec.key]);
  return isDouble ? { ...placed, adopted: { ...placed.adopted, withUnit: undefined } } : placed;
}

/** The unit in each cell, or else the one that holds for all lines. */
function addUnits(part: Part, { spec, column }: PlacedColumn): void {
  const { sheet, adoption } = part.bound;
  const key = UNIT_KEYS[spec.key]!;
  addColumn(part, key, (row) => quantityIn(textAt(sheet, row, column))?.unit ?? adoption.constants[key] ?? null);
}

/** Cells count before constants: a column that is there is read. */
function addColumn(
  { table, virtual, language }: Part,
  key: string,
  valueIn: VirtualColumn['valueIn'],
  isLookedUp = false,
): void {
  if (table.columns.has(key)) return;
  const spec = columnSpec(table.name as AdoptableTable, key);
  const header = headerOf(table.name, key, language ?? 'ja');
  table.columns.set(key, { spec, column: FIRST_VIRTUAL + virtual.length, header });
  virtual.push({ valueIn, isLookedUp });
}

function stated(table: AdoptableTable, key: string, text: string, language: Language | null): CellValue {
  const spec = columnSpec(table, key);
  if (spec.kind === 'choice') return choiceCell(spec, text, language);
  const number = ['number', 'share', 'score', 'place'].includes(spec.kind) ? parseNumber(text) : null;
  if (number?.ok) return number.value.toNumber();
  return spec.kind === 'place' ? choiceCell(spec, text, language) : text;
}

function sectionValue({ bound: { adoption, plan }, language }: Part, row: number): CellValue {
  const text = plan.sections.get(row);
  const value = text === undefined ? undefined : adoption.sections!.values[text];
  return value === undefined ? null : stated(adoption.table, adoption.sections!.key, value, language);
}

/** A line that names a factor takes its value and unit from the factor's row, as the template's formulas do. */
function addFactors(part: Part, lookUp: LookUp): void {
  const { table } = part;
  if (!table.columns.has('factorId')) return;
  for (const [key, source] of [
    ['factor', 'value'],
    ['factorUnit', 'unit'],
  ] as const) {
    if (!tableSpec(table.name)!.columns.some((column) => column.key === key)) continue;
    addColumn(part, key, (row) => lookUp(valueIn(part, row, 'factorId'), source), true);
  }
}

function valueIn({ table }: Part, row: number, key: string): CellValue {
  const column = table.columns.get(key);
  return column ? table.sheet.value(row, column.column) : null;
}

function addIds(parts: readonly Part[]): void {
  for (const name of new Set(parts.map(({ table }) => table.name))) {
    const unnamed = parts.filter(({ table }) => table.name === name && !table.columns.has(table.idKey));
    const ids = lineIds(name as AdoptableTable, unnamed.flatMap(unnamedLines));
    for (const part of unnamed) addColumn(part, part.table.idKey, (row) => ids.get(placeOf(part, row)) ?? null);
  }
}

const placeOf = ({ bound: { adoption } }: Part, row: number): string => `${adoption.range.sheet}!${row}`;

function unnamedLines(part: Part): readonly UnnamedLine[] {
  const keys = [...part.table.columns.keys()].sort();
  const text = (value: CellValue): string => (isCellError(value) ? value.error : plainText(String(value ?? '')));
  return part.bound.plan.lines.map(({ row }) => ({
    place: placeOf(part, row),
    value: (key) => valueIn(part, row, key),
    content: () => keys.map((key) => text(valueIn(part, row, key))).join('|'),
  }));
}

function reportMissing(table: BoundTable, { problems }: TemplateTables): void {
  for (const { key, need } of tableSpec(table.name)!.columns) {
    if (need === 'optional' || table.columns.has(key)) continue;
    const headers = { english: headerOf(table.name, key, 'en'), japanese: headerOf(table.name, key, 'ja') };
    const first = [...table.columns.values()][0];
    problems.add({
      severity: need === 'required' ? 'block' : 'warn',
      message: message('adoption.column-not-placed', headers),
      cell: { sheet: table.sheet.name, row: table.headerRow, column: Math.min(first?.column ?? 0, FIRST_VIRTUAL - 1) },
      table: table.name,
      rowId: null,
      column: key,
    });
  }
}
