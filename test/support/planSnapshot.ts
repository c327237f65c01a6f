import type { SheetPlan, TablePlan, WorkbookPlan } from '../../src/core/template/plan';
import { SheetBuilder } from '../../src/core/workbook/sheetColumns';
import type { SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../../src/core/workbook/snapshot';

/** A planned workbook as a host would show it before anything was calculated: formula cells have no value. */
export function planSnapshot(plan: WorkbookPlan): WorkbookSnapshot {
  return {
    sheets: plan.sheets.map(sheetOf),
    tables: plan.sheets.flatMap(({ name, tables }) => tables.map((table) => tableOf(name, table))),
    names: plan.names.map(({ name, reference }) => ({ name, formula: reference, sheet: null, hidden: false })),
    externalLinks: [],
    calculationMode: 'automatic',
    date1904: false,
  };
}

function sheetOf({ name, cells, merges }: SheetPlan): SheetSnapshot {
  const builder = new SheetBuilder(name);
  for (const { row, column, value, formula, numberFormat } of cells) {
    builder.add(row, column, value, formula, numberFormat ?? undefined);
  }
  for (const block of merges) builder.merge(block);
  return builder.build();
}

const tableOf = (sheet: string, { name, block, columns }: TablePlan): TableSnapshot => ({
  name,
  range: { sheet, ...block },
  columns: columns.map(({ header }) => header),
  headerRow: true,
  totalsRow: false,
});
