import { CHOICE_SETS, type ChoiceSet } from '../../../src/core/case/vocabulary';
import { fieldSpec } from '../../../src/core/template/fields';
import { choiceText, headerOf } from '../../../src/core/template/headers';
import { tableSpec } from '../../../src/core/template/tables';
import type { ColumnSpec, Language, TableName } from '../../../src/core/template/types';
import { isCellError, type CellRef, type CellValue } from '../../../src/core/workbook/cell';
import { SheetBuilder } from '../../../src/core/workbook/sheetColumns';
import type { TableSnapshot, WorkbookSnapshot } from '../../../src/core/workbook/snapshot';

export interface Cell {
  readonly value: CellValue;
  readonly formula?: string;
  readonly format?: string;
}

/** By column key; words of a vocabulary are neutral and become the workbook's language, any other text stands as it is. */
export type Row = Readonly<Record<string, CellValue | Cell>>;
export type Tables = Readonly<Partial<Record<TableName, readonly Row[]>>>;

export interface Layout {
  readonly language: Language;
  /** Top left corner of every table. */
  readonly row: number;
  readonly column: number;
  readonly reorder: (keys: readonly string[]) => readonly string[];
  readonly reorderTables: (tables: readonly string[]) => readonly string[];
  readonly sheetName: (table: string) => string;
  /** Headers of columns the template does not know, put left of the others. */
  readonly extraColumns: readonly string[];
  readonly extraSheets: readonly string[];
  /** A blank row is put before the row of this position in every table. */
  readonly blankRowBefore: number;
  readonly totalsRow: boolean;
  readonly tableName: (name: string) => string;
  readonly date1904: boolean;
}

export const PLAIN: Layout = {
  language: 'en',
  row: 3,
  column: 1,
  reorder: (keys) => keys,
  reorderTables: (tables) => tables,
  sheetName: (table) => `${table} sheet`,
  extraColumns: [],
  extraSheets: [],
  blankRowBefore: Infinity,
  totalsRow: false,
  tableName: (name) => name,
  date1904: false,
};

export interface Workbook {
  readonly snapshot: WorkbookSnapshot;
  /** @param row position among the rows given, from 0; -1 for the header */
  cell(table: TableName, row: number, key: string): CellRef;
}

export function workbookOf(tables: Tables, changes: Partial<Layout> = {}): Workbook {
  const layout = { ...PLAIN, ...changes };
  const names = layout.reorderTables(Object.keys(tables)) as readonly TableName[];
  const built = names.map((name) => tableOf(name, tables[name]!, layout));
  const extra = layout.extraSheets.map((name) => new SheetBuilder(name).add(0, 0, 'notes').build());
  return {
    snapshot: {
      sheets: [...extra, ...built.map(({ sheet }) => sheet)],
      tables: built.map(({ table }) => table),
      names: [],
      externalLinks: [],
      calculationMode: 'automatic',
      date1904: layout.date1904,
    },
    cell: (table, row, key) => ({
      sheet: layout.sheetName(table),
      row: row < 0 ? layout.row : sheetRow(row, layout),
      column: layout.column + headersOf(table, layout).findIndex((header) => header.key === key),
    }),
  };
}

const sheetRow = (row: number, layout: Layout): number => layout.row + 1 + row + (row >= layout.blankRowBefore ? 1 : 0);

function headersOf(table: TableName, layout: Layout): { key: string | null; text: string }[] {
  const keys = layout.reorder(tableSpec(table)!.columns.map(({ key }) => key));
  const extra = layout.extraColumns.map((text) => ({ key: null, text }));
  return [...extra, ...keys.map((key) => ({ key, text: headerOf(table, key, layout.language) }))];
}

function tableOf(name: TableName, rows: readonly Row[], layout: Layout) {
  const headers = headersOf(name, layout);
  const sheet = new SheetBuilder(layout.sheetName(name));
  headers.forEach(({ text }, position) => sheet.add(layout.row, layout.column + position, text));
  rows.forEach((row, position) => {
    headers.forEach(({ key }, column) => {
      const input = key === null ? `extra ${position}` : (row[key] ?? null);
      const { value, formula, format } = cellOf(input);
      const text = key === null ? value : translated(name, row, key, value, layout.language);
      if (text === null && !formula && !format) return;
      sheet.add(sheetRow(position, layout), layout.column + column, text, formula ?? null, format);
    });
  });
  const last = sheetRow(Math.max(rows.length - 1, 0), layout) + (layout.totalsRow ? 1 : 0);
  if (layout.totalsRow) sheet.add(last, layout.column, 'Total').add(last, layout.column + 1, 1e6);
  const range = {
    sheet: layout.sheetName(name),
    top: layout.row,
    left: layout.column,
    bottom: last,
    right: layout.column + headers.length - 1,
  };
  const table: TableSnapshot = {
    name: layout.tableName(name),
    range,
    columns: headers.map(({ text }) => text),
    headerRow: true,
    totalsRow: layout.totalsRow,
  };
  return { sheet: sheet.build(), table };
}

function cellOf(input: CellValue | Cell): Cell {
  if (input === null || typeof input !== 'object' || isCellError(input)) return { value: input };
  return input;
}

function translated(table: TableName, row: Row, key: string, value: CellValue, language: Language): CellValue {
  const set = vocabularyOf(table, row, key);
  const word = set && (CHOICE_SETS[set] as readonly CellValue[]).includes(value);
  return word ? choiceText(set, String(value), language) : value;
}

function vocabularyOf(table: TableName, row: Row, key: string): ChoiceSet | undefined {
  const spec: Pick<ColumnSpec, 'choices'> & { kind: string } =
    table === 'KmcCase' && key === 'value'
      ? (fieldSpec(String(cellOf(row['key'] ?? null).value)) ?? { kind: 'text' })
      : tableSpec(table)!.columns.find((column) => column.key === key)!;
  return spec.kind === 'place' ? 'place' : spec.choices;
}
