import type { Example } from '../../../../src/core/review/formulas/check';
import { parseCell } from '../../../../src/core/workbook/a1';
import type { CellValue } from '../../../../src/core/workbook/cell';
import { SheetBuilder } from '../../../../src/core/workbook/sheetColumns';
import type { SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../../../../src/core/workbook/snapshot';

export type Cells = Readonly<Record<string, CellValue>>;

/** @param cells by address; a text that begins with `=` is a formula, whose stored value stands in `stored` */
export function sheetOf(
  name: string,
  cells: Cells,
  stored: Cells = {},
  { hiddenRows = [], formats = {} }: Pick<Example, 'hiddenRows' | 'formats'> = {},
): SheetSnapshot {
  const builder = new SheetBuilder(name);
  for (const [address, content] of Object.entries(cells)) {
    const { row, column } = parseCell(address)!;
    const isFormula = typeof content === 'string' && content.startsWith('=');
    if (isFormula) builder.add(row, column, stored[address] ?? null, content.slice(1), formats[address]);
    else builder.add(row, column, content, null, formats[address]);
  }
  for (const row of hiddenRows) builder.hideRows(row, row);
  return builder.build();
}

export const bookOf = (...sheets: readonly SheetSnapshot[]): WorkbookSnapshot => ({
  sheets,
  tables: [],
  names: [],
  externalLinks: [],
  calculationMode: 'automatic',
  date1904: false,
});

export function exampleBook(example: Example): WorkbookSnapshot {
  const sheet = sheetOf('Data', example.cells, example.stored, example);
  const unlocked = example.unlocked?.map((address) => parseCell(address)!);
  const first: SheetSnapshot = unlocked ? Object.assign(Object.create(sheet), { unlockedFormulas: unlocked }) : sheet;
  const others = Object.entries(example.sheets ?? {}).map(([name, cells]) => sheetOf(name, cells));
  return { ...bookOf(first, ...others), tables: example.table ? [tableOf(example.table, sheet)] : [] };
}

const tableOf = (name: string, sheet: SheetSnapshot): TableSnapshot => ({
  name,
  range: { sheet: sheet.name, top: 0, left: 0, bottom: sheet.rowCount - 1, right: sheet.columnCount - 1 },
  columns: Array.from({ length: sheet.columnCount }, (_, column) => String(sheet.value(0, column))),
  headerRow: true,
  totalsRow: false,
});
