import { cellAddress, parseCell, parseRange } from '../../../core/workbook/a1';
import { GENERAL, type KeptFormula } from '../../../core/workbook/columnSheet';
import { MAX_COLUMNS, MAX_ROWS, SheetBuilder } from '../../../core/workbook/sheetColumns';
import type { SheetSnapshot, Visibility } from '../../../core/workbook/snapshot';
import { CellElement } from './cellElement';
import { SheetFormulas, type FormulaBudget, type Place } from './cellFormula';
import { cellValue, type ValueContext } from './cellValue';
import { HiddenRows } from './hiddenRows';
import { formatOfStyle } from './numberFormats';
import { refuse } from './refuse';
import { isTrue, type Attributes, type XmlHandler } from './xml';

export interface SheetContext extends ValueContext {
  readonly formats: readonly string[];
  /** Styles, by their number, whose cells can be typed over in a protected sheet. */
  readonly unlockedStyles: ReadonlySet<string>;
  readonly formulaBudget: FormulaBudget;
  /** Called for each cell; refuses when the workbook has too many. */
  readonly countCell: () => void;
}

/** Takes a worksheet's elements and builds its snapshot. Rows and cells without a place follow the one before. */
export class SheetPart implements XmlHandler {
  private readonly builder: SheetBuilder;
  private readonly formulas: SheetFormulas;
  private readonly hiddenRows = new HiddenRows();
  private readonly cell: CellElement;
  private data: 'before' | 'inside' | 'after' = 'before';
  private readonly unlocked: Place[] = [];
  private isProtected = false;
  private inCell = false;
  private row = -1;
  private column = -1;
  private lastKey = -1;
  private inOrder = true;
  private added = 0;

  constructor(
    private readonly name: string,
    private readonly part: string,
    visibility: Visibility,
    private readonly context: SheetContext,
  ) {
    this.builder = new SheetBuilder(name).setVisibility(visibility);
    this.formulas = new SheetFormulas(part, context.formulaBudget, (range) => this.builder.spill(range));
    this.cell = new CellElement(part);
  }

  open(name: string, attributes: Attributes): void {
    if (this.inCell) this.cell.open(name, attributes);
    else if (this.data === 'inside') this.openInData(name, attributes);
    else this.openInSheet(name, attributes);
  }

  close(name: string): void {
    if (name === 'c' && this.inCell) this.finishCell();
    else if (this.inCell) this.cell.close(name);
    else if (name === 'sheetData') this.data = 'after';
  }

  text(text: string): void {
    if (this.inCell) this.cell.text(text);
  }

  /** @throws KmcError when the sheet gives one cell twice */
  build(): SheetSnapshot {
    for (const [first, last] of this.hiddenRows.runs()) this.builder.hideRows(first, last);
    if (this.isProtected) this.builder.unlock(this.unlocked);
    const sheet = this.builder.build();
    if (!this.inOrder) requireDistinctCells(sheet, this.added);
    return sheet;
  }

  private openInSheet(name: string, attributes: Attributes): void {
    if (name === 'sheetData') this.startData();
    else if (name === 'col') this.hideColumns(attributes);
    else if (name === 'mergeCell') this.merge(attributes);
    else if (name === 'sheetProtection') this.isProtected = isTrue(attributes.sheet);
    else if (name === 'sheetFormatPr' && isTrue(attributes.zeroHeight)) this.hiddenRows.hideUnlisted();
  }

  private startData(): void {
    if (this.data !== 'before') refuse('repeatedElement', { part: this.part, element: 'sheetData' });
    this.data = 'inside';
  }

  private openInData(name: string, attributes: Attributes): void {
    if (name === 'row') this.startRow(attributes);
    else if (name === 'c') this.startCell(attributes);
  }

  private startRow({ r, hidden, ht }: Attributes): void {
    this.row = r === undefined ? this.row + 1 : Number(r) - 1;
    this.column = -1;
    if (!Number.isInteger(this.row) || this.row < 0 || this.row >= MAX_ROWS) this.refusePlace(r ?? '');
    this.hiddenRows.list(this.row, isTrue(hidden) || ht === '0');
  }

  private startCell(attributes: Attributes): void {
    const { r } = attributes;
    const place = r === undefined ? { row: this.row, column: this.column + 1 } : parseCell(r);
    if (!place || place.row !== this.row || place.column >= MAX_COLUMNS) return this.refusePlace(r ?? '');
    this.column = place.column;
    this.inCell = true;
    this.cell.start(attributes);
  }

  private finishCell(): void {
    this.inCell = false;
    this.context.countCell();
    const place = { row: this.row, column: this.column };
    const { formula } = this.cell;
    if (formula && this.context.unlockedStyles.has(this.cell.attributes.s ?? '0')) this.unlocked.push(place);
    this.add(place, formula && this.formulas.formula(formula.attributes, formula.text, place));
  }

  private add({ row, column }: Place, formula: KeptFormula | null): void {
    const raw = this.cell.raw();
    const value = cellValue(raw, this.context);
    if (value === undefined) {
      return refuse('badValue', { sheet: this.name, cell: cellAddress({ row, column }), found: raw.stored ?? '' });
    }
    const format = formatOfStyle(this.context.formats, this.cell.attributes.s, this.part);
    if (value === null && formula === null && format === GENERAL) return;
    this.builder.add(row, column, value, formula, format);
    this.noteOrder(row * MAX_COLUMNS + column);
  }

  private noteOrder(key: number): void {
    this.added++;
    this.inOrder &&= key > this.lastKey;
    this.lastKey = key;
  }

  private hideColumns({ min, max, hidden, width }: Attributes): void {
    const [first, last] = [Number(min) - 1, Math.min(Number(max), MAX_COLUMNS) - 1];
    const isHidden = isTrue(hidden) || width === '0';
    if (isHidden && first >= 0 && first <= last) this.builder.hideColumns(first, last);
  }

  private merge({ ref = '' }: Attributes): void {
    this.builder.merge(parseRange(ref) ?? this.refusePlace(ref));
  }

  private refusePlace(place: string): never {
    return refuse('badPlace', { part: this.part, place });
  }
}

function requireDistinctCells(sheet: SheetSnapshot, added: number): void {
  let kept = 0;
  sheet.forEachStored(() => kept++);
  if (kept < added) refuse('repeatedCell', { sheet: sheet.name });
}
