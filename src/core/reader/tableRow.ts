import type { RowRef, Severity } from '../case/types';
import { message, type Message } from '../message';
import { Decimal } from '../quantity/decimal';
import { headerOf as templateHeader } from '../template/headers';
import type { ColumnSpec } from '../template/types';
import { isCellError, type CellRef } from '../workbook/cell';
import { MAX_COLUMNS } from '../workbook/sheetColumns';
import type { BoundColumn, BoundTable } from './bindColumns';
import { readContent, type Accepted } from './cells';
import type { ReadingContext } from './readingContext';

/** What stands in a cell before it is read. `uncalculated` is a formula whose value nobody has calculated yet. */
export type CellState = 'blank' | 'content' | 'error' | 'uncalculated' | 'no-column';

/** Texts without which a number would be about something else, though a text is all they are. */
const DECISIVE_TEXTS: ReadonlySet<string> = new Set(['variant']);

/** Refused content blocks, unless the column merely describes: free text, dates, documents. */
function refusalSeverity({ key, kind, need, references }: ColumnSpec): Severity {
  const describes = kind === 'text' || kind === 'date' || references === 'KmcEvidence';
  return describes && need !== 'required' && !DECISIVE_TEXTS.has(key) ? 'warn' : 'block';
}

/** One row being read. Each `read` reports what is wrong with the cell, once; `null` means blank, refused, or no such column. */
export class TableRow {
  private readonly refusedKeys: string[] = [];

  constructor(
    readonly table: BoundTable,
    readonly ref: RowRef,
    readonly context: ReadingContext,
    /** What the row is about, where its columns' headers alone would not say it. */
    readonly subject: Message | null = null,
  ) {}

  text(key: string): string | null {
    const value = this.read(key);
    return typeof value === 'string' ? value : null;
  }

  /** @returns a word of the column's own vocabulary */
  word<Word extends string>(key: string): Word | null {
    return this.text(key) as Word | null;
  }

  number(key: string): Decimal | null {
    const value = this.read(key);
    return value instanceof Decimal ? value : null;
  }

  /** A year, a score or a count of years. */
  whole(key: string): number | null {
    const value = this.read(key);
    return typeof value === 'number' ? value : null;
  }

  read(key: string): Accepted | null {
    const bound = this.table.columns.get(key);
    return bound ? this.readAs(bound.spec, key) : null;
  }

  /** Reads the cell of column `key` as another declaration says, e.g. a KmcCase value by its field's kind. */
  readAs(spec: ColumnSpec, key: string): Accepted | null {
    const state = this.state(key);
    if (state === 'content') return this.readFilled(spec, key);
    if (state === 'blank') this.reportBlank(spec, key);
    if (state === 'uncalculated') this.refuse(key, 'block', 'not-calculated');
    if (state === 'error') this.refuse(key, refusalSeverity(spec), 'error-value', { found: this.errorCode(key) });
    return null;
  }

  private readFilled(spec: ColumnSpec, key: string): Accepted | null {
    const { sheet } = this.table;
    const { column } = this.bound(key);
    const content = sheet.value(this.ref.row, column) as number | string | boolean;
    const format = (): string => sheet.format(this.ref.row, column);
    const outcome = readContent(content, { spec, context: this.context, format });
    if (outcome.ok) return outcome.value === '' ? this.reportBlank(spec, key) : outcome.value;
    this.refusedKeys.push(key);
    return this.say(key, refusalSeverity(spec), outcome.message);
  }

  private reportBlank({ need }: ColumnSpec, key: string): null {
    if (need === 'required') return this.report(key, 'block', 'blank-required');
    return need === 'expected' ? this.report(key, 'warn', 'blank-expected') : null;
  }

  state(key: string): CellState {
    const bound = this.table.columns.get(key);
    if (!bound) return 'no-column';
    const value = this.table.sheet.value(this.ref.row, bound.column);
    if (value === null) return this.hasFormula(key) ? 'uncalculated' : 'blank';
    if (value === '') return 'blank';
    return isCellError(value) ? 'error' : 'content';
  }

  hasFormula(key: string): boolean {
    return this.table.sheet.formula(this.ref.row, this.bound(key).column) !== null;
  }

  isRefused(key: string): boolean {
    return this.refusedKeys.includes(key);
  }

  /** @returns null, so that a caller can hand it on */
  refuse(key: string, severity: Severity, code: string, params: Message['params'] = {}): null {
    this.refusedKeys.push(key);
    return this.report(key, severity, code, params);
  }

  /** @param code below `reader.`; the text may name the column as `header` */
  report(key: string, severity: Severity, code: string, params: Message['params'] = {}): null {
    return this.say(key, severity, message(`reader.${code}`, params));
  }

  /** @returns the first cell of the row for what an adopted range's mapping, and no cell of the row, states */
  cell(key: string): CellRef {
    const column = this.table.columns.get(key)?.column ?? MAX_COLUMNS;
    const places = [...this.table.columns.values()].map((bound) => bound.column);
    return { sheet: this.ref.sheet, row: this.ref.row, column: column < MAX_COLUMNS ? column : Math.min(...places) };
  }

  private say(key: string, severity: Severity, { code, params }: Message): null {
    this.context.problems.add({
      severity,
      message: message(code, { header: this.headerOf(key), ...params }),
      cell: this.cell(key),
      table: this.ref.table,
      rowId: this.ref.id,
      column: key,
    });
    return null;
  }

  private headerOf(key: string): string | Message {
    const header =
      this.table.columns.get(key)?.header ?? templateHeader(this.table.name, key, this.context.language ?? 'ja');
    return this.subject ? message('reader.header-of-subject', { subject: this.subject, header }) : header;
  }

  private errorCode(key: string): string {
    const value = this.table.sheet.value(this.ref.row, this.bound(key).column);
    return isCellError(value) ? value.error : '';
  }

  private bound(key: string): BoundColumn {
    const bound = this.table.columns.get(key);
    if (!bound) throw new RangeError(`${this.table.name} has no column ${key} here`);
    return bound;
  }
}
