import { cellAddress } from '../workbook/a1';
import { BASIS_IDS } from './basisBlock';
import { cellAt } from './cells';
import { formulaContext } from './formulaContext';
import { choiceText, fieldLabel, sheetTitle } from './headers';
import type { BlockPlan, CellPlan, NamePlan, SheetPlan } from './plan';
import type { At } from './stageFormulas';
import type { ResultCell, ResultRow } from './resultCells';
import { resultRows } from './resultLayout';
import { templateText } from './templateText';
import type { FormulaContext, Language, TableName } from './types';

/** Defined names of the results, by the id of their cell. */
export const RESULT_NAMES: Readonly<Record<string, string>> = {
  KmcReductionPerUnit: 'reduction',
  KmcReductionPerUnitRounded: 'reductionRounded',
  KmcReductionPerUnitCheck: 'reductionCheck',
  KmcAvoided: 'avoided',
  KmcAvoidedRounded: 'avoidedRounded',
  KmcAvoidedCheck: 'avoidedCheck',
  KmcContributionRate: 'rate',
  KmcContributionRateCheck: 'rateCheck',
  KmcUnitsOutside: 'units',
  KmcUnitsOutsideCheck: 'unitsCheck',
  KmcFunctionalUnitsPerUnit: 'delivered',
};

interface Placed {
  readonly cell: ResultCell;
  readonly row: number;
}

/**
 * @param segments how many rows the segment block gets where the workbook has segments
 * @returns the one-page result sheet and the names that stand for its numbers
 */
export function planResultSheet(
  language: Language,
  tables: ReadonlySet<TableName>,
  segments: number,
): { readonly sheet: SheetPlan; readonly names: readonly NamePlan[] } {
  const { rows, printed } = resultRows(tables, segments);
  const placed = rows.flatMap((cells: ResultRow, row) => cells.map((cell): Placed => ({ cell, row })));
  const at = addresses(placed);
  const context = formulaContext(language, null, tables);
  const name = sheetTitle('result', language);
  const named = (key: string, ids: readonly string[]): NamePlan => ({
    name: key,
    reference: `'${name}'!${ids.map(at).join(':')}`,
  });
  const names = [
    ...Object.entries(RESULT_NAMES).map(([key, id]) => named(key, [id])),
    ...Object.entries(BASIS_IDS).map(([key, ids]) => named(key, ids)),
  ];
  const sheet: SheetPlan = {
    key: 'result',
    name,
    cells: placed.flatMap((item) => [render(item, context, at), ...mergedRest(item)]),
    tables: [],
    validations: [],
    columnWidths: WIDTHS,
    merges: placed.filter(({ cell }) => cell.to !== undefined).map(blockOf),
    freeze: null,
    page: {
      orientation: 'portrait',
      printArea: { top: 0, left: 0, bottom: printed - 1, right: WIDTHS.length - 1 },
      repeatRows: null,
      fitToWidth: true,
      fitToHeight: true,
    },
    tabColour: 'B3541E',
  };
  return { sheet, names };
}

const WIDTHS = [28, 18, 16, 20, 20, 16];

function addresses(placed: readonly Placed[]): At {
  const known = new Map(
    placed.flatMap(({ cell, row }) => (cell.id ? [[cell.id, absolute(row, cell.column)] as const] : [])),
  );
  return (id) => {
    const address = known.get(id);
    if (address === undefined) throw new Error(`the result sheet has no cell ${id}`);
    return address;
  };
}

const absolute = (row: number, column: number): string =>
  cellAddress({ row, column }).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');

const blockOf = ({ cell, row }: Placed): BlockPlan => ({ top: row, left: cell.column, bottom: row, right: cell.to! });

function render({ cell, row }: Placed, context: FormulaContext, at: At): CellPlan {
  return cellAt(row, cell.column, textOf(cell, context.language), cell.style, {
    formula: cell.formula?.(context, at),
    numberFormat: cell.numberFormat,
  });
}

/** The other cells of a merged one carry its look, so that its frame is whole. */
const mergedRest = ({ cell, row }: Placed): CellPlan[] =>
  Array.from({ length: (cell.to ?? cell.column) - cell.column }, (_, index) =>
    cellAt(row, cell.column + 1 + index, null, cell.style),
  );

function textOf({ text, stage, field, word }: ResultCell, language: Language): string | null {
  if (stage) return choiceText('stage', stage, language);
  if (word) return choiceText(word.set, word.word, language);
  if (field) return fieldLabel(field, language);
  return text === undefined || text === 'none' ? null : templateText('result', text, language);
}
