import { parseRange, rangeAddress } from '../../../src/core/workbook/a1';
import { isCellError, type CellValue } from '../../../src/core/workbook/cell';
import { ExcelLock } from './excelProtection';
import type { ExcelSheet } from './excelSheet';
import { HostError, invalidArgument } from './hostError';
import { Said } from './said';
import { typed } from './typedText';

export interface ModelCell {
  value: CellValue;
  /** Without `=`. */
  formula: string | null;
  format: string;
}

type Grid<T> = T[][];

/** `Excel.Range`: a block of cells. */
export class ExcelRange {
  static readonly scalars = [
    'address',
    'rowIndex',
    'columnIndex',
    'rowCount',
    'columnCount',
    'values',
    'formulas',
    'valueTypes',
    'numberFormat',
    'rowHidden',
    'columnHidden',
  ];

  constructor(
    readonly sheet: ExcelSheet,
    readonly rowIndex: number,
    readonly columnIndex: number,
    readonly rowCount: number,
    readonly columnCount: number,
  ) {}

  get worksheet(): ExcelSheet {
    return this.sheet;
  }

  get address(): string {
    return `${this.sheet.name}!${this.localAddress}`;
  }

  get localAddress(): string {
    const [top, left] = [this.rowIndex, this.columnIndex];
    return rangeAddress({ top, left, bottom: top + this.rowCount - 1, right: left + this.columnCount - 1 });
  }

  get values(): Grid<unknown> {
    return this.map(({ value }) => shown(value));
  }

  get formulas(): Grid<unknown> {
    return this.map(({ value, formula }) => (formula === null ? shown(value) : `=${formula}`));
  }

  set formulas(entries: Grid<unknown>) {
    this.enter(entries);
  }

  get valueTypes(): Grid<string> {
    return this.map(({ value, formula }) => typeOf(value, formula));
  }

  get numberFormat(): Grid<string> {
    return this.map(({ format }) => format);
  }

  set numberFormat(formats: Grid<string>) {
    this.requireShape(formats);
    this.requireUnprotected();
    formats.forEach((row, i) =>
      row.forEach((format, j) => {
        const at = [this.rowIndex + i, this.columnIndex + j] as const;
        this.sheet.put(...at, { ...this.sheet.cell(...at), format });
      }),
    );
  }

  get format(): Said {
    const held = { protection: new ExcelLock(this.locked) };
    return new Said(this.sheet.said, `${this.localAddress} format`, ['font', 'fill', 'borders'], held);
  }

  get dataValidation(): Said {
    return new Said(this.sheet.said, `${this.localAddress} dataValidation`);
  }

  /** `null` where a part is hidden. */
  get rowHidden(): boolean | null {
    return allOrPart(this.getRowProperties().map(({ rowHidden }) => rowHidden));
  }

  get columnHidden(): boolean | null {
    return allOrPart(this.getColumnProperties().map(({ columnHidden }) => columnHidden));
  }

  getRowProperties(): { rowHidden: boolean }[] {
    return Array.from({ length: this.rowCount }, (_, row) => ({
      rowHidden: this.sheet.hiddenRows.has(this.rowIndex + row),
    }));
  }

  getColumnProperties(): { columnHidden: boolean }[] {
    return Array.from({ length: this.columnCount }, (_, column) => ({
      columnHidden: this.sheet.hiddenColumns.has(this.columnIndex + column),
    }));
  }

  getCellProperties(): object[][] {
    return Array.from({ length: this.rowCount }, (_, row) =>
      Array.from({ length: this.columnCount }, (__, column) => {
        const cell = this.sheet.getCell(this.rowIndex + row, this.columnIndex + column);
        return { format: { protection: { locked: !this.sheet.unlocked.has(cell.localAddress) } } };
      }),
    );
  }

  merge(): void {
    this.sheet.said.set(`${this.localAddress} merged`, true);
  }

  select(): void {
    this.sheet.workbook.selected = { sheet: this.sheet.name, row: this.rowIndex, column: this.columnIndex };
  }

  /** `null` where a part is not. */
  private get locked(): boolean | null {
    if (this.sheet.unlocked.has(this.localAddress)) return false;
    const inside = [...this.sheet.unlocked].some((address) => {
      const block = parseRange(address)!;
      const [bottom, right] = [this.rowIndex + this.rowCount - 1, this.columnIndex + this.columnCount - 1];
      const isInRows = block.top >= this.rowIndex && block.bottom <= bottom;
      return isInRows && block.left >= this.columnIndex && block.right <= right;
    });
    return inside ? null : true;
  }

  private map<T>(read: (cell: ModelCell) => T): Grid<T> {
    return Array.from({ length: this.rowCount }, (_, row) =>
      Array.from({ length: this.columnCount }, (__, column) =>
        read(this.sheet.cell(this.rowIndex + row, this.columnIndex + column)),
      ),
    );
  }

  private enter(entries: Grid<unknown>): void {
    this.requireShape(entries);
    this.requireUnprotected();
    entries.forEach((row, i) => row.forEach((entry, j) => this.enterOne(i, j, entry)));
    this.sheet.workbook.changed(this);
  }

  private requireShape(entries: Grid<unknown>): void {
    const fits = entries.length === this.rowCount && entries.every((row) => row.length === this.columnCount);
    if (!fits) throw invalidArgument('The array does not have the shape of the range.');
  }

  private requireUnprotected(): void {
    const isShut = this.sheet.isProtected && !this.sheet.unlocked.has(this.localAddress);
    if (isShut) throw new HostError('AccessDenied', 'You cannot perform the requested operation.');
  }

  private enterOne(row: number, column: number, entry: unknown): void {
    if (entry === null) return;
    const at = [this.rowIndex + row, this.columnIndex + column] as const;
    const { format } = this.sheet.cell(...at);
    const held = typeof entry === 'string' ? typed(entry) : { value: entry as number | boolean };
    if ('formula' in held) {
      this.sheet.put(...at, { formula: held.formula, value: this.sheet.workbook.calculate(held.formula), format });
    } else {
      this.sheet.put(...at, { formula: null, value: asFormatted(held.value, format), format });
    }
  }
}

const allOrPart = (flags: readonly boolean[]): boolean | null =>
  flags.every(Boolean) ? true : flags.some(Boolean) ? null : false;

/** A cell with the format Text makes a text of whatever number it is given. */
const asFormatted = (value: CellValue, format: string): CellValue =>
  format === '@' && typeof value === 'number' ? String(value) : value;

const shown = (value: CellValue): unknown => (isCellError(value) ? value.error : (value ?? ''));

function typeOf(value: CellValue, formula: string | null): string {
  if (value === null) return 'Empty';
  if (isCellError(value)) return 'Error';
  if (value === '' && formula !== null) return 'String';
  return { string: 'String', number: 'Double', boolean: 'Boolean' }[typeof value as 'string' | 'number' | 'boolean'];
}
