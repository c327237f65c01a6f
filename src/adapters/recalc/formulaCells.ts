import { message, type Message } from '../../core/message';
import { isCellError, type CellRef, type CellValue, type RangeRef } from '../../core/workbook/cell';
import { MAX_COLUMNS, MAX_ROWS } from '../../core/workbook/sheetColumns';
import type { SheetSnapshot, WorkbookSnapshot } from '../../core/workbook/snapshot';
import { nothingOf, type EngineFormula, type FormulaContext } from '../grid/engineFormula';
import type { Place } from './cellIndex';
import { EngineFormulas } from './engineFormulas';
import type { ReadBlock } from './precedence';
import { BeyondBudget, type WorkBudget } from './workBudget';

/** A formula cell as it came. */
export class FormulaCell implements Place {
  readonly row: number;
  readonly column: number;

  constructor(
    readonly sheet: number,
    readonly ref: CellRef,
    readonly cached: CellValue,
    readonly engine: EngineFormula,
    /** The range that the file says it fills, itself included. */
    readonly filled: RangeRef | null,
    /** It was written since the file's values were calculated, so that its stored value proves nothing. */
    readonly edited: boolean,
    private readonly positions: ReadonlyMap<string, number>,
    /** Why it is not calculated, whatever it depends on: that would be more work than the workbook's size justifies. */
    public beyond: Message | null,
  ) {
    this.row = ref.row;
    this.column = ref.column;
  }

  /** Made when asked for: kept for every cell they would take more room than all else. */
  get reads(): readonly ReadBlock[] {
    const { reads, origin } = this.engine;
    return reads.map(({ range: { sheet, top, left, bottom, right }, movesRows, movesColumns }) => {
      const down = movesRows ? this.row - origin.row : 0;
      const across = movesColumns ? this.column - origin.column : 0;
      const rows = { top: top + down, bottom: bottom + down };
      return { sheet: this.positions.get(sheet)!, ...rows, left: left + across, right: right + across };
    });
  }

  /** Whether a cell is among those read. Asked for every formula at every keystroke, so nothing is made for the answer. */
  readsCell(sheet: string, row: number, column: number): boolean {
    const { reads, origin } = this.engine;
    return reads.some(({ range, movesRows, movesColumns }) => {
      const ownRow = row - (movesRows ? this.row - origin.row : 0);
      const ownColumn = column - (movesColumns ? this.column - origin.column : 0);
      const isInRows = ownRow >= range.top && ownRow <= range.bottom;
      return isInRows && ownColumn >= range.left && ownColumn <= range.right && range.sheet === sheet;
    });
  }
}

/**
 * @returns every formula cell, sheet by sheet, row by row
 * @throws BeyondBudget where the file says that formulas fill far more cells than it holds
 */
export function formulaCells(
  snapshot: WorkbookSnapshot,
  context: FormulaContext,
  edited: ReadonlySet<number>,
  budget: WorkBudget,
): FormulaCell[] {
  const positions = new Map(snapshot.sheets.map(({ name }, position) => [name, position]));
  const cells: FormulaCell[] = [];
  snapshot.sheets.forEach((sheet, position) => {
    const formulas = new EngineFormulas(sheet.name, context, budget);
    const filled = new Map(sheet.spills.map((range) => [placeKey(position, range.top, range.left), range]));
    sheet.forEachCell((row, column, cached, formula) => {
      if (formula === null) return;
      const ref = { sheet: sheet.name, row, column };
      const key = placeKey(position, row, column);
      const extent = filledWithin(filled.get(key), sheet, budget);
      const { engine, beyond } = affordable(formulas, formula, ref);
      cells.push(new FormulaCell(position, ref, known(cached), engine, extent, edited.has(key), positions, beyond));
    });
  });
  return cells;
}

/** A file may say of any formula that it fills a whole sheet: that is cut to the cells in use. */
function filledWithin(range: RangeRef | undefined, sheet: SheetSnapshot, budget: WorkBudget): RangeRef | null {
  if (!range) return null;
  const bottom = Math.max(range.top, Math.min(range.bottom, sheet.rowCount - 1));
  const right = Math.max(range.left, Math.min(range.right, sheet.columnCount - 1));
  const count = (bottom - range.top + 1) * (right - range.left + 1);
  if (count === 1) return null;
  budget.spend(count * KEEPING, message('recalc.work.filling', { count }));
  return { ...range, bottom, right };
}

/** Steps to keep a cell that the file says a formula fills; less than what a cell adds to the budget. */
const KEEPING = 5;
/** Steps to keep a cell that a formula fills. */
export const FILLING = 50;

interface Affordable {
  readonly engine: EngineFormula;
  readonly beyond: Message | null;
}

function affordable(formulas: EngineFormulas, formula: string, ref: CellRef): Affordable {
  try {
    const engine = formulas.of(formula, ref);
    return { engine, beyond: engine.beyond };
  } catch (thrown) {
    if (!(thrown instanceof BeyondBudget)) throw thrown;
    return { engine: nothingOf(ref, thrown.detail, 0), beyond: thrown.detail };
  }
}

/** What a former calculation did not know says no more than a blank. */
const known = (value: CellValue): CellValue => (isCellError(value) && value.error === '#UNKNOWN!' ? null : value);

/** @returns a number for each cell of the workbook, another for every other */
export function placeKey(sheet: number, row: number, column: number): number {
  return (sheet * MAX_ROWS + row) * MAX_COLUMNS + column;
}

/** @returns the cell of a key */
export function placeOf(key: number): Place {
  const rows = Math.floor(key / MAX_COLUMNS);
  return { sheet: Math.floor(rows / MAX_ROWS), row: rows % MAX_ROWS, column: key % MAX_COLUMNS };
}

/** @returns the keys of every cell of a block but the first */
export function* membersAfterFirst(block: ReadBlock): Generator<Place> {
  for (let row = block.top; row <= block.bottom; row++) {
    for (let column = block.left; column <= block.right; column++) {
      if (row !== block.top || column !== block.left) yield { sheet: block.sheet, row, column };
    }
  }
}
