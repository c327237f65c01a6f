import { parseCell, parseRange } from '../../../src/core/workbook/a1';
import type { CellValue } from '../../../src/core/workbook/cell';
import { SheetBuilder } from '../../../src/core/workbook/sheetColumns';
import type { NameSnapshot, TableSnapshot, WorkbookSnapshot } from '../../../src/core/workbook/snapshot';

/** A formula with the value the file holds for it; `null` for none. */
export interface Formula {
  readonly formula: string;
  readonly cached: CellValue;
}

export const formula = (text: string, cached: CellValue = null): Formula => ({ formula: text, cached });

export type Cells = Readonly<Record<string, CellValue | Formula>>;

export interface WorkbookInput {
  readonly sheets: Readonly<Record<string, Cells>>;
  readonly tables?: readonly TableSnapshot[];
  readonly names?: readonly NameSnapshot[];
  /** By sheet: ranges filled by the formula in their first cell. */
  readonly spills?: Readonly<Record<string, readonly string[]>>;
}

export function workbook({ sheets, tables = [], names = [], spills = {} }: WorkbookInput): WorkbookSnapshot {
  return {
    sheets: Object.entries(sheets).map(([name, cells]) => sheet(name, cells, spills[name] ?? [])),
    tables,
    names,
    externalLinks: [],
    calculationMode: 'automatic',
    date1904: false,
  };
}

function sheet(name: string, cells: Cells, spills: readonly string[]) {
  const builder = new SheetBuilder(name);
  for (const [address, content] of Object.entries(cells)) {
    const { row, column } = parseCell(address)!;
    if (isFormula(content)) builder.add(row, column, content.cached, content.formula);
    else builder.add(row, column, content);
  }
  spills.forEach((range) => builder.spill(parseRange(range)!));
  return builder.build();
}

function isFormula(content: CellValue | Formula): content is Formula {
  return typeof content === 'object' && content !== null && 'formula' in content;
}

/** @param range with header and totals; @param columns header texts */
export function table(
  name: string,
  sheetName: string,
  range: string,
  columns: readonly string[],
  { headerRow = true, totalsRow = false }: { headerRow?: boolean; totalsRow?: boolean } = {},
): TableSnapshot {
  return { name, range: { sheet: sheetName, ...parseRange(range)! }, columns, headerRow, totalsRow };
}
