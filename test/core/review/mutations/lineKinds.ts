import { cellOf, contentOf, rowsOf } from './base';
import { SIDES } from './contents';
import { inOtherSegment } from './likeRows';
import { emptied, repeated, takenOut } from './rowEdits';
import { told, typed, type MutationKind } from './mutation';

/** Lines told twice, and lines that are not told. */

/** Rules that speak of a line that is not there. */
const LOST = /like-lines|stages-complete|gap-in-list|no-lines|baseline-mix/;

export const LINE_KINDS: readonly MutationKind[] = [
  {
    id: 'line twice under the same id',
    visibility: 'certain',
    mutants: (base) => SIDES.flatMap((table) => rowsOf(base, table)).map((row) => repeated(base, row)),
  },
  {
    id: 'line twice under another id',
    visibility: 'likely',
    mutants: (base) =>
      SIDES.flatMap((table) => rowsOf(base, table)).map((row) => repeated(base, row, { id: `${row.id}-2` })),
  },
  {
    id: 'line moved to another segment',
    visibility: 'likely',
    mutants: (base) =>
      SIDES.flatMap((table) => rowsOf(base, table).filter((row) => inOtherSegment(base, row))).map((row) => {
        const cell = cellOf(base, row, 'segment')!;
        const others = rowsOf(base, 'KmcSegments').filter(({ id }) => id !== contentOf(base, cell));
        return typed(cell, others[0]!.id);
      }),
    says: [told(LOST)],
  },
  {
    id: 'line emptied between others',
    visibility: 'likely',
    mutants: (base) => SIDES.flatMap((table) => rowsOf(base, table).slice(0, -1)).map((row) => emptied(base, row)),
    says: [told(LOST)],
  },
  {
    id: 'line taken out that another segment has',
    visibility: 'likely',
    mutants: (base) =>
      SIDES.flatMap((table) => rowsOf(base, table).filter((row) => inOtherSegment(base, row))).map((row) =>
        takenOut(base, row),
      ),
    says: [told(LOST)],
  },
  {
    id: 'line taken out that no other segment has',
    visibility: 'unseen',
    mutants: (base) =>
      SIDES.flatMap((table) => rowsOf(base, table).filter((row) => !inOtherSegment(base, row))).map((row) =>
        takenOut(base, row),
      ),
    says: [told(LOST)],
  },
];
