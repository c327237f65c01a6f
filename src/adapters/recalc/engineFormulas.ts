import { message } from '../../core/message';
import type { CellRef } from '../../core/workbook/cell';
import { engineFormula, type EngineFormula, type FormulaContext } from '../grid/engineFormula';
import { bodyOf } from '../grid/tableReference';
import { firstAtLeast, itself } from './cellIndex';
import { formulaPattern, type FormulaPattern } from './formulaPattern';
import type { WorkBudget } from './workBudget';

const CHARACTERS_A_STEP = 10;
/** Of what names bring into a formula, as many parts are the formula's own affair. */
const FREE_PARTS = 20;
const STEPS_A_PART = 200;

/** The formulas of one sheet for the engine: those that differ only in where they stand, as down a column of a table, are one. */
export class EngineFormulas {
  private readonly known = new Map<string, Map<string, EngineFormula | null>>();
  private readonly withoutAddresses = new Set<string>();
  private readonly rowBounds: readonly number[];
  private readonly columnBounds: readonly number[];

  constructor(
    sheet: string,
    private readonly context: FormulaContext,
    private readonly budget: WorkBudget,
  ) {
    const tables = context.tables.filter(({ range }) => range.sheet === sheet);
    const bodies = tables.map(bodyOf);
    const ranges = [...tables.map(({ range }) => range), ...bodies];
    this.rowBounds = ascending(ranges.flatMap(({ top, bottom }) => [top, bottom + 1]));
    this.columnBounds = ascending(ranges.flatMap(({ left, right }) => [left, right + 1]));
  }

  /**
   * @param at a cell of this sheet
   * @returns the formula, whose `origin` may be another cell
   * @throws BeyondBudget where names or shared formulas make far more text of a workbook than it has
   */
  of(formula: string, at: CellRef): EngineFormula {
    this.budget.spend(formula.length / CHARACTERS_A_STEP, message('recalc.work.formula'));
    const { text, addresses } = this.pattern(formula, at);
    const alike = this.alike(at);
    const known = alike.get(text);
    if (known) return known;
    const made = this.made(formula, at);
    if (known === undefined) alike.set(text, made.movable && isSame(made.addresses, addresses) ? made : null);
    return made;
  }

  private made(formula: string, at: CellRef): EngineFormula {
    const partsLeft = () => FREE_PARTS + Math.floor(this.budget.stepsLeft / STEPS_A_PART);
    const made = engineFormula(formula, at, { ...this.context, partsLeft });
    this.budget.take(Math.max(0, made.broughtIn - FREE_PARTS) * STEPS_A_PART);
    return made;
  }

  private pattern(formula: string, at: CellRef): FormulaPattern {
    if (this.withoutAddresses.has(formula)) return { text: formula, addresses: [] };
    const pattern = formulaPattern(formula, at);
    if (pattern.addresses.length === 0) this.withoutAddresses.add(formula);
    return pattern;
  }

  /** Formulas whose structured references mean the same: their cells are in and beside the same rows and columns of tables. */
  private alike({ row, column }: CellRef): Map<string, EngineFormula | null> {
    const place = `${firstAtLeast(this.rowBounds, row + 1, itself)},${firstAtLeast(this.columnBounds, column + 1, itself)}`;
    const alike = this.known.get(place) ?? new Map<string, EngineFormula | null>();
    this.known.set(place, alike);
    return alike;
  }
}

const ascending = (bounds: readonly number[]): number[] => [...new Set(bounds)].sort((one, other) => one - other);

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((address, index) => address === other[index]);
}
