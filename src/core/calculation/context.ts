import { cellOf } from '../case/cellOf';
import type { Case, CaseField, Factor, ParameterRow, Problem, RowRef, SegmentRow, Severity } from '../case/types';
import { message, type Message } from '../message';
import type { Decimal } from '../quantity/decimal';
import type { CellRef } from '../workbook/cell';
import type { Choice, ChoiceKey, Profile } from './profile';
import { Trace } from './trace';
import type { Setting } from './types';

/** A number as stated in the workbook, with its cell. */
export interface Stated {
  readonly value: Decimal;
  readonly cell: CellRef | null;
}

/** What one assessment carries along: the case, the method's choices, the growing trace and what went wrong. */
export class Context {
  readonly trace = new Trace();
  readonly problems: Problem[] = [];
  readonly settings: Setting[] = [];

  constructor(
    readonly source: Case,
    readonly profile: Profile,
  ) {
    this.factors = byId(source.factors);
    this.parameters = byId(source.parameters);
    this.segments = byId(source.segments);
  }

  /** Of rows that repeat an id the first, as a native look-up finds. */
  private readonly factors: ReadonlyMap<string, Factor>;
  private readonly parameters: ReadonlyMap<string, ParameterRow>;
  private readonly segments: ReadonlyMap<string, SegmentRow>;

  hasSegment(id: string): boolean {
    return this.segments.has(id);
  }

  factor(id: string): Factor | undefined {
    return this.factors.get(id);
  }

  parameter(symbol: string): ParameterRow | undefined {
    return this.parameters.get(symbol);
  }

  field(key: string): CaseField | undefined {
    return this.source.fields[key];
  }

  /** A KmcCase number with its cell, or `null` where the field is blank. */
  statedField(key: string): Stated | null {
    const field = this.field(key);
    return field?.number ? { value: field.number, cell: this.cell(field.ref, 'value') } : null;
  }

  stated(row: RowRef, key: string, value: Decimal | null): Stated | null {
    return value === null ? null : { value, cell: this.cell(row, key) };
  }

  cell(row: RowRef, key: string): CellRef | null {
    return cellOf(this.source.locations, row, key);
  }

  report(
    severity: Severity,
    row: RowRef | null,
    column: string | null,
    code: string,
    params: Message['params'] = {},
  ): null {
    this.problems.push({
      severity,
      message: message(`calculation.${code}`, params),
      cell: row && column ? this.cell(row, column) : null,
      table: row?.table ?? null,
      rowId: row?.id ?? null,
      column,
    });
    return null;
  }

  /** Records a contradiction or a hole that leaves a number impossible. @returns null, so that a caller can hand it on */
  block(row: RowRef | null, column: string | null, code: string, params: Message['params'] = {}): null {
    return this.report('block', row, column, code, params);
  }

  /** A choice of the workbook where it makes one, else the profile's; noted with its basis either way. */
  setting<T extends string>(key: ChoiceKey, fallback: Choice<T>): T {
    const field = this.field(key);
    const stated = field?.text ?? field?.number?.toString();
    const value = (stated ?? fallback.value) as T;
    this.settings.push(
      stated === undefined
        ? { key, value, basis: fallback.basis, from: 'profile' }
        : { key, value, basis: field?.basis ?? 'applicant', from: 'workbook' },
    );
    return value;
  }
}

function byId<Row extends { readonly ref: RowRef }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows) if (!found.has(row.ref.id)) found.set(row.ref.id, row);
  return found;
}

/** Equal within 1e-12 of the larger magnitude. */
export function agrees(a: Decimal, b: Decimal): boolean {
  const scale = a.abs().greaterThan(b.abs()) ? a.abs() : b.abs();
  return a.minus(b).abs().lessThanOrEqualTo(scale.times('1e-12'));
}
