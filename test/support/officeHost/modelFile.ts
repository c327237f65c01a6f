import { SheetBuilder } from '../../../src/core/workbook/sheetColumns';
import type { NameSnapshot, SheetSnapshot, Visibility, WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { xlsxOfSnapshot } from '../xlsxOfSnapshot';
import type { ExcelName } from './excelNames';
import type { ExcelSheet } from './excelSheet';
import type { ExcelWorkbook } from './excelWorkbook';

/** The workbook as Excel would save it now, but for looks and for names of single sheets, such as what is printed of them. */
export function fileOf(model: ExcelWorkbook): Uint8Array {
  const snapshot = snapshotOf(model);
  return xlsxOfSnapshot({ ...snapshot, names: snapshot.names.filter(({ sheet }) => sheet === null) });
}

/** What stands in the model: for a file of it, and for tests that look behind the add-in's back. */
export function snapshotOf(model: ExcelWorkbook): WorkbookSnapshot {
  return {
    sheets: model.sheets.map(sheetOf),
    tables: model.tableList.map(({ table }) => table),
    names: [
      ...model.names.items.map((name) => nameOf(name, null)),
      ...model.sheets.flatMap(({ ownNames, name: sheet }) => ownNames.map((name) => nameOf(name, sheet))),
    ],
    externalLinks: [],
    calculationMode: 'automatic',
    date1904: false,
  };
}

function sheetOf(sheet: ExcelSheet): SheetSnapshot {
  const builder = new SheetBuilder(sheet.name).setVisibility(VISIBILITY[sheet.visibility]!);
  const inOrder = [...sheet.cells].sort(([one], [other]) => one - other);
  for (const [key, { value, formula, format }] of inOrder) {
    builder.add(Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS, value, formula, format);
  }
  return builder.build();
}

const MAX_COLUMNS = 16_384;
const VISIBILITY: Readonly<Record<string, Visibility>> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

const nameOf = ({ name, formula, visible }: ExcelName, sheet: string | null): NameSnapshot => ({
  name,
  formula: formula.slice(1),
  sheet,
  hidden: !visible,
});
