import { failure, success, type Outcome } from '../message';
import { Decimal, sum } from '../quantity/decimal';
import type { CellRef } from '../workbook/cell';
import type { Context } from './context';
import { serves, type Window } from './factorPaths';
import type { FootprintLine } from './footprintLine';
import { partOf, readingOf, type OutsideReading } from './reading';
import type { SegmentReduction } from './segmentReduction';
import type { ServiceLife } from './serviceLife';

/** What one functional unit saves, split as it is booked. kg-CO2e, side effects taken off. */
export interface SplitReduction {
  /** Everything but the use stage; arises in the sale year. */
  readonly embodied: Decimal;
  /** In each year of use, age 0 first, after rebound. */
  readonly use: readonly Decimal[];
}

/** Use-stage lines that change over the years alike, added up. */
interface UseGroup {
  readonly path: string | null;
  readonly window: Window | null;
  /** Whether rebound acts on it: side effects are beyond its hold. */
  readonly rebounds: boolean;
  /** kg-CO2e, or, with a path, what its factor is multiplied by. */
  amount: Decimal;
}

/**
 * The reduction of a segment spread over the years in which its units are used, for any sale year: S(t)·u_t of the use-phase saving at the
 * factors of year v + t. For the case's own fiscal year the parts sum to the certified reduction.
 */
export class LifeReduction {
  private readonly groups: readonly UseGroup[];
  private readonly embodied: Decimal;
  private readonly windowWeights = new Map<Window | null, Decimal>();
  private readonly soldInYear = new Map<number, Outcome<SplitReduction>>();

  constructor(
    private readonly reduction: SegmentReduction,
    readonly life: ServiceLife,
    reading: OutsideReading,
    /** r; `null` where none is stated, so that no year but the one asked for need be known. */
    private readonly rebound: Decimal | null,
  ) {
    const groups = new Map<string, UseGroup>();
    let embodied = new Decimal(0);
    for (const side of ['baseline', 'product', 'side-effect'] as const) {
      for (const line of reduction.footprints[side].lines) {
        const sign = side === 'baseline' ? 1 : -1;
        if (line.emission.line.stage !== 'use') embodied = embodied.plus(partOf(line, reading)!.value.times(sign));
        else addTo(groups, line, perFactor(line, reading).times(sign), side !== 'side-effect');
      }
    }
    this.groups = [...groups.values()];
    this.embodied = embodied;
  }

  /** @returns the years of use for which a factor's path has no value, where there are any */
  soldIn(saleYear: number): Outcome<SplitReduction> {
    const known = this.soldInYear.get(saleYear);
    if (known) return known;
    const split = this.workedOut(saleYear);
    this.soldInYear.set(saleYear, split);
    return split;
  }

  /** Whether a unit saves the same whenever it is sold. */
  get isConstant(): boolean {
    return this.groups.every(({ path }) => path === null);
  }

  /** Cells of the factors that hold in one year, of the paths in use. */
  factorCells(context: Context, year: number): (CellRef | null)[] {
    const paths = new Set(this.groups.flatMap(({ path }) => (path === null ? [] : [path])));
    return [...paths].map((path) => {
      const row = this.reduction.setting.paths.at(path, year);
      return row && context.cell(row.ref, 'value');
    });
  }

  /** What units of one sale year save at one age. A rebound needs their whole life, since it acts on a saving over the life alone. */
  savingAt(saleYear: number, age: number): Outcome<Decimal> {
    if (this.rebound !== null) {
      const split = this.soldIn(saleYear);
      return split.ok ? success(split.value.use[age]!) : split;
    }
    const year = saleYear + age;
    const missing = this.groups.find(
      ({ path, window }) =>
        path !== null && !this.share(age, window).isZero() && this.reduction.setting.paths.at(path, year) === null,
    );
    if (missing) return failure('calculation.path-years-missing', { factor: missing.path!, years: [year] });
    return success(this.at(saleYear, age, true).plus(this.at(saleYear, age, false)));
  }

  /** Whether the use phase saves anything over the whole life, before rebound; asked where `soldIn` has an answer. */
  savesOverLife(saleYear: number): boolean {
    return sum(this.life.service.map((_, age) => this.at(saleYear, age, true))).isPositive();
  }

  private workedOut(saleYear: number): Outcome<SplitReduction> {
    const missing = this.missingYears(saleYear);
    if (missing) return missing;
    const ages = this.life.service.map((_, age) => age);
    const saved = ages.map((age) => this.at(saleYear, age, true));
    const caused = ages.map((age) => this.at(saleYear, age, false));
    const kept = this.savesOverLife(saleYear) ? new Decimal(1).minus(this.rebound ?? 0) : new Decimal(1);
    return success({ embodied: this.embodied, use: ages.map((age) => saved[age]!.times(kept).plus(caused[age]!)) });
  }

  private missingYears(saleYear: number): Outcome<never> | null {
    for (const { path, window } of this.groups) {
      if (path === null) continue;
      const { missing } = this.reduction.setting.paths.rowsOver(path, this.life, window, saleYear);
      if (missing.length > 0) return failure('calculation.path-years-missing', { factor: path, years: missing });
    }
    return null;
  }

  private at(saleYear: number, age: number, rebounds: boolean): Decimal {
    return this.groups
      .filter((group) => group.rebounds === rebounds && serves(group.window, age))
      .reduce((total, group) => total.plus(this.groupAt(group, saleYear, age)), new Decimal(0));
  }

  private groupAt({ path, window, amount }: UseGroup, saleYear: number, age: number): Decimal {
    const share = this.share(age, window);
    if (share.isZero() || path === null) return amount.times(share);
    return amount.times(share).times(this.reduction.setting.paths.at(path, saleYear + age)!.value!);
  }

  /** Share of a line's life-long service that falls in one year of use: w_t, within the window of its variant. */
  share(age: number, window: Window | null): Decimal {
    const total = this.windowWeights.get(window) ?? sum(this.life.weights.filter((_, each) => serves(window, each)));
    this.windowWeights.set(window, total);
    return serves(window, age) ? this.life.weights[age]!.dividedBy(total) : new Decimal(0);
  }
}

/** @returns the life of a segment by year, or `null` where it is not known how long its units serve */
export function lifeReduction(
  reduction: SegmentReduction,
  reading: OutsideReading,
  rebound: Decimal | null,
): LifeReduction | null {
  const { life } = reduction.setting;
  if (!life || readingOf(reduction, reading) === null) return null;
  return new LifeReduction(reduction, life, reading, rebound);
}

function perFactor(line: FootprintLine, reading: OutsideReading): Decimal {
  const { emission, scale } = line;
  if (emission.path === null) return partOf(line, reading)!.value;
  const whole = scale.times(emission.line.amount!).times(emission.ratio);
  return reading === 'all-stages' ? whole : whole.times(new Decimal(1).minus(emission.line.inCity as Decimal));
}

function addTo(groups: Map<string, UseGroup>, line: FootprintLine, amount: Decimal, rebounds: boolean): void {
  const { path } = line.emission;
  const { window } = line;
  const key = `${rebounds} ${window?.from ?? ''} ${window?.to ?? ''} ${path ?? ''}`;
  const group = groups.get(key);
  if (group) group.amount = group.amount.plus(amount);
  else groups.set(key, { path, window, rebounds, amount });
}
