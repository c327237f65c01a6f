import type { RangeRef } from '../workbook/cell';
import type { SheetSnapshot } from '../workbook/snapshot';
import { isFilled, span } from './cellText';
import type { GroupedLine } from './groups';
import { rowLook, type RowLook } from './rowKinds';
import type { Adoption, AdoptableTable, SkippedText } from './types';

/** Tables that consist of texts: a row with one text alone is one of their rows, not a heading. */
const OF_TEXTS: ReadonlySet<AdoptableTable> = new Set<AdoptableTable>(['KmcEvidence', 'KmcSegments']);

/** What each row below the headers is, by itself. */
export function rowLooks(
  sheet: SheetSnapshot,
  range: RangeRef,
  headerRows: number,
  table: AdoptableTable,
): readonly RowLook[] {
  const rows = span(range.top + headerRows, Math.min(range.bottom, sheet.rowCount - 1));
  return rows.map((row) => {
    const look = rowLook(sheet, range, row);
    return look.kind === 'section' && OF_TEXTS.has(table) ? { ...look, kind: 'line' } : look;
  });
}

/** A column whose blanks repeat what stands above, or that merely is read. */
export interface ReadColumn {
  readonly column: number;
  readonly below: boolean;
}

/** Which rows are lines, what they stand under, and which rows nobody has said anything about. */
export interface RowPlan {
  readonly lines: readonly GroupedLine[];
  /** Text of the section row that says something, by line. */
  readonly sections: ReadonlyMap<number, string>;
  /** Rows that look like a sub-total, heading or note and that the mapping does not name. */
  readonly unknown: readonly RowLook[];
  sourceRow(row: number, column: number): number;
}

/** @param columns of the range that are read */
export function rowPlan(
  sheet: SheetSnapshot,
  looks: readonly RowLook[],
  adoption: Pick<Adoption, 'skipped' | 'sections'>,
  columns: readonly ReadColumn[],
): RowPlan {
  const walk = new Walk(sheet, adoption, columns);
  for (const look of looks) walk.row(look);
  return walk;
}

/** From row to row, with the heading and the repeated cells that hold for the next line. */
class Walk implements RowPlan {
  readonly lines: GroupedLine[] = [];
  readonly sections = new Map<number, string>();
  readonly unknown: RowLook[] = [];
  private readonly repeated: readonly number[];
  private readonly own: readonly number[];
  private readonly sources = new Map<string, number>();
  private readonly above = new Map<number, number>();
  private section = '';

  constructor(
    private readonly sheet: SheetSnapshot,
    private readonly adoption: Pick<Adoption, 'skipped' | 'sections'>,
    columns: readonly ReadColumn[],
  ) {
    this.repeated = columns.filter(({ below }) => below).map(({ column }) => column);
    this.own = columns.filter(({ below }) => !below).map(({ column }) => column);
  }

  /** A sub-total ends what was written once beside the lines above it: better a blank cell than another group's value. */
  row(look: RowLook): void {
    if (look.kind === 'blank') return;
    if (look.kind === 'line') this.line(look.row);
    else if (!isListed(this.adoption.skipped, look)) this.unknown.push(look);
    else if (look.kind === 'section') this.heading(look.text);
    else if (look.kind === 'subtotal') this.above.clear();
  }

  sourceRow(row: number, column: number): number {
    return this.sources.get(`${row},${column}`) ?? row;
  }

  /** What a heading says, and what was written beside its lines, does not hold below the next; a sub-heading lets the heading stand. */
  private heading(text: string): void {
    this.above.clear();
    const value = this.adoption.sections?.values[text];
    if (value !== '') this.section = value === undefined ? '' : text;
  }

  private line(row: number): void {
    for (const column of this.repeated) {
      if (isFilled(this.sheet, row, column)) this.above.set(column, row);
      this.sources.set(`${row},${column}`, this.above.get(column) ?? row);
    }
    if (!this.own.some((column) => isFilled(this.sheet, row, column))) return;
    this.sections.set(row, this.section);
    this.lines.push({ row, group: this.group(row), text: this.text(row) });
  }

  private group(row: number): string {
    const texts = this.repeated.map((column) => this.sheet.value(this.sourceRow(row, column), column));
    return [this.section, ...texts.map((text) => String(text ?? ''))].join('|');
  }

  /** Texts that stay with a line when it moves; numbers may be edited at any time. */
  private text(row: number): string {
    const values = this.own.map((column) => this.sheet.value(row, column));
    return values.filter((value) => typeof value === 'string').join('|');
  }
}

const isListed = (skipped: readonly SkippedText[], { text, kind }: RowLook): boolean =>
  skipped.some((one) => one.text === text && one.reason === kind);
