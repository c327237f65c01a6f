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

/** A check that is right less often than this on the workbooks at hand is not chosen. */
const WORTH = 0.6;

/**
 * Which checks count is decided on the other workbooks, never on the one that is measured. The rules themselves were written with all of
 * them in sight, so this says how much the choice of checks flatters, not how new workbooks fare.
 * @param found cells by workbook and check
 */
export function crossValidated(
  found: Found,
  labels: Labels,
  marked: ReadonlySet<string>,
  checks: readonly string[],
  folds: number,
): Score {
  const workbooks = [...found.keys()];
  const cells = (names: readonly string[], chosen: readonly string[]) =>
    new Set(names.flatMap((name) => chosen.flatMap((check) => [...(found.get(name)!.get(check) ?? [])])));
  const among = (names: readonly string[]) =>
    new Set([...marked].filter((cell) => names.includes(labels.workbookOf(cell))));
  const pooled = new Set<string>();
  for (let fold = 0; fold < folds; fold += 1) {
    const held = workbooks.filter((_, position) => position % folds === fold);
    const rest = workbooks.filter((name) => !held.includes(name));
    const chosen = checks.filter((check) => score(cells(rest, [check]), among(rest)).precision >= WORTH);
    cells(held, chosen).forEach((cell) => pooled.add(cell));
  }
  return score(pooled, marked);
}
