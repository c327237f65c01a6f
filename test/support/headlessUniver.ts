import { LocaleType, LogLevel, Univer } from '@univerjs/core';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { SheetsSelectionsService, UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { gridFunctions } from '../../src/adapters/grid/gridFunctions';
import type { CellRef } from '../../src/core/workbook/cell';

/** The grid without a screen: the same engine, commands and undo list. */
export function headlessUniver(): Univer {
  const univer = new Univer({
    logLevel: LogLevel.ERROR,
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
  });
  univer.registerPlugin(UniverFormulaEnginePlugin, { function: gridFunctions() as never, notExecuteFormula: true });
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, { initialFormulaComputing: 0 });
  return univer;
}

export function selectedCell(univer: Univer, sheetName: (id: string) => string): CellRef | null {
  const selections = univer.__getInjector().get(SheetsSelectionsService);
  const { sheetId } = selections.currentSelectionParam ?? {};
  const primary = selections.getCurrentLastSelection()?.primary;
  if (!sheetId || !primary) return null;
  return { sheet: sheetName(sheetId), row: primary.actualRow, column: primary.actualColumn };
}
