import { THRESHOLDS, type Thresholds } from '../../src/core/review/formulas/thresholds';
import { Random } from '../../test/core/review/formulas/seeded/random';
import type { Choice, Compared } from './compared';
import type { Labels } from './labels';
import { balance, countsOf, pooled, type Counts, type Found } from './scores';

/**
 * Which thresholds and parts of checks do best on some workbooks. Each threshold is chosen with the others as they are, then parts that
 * do harm are left out one by one. The rules themselves were written with all workbooks in sight: this says how much the choices
 * flatter, not how entirely new workbooks fare.
 */
export class Chooser {
  private readonly all: readonly string[];

  constructor(
    private readonly compared: Compared,
    private readonly marked: ReadonlySet<string>,
    private readonly labels: Labels,
  ) {
    this.all = [...compared.parts().keys()];
  }

  counts(choice: Choice): readonly Counts[] {
    return countsOf(this.compared.found(choice), this.marked, this.labels);
  }

  /** @param seen names of the workbooks that may be looked at */
  chosen(seen: ReadonlySet<string>): Choice {
    const thresholds = this.thresholdsFor(seen);
    let parts = this.all;
    for (const part of this.all) {
      const without = parts.filter((other) => other !== part);
      if (this.worth({ thresholds, parts: without }, seen) > this.worth({ thresholds, parts }, seen)) parts = without;
    }
    return { thresholds, parts };
  }

  private thresholdsFor(seen: ReadonlySet<string>): Thresholds {
    const best: Record<string, number> = { ...THRESHOLDS };
    const worths = new Map<string, number>();
    const asIs = this.worth({ thresholds: THRESHOLDS, parts: this.all }, seen);
    for (const [name, value] of this.compared.alternatives()) {
      const worth = this.worth({ thresholds: { ...THRESHOLDS, [name]: value }, parts: this.all }, seen);
      if (worth <= (worths.get(name) ?? asIs)) continue;
      worths.set(name, worth);
      best[name] = value;
    }
    return best as unknown as Thresholds;
  }

  private worth(choice: Choice, seen: ReadonlySet<string>): number {
    return balance(pooled(this.counts(choice).filter(({ workbook }) => seen.has(workbook))));
  }
}

/** @returns the cells found in each workbook with what does best on all workbooks outside its group */
export function leftOut(chooser: Chooser, compared: Compared, groups: readonly (readonly string[])[]): Found {
  const workbooks = groups.flat();
  return new Map(
    groups.flatMap((group) => {
      const found = compared.found(chooser.chosen(new Set(workbooks.filter((name) => !group.includes(name)))));
      return group.map((name) => [name, found.get(name)!] as const);
    }),
  );
}

/** @returns the workbooks drawn into so many groups of about the same size */
export function groupsOf(workbooks: readonly string[], count: number, seed: number): readonly (readonly string[])[] {
  const random = new Random(seed);
  const drawn = workbooks
    .map((name) => [random.unit(), name] as const)
    .sort(([one], [other]) => one - other)
    .map(([, name]) => name);
  return Array.from({ length: count }, (_, group) => drawn.filter((_name, place) => place % count === group));
}
