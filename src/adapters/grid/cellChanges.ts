import type { ICellData, IMutationInfo, IObjectMatrixPrimitiveType } from '@univerjs/core';
import {
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  type ISetRangeValuesMutationParams,
} from '@univerjs/sheets';

/** New contents by sheet id, row and column. */
export class CellChanges {
  private readonly sheets = new Map<string, Record<number, Record<number, ICellData>>>();

  set(sheetId: string, row: number, column: number, cell: ICellData): void {
    const rows = this.sheets.get(sheetId) ?? {};
    this.sheets.set(sheetId, rows);
    const cells = (rows[row] ??= {});
    cells[column] = { ...cells[column], ...cell };
  }

  get(sheetId: string, row: number, column: number): ICellData | undefined {
    return this.sheets.get(sheetId)?.[row]?.[column];
  }

  get isEmpty(): boolean {
    return this.sheets.size === 0;
  }

  mutations(unitId: string): IMutationInfo<ISetRangeValuesMutationParams>[] {
    return [...this.sheets].map(([subUnitId, cellValue]) => ({
      id: SetRangeValuesMutation.id,
      params: { unitId, subUnitId, cellValue: cellValue as IObjectMatrixPrimitiveType<ICellData> },
    }));
  }
}

/** @returns what takes the mutations back, to be asked for before they are done */
export function inverse(
  mutations: readonly IMutationInfo<ISetRangeValuesMutationParams>[],
  accessor: Parameters<typeof SetRangeValuesUndoMutationFactory>[0],
): IMutationInfo[] {
  return mutations.map(({ params }) => ({
    id: SetRangeValuesMutation.id,
    params: SetRangeValuesUndoMutationFactory(accessor, params),
  }));
}
