import { success, type Outcome } from '../message';
import type { CellRef } from '../workbook/cell';
import type { Context } from './context';
import type { LifeReduction } from './lifeReduction';
import { readingOf, type OutsideReading } from './reading';
import type { SegmentReduction } from './segmentReduction';
import type { Traced } from './trace';

/** What one functional unit saves, as steps: outside the use stage, and in each year of use. */
export interface SplitSteps {
  readonly embodied: Traced;
  /** Age 0 first. */
  readonly use: readonly Traced[];
}

/** The steps of a segment's reduction spread over the years of use, for any sale year; each made once. */
export class SplitTrace {
  private readonly made = new Map<number, Outcome<SplitSteps>>();
  private embodied: Traced | null = null;

  constructor(
    private readonly context: Context,
    private readonly reduction: SegmentReduction,
    readonly life: LifeReduction,
    private readonly reading: OutsideReading,
  ) {}

  /** @returns the years for which a factor's path has no value, where there are any */
  soldIn(saleYear: number): Outcome<SplitSteps> {
    const known = this.made.get(saleYear);
    if (known) return known;
    const split = this.life.soldIn(saleYear);
    const steps = split.ok
      ? success({
          embodied: this.embodiedStep(),
          use: split.value.use.map((saved, age) =>
            useSavingStep(this.context, this.reduction, this.life, this.reading, saved, saleYear + age, age),
          ),
        })
      : split;
    this.made.set(saleYear, steps);
    return steps;
  }

  private embodiedStep(): Traced {
    this.embodied ??= embodiedStep(this.context, this.reduction, this.reading);
    return this.embodied;
  }
}

/** Σ over the stages other than use, side effects taken off; kg-CO2e per functional unit. */
export function embodiedStep(context: Context, reduction: SegmentReduction, reading: OutsideReading): Traced {
  const parts = readingOf(reduction, reading)!.parts.embodied;
  const embodied = parts.reduce((total, part) => total.plus(part.value), parts[0]!.value.times(0));
  return context.trace.step('embodied-difference', embodied, 'kg-CO2e', parts);
}

/** What the use stage saves at one age, with the cells of the year's factors. */
export function useSavingStep(
  context: Context,
  reduction: SegmentReduction,
  life: LifeReduction,
  reading: OutsideReading,
  saved: Traced['value'],
  year: number,
  age: number,
): Traced {
  const inputs = [
    life.life.years,
    ...readingOf(reduction, reading)!.parts.use,
    ...ageCells(context, life, age),
    ...life.factorCells(context, year),
  ];
  return context.trace.step('use-saving-in-year', saved, 'kg-CO2e', inputs, `${year}`);
}

function ageCells(context: Context, { life }: LifeReduction, age: number): (CellRef | null)[] {
  const row = life.rows[age];
  return row ? [context.cell(row.ref, 'survival'), context.cell(row.ref, 'use')] : [];
}
