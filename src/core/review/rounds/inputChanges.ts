import type { Case } from '../../case/types';
import type { CellRef } from '../../workbook/cell';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { sheetCellAddress } from '../../workbook/a1';
import type { InputChange } from '../criteria/rule';
import { closureOf, type RestingCell } from '../decisions/closure';
import { comparableMark, shownMark } from '../decisions/mark';
import { Grounds } from '../decisions/grounds';
import { placesOf, rowsOfCase } from '../places';

/** A workbook and the case read from it. */
export interface Stated {
  readonly snapshot: WorkbookSnapshot;
  readonly case: Case;
}

/** One cell that states something else than before. */
export interface ContentChange {
  /** `added` and `removed`: the cell was not there, or said nothing. */
  readonly kind: 'changed' | 'added' | 'removed';
  /** Whether a formula is concerned, before or now. */
  readonly isFormula: boolean;
  readonly table: string | null;
  readonly rowId: string | null;
  readonly column: string | null;
  /** In the workbook of now; for what is gone in the one before. */
  readonly cell: CellRef;
  /** Contents as texts, long ones by their beginning; `null` for a blank. */
  readonly from: string | null;
  readonly to: string | null;
}

/** A line, factor, field or other row that came or went. */
export interface RowChange {
  readonly kind: 'added' | 'removed';
  readonly table: string;
  readonly rowId: string;
  readonly cell: CellRef;
}

export interface StatedChanges {
  readonly rows: readonly RowChange[];
  /** Cells of rows that both workbooks have, and cells outside every table that one of them rests on. */
  readonly contents: readonly ContentChange[];
}

/**
 * What two workbooks state differently, by table, row id and column: sorting, inserted rows, renamed sheets and another order of columns
 * are no changes. Calculated values are not compared, formulas are.
 */
export function statedChanges(before: Stated, now: Stated): StatedChanges {
  const [then, since] = [contentsOf(before), contentsOf(now)];
  const rows = rowChanges(before.case, now.case);
  const changed = new Set(rows.map(({ table, rowId }) => `${table}|${rowId}`));
  const isOfChangedRow = ({ place, key }: RestingCell): boolean =>
    changed.has(place ? `${place.table}|${place.rowId}` : key.split('|').slice(0, 2).join('|'));
  const contents = [...new Set([...then.keys(), ...since.keys()])].flatMap((key): ContentChange[] => {
    const [old, current] = [then.get(key), since.get(key)];
    const cell = current ?? old!;
    const [from, to] = [old?.mark ?? '', current?.mark ?? ''];
    if (comparableMark(from) === comparableMark(to) || isOfChangedRow(cell)) return [];
    return [contentChange(cell, from, to)];
  });
  return { rows, contents };
}

function contentChange({ place, cell }: RestingCell, from: string, to: string): ContentChange {
  const { table = null, rowId = null, column = null } = place ?? {};
  return {
    kind: from === '' ? 'added' : to === '' ? 'removed' : 'changed',
    isFormula: from.startsWith('=') || to.startsWith('='),
    ...{ table, rowId, column, cell },
    from: shownMark(from),
    to: shownMark(to),
  };
}

/**
 * Looks a workbook up for what a change says of it.
 * @returns of a cell what it states now, as `ContentChange.to` has it; `undefined` where a cell outside every table is not there any more
 */
export function statedNow(now: Stated): (change: ContentChange) => string | null | undefined {
  const contents = contentsOf(now);
  const byPlace = new Map([...contents.values()].map((cell) => [placeKey(cell), cell.mark]));
  return ({ table, rowId, column, cell }) => {
    const mark = byPlace.get(
      placeKey({ place: table === null ? null : { table, rowId: rowId!, column: column! }, cell }),
    );
    return mark === undefined && table === null ? undefined : shownMark(mark ?? '');
  };
}

const placeKey = ({ place, cell }: Pick<RestingCell, 'place'> & { readonly cell: CellRef }): string =>
  place ? JSON.stringify(place) : sheetCellAddress(cell);

/** Everything that stands in the case's rows, with what that rests on outside them. */
function contentsOf({ snapshot, case: read }: Stated): ReadonlyMap<string, RestingCell> {
  const places = placesOf(read);
  const tables = new Set(rowsOfCase(read).map(({ table }) => table));
  const roots = [...tables].flatMap((table) => places.cellsOf(table));
  return new Map(closureOf(roots, new Grounds(snapshot, places)).map((cell) => [cell.key, cell]));
}

function rowChanges(before: Case, now: Case): readonly RowChange[] {
  const [then, since] = [rowsByKey(before), rowsByKey(now)];
  const missingIn = (other: ReadonlyMap<string, Row>, rows: ReadonlyMap<string, Row>, kind: RowChange['kind']) =>
    [...rows]
      .filter(([key]) => !other.has(key))
      .map(([, { table, id, sheet, row }]): RowChange => ({ kind, table, rowId: id, cell: { sheet, row, column: 0 } }));
  return [...missingIn(then, since, 'added'), ...missingIn(since, then, 'removed')];
}

type Row = ReturnType<typeof rowsOfCase>[number];

const rowsByKey = (read: Case): ReadonlyMap<string, Row> =>
  new Map(rowsOfCase(read).map((row) => [`${row.table}|${row.id}`, row]));

/** The same as the rules take it: one entry a cell, and one a row that came or went. */
export const inputChanges = (before: Stated, now: Stated): readonly InputChange[] =>
  inputChangesOf(statedChanges(before, now));

/** As {@link inputChanges}, of changes that are known. */
export function inputChangesOf({ rows, contents }: StatedChanges): readonly InputChange[] {
  return [
    ...rows.map(({ kind, table, rowId, cell }) => ({
      place: {
        subject: { table, rowId, column: null, place: null },
        cells: kind === 'added' ? [cell] : [],
      },
      from: kind === 'removed' ? rowId : null,
      to: kind === 'added' ? rowId : null,
    })),
    ...contents.map(({ kind, table, rowId, column, cell, from, to }) => ({
      place: {
        subject: { table, rowId, column, place: table === null ? sheetCellAddress(cell) : null },
        cells: kind === 'removed' && table === null ? [] : [cell],
      },
      from,
      to,
    })),
  ];
}
