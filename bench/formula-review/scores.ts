import { Random } from '../../test/core/review/formulas/seeded/random';
import type { Labels } from './labels';

export interface Score {
  readonly found: number;
  readonly precision: number;
  readonly recall: number;
}

/** Cells found in each workbook. */
export type Found = ReadonlyMap<string, ReadonlySet<string>>;

/** Of one workbook: cells marked, cells found, and how many are both. */
export interface Counts {
  readonly workbook: string;
  readonly marked: number;
  readonly found: number;
  readonly right: number;
}

/** @returns the counts of each workbook, in the order of `found` */
export function countsOf(found: Found, marked: ReadonlySet<string>, labels: Labels): readonly Counts[] {
  const markedIn = new Map<string, number>();
  for (const cell of marked) markedIn.set(labels.workbookOf(cell), (markedIn.get(labels.workbookOf(cell)) ?? 0) + 1);
  return [...found].map(([workbook, cells]) => ({
    workbook,
    marked: markedIn.get(workbook) ?? 0,
    found: cells.size,
    right: [...cells].filter((cell) => marked.has(cell)).length,
  }));
}

/** @returns precision and recall over all cells of all workbooks; NaN where there is none */
export function pooled(counts: readonly Counts[]): Score {
  const sum = (of: (count: Counts) => number) => counts.reduce((total, count) => total + of(count), 0);
  const [found, right] = [sum((count) => count.found), sum((count) => count.right)];
  return { found, precision: right / found, recall: right / sum((count) => count.marked) };
}

/** @returns the mean over workbooks in which something is marked: each counts the same, however many cells are marked in it */
export function perWorkbook(counts: readonly Counts[]): Score {
  const some = counts.filter(({ marked }) => marked > 0);
  const mean = (of: (count: Counts) => number) => some.reduce((total, count) => total + of(count), 0) / some.length;
  return {
    found: pooled(some).found,
    precision: mean(({ found, right }) => (found === 0 ? 0 : right / found)),
    recall: mean(({ marked, right }) => right / marked),
  };
}

/** @returns the harmonic mean of precision and recall, 0 where nothing is right */
export const balance = ({ precision, recall }: Score): number =>
  precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;

const DRAWS = 2_000;

/**
 * What other workbooks of the same kind would give: as many drawn again from these, with repetition.
 * @returns the middle 95 % of the pooled precision and recall
 */
export function intervals(
  counts: readonly Counts[],
): Readonly<Record<'precision' | 'recall', readonly [number, number]>> {
  const random = new Random(1);
  const scores = Array.from({ length: DRAWS }, () => pooled(counts.map(() => random.one(counts))));
  const middle = (of: (score: Score) => number): readonly [number, number] => {
    const sorted = scores.map(of).sort((one, other) => one - other);
    return [sorted[Math.floor(DRAWS * 0.025)]!, sorted[Math.floor(DRAWS * 0.975)]!];
  };
  return { precision: middle(({ precision }) => precision), recall: middle(({ recall }) => recall) };
}
