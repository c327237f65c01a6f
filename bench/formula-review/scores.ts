import type { Labels } from './labels';

export interface Score {
  readonly found: number;
  readonly precision: number;
  readonly recall: number;
}

/** @returns precision and recall of found cells against marked ones; NaN where there is none */
export function score(found: ReadonlySet<string>, marked: ReadonlySet<string>): Score {
  const right = [...found].filter((cell) => marked.has(cell)).length;
  return { found: found.size, precision: right / found.size, recall: right / marked.size };
}

type Found = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** A check that is right less often than this on the other workbooks is not chosen. */
const WORTH = 0.6;

/**
 * Leaves one workbook out at a time: which checks count for it is decided on all others. The rules themselves were written with all of
 * them in sight, so this says how much the choice of checks flatters, not how new workbooks fare.
 * @param found cells by workbook and check
 */
export function chosenElsewhere(
  found: Found,
  labels: Labels,
  marked: ReadonlySet<string>,
  checks: readonly string[],
): Score {
  const workbooks = [...found.keys()];
  const cells = (names: readonly string[], chosen: readonly string[]) =>
    new Set(names.flatMap((name) => chosen.flatMap((check) => [...(found.get(name)!.get(check) ?? [])])));
  const pooled = new Set<string>();
  for (const held of workbooks) {
    const rest = workbooks.filter((name) => name !== held);
    const among = new Set([...marked].filter((cell) => labels.workbookOf(cell) !== held));
    const chosen = checks.filter((check) => score(cells(rest, [check]), among).precision >= WORTH);
    cells([held], chosen).forEach((cell) => pooled.add(cell));
  }
  return score(pooled, marked);
}
