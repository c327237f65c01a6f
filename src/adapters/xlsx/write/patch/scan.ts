import { KmcError, message } from '../../../../core/message';
import { parseCell, parseRange } from '../../../../core/workbook/a1';
import { MAX_COLUMNS, MAX_ROWS } from '../../../../core/workbook/sheetColumns';
import { type Element, localName, prefixOf, walk } from './elements';

/** One number for a cell's place, ascending in the order of a sheet's cells. */
export const keyOf = (row: number, column: number): number => row * MAX_COLUMNS + column;
export const placeOf = (key: number): { row: number; column: number } => ({
  row: Math.floor(key / MAX_COLUMNS),
  column: key % MAX_COLUMNS,
});

export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Where an element lies in the sheet's text, in UTF-16 units. */
export interface Span {
  start: number;
  tagEnd: number;
  end: number;
}

export interface CellSpan extends Span {
  readonly key: number;
  /** `null` where the cell has no formula. */
  formula: Span | null;
  /** It shows something: a value or an inline text. */
  filled: boolean;
}

export interface RowSpan extends Span {
  readonly row: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly cells: CellSpan[];
}

export interface SharedGroup {
  master: { readonly key: number; readonly formula: string } | null;
  /** Cells that take the master's formula, and those that carry the group's mark beside a formula of their own. */
  readonly members: { readonly key: number; readonly own: string | null }[];
}

/** A formula that fills a block of cells: `dynamic` one spills, `fixed` was entered for just this block (also data tables). */
export interface ArrayFormula {
  readonly key: number;
  readonly block: Block;
  readonly kind: 'dynamic' | 'fixed';
}

/** What a sheet's text holds, by place; the text itself stays as it is. */
export interface SheetScan {
  readonly part: string;
  readonly xml: string;
  /** Namespace prefix of the sheet's elements, with its colon. */
  readonly prefix: string;
  readonly data: Span;
  readonly rows: readonly RowSpan[];
  readonly cells: ReadonlyMap<number, CellSpan>;
  readonly shared: ReadonlyMap<string, SharedGroup>;
  readonly arrays: readonly ArrayFormula[];
  readonly dimension: Element | null;
  readonly columnStyles: readonly { first: number; last: number; style: string }[];
}

/** @throws KmcError when the sheet is not well-formed or its rows and cells are not in order */
export function scanSheet(xml: string, part: string): SheetScan {
  const scanner = new Scanner(xml, part);
  walk(xml, part, {
    open: (element, tag) => scanner.open(element, tag.name),
    close: (tag, end, depth) => scanner.close(localName(tag.name), end, depth),
    text: (text) => scanner.text(text),
  });
  return scanner.result();
}

const DATA = 1;
const ROW = 2;
const CELL = 3;
const CONTENT = 4;

class Scanner {
  private prefix = '';
  private data: Span | null = null;
  private inData = false;
  private row: RowSpan | null = null;
  private cell: CellSpan | null = null;
  private formulaAttributes: Readonly<Record<string, string>> | null = null;
  private formulaText = '';
  private hasCellMetadata = false;
  private dimension: Element | null = null;
  private readonly rows: RowSpan[] = [];
  private readonly cells = new Map<number, CellSpan>();
  private readonly shared = new Map<string, SharedGroup>();
  private readonly arrays: ArrayFormula[] = [];
  private readonly columnStyles: { first: number; last: number; style: string }[] = [];

  constructor(
    private readonly xml: string,
    private readonly part: string,
  ) {}

  open(element: Element, fullName: string): void {
    const { name, depth } = element;
    if (depth === 0) this.prefix = prefixOf(fullName);
    else if (depth === DATA) this.openPart(element);
    else if (name === 'col' && depth === ROW) this.openColumn(element);
    else if (!this.inData) return;
    else if (name === 'row' && depth === ROW) this.openRow(element);
    else if (name === 'c' && depth === CELL) this.openCell(element);
    else if (depth === CONTENT && this.cell) this.openContent(element);
  }

  private openPart(element: Element): void {
    if (element.name === 'dimension') this.dimension = element;
    if (element.name !== 'sheetData') return;
    this.data = spanOf(element);
    this.inData = true;
  }

  private openColumn({ attributes: { min, max, style } }: Element): void {
    if (style !== undefined) this.columnStyles.push({ first: Number(min) - 1, last: Number(max) - 1, style });
  }

  private openRow(element: Element): void {
    const previous = this.rows.at(-1)?.row ?? -1;
    const row = element.attributes.r === undefined ? previous + 1 : Number(element.attributes.r) - 1;
    if (!(row > previous && row < MAX_ROWS)) throw this.outOfOrder();
    this.row = { ...spanOf(element), row, attributes: element.attributes, cells: [] };
    this.rows.push(this.row);
  }

  private openCell(element: Element): void {
    const { row, cells } = this.row!;
    const previous = cells.length === 0 ? keyOf(row, 0) - 1 : cells.at(-1)!.key;
    const place = element.attributes.r === undefined ? placeOf(previous + 1) : parseCell(element.attributes.r);
    const key = place === null ? -1 : keyOf(place.row, place.column);
    if (place?.row !== row || key <= previous) throw this.outOfOrder();
    this.hasCellMetadata = element.attributes.cm !== undefined;
    this.cell = { ...spanOf(element), key, formula: null, filled: false };
    cells.push(this.cell);
    this.cells.set(key, this.cell);
  }

  private openContent(element: Element): void {
    if (element.name === 'v' || element.name === 'is') this.cell!.filled = true;
    if (element.name !== 'f') return;
    this.cell!.formula = spanOf(element);
    this.formulaAttributes = element.attributes;
    this.formulaText = '';
  }

  text(text: string): void {
    if (this.formulaAttributes) this.formulaText += text;
  }

  close(name: string, end: number, depth: number): void {
    if (depth === DATA && name === 'sheetData') {
      this.data!.end = end;
      this.inData = false;
    } else if (!this.inData) return;
    else if (depth === ROW && this.row) this.row.end = end;
    else if (depth === CELL && this.cell) {
      this.cell.end = end;
      this.cell = null;
    } else if (depth === CONTENT && name === 'f' && this.cell) this.closeFormula(this.cell, end);
  }

  private closeFormula(cell: CellSpan, end: number): void {
    cell.formula!.end = end;
    const { t, si = '', ref = '' } = this.formulaAttributes!;
    this.formulaAttributes = null;
    if (t === 'shared') this.addShared(si, cell.key, this.formulaText);
    if (t === 'array' || t === 'dataTable') {
      const block = parseRange(ref);
      if (!block) throw this.outOfOrder();
      this.arrays.push({ key: cell.key, block, kind: t === 'array' && this.hasCellMetadata ? 'dynamic' : 'fixed' });
    }
  }

  private addShared(group: string, key: number, formula: string): void {
    const known = this.shared.get(group) ?? { master: null, members: [] };
    this.shared.set(group, known);
    if (formula !== '' && !known.master) known.master = { key, formula };
    else known.members.push({ key, own: formula === '' ? null : formula });
  }

  private outOfOrder(): KmcError {
    return new KmcError(message('xlsx.write.cellOrder', { part: this.part }));
  }

  result(): SheetScan {
    const { xml, part, prefix, data, rows, cells, shared, arrays, dimension, columnStyles } = this;
    if (!data) throw new KmcError(message('xlsx.write.notXml', { part }));
    return { xml, part, prefix, data, rows, cells, shared, arrays, dimension, columnStyles };
  }
}

const spanOf = ({ start, tagEnd }: Element): Span => ({ start, tagEnd, end: tagEnd });
