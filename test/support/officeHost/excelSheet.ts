import type { Visibility } from '../../../src/core/workbook/snapshot';
import { ExcelCollection } from './excelCollection';
import type { ExcelName } from './excelNames';
import { ExcelNotes } from './excelNotes';
import { ExcelProtection } from './excelProtection';
import { ExcelRange, type ModelCell } from './excelRange';
import type { ExcelTable } from './excelTable';
import type { ExcelWorkbook } from './excelWorkbook';
import { invalidArgument } from './hostError';
import { Said } from './said';

const EMPTY: ModelCell = { value: null, formula: null, format: 'General' };
const MAX_COLUMNS = 16_384;

/** `Excel.TableCollection` of a sheet. */
class SheetTables extends ExcelCollection<ExcelTable> {
  constructor(private readonly sheet: ExcelSheet) {
    super(sheet.workbook.tableList.filter(({ worksheet }) => worksheet === sheet));
  }

  /** @param place of the table with its header row, in this sheet */
  add(place: ExcelRange, hasHeaders: boolean): ExcelTable {
    if (!hasHeaders) throw new Error('only a table with headers is played');
    return this.sheet.workbook.addTable(place);
  }
}

/** `Excel.Worksheet`. */
export class ExcelSheet {
  static readonly scalars = ['id', 'name', 'visibility', 'position', 'tabColor', 'gridlines'];
  tabColor = '';
  gridlines = true;
  /** What was said of looks, page and validations: `A1:B2 format.font.bold` → `true`. */
  readonly said = new Map<string, unknown>();
  readonly cells = new Map<number, ModelCell>();
  readonly ownNames: ExcelName[] = [];
  isProtected = false;
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  /** Addresses of cells and blocks that a protected sheet takes entries into. */
  readonly unlocked = new Set<string>();

  constructor(
    readonly workbook: ExcelWorkbook,
    readonly id: string,
    public name: string,
    private shownAs: Visibility,
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

  set visibility(shown: string) {
    this.shownAs = shown === 'Visible' ? 'visible' : shown === 'Hidden' ? 'hidden' : 'veryHidden';
  }

  get protection(): ExcelProtection {
    return new ExcelProtection(this.isProtected);
  }

  get pageLayout(): Said {
    return new Said(this.said, 'pageLayout', ['headersFooters', 'defaultForAllPages']);
  }

  get freezePanes(): Said {
    return new Said(this.said, 'freezePanes');
  }

  delete(): void {
    this.workbook.removeSheet(this);
  }

  get names(): ExcelCollection<ExcelName> {
    return new ExcelCollection(this.ownNames);
  }

  get notes(): ExcelNotes {
    return new ExcelNotes(this.workbook.noteList, this);
  }

  get tables(): SheetTables {
    return new SheetTables(this);
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
