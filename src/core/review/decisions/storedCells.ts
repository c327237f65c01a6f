import type { RestingCell } from './closure';

/** Marks of one row by column; a formula's mark by its position in the list of formulas, as a column repeats it. */
type Row = Readonly<Record<string, string | number>>;

/** Contents by table and row, and under `''` those of cells outside every table by their whole key. */
export interface StoredCells {
  readonly formulas: readonly string[];
  readonly tables: Readonly<Record<string, Readonly<Record<string, Row>>>>;
}

/** @returns the contents as compactly as they can be read without the workbook */
export function storedCells(cells: readonly RestingCell[]): StoredCells {
  const formulas = new Map<string, number>();
  const tables = new Map<string, Map<string, [string, string | number][]>>();
  for (const { key, place, mark } of cells) {
    const isPlaced = place !== null && key === keyOf(place.table, place.rowId, place.column);
    const [table, row, column] = isPlaced ? [place.table, place.rowId, place.column] : ['', '', key];
    const rows = tables.get(table) ?? new Map<string, [string, string | number][]>();
    const marks = rows.get(row) ?? [];
    marks.push([column, mark.startsWith('=') ? indexOf(formulas, mark) : mark]);
    tables.set(table, rows.set(row, marks));
  }
  return {
    formulas: [...formulas.keys()],
    tables: fromMap(tables, (rows) => fromMap(rows, (marks) => Object.fromEntries(marks))),
  };
}

/** @returns marks by key */
export function marksOf({ formulas, tables }: StoredCells): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const [table, rows] of Object.entries(tables))
    for (const [row, columns] of Object.entries(rows))
      for (const [column, mark] of Object.entries(columns))
        marks.set(
          table === '' ? column : keyOf(table, row, column),
          typeof mark === 'number' ? (formulas[mark] ?? '') : mark,
        );
  return marks;
}

/** @returns whether JSON from a workbook is what `storedCells` gives */
export function isStoredCells(json: unknown): json is StoredCells {
  if (!isRecord(json)) return false;
  const { formulas, tables } = json;
  const isRow = (row: unknown): boolean =>
    isRecord(row) && Object.values(row).every((mark) => typeof mark === 'string' || Number.isInteger(mark));
  const areFormulas = Array.isArray(formulas) && formulas.every((formula) => typeof formula === 'string');
  return (
    areFormulas &&
    isRecord(tables) &&
    Object.values(tables).every((rows) => isRecord(rows) && Object.values(rows).every(isRow))
  );
}

const isRecord = (json: unknown): json is Record<string, unknown> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const keyOf = (table: string, rowId: string, column: string): string => `${table}|${rowId}|${column}`;

function indexOf(formulas: Map<string, number>, mark: string): number {
  const known = formulas.get(mark);
  if (known !== undefined) return known;
  formulas.set(mark, formulas.size);
  return formulas.size - 1;
}

/** `Object.fromEntries` makes own properties of any name, `__proto__` among them. */
const fromMap = <From, To>(map: ReadonlyMap<string, From>, of: (from: From) => To): Record<string, To> =>
  Object.fromEntries([...map].map(([key, value]) => [key, of(value)]));
