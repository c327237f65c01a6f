import type { TableLocation, TablePart } from '../case/types';
import type { TableName } from '../template/types';
import { MAX_COLUMNS } from '../workbook/sheetColumns';
import type { BoundTable } from './bindColumns';
import type { ProblemList } from './problemList';
import type { IdPlace } from './readingContext';
import { tableRows, type TableRows } from './tableRows';

/** The rows of each table, part by part: its own and those of ranges that were adopted for it. Ids are told apart over all parts. */
export function rowsOfTables(
  tables: readonly BoundTable[],
  problems: ProblemList,
): ReadonlyMap<TableName, readonly TableRows[]> {
  const ids = new Map<TableName, Map<string, IdPlace>>();
  const parts = new Map<TableName, TableRows[]>();
  for (const table of tables) {
    const known = ids.get(table.name) ?? new Map<string, IdPlace>();
    ids.set(table.name, known);
    parts.set(table.name, [...(parts.get(table.name) ?? []), tableRows(table, problems, known)]);
  }
  return parts;
}

/** Where each table's columns are; of a table in parts the first part, and all of them by their rows. */
export function locationsOf(tables: readonly BoundTable[]): Readonly<Record<string, TableLocation>> {
  const locations: Record<string, TableLocation> = {};
  for (const table of tables) {
    const part = partOf(table);
    const known = locations[table.name];
    if (known) locations[table.name] = { ...known, parts: [...(known.parts ?? []), part] };
    else
      locations[table.name] = {
        table: table.name,
        sheet: part.sheet,
        columns: part.columns,
        ...laterParts(tables, part, table),
      };
  }
  return locations;
}

/** Only a table in several parts needs to say whose rows are whose. */
function laterParts(
  tables: readonly BoundTable[],
  part: TablePart,
  { name }: BoundTable,
): { parts?: readonly TablePart[] } {
  return tables.filter((other) => other.name === name).length > 1 ? { parts: [part] } : {};
}

/** A column beyond Excel's grid states what an adopted range's mapping says of every row: it is no cell. */
function partOf({ sheet, columns, firstRow, lastRow }: BoundTable): TablePart {
  const places = [...columns].filter(([, { column }]) => column < MAX_COLUMNS);
  return {
    sheet: sheet.name,
    firstRow,
    lastRow,
    columns: Object.fromEntries(places.map(([key, { column }]) => [key, column])),
  };
}
