import { cellAddress } from '../../src/core/workbook/a1';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { reviewedBook } from '../../src/core/review/formulas/book';
import type { Remark } from '../../src/core/review/formulas/check';
import { CHECKS } from '../../src/core/review/formulas/registry';
import { THRESHOLDS, type Thresholds } from '../../src/core/review/formulas/thresholds';
import type { Labels } from './labels';
import type { Found } from './scores';

/** Checks that say what both labellings mean: a cell that differs from the cells it belongs to. */
export const COMPARED = [
  'typed-over-formula',
  'number-among-formulas',
  'number-among-totals',
  'range-ends',
  'inconsistent-formula',
  'literal-differs',
  'double-counting',
  'repeated-number',
];

/** Other values each threshold might as well have had. */
const MIGHT_BE: Readonly<Record<keyof Thresholds, readonly number[]>> = {
  rounding: [0.002, 0.5],
  tellingDigits: [3, 5],
  tellingTotal: [2, 4],
  many: [1, 3],
  near: [1, 4],
  rule: [2, 4],
  lineOfTotals: [1, 3],
  asFilled: [0.25, 0.8],
  repeats: [2, 4],
  repeatedDigits: [2, 4, 6],
  repeatedInAll: [8, 9, 18],
  majority: [0.5, 0.75],
  recurring: [2, 5],
  sure: [2, 4],
};

/** Thresholds, and which parts of which checks count. */
export interface Choice {
  readonly thresholds: Thresholds;
  readonly parts: readonly string[];
}

type Parts = ReadonlyMap<string, Found>;

/** The compared checks on every workbook, for thresholds as they are or as they might be. */
export class Compared {
  private readonly known = new Map<string, Parts>();

  constructor(
    private readonly snapshots: ReadonlyMap<string, WorkbookSnapshot>,
    private readonly labels: Labels,
  ) {}

  /** @returns cells by part of a check (`range-ends/short`) and workbook */
  parts(thresholds: Thresholds = THRESHOLDS): Parts {
    const key = JSON.stringify(thresholds);
    const parts = this.known.get(key) ?? this.run(thresholds);
    this.known.set(key, parts);
    return parts;
  }

  /** @returns every choice that differs in one threshold */
  alternatives(): readonly (readonly [keyof Thresholds, number])[] {
    return Object.entries(MIGHT_BE).flatMap(([name, values]) =>
      values.map((value) => [name as keyof Thresholds, value] as const),
    );
  }

  found({ thresholds, parts }: Choice): Found {
    const all = this.parts(thresholds);
    return new Map(
      [...this.snapshots.keys()].map((workbook) => [
        workbook,
        new Set(parts.flatMap((part) => [...(all.get(part)?.get(workbook) ?? [])])),
      ]),
    );
  }

  private run(thresholds: Thresholds): Parts {
    const parts = new Map<string, Map<string, Set<string>>>();
    for (const [workbook, snapshot] of this.snapshots) {
      const book = reviewedBook(snapshot, thresholds);
      for (const check of CHECKS.filter(({ id }) => COMPARED.includes(id)))
        for (const remark of check.find(book)) this.note(parts, partOf(check.id, remark), workbook, remark);
    }
    return parts;
  }

  private note(parts: Map<string, Map<string, Set<string>>>, part: string, workbook: string, remark: Remark): void {
    const found = parts.get(part) ?? new Map<string, Set<string>>();
    const cells = found.get(workbook) ?? new Set<string>();
    parts.set(
      part,
      found.set(workbook, cells.add(this.labels.key(workbook, remark.sheet.snapshot.name, cellAddress(remark)))),
    );
  }
}

/** A check with several reasons, each with its own text, is as many parts. */
function partOf(check: string, { message }: Remark): string {
  const reason = message.code.split('.').at(-1)!;
  return reason === 'found' ? check : `${check}/${reason}`;
}
