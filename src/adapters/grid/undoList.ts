import { LocalUndoRedoService, type IUndoRedoItem, type IUndoRedoService } from '@univerjs/core';

const MOST_STEPS = 1000;

interface Stacks {
  _getUndoStack(unitId: string, createAsNeeded: true): IUndoRedoItem[];
}

/** Adds a step. The grid itself forgets all but the last twenty, which a few typed lines use up: the forgotten one is put back. */
export function pushStep(list: IUndoRedoService, item: IUndoRedoItem): void {
  const stack = (list as unknown as Stacks)._getUndoStack(item.unitID, true);
  const oldest = stack[0];
  LocalUndoRedoService.prototype.pushUndoRedo.call(list, item);
  if (oldest && stack[0] !== oldest && stack.length < MOST_STEPS) stack.unshift(oldest);
}
