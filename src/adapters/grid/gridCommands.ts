import {
  ICommandService,
  IUniverInstanceService,
  IUndoRedoService,
  RedoCommandId,
  UndoCommandId,
  UniverInstanceType,
  type Univer,
  type Workbook,
} from '@univerjs/core';
import { SheetsSelectionsService } from '@univerjs/sheets';
import type { CellRef } from '../../core/workbook/cell';

export const undo = (univer: Univer): void => execute(univer, UndoCommandId);
export const redo = (univer: Univer): void => execute(univer, RedoCommandId);
export const insertRow = (univer: Univer): void => execute(univer, 'sheet.command.insert-row-after', { value: 1 });
export const deleteRows = (univer: Univer): void => execute(univer, 'sheet.command.remove-row');

export interface UndoState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** @param listener hears at once and after every step */
export function watchUndo(univer: Univer, listener: (state: UndoState) => void): () => void {
  const subscription = univer
    .__getInjector()
    .get(IUndoRedoService)
    .undoRedoStatus$.subscribe(({ undos, redos }) => listener({ canUndo: undos > 0, canRedo: redos > 0 }));
  return () => subscription.unsubscribe();
}

/** @returns the cell the user stands on */
export function selectedCell(univer: Univer): CellRef | null {
  const injector = univer.__getInjector();
  const workbook = injector.get(IUniverInstanceService).getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
  const primary = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
  const sheet = workbook?.getActiveSheet();
  return sheet && primary ? { sheet: sheet.getName(), row: primary.actualRow, column: primary.actualColumn } : null;
}

function execute(univer: Univer, id: string, params?: object): void {
  void univer.__getInjector().get(ICommandService).executeCommand(id, params);
}
