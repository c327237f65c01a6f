import type { Problem, Reading } from '../case/types';
import type { Edit } from '../workbook/edit';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { withEdits } from '../workbook/withEdits';
import { cellKey, type SheetCells } from './sheetCells';
import type { Candidate } from './types';

export type Read = (snapshot: WorkbookSnapshot) => Reading;

interface Before {
  readonly snapshot: WorkbookSnapshot;
  readonly problems: readonly Problem[];
  readonly cells: SheetCells;
  readonly read: Read;
}

/** Beyond it ids wait until those before them are settled. */
const MOST_IDS = 64;

export const editsOf = ({ changes }: Candidate): readonly Edit[] =>
  changes.map(({ cell, to }) => ({ kind: 'set-value', cell, value: to }));

/**
 * Reads the workbook anew with the candidates' contents and keeps those whose problem is gone and whose cells have no problem they did
 * not have. Cells are read apart, so one reading judges all; ids reach into other tables and must bring no new problem anywhere.
 */
export function certainOnes(candidates: readonly Candidate[], before: Before): readonly Candidate[] {
  const typed = candidates.filter(({ changes }) => changes.every(({ cell }) => before.cells.isTyped(cell)));
  const isId = ({ kind }: Candidate): boolean => kind === 'id';
  const passed = new Set([
    ...settledInTheirCells(firstOfEachCell(typed.filter((one) => !isId(one))), before),
    ...harmless(typed.filter(isId).slice(0, MOST_IDS), before),
  ]);
  return candidates.filter((candidate) => passed.has(candidate));
}

function firstOfEachCell(candidates: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ changes }) => {
    const key = cellKey(changes[0]!.cell);
    return !seen.has(key) && seen.add(key);
  });
}

function settledInTheirCells(candidates: readonly Candidate[], before: Before): readonly Candidate[] {
  if (candidates.length === 0) return [];
  const after = byCell(readWith(candidates, before));
  const known = byCell(before.problems);
  return candidates.filter(({ problem, changes }) =>
    changes.every(({ cell }) => {
      const left = after.get(cellKey(cell)) ?? new Set<string>();
      const had = known.get(cellKey(cell)) ?? new Set<string>();
      return !left.has(problem.message.code) && [...left].every((code) => had.has(code));
    }),
  );
}

/** Halves what does not pass as a whole. */
function harmless(candidates: readonly Candidate[], before: Before): readonly Candidate[] {
  if (candidates.length === 0) return [];
  const known = new Set(before.problems.map(placed));
  const left = readWith(candidates, before).map(placed);
  const settled = candidates.every(({ problem }) => !left.includes(placed(problem)));
  if (settled && left.every((problem) => known.has(problem))) return candidates;
  if (candidates.length === 1) return [];
  const half = Math.floor(candidates.length / 2);
  return [...harmless(candidates.slice(0, half), before), ...harmless(candidates.slice(half), before)];
}

const readWith = (candidates: readonly Candidate[], { snapshot, read }: Before): readonly Problem[] =>
  read(withEdits(snapshot, candidates.flatMap(editsOf))).problems;

const placed = ({ message: { code }, cell, table }: Problem): string =>
  `${code}\n${cell ? cellKey(cell) : ''}\n${table ?? ''}`;

function byCell(problems: readonly Problem[]): ReadonlyMap<string, ReadonlySet<string>> {
  const codes = new Map<string, Set<string>>();
  for (const { cell, message } of problems) {
    if (!cell) continue;
    const known = codes.get(cellKey(cell)) ?? new Set<string>();
    codes.set(cellKey(cell), known.add(message.code));
  }
  return codes;
}
