import { cellAddress, parseCell, parseRange } from '../../../core/workbook/a1';
import type { KeptFormula } from '../../../core/workbook/columnSheet';
import type { SheetSnapshot, Visibility } from '../../../core/workbook/snapshot';
import { MAX_COLUMNS, MAX_ROWS, SheetBuilder } from '../../../core/workbook/sheetColumns';
import { cellValue, type ValueContext } from './cellValue';
import { SheetFormulas, type FormulaBudget, type Place } from './cellFormula';
import { HiddenRows } from './hiddenRows';
import { formatOfStyle } from './numberFormats';
import { refuse } from './refuse';
import { RichText } from './richText';
import { isTrue, type Attributes, type XmlHandler } from './xml';

export interface SheetContext extends ValueContext {
  readonly formats: readonly string[];
  readonly formulaBudget: FormulaBudget;
  /** Called for each cell; refuses when the workbook has too many. */
  readonly countCell: () => void;
}

const GENERAL = 'General';

/** Takes a worksheet's elements and builds its snapshot. Rows and cells without a place follow the one before. */
export class SheetPart implements XmlHandler {
  private readonly builder: SheetBuilder;
  private readonly formulas: SheetFormulas;
  private readonly hiddenRows = new HiddenRows();
  private readonly inline = new RichText();
  private place: { row: number; column: number } = { row: -1, column: -1 };
  private cell: Attributes | null = null;
  private stored: string | null = null;
  private hasInline = false;
  private formulaAttributes: Attributes | null = null;
  private formulaText = '';
  private collecting: 'stored' | 'formula' | null = null;
  private inData = false;

  constructor(
    private readonly name: string,
    private readonly part: string,
    visibility: Visibility,
    private readonly context: SheetContext,
  ) {
    this.builder = new SheetBuilder(name).setVisibility(visibility);
    this.formulas = new SheetFormulas(part, context.formulaBudget, (range) => this.builder.spill(range));
  }

  open(name: string, attributes: Attributes): void {
    if (this.cell) this.openInCell(name, attributes);
    else if (this.inData) this.openInData(name, attributes);
    else this.openInSheet(name, attributes);
  }

  close(name: string): void {
    if (name === 'c') this.finishCell();
    else if (name === 'v' || name === 'f') this.collecting = null;
    else if (name === 'sheetData') this.inData = false;
    else if (this.cell) this.inline.close(name);
  }

  text(text: string): void {
    if (this.collecting === 'stored') this.stored += text;
    else if (this.collecting === 'formula') this.formulaText += text;
    else if (this.cell) this.inline.append(text);
  }

  build(): SheetSnapshot {
    for (const [first, last] of this.hiddenRows.runs()) this.builder.hideRows(first, last);
    return this.builder.build();
  }

  private openInSheet(name: string, attributes: Attributes): void {
    if (name === 'sheetData') this.inData = true;
    else if (name === 'col') this.hideColumns(attributes);
    else if (name === 'mergeCell') this.merge(attributes);
    else if (name === 'sheetFormatPr' && isTrue(attributes.zeroHeight)) this.hiddenRows.hideUnlisted();
  }

  private openInData(name: string, attributes: Attributes): void {
    if (name === 'row') this.startRow(attributes);
    else if (name === 'c') this.startCell(attributes);
  }

  private openInCell(name: string, attributes: Attributes): void {
    if (name === 'v') this.startCollecting('stored');
    else if (name === 'f') {
      this.formulaAttributes = attributes;
      this.startCollecting('formula');
    } else if (name === 'is') this.hasInline = true;
    else this.inline.open(name);
  }

  private startCollecting(what: 'stored' | 'formula'): void {
    this.collecting = what;
    if (what === 'stored') this.stored = '';
    else this.formulaText = '';
  }

  private startRow(attributes: Attributes): void {
    const row = attributes.r === undefined ? this.place.row + 1 : Number(attributes.r) - 1;
    if (!Number.isInteger(row) || row < 0 || row >= MAX_ROWS)
      refuse('badPlace', { part: this.part, place: attributes.r ?? '' });
    this.place = { row, column: -1 };
    this.hiddenRows.list(row, isTrue(attributes.hidden) || attributes.ht === '0');
  }

  private startCell(attributes: Attributes): void {
    const { row, column } = this.place;
    const place = attributes.r === undefined ? { row, column: column + 1 } : parseCell(attributes.r);
    if (!place || place.row < 0 || place.column >= MAX_COLUMNS)
      return refuse('badPlace', { part: this.part, place: attributes.r ?? '' });
    this.place = place;
    this.cell = attributes;
    this.stored = null;
    this.hasInline = false;
    this.inline.clear();
    this.formulaAttributes = null;
    this.formulaText = '';
  }

  private finishCell(): void {
    const { cell, place } = this;
    if (!cell) return;
    this.cell = null;
    this.context.countCell();
    const formula = this.formulaAttributes && this.formulas.formula(this.formulaAttributes, this.formulaText, place);
    this.add(place, cell, formula);
  }

  private add(place: Place, { t = 'n', s }: Attributes, formula: KeptFormula | null): void {
    const inline = this.hasInline ? this.inline.value() : null;
    const value = cellValue({ type: t, stored: this.stored, inline }, this.context);
    if (value === undefined)
      return refuse('badValue', { sheet: this.name, cell: cellAddress(place), found: this.stored ?? '' });
    const format = formatOfStyle(this.context.formats, s, this.part);
    if (value === null && formula === null && format === GENERAL) return;
    this.builder.add(place.row, place.column, value, formula, format);
  }

  private hideColumns({ min, max, hidden, width }: Attributes): void {
    const [first, last] = [Number(min) - 1, Math.min(Number(max), MAX_COLUMNS) - 1];
    const isHidden = isTrue(hidden) || width === '0';
    if (isHidden && first >= 0 && first <= last) this.builder.hideColumns(first, last);
  }

  private merge({ ref = '' }: Attributes): void {
    const range = parseRange(ref);
    if (!range) return refuse('badPlace', { part: this.part, place: ref });
    this.builder.merge(range);
  }
}
