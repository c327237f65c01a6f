import type { FactorPathRow, RowRef } from '../case/types';
import { Decimal } from '../quantity/decimal';
import type { Context } from './context';
import type { ServiceLife } from './serviceLife';
import type { Traced } from './trace';

/** Ages at which a variant of the baseline serves: from `from` up to and without `to`. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Whether an age lies in a window; no window is the whole life. */
export const serves = (window: Window | null, age: number) =>
  window === null || (age >= window.from && age < window.to);

/** The emission factors of the years to come. Nothing is interpolated or carried on: a year that is needed stands in the table. */
export class FactorPaths {
  private readonly byFactor: ReadonlyMap<string, ReadonlyMap<number, FactorPathRow>>;
  private readonly means = new Map<ServiceLife | null, Map<string, Traced | null>>();

  private constructor(
    private readonly context: Context,
    byFactor: ReadonlyMap<string, ReadonlyMap<number, FactorPathRow>>,
  ) {
    this.byFactor = byFactor;
  }

  /** @returns `null` after reporting incomplete or repeated rows */
  static of(context: Context): FactorPaths | null {
    const byFactor = new Map<string, Map<number, FactorPathRow>>();
    for (const row of context.source.factorPaths) {
      const { factorId, year, value, ref } = row;
      if (factorId === null || year === null || value === null)
        return context.block(ref, 'value', 'path-incomplete', { id: ref.id });
      const path = byFactor.get(factorId) ?? new Map<number, FactorPathRow>();
      if (path.has(year)) return context.block(ref, 'year', 'path-year-twice', { factor: factorId, year });
      byFactor.set(factorId, path.set(year, row));
    }
    return new FactorPaths(context, byFactor);
  }

  has(factorId: string | null): factorId is string {
    return factorId !== null && this.byFactor.has(factorId);
  }

  /** @returns the row of a factor's path in one fiscal year */
  at(factorId: string, year: number): FactorPathRow | null {
    return this.byFactor.get(factorId)?.get(year) ?? null;
  }

  /** Ids of the factors that have a path. */
  get factors(): readonly string[] {
    return [...this.byFactor.keys()];
  }

  /** The path's first row as stated; where what concerns the whole path is shown. */
  first(factorId: string): FactorPathRow {
    return this.byFactor.get(factorId)!.values().next().value!;
  }

  /** Whether any year of a path states a range. */
  isRanged(factorId: string): boolean {
    return [...this.byFactor.get(factorId)!.values()].some(({ low, high }) => low !== null || high !== null);
  }

  /** Rows of the years in which units sold in `saleYear` are used, with the age in each. */
  rowsOver(
    factorId: string,
    life: ServiceLife,
    window: Window | null,
    saleYear: number,
  ): { readonly rows: readonly { readonly row: FactorPathRow; readonly age: number }[]; readonly missing: number[] } {
    const rows: { row: FactorPathRow; age: number }[] = [];
    const missing: number[] = [];
    life.service.forEach((service, age) => {
      if (service.isZero() || !serves(window, age)) return;
      const row = this.at(factorId, saleYear + age);
      if (row) rows.push({ row, age });
      else missing.push(saleYear + age);
    });
    return { rows, missing };
  }

  /**
   * f = Σ S·u · f(v+t) ÷ Σ S·u over the ages in the window, v the case's fiscal year.
   * @param ref line that asks first; where a problem that has no place of its own is shown
   * @returns `null` after reporting, once a factor, which years are missing
   */
  mean(factorId: string, life: ServiceLife | null, window: Window | null, ref: RowRef): Traced | null {
    const key = JSON.stringify([factorId, window?.from, window?.to]);
    const known = this.means.get(life) ?? new Map<string, Traced | null>();
    this.means.set(life, known);
    if (!known.has(key)) known.set(key, this.workedOut(factorId, life, window, ref));
    return known.get(key)!;
  }

  private workedOut(factorId: string, life: ServiceLife | null, window: Window | null, ref: RowRef): Traced | null {
    const { context } = this;
    const year = context.field('fiscalYear')?.number;
    if (!year) return context.block(ref, 'factorId', 'path-needs-fiscal-year', { factor: factorId });
    if (!life || life.rows.length === 0)
      return context.block(ref, 'factorId', 'path-needs-years', { factor: factorId });
    const { rows, missing } = this.rowsOver(factorId, life, window, year.toNumber());
    if (missing.length > 0) {
      return context.block(this.first(factorId).ref, 'year', 'path-years-missing', {
        factor: factorId,
        years: missing,
      });
    }
    const weight = rows.reduce((total, { age }) => total.plus(life.service[age]!), new Decimal(0));
    const value = rows
      .reduce((total, { row, age }) => total.plus(row.value!.times(life.service[age]!)), new Decimal(0))
      .dividedBy(weight);
    const cells = rows.map(({ row }) => context.cell(row.ref, 'value'));
    const unit = context.factor(factorId)?.unit ?? '1';
    return context.trace.step('factor-path-mean', value, unit, [life.years, ...cells], factorId);
  }
}
