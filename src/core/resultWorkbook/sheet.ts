import { doubleOf, type Decimal } from '../quantity/decimal';
import { cellAt } from '../template/cells';
import { READABLE } from '../template/numberFormats';
import type { BlockPlan, CellPlan, CellStyle, PagePlan, SheetPlan } from '../template/plan';
import { cellAddress, quotedSheetName } from '../workbook/a1';

/** A formula with the value it has, which a viewer that does not calculate shows. */
export interface Live {
  /** Without `=`; native functions only. */
  readonly formula: string;
  readonly value: Decimal;
}

/** What a cell of a result workbook may hold: a text is a text, whatever it begins with. */
export type Content = string | Decimal | Live | null;

interface Look {
  readonly style?: CellStyle;
  readonly numberFormat?: string;
  /** Last column of a merged cell. */
  readonly to?: number;
}

const isLive = (content: Exclude<Content, string | null>): content is Live => 'formula' in content;

/** A sheet while it is written, row after row. */
export class SheetWriter {
  private readonly cells: CellPlan[] = [];
  private readonly merges: BlockPlan[] = [];
  /** The row to be written next, from 0. */
  row = 0;

  constructor(
    readonly key: string,
    readonly name: string,
    private readonly widths: readonly number[],
    private readonly page: Omit<PagePlan, 'printArea'>,
  ) {}

  /** Writes a cell of the current row. @returns its absolute address with the sheet, for formulas anywhere */
  put(column: number, content: Content, look: Look = {}): string {
    const { to } = look;
    this.cells.push(this.cellOf(column, content, look));
    if (to !== undefined) this.merge(column, to, look.style ?? 'plain');
    return this.reference(this.row, column);
  }

  private cellOf(column: number, content: Content, { style, numberFormat = READABLE }: Look): CellPlan {
    if (content === null || typeof content === 'string') return cellAt(this.row, column, content, style ?? 'plain');
    if (isLive(content)) {
      const more = { formula: content.formula, numberFormat };
      return cellAt(this.row, column, doubleOf(content.value), style ?? 'computed', more);
    }
    return cellAt(this.row, column, doubleOf(content), style ?? 'plain', { numberFormat });
  }

  private merge(left: number, right: number, style: CellStyle): void {
    for (let column = left + 1; column <= right; column++) this.cells.push(cellAt(this.row, column, null, style));
    this.merges.push({ top: this.row, left, bottom: this.row, right });
  }

  next(rows = 1): void {
    this.row += rows;
  }

  /** Writes texts of one look and goes to the next row. */
  line(texts: readonly (string | null)[], style: CellStyle): void {
    texts.forEach((text, column) => this.put(column, text, { style }));
    this.next();
  }

  title(text: string, style: CellStyle = 'heading'): void {
    this.put(0, text, { style, to: this.widths.length - 1 });
    this.next();
  }

  /** `'検算'!$B$5` */
  reference(row: number, column: number): string {
    return `${quotedSheetName(this.name)}!${absolute(row, column)}`;
  }

  /** `'検算'!$B$5:$B$9`, rows from 0, both included. */
  range(column: number, first: number, last: number): string {
    return `${this.reference(first, column)}:${absolute(last, column)}`;
  }

  plan(frozenRows: number): SheetPlan {
    return {
      key: this.key,
      name: this.name,
      cells: this.cells,
      tables: [],
      validations: [],
      columnWidths: this.widths,
      merges: this.merges,
      freeze: frozenRows === 0 ? null : { rows: frozenRows, columns: 0 },
      page: { ...this.page, printArea: null },
      tabColour: null,
    };
  }
}

const absolute = (row: number, column: number): string =>
  cellAddress({ row, column }).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');

export const PORTRAIT: Omit<PagePlan, 'printArea'> = {
  orientation: 'portrait',
  repeatRows: null,
  fitToWidth: true,
  fitToHeight: false,
};

/** @param head rows repeated on each page */
export const landscape = (head: number): Omit<PagePlan, 'printArea'> => ({
  orientation: 'landscape',
  repeatRows: head === 0 ? null : [0, head - 1],
  fitToWidth: true,
  fitToHeight: false,
});
