import { caseRows } from '../template/caseRows';
import type { Case, RowRef, TableLocation } from '../case/types';
import type { CellRef } from '../workbook/cell';

/** A cell of a template table or an adopted range, by names that outlive sorting, inserted rows and renamed sheets. */
export interface TablePlace {
  readonly table: string;
  readonly rowId: string;
  readonly column: string;
}

/** Which cell is which statement of the case, and back. */
export interface Places {
  at(cell: CellRef): TablePlace | null;
  /** @returns `null` where the row or the column is not there, or the id stands twice */
  cellOf(place: TablePlace): CellRef | null;
  /** Every cell of a table, row by row, or of one of its rows or columns; empty for what is not there. */
  cellsOf(
    table: string,
    only?: { readonly rowId?: string | null; readonly column?: string | null },
  ): readonly CellRef[];
}

/** @returns the rows that say something, of every table, of KmcCase also the blank ones */
export function rowsOfCase(read: Case): readonly RowRef[] {
  return Object.values({ ...caseRows(read), KmcCase: Object.values(read.fieldRows) }).flat();
}

export function placesOf(read: Case): Places {
  const rows = rowsOfCase(read);
  const byRow = new Map<string, RowRef[]>();
  const byId = new Map<string, RowRef[]>();
  const byTable = new Map<string, RowRef[]>();
  for (const row of rows) {
    append(byRow, `${row.row} ${row.sheet}`, row);
    append(byId, `${row.table} ${row.id}`, row);
    append(byTable, row.table, row);
  }
  const keys = columnKeys(read);
  const cells = (row: RowRef, column?: string | null): readonly CellRef[] =>
    Object.entries(columnsOf(read.locations[row.table], row))
      .filter(([key]) => column === undefined || column === null || key === column)
      .map(([, at]) => ({ sheet: row.sheet, row: row.row, column: at }));
  return {
    at: ({ sheet, row, column }) => {
      for (const ref of byRow.get(`${row} ${sheet}`) ?? []) {
        const key = keys(ref, column);
        if (key !== undefined) return { table: ref.table, rowId: ref.id, column: key };
      }
      return null;
    },
    cellOf: ({ table, rowId, column }) => {
      const found = byId.get(`${table} ${rowId}`) ?? [];
      return found.length === 1 ? (cells(found[0]!, column)[0] ?? null) : null;
    },
    cellsOf: (table, { rowId, column } = {}) => {
      const found = rowId === undefined || rowId === null ? byTable.get(table) : byId.get(`${table} ${rowId}`);
      return (found ?? []).flatMap((row) => cells(row, column));
    },
  };
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const known = lists.get(key);
  if (known) known.push(item);
  else lists.set(key, [item]);
}

/** Ranges of the user's own have columns of their own, part by part. */
function columnsOf(location: TableLocation | undefined, row: RowRef): Readonly<Record<string, number>> {
  const part = location?.parts?.find(
    (one) => one.sheet === row.sheet && one.firstRow <= row.row && row.row <= one.lastRow,
  );
  return (part ?? location)?.columns ?? {};
}

/** Key of a column at a row, turned round once per set of columns. */
function columnKeys({ locations }: Case): (row: RowRef, column: number) => string | undefined {
  const turned = new Map<Readonly<Record<string, number>>, ReadonlyMap<number, string>>();
  return (row, column) => {
    const columns = columnsOf(locations[row.table], row);
    let keys = turned.get(columns);
    if (!keys) turned.set(columns, (keys = new Map(Object.entries(columns).map(([key, at]) => [at, key]))));
    return keys.get(column);
  };
}
