import { KmcError, message } from '../../../../core/message';
import { parseRange } from '../../../../core/workbook/a1';
import { MAX_ROWS } from '../../../../core/workbook/sheetColumns';
import { CellMap } from './cellMap';
import { localName, prefixOf, type Tag, textIn, walk } from './elements';
import { keyOf, keyOfAddress } from './place';
import type { ArrayFormula, CellSpan, RowSpan, SharedGroup, SheetScan, Span } from './sheetScan';

/** @throws KmcError when the sheet is not well-formed or its rows and cells are not in order */
export function scanSheet(xml: string, part: string): SheetScan {
  const scanner = new Scanner(xml, part);
  walk(xml, part, {
    open: (tag, start, tagEnd, depth) => scanner.open(tag, { start, tagEnd, end: tagEnd }, depth),
    close: (tag, end, depth) => scanner.close(localName(tag.name), end, depth),
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
  private formula: Tag | null = null;
  private hasCellMetadata = false;
  private dimension: SheetScan['dimension'] = null;
  private readonly rows: RowSpan[] = [];
  private readonly cells = new CellMap<CellSpan>();
  private readonly shared = new Map<string, SharedGroup>();
  private readonly arrays: ArrayFormula[] = [];
  private readonly columnStyles: { first: number; last: number; style: string }[] = [];

  constructor(
    private readonly xml: string,
    private readonly part: string,
  ) {}

  open(tag: Tag, span: Span, depth: number): void {
    const name = localName(tag.name);
    if (this.inData) this.openInData(name, tag, span, depth);
    else if (depth === 0) this.prefix = prefixOf(tag.name);
    else if (depth === DATA) this.openPart(name, tag, span);
    else if (name === 'col' && depth === ROW) this.openColumn(tag);
  }

  private openInData(name: string, tag: Tag, span: Span, depth: number): void {
    if (name === 'c' && depth === CELL && this.row) this.openCell(tag, span, this.row);
    else if (depth === CONTENT && this.cell) this.openContent(name, tag, span);
    else if (name === 'row' && depth === ROW) this.openRow(tag, span);
  }

  private openPart(name: string, { attributes }: Tag, span: Span): void {
    if (name === 'dimension') this.dimension = { ...span, ref: attributes.ref ?? '' };
    if (name !== 'sheetData') return;
    this.data = span;
    this.inData = true;
  }

  private openColumn({ attributes: { min, max, style } }: Tag): void {
    if (style !== undefined) this.columnStyles.push({ first: Number(min) - 1, last: Number(max) - 1, style });
  }

  private openRow({ attributes }: Tag, span: Span): void {
    const previous = this.rows.at(-1)?.row ?? -1;
    const row = attributes.r === undefined ? previous + 1 : Number(attributes.r) - 1;
    if (!(row > previous && row < MAX_ROWS)) throw this.outOfOrder();
    this.row = { ...span, row, attributes, cells: [] };
    this.rows.push(this.row);
  }

  private openCell({ attributes }: Tag, { start, tagEnd, end }: Span, { row, cells }: RowSpan): void {
    const previous = cells.length === 0 ? keyOf(row, 0) - 1 : cells[cells.length - 1]!.key;
    const key = attributes.r === undefined ? previous + 1 : keyOfAddress(attributes.r);
    if (key <= previous || key >= keyOf(row + 1, 0)) throw this.outOfOrder();
    this.hasCellMetadata = attributes.cm !== undefined;
    this.cell = { start, tagEnd, end, key, formula: null, filled: false };
    cells.push(this.cell);
    this.cells.set(key, this.cell);
  }

  private openContent(name: string, tag: Tag, span: Span): void {
    if (name === 'v' || name === 'is') this.cell!.filled = true;
    if (name !== 'f') return;
    this.cell!.formula = span;
    this.formula = tag;
  }

  close(name: string, end: number, depth: number): void {
    if (!this.inData) return;
    if (depth === CELL && this.cell) {
      this.cell.end = end;
      this.cell = null;
    } else if (depth === CONTENT && this.formula && name === 'f') this.closeFormula(this.cell!, this.formula, end);
    else if (depth === ROW && this.row) this.row.end = end;
    else if (depth === DATA) {
      this.data!.end = end;
      this.inData = false;
    }
  }

  private closeFormula(cell: CellSpan, { attributes }: Tag, end: number): void {
    cell.formula!.end = end;
    this.formula = null;
    const { t, si = '', ref = '' } = attributes;
    if (t === 'shared') this.addShared(si, cell.key, textIn(this.xml.slice(cell.formula!.start, end), this.part));
    if (t !== 'array' && t !== 'dataTable') return;
    const block = parseRange(ref);
    if (!block) throw this.outOfOrder();
    this.arrays.push({ key: cell.key, block, kind: t === 'array' && this.hasCellMetadata ? 'dynamic' : 'fixed' });
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
