import type { ICellData, IMutationInfo, IRange } from '@univerjs/core';
import {
  InsertRowMutation,
  RemoveRowMutation,
  SetRangeValuesMutation,
  type ISetRangeValuesMutationParams,
} from '@univerjs/sheets';
import type { RowChange } from './layout';

/** What one step of the user has done to the grid. */
export interface UserStep {
  readonly rows: readonly RowChange[];
  /** Cells given a content, by sheet name, with the place they have after the step. */
  readonly cells: ReadonlyMap<string, readonly (readonly [number, number])[]>;
}

interface RowParams {
  readonly subUnitId: string;
  readonly range: IRange;
}

/** @param nameOf the name of the sheet with an id */
export function userStep(mutations: readonly IMutationInfo[], nameOf: (sheetId: string) => string): UserStep {
  const rows: RowChange[] = [];
  const cells = new Map<string, (readonly [number, number])[]>();
  for (const { id, params } of mutations) {
    if (id === InsertRowMutation.id || id === RemoveRowMutation.id)
      rows.push(rowChange(id, params as RowParams, nameOf));
    if (id !== SetRangeValuesMutation.id) continue;
    const { subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
    const list = cells.get(nameOf(subUnitId)) ?? [];
    cells.set(nameOf(subUnitId), list);
    list.push(...contentPlaces(cellValue ?? {}));
  }
  return { rows, cells };
}

function rowChange(id: string, { subUnitId, range }: RowParams, nameOf: (id: string) => string): RowChange {
  return {
    kind: id === InsertRowMutation.id ? 'insert' : 'remove',
    sheet: nameOf(subUnitId),
    at: range.startRow,
    count: range.endRow - range.startRow + 1,
  };
}

/** Cells that a mutation gives another content, not only another look. */
export function contentPlaces(cellValue: object): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (const [row, cells] of Object.entries(cellValue as Record<string, Record<string, ICellData | null>>)) {
    for (const [column, cell] of Object.entries(cells ?? {}))
      if (!cell || 'v' in cell || 'f' in cell || 'si' in cell || 'p' in cell) found.push([Number(row), Number(column)]);
  }
  return found;
}
