import { idText } from '../reader/content';
import type { BoundTable } from '../reader/bindColumns';
import { isCellError, type CellValue } from '../workbook/cell';

/** @returns what the factor's row holds under `value` or `unit`; `null` for an id that no row has */
export type LookUp = (id: CellValue, key: 'value' | 'unit') => CellValue;

/** The rows of all parts of KmcFactors by id; of rows with one id the first, as a native look-up finds it. */
export function factorLookUp(tables: readonly BoundTable[]): LookUp {
  let rows: ReadonlyMap<string, FactorRow> | null = null;
  return (id, key) => {
    rows ??= factorRows(tables);
    const row = rows.get(textOf(id));
    const column = row?.table.columns.get(key);
    return row && column ? row.table.sheet.value(row.row, column.column) : null;
  };
}

interface FactorRow {
  readonly table: BoundTable;
  readonly row: number;
}

function factorRows(tables: readonly BoundTable[]): ReadonlyMap<string, FactorRow> {
  const rows = new Map<string, FactorRow>();
  for (const table of tables) {
    const column = table.columns.get(table.idKey);
    if (!column) continue;
    for (let row = table.firstRow; row <= table.lastRow; row++) {
      const id = textOf(table.sheet.value(row, column.column));
      if (id !== '' && !rows.has(id)) rows.set(id, { table, row });
    }
  }
  return rows;
}

function textOf(value: CellValue): string {
  return value === null || isCellError(value) ? '' : (idText(value) ?? '');
}
