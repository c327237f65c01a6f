import type { CellValue } from '../../src/core/workbook/cell';
import { SheetBuilder } from '../../src/core/workbook/sheetColumns';
import type { TableSnapshot, WorkbookSnapshot } from '../../src/core/workbook/snapshot';

export const CASE_SHEET = '応募 (1)';
export const LINES_SHEET = "比較対象 O'Brien & Co";
export const NOTES_SHEET = 'Notes';

/** Every formula the contract uses and what it gives, by hand: for hosts that take results as given. */
export const FORMULAS: ReadonlyMap<string, CellValue> = new Map<string, CellValue>([
  ['SUM(C3:C4)', 12.25],
  ['KMC.UNIT_RATIO("t","kg-CO2e/kg")', 1000],
  ['IF(TRUE,"")', ''],
  ['NA()', { error: '#N/A' }],
  ['C3*2', 24],
]);

function caseSheet() {
  const sheet = new SheetBuilder(CASE_SHEET);
  const rows: CellValue[][] = [
    ['応募概要'],
    ['key', '項目', 'value'],
    ['a', '数値', 12],
    ['b', '小数', 0.25],
    ['c', '数字に見える文字列', '00123'],
    ['d', '日付に見える文字列', '1/2'],
    ['e', '論理値', true],
    ['f', '論理値に見える文字列', 'FALSE'],
    ['g', 'エラー', { error: '#DIV/0!' }],
    ['h', '空白', null],
    ['i', '大きな数', -1234567.125],
  ];
  rows.forEach((cells, row) => cells.forEach((value, column) => sheet.add(row, column, value)));
  return sheet.add(11, 2, 45748, null, 'yyyy-mm-dd').build();
}

function linesSheet() {
  const sheet = new SheetBuilder(LINES_SHEET);
  ['id', 'Amount', '比'].forEach((header, column) => sheet.add(3, 1 + column, header));
  [...FORMULAS].slice(0, 4).forEach(([formula, value], index) => sheet.add(4 + index, 3, value, onCaseSheet(formula)));
  return sheet.add(4, 1, 'L1').add(5, 1, 'L2').build();
}

/** The one formula that reads cells, as it is written on another sheet. */
const onCaseSheet = (formula: string): string => formula.replace('C3:C4', `'${CASE_SHEET}'!C3:C4`);

const table = (
  name: string,
  sheet: string,
  block: readonly [number, number, number, number],
  columns: readonly string[],
): TableSnapshot => ({
  name,
  range: { sheet, top: block[0], left: block[1], bottom: block[2], right: block[3] },
  columns,
  headerRow: true,
  totalsRow: false,
});

/** What every host must hand over unchanged: each kind of value, formulas, tables, names and awkward sheet names. */
export function contractWorkbook(): WorkbookSnapshot {
  return {
    sheets: [caseSheet(), linesSheet(), new SheetBuilder(NOTES_SHEET).add(0, 0, 'memo').build()],
    tables: [
      table('KmcCase', CASE_SHEET, [1, 0, 10, 2], ['key', '項目', 'value']),
      table('KmcBaseline', LINES_SHEET, [3, 1, 8, 3], ['id', 'Amount', '比']),
    ],
    names: [{ name: 'KmcFirst', formula: `'${CASE_SHEET}'!$C$3`, sheet: null, hidden: false }],
    externalLinks: [],
    calculationMode: 'automatic',
    date1904: false,
  };
}

/** By formula as it stands in the workbook or as the contract enters it. */
export function calculated(formula: string): CellValue {
  const value = FORMULAS.get(formula) ?? FORMULAS.get(formula.replace(`'${CASE_SHEET}'!`, ''));
  if (value === undefined) throw new Error(`the contract does not say what ${formula} gives`);
  return value;
}
