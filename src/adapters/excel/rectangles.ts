/** A block of cells, counted from 0. */
export interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** @returns the cells, each in one rectangle: neighbours in a row joined, then rows of the same columns that follow each other */
export function rectanglesOf(cells: readonly { readonly row: number; readonly column: number }[]): Rectangle[] {
  const sorted = [...cells].sort((one, other) => one.row - other.row || one.column - other.column);
  const runs: { top: number; left: number; columns: number }[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last?.top === row && last.left + last.columns === column) last.columns++;
    else runs.push({ top: row, left: column, columns: 1 });
  }
  const open = new Map<string, { top: number; left: number; rows: number; columns: number }>();
  return runs.flatMap((run) => {
    const key = `${run.left} ${run.columns}`;
    const above = open.get(key);
    if (above && above.top + above.rows === run.top) {
      above.rows++;
      return [];
    }
    const found = { ...run, rows: 1 };
    open.set(key, found);
    return [found];
  });
}
