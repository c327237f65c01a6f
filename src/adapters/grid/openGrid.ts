import { UniverInstanceType, type IWorkbookData, type Univer, type Workbook } from '@univerjs/core';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { FUNCTIONS } from '../../core/functions/registry';
import { engineFormula, formulaContext } from './engineFormula';
import { NAMESPACE } from './functionBridge';
import { workbookData, type GridWorkbook, type Refusal } from './workbookData';

export interface OpenedGrid {
  readonly workbook: Workbook;
  /** The workbook as it was opened. */
  readonly snapshot: WorkbookSnapshot;
  readonly problems: GridWorkbook['problems'];
}

export type Decorate = (data: IWorkbookData) => void;

/**
 * Opens a workbook in the grid.
 * @param decorate adds what only concerns the eye: widths, fonts, colours
 */
export function openGrid(
  univer: Univer,
  snapshot: WorkbookSnapshot,
  id = 'workbook',
  decorate: Decorate = () => {},
): OpenedGrid {
  const { data, problems } = workbookData(snapshot, id, untrusted(snapshot));
  decorate(data);
  const workbook = univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, data);
  return { workbook, snapshot, problems };
}

/** Formulas whose value in the grid would not be Excel's. */
function untrusted(snapshot: WorkbookSnapshot): Refusal {
  const context = formulaContext(snapshot, new Set(FUNCTIONS.map(({ id }) => `${NAMESPACE}.${id}`)));
  return (formula, at) => {
    const { beyond, problems } = engineFormula(formula, at, context);
    return beyond ?? problems[0] ?? null;
  };
}
