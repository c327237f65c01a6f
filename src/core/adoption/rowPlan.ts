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

/** @param columns of the range that are read; @param labels sheet columns whose texts say which line a line is */
export function rowPlan(
  sheet: SheetSnapshot,
  looks: readonly RowLook[],
  adoption: Pick<Adoption, 'skipped' | 'sections'>,
  columns: readonly ReadColumn[],
): RowPlan {
  const sections = new Map<number, string>();
  const sources = new Map<string, number>();
  const unknown: RowLook[] = [];
  const lines: GroupedLine[] = [];
  const above = new Map<number, number>();
  let section = '';
  for (const look of looks) {
    const { row, kind, text } = look;
    if (kind === 'section' && isListed(adoption.skipped, look)) {
      above.clear();
      if (adoption.sections?.values[text] !== undefined) section = text;
    } else if (kind !== 'line' && kind !== 'blank') {
      if (!isListed(adoption.skipped, look)) unknown.push(look);
    } else if (kind === 'line') {
      for (const { column } of columns.filter(({ below }) => below)) {
        if (isFilled(sheet, row, column)) above.set(column, row);
        sources.set(`${row},${column}`, above.get(column) ?? row);
      }
      if (!columns.some(({ column, below }) => !below && isFilled(sheet, row, column))) continue;
      sections.set(row, section);
      lines.push({
        row,
        group: groupText(sheet, section, columns, (column) => above.get(column) ?? row),
        text: lineText(sheet, row, columns),
      });
    }
  }
  return { lines, sections, unknown, sourceRow: (row, column) => sources.get(`${row},${column}`) ?? row };
}

const isListed = (skipped: readonly SkippedText[], { text, kind }: RowLook): boolean =>
  skipped.some((one) => one.text === text && one.reason === kind);

function groupText(
  sheet: SheetSnapshot,
  section: string,
  columns: readonly ReadColumn[],
  source: (column: number) => number,
): string {
  const texts = columns
    .filter(({ below }) => below)
    .map(({ column }) => String(sheet.value(source(column), column) ?? ''));
  return [section, ...texts].join('|');
}

/** Texts that stay with a line when it moves; numbers may be edited at any time. */
function lineText(sheet: SheetSnapshot, row: number, columns: readonly ReadColumn[]): string {
  const own = columns.filter(({ below }) => !below).map(({ column }) => sheet.value(row, column));
  return own.filter((value) => typeof value === 'string').join('|');
}
