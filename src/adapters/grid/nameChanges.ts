import type { IMutationInfo } from '@univerjs/core';
import {
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
  type IDefinedNamesServiceParam,
  type ISetDefinedNameMutationParam,
} from '@univerjs/engine-formula';
import { lastByName, type NameEdit } from '../../core/workbook/edit';
import { WORKBOOK_SCOPE } from './workbookData';

/** Mutations that edit defined names, and those that take them back. */
export interface NameChanges {
  readonly redo: readonly IMutationInfo[];
  readonly undo: readonly IMutationInfo[];
}

export const NO_NAMES: NameChanges = { redo: [], undo: [] };

const ADDED = 'added-name:';

/** @returns whether a name was defined after the workbook was opened */
export const isAddedName = (id: string): boolean => id.startsWith(ADDED);

/** @param known names of the workbook by their lower case, as the grid holds them */
export function nameChanges(
  edits: readonly NameEdit[],
  known: ReadonlyMap<string, IDefinedNamesServiceParam>,
  unitId: string,
): NameChanges {
  const steps = [...lastByName(edits)].flatMap(([key, edit]) => stepOf(edit, key, known.get(key), unitId));
  return { redo: steps.map(({ redo }) => redo), undo: steps.map(({ undo }) => undo).reverse() };
}

interface Step {
  readonly redo: IMutationInfo;
  readonly undo: IMutationInfo;
}

function stepOf(edit: NameEdit, key: string, before: IDefinedNamesServiceParam | undefined, unitId: string): Step[] {
  const set = (params: ISetDefinedNameMutationParam): IMutationInfo => ({ id: SetDefinedNameMutation.id, params });
  const remove = (params: ISetDefinedNameMutationParam): IMutationInfo => ({
    id: RemoveDefinedNameMutation.id,
    params,
  });
  const former = before && { ...before, unitId };
  if (edit.kind === 'remove-name') return former ? [{ redo: remove(former), undo: set(former) }] : [];
  const after: ISetDefinedNameMutationParam = {
    localSheetId: WORKBOOK_SCOPE,
    ...former,
    unitId,
    id: former?.id ?? `${ADDED}${key}`,
    name: former?.name ?? edit.name,
    formulaOrRefString: edit.formula,
    hidden: edit.hidden,
  };
  return [{ redo: set(after), undo: former ? set(former) : remove(after) }];
}
