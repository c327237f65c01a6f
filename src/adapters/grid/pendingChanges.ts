import { ICommandService, type ICommandInfo, type Injector } from '@univerjs/core';
import { RemoveDefinedNameMutation, SetDefinedNameMutation } from '@univerjs/engine-formula';
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from '@univerjs/sheets';
import { contentPlaces } from './userStep';

/** Mutations after which cells stand elsewhere or other rows are hidden: the whole workbook is read again. */
const MOVES_CELLS = /\.mutation\.(insert|remove|move|reorder|add-worksheet-merge|set-(row|col)-(hidden|visible))/;

/** What has happened to the grid's contents since it was last asked. */
export class PendingChanges {
  /** `sheetId,row,column` of cells with a new content. */
  private cells = new Map<string, readonly [sheetId: string, row: number, column: number]>();
  private hasMoved = false;
  private hasNames = false;
  private readonly stop: { dispose(): void };

  constructor(injector: Injector) {
    this.stop = injector.get(ICommandService).onCommandExecuted((command, options) => {
      if (!options?.fromFormula) this.note(command);
    });
  }

  /** @returns `moved`: cells stand elsewhere, and those listed hold something new besides; `named`: names mean something else */
  take(): {
    readonly moved: boolean;
    readonly named: boolean;
    readonly cells: readonly (readonly [string, number, number])[];
  } {
    const taken = { moved: this.hasMoved, named: this.hasNames, cells: [...this.cells.values()] };
    this.cells = new Map();
    this.hasMoved = false;
    this.hasNames = false;
    return taken;
  }

  /** Tables have other places, so that structured references mean other cells. */
  tablesMoved(): void {
    this.hasMoved = true;
  }

  dispose(): void {
    this.stop.dispose();
  }

  private note({ id, params }: Readonly<ICommandInfo>): void {
    if (MOVES_CELLS.test(id)) this.hasMoved = true;
    if (id === SetDefinedNameMutation.id || id === RemoveDefinedNameMutation.id) this.hasNames = true;
    if (id !== SetRangeValuesMutation.id) return;
    const { subUnitId, cellValue } = params as ISetRangeValuesMutationParams;
    for (const [row, column] of contentPlaces(cellValue ?? {}))
      this.cells.set(`${subUnitId},${row},${column}`, [subUnitId, row, column]);
  }
}
