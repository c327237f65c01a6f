import type { Visibility } from '../../../src/core/workbook/snapshot';
import { ExcelCollection } from './excelCollection';
import { ExcelRange, type ModelCell } from './excelRange';
import type { ExcelName, ExcelTable, ExcelWorkbook } from './excelWorkbook';
import { invalidArgument } from './hostError';

const EMPTY: ModelCell = { value: null, formula: null, format: 'General' };
const MAX_COLUMNS = 16_384;

/** `Excel.Worksheet`. */
export class ExcelSheet {
  static readonly scalars = ['id', 'name', 'visibility', 'position'];
  readonly cells = new Map<number, ModelCell>();
  readonly ownNames: ExcelName[] = [];
  isProtected = false;

  constructor(
    readonly workbook: ExcelWorkbook,
    readonly id: string,
    public name: string,
    private readonly shownAs: Visibility,
  ) {}

  get identity(): object {
    return { Id: this.id };
  }

  get position(): number {
    return this.workbook.sheets.indexOf(this);
  }

  get visibility(): string {
    return { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' }[this.shownAs];
  }

  get names(): ExcelCollection<ExcelName> {
    return new ExcelCollection(this.ownNames);
  }

  get tables(): ExcelCollection<ExcelTable> {
    return new ExcelCollection(this.workbook.tableList.filter(({ worksheet }) => worksheet === this));
  }

  cell(row: number, column: number): ModelCell {
    return this.cells.get(row * MAX_COLUMNS + column) ?? EMPTY;
  }

  put(row: number, column: number, cell: ModelCell): void {
    this.cells.set(row * MAX_COLUMNS + column, cell);
  }

  getCell(row: number, column: number): ExcelRange {
    return this.getRangeByIndexes(row, column, 1, 1);
  }

  getRangeByIndexes(row: number, column: number, rows: number, columns: number): ExcelRange {
    if (rows < 1 || columns < 1) throw invalidArgument('An empty range.');
    return new ExcelRange(this, row, column, rows, columns);
  }

  getUsedRangeOrNullObject(valuesOnly?: boolean): ExcelRange | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [key, cell] of this.cells) {
      if (valuesOnly && cell.value === null && cell.formula === null) continue;
      const [row, column] = [Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS];
      [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
      [left, right] = [Math.min(left, column), Math.max(right, column)];
    }
    return bottom < 0 ? null : new ExcelRange(this, top, left, bottom - top + 1, right - left + 1);
  }

  activate(): void {
    this.workbook.active = this;
  }
}
