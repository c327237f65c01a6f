import { callFunction } from '../../core/functions/call';
import type { FunctionSpec } from '../../core/functions/types';
import { KmcError, type Message } from '../../core/message';
import type { CellRef, RangeRef } from '../../core/workbook/cell';
import type { Edit } from '../../core/workbook/edit';
import type { Recalculation } from '../../core/workbook/recalculation';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { formulaContext } from '../grid/engineFormula';
import { excelFunctions } from '../grid/excelFunctions';
import { engineFunctions, NAMESPACE } from '../grid/functionBridge';
import type { Place } from './cellIndex';
import { Engine } from './engine';
import { engineSheets } from './engineSheets';
import { formulaCells, membersAfterFirst, placeKey, placeOf, type FormulaCell } from './formulaCells';
import { Pass, type Trust } from './pass';
import { keyOf, Plan } from './plan';
import type { ReadBlock } from './precedence';
import { recalculationOf } from './recalculationOf';
import { workBudgetOf, type WorkBudget } from './workBudget';

/** Filling formulas whose extent depends on other filling formulas settle after as many passes; this many are enough for any sane sheet. */
const MOST_PASSES = 12;

/** A workbook with all its formulas calculated, ready to follow edits. */
export class Calculation {
  private readonly engine: Engine;
  private readonly formulas: readonly FormulaCell[];
  private readonly stored: readonly (readonly ReadBlock[])[];
  private readonly positions: ReadonlyMap<string, number>;
  private readonly places: ReadonlySet<number>;
  private readonly pass: Pass;
  private readonly budget: WorkBudget;

  /**
   * @param changed cells whose stored value was edited since the file's values were calculated
   * @throws KmcError where the file says that formulas fill far more cells than it holds
   */
  constructor(
    private readonly snapshot: WorkbookSnapshot,
    changed: readonly CellRef[],
    functions: readonly FunctionSpec[],
  ) {
    this.budget = workBudgetOf(snapshot);
    const context = formulaContext(snapshot, new Set(functions.map(({ id }) => `${NAMESPACE}.${id}`)));
    this.positions = new Map(snapshot.sheets.map(({ name }, position) => [name, position]));
    const edited = this.editedPlaces(changed);
    this.formulas = formulaCells(snapshot, context, new Set(edited.keys()), this.budget);
    this.places = new Set(this.formulas.map(keyOf));
    this.stored = this.formulas.map(storedBlocks);
    const members = this.stored.flat().flatMap((block) => [...membersAfterFirst(block)].map(keyOf));
    const sheets = engineSheets(snapshot, this.formulas, context, new Set([...this.places, ...members]));
    const bridged = [...excelFunctions(refuse), ...engineFunctions(functions, callFunction)];
    this.engine = new Engine(sheets, bridged, this.budget);
    try {
      this.pass = this.settle(edited);
    } catch (error) {
      this.dispose();
      throw error;
    }
  }

  get recalculation(): Recalculation {
    return recalculationOf(this.snapshot, this.formulas, this.pass.result);
  }

  /** Ranges of more than one cell that formulas fill. */
  get spills(): readonly RangeRef[] {
    const { filled, verdicts } = this.pass.result;
    return this.formulas.flatMap(({ ref, filled: before }, cell) => {
      const block = verdicts[cell]?.state === 'kept' ? before : filled[cell];
      return block ? [{ ...block, sheet: ref.sheet }] : [];
    });
  }

  /**
   * Follows constants that were typed over constants.
   *
   * @returns where formulas have another value now; `null` where the edits ask for a new calculation: a formula was entered or overwritten,
   *   or a formula fills other cells than before. The calculation is of no use then.
   */
  follow(edits: readonly Edit[]): Recalculation | null {
    if (this.formulas.some(({ engine }) => engine.readsAnything) || !edits.every((edit) => this.isPlain(edit)))
      return null;
    this.budget.renew();
    this.engine.restart();
    for (const { cell, value } of edits)
      this.engine.write(this.positions.get(cell.sheet)!, cell.row, cell.column, value);
    const moved = this.pass.again(this.readersOf(edits));
    if (!moved) return null;
    const { verdicts, filled, members, anyChange } = this.pass.result;
    const some = { verdicts: moved.map((cell) => verdicts[cell]!), filled: moved.map((cell) => filled[cell] ?? null) };
    return recalculationOf(
      this.snapshot,
      moved.map((cell) => this.formulas[cell]!),
      { ...some, members, anyChange },
    );
  }

  dispose(): void {
    this.engine.dispose();
  }

  private isPlain({ kind, cell: { sheet, row, column } }: Edit): boolean {
    const position = this.positions.get(sheet);
    if (kind !== 'set-value' || position === undefined || this.places.has(placeKey(position, row, column)))
      return false;
    const { rowCount, columnCount } = this.snapshot.sheets[position]!;
    return row < rowCount && column < columnCount && !this.mayBeFilled(position, row, column);
  }

  /** By a formula now, or by one that found no room. */
  private mayBeFilled(sheet: number, row: number, column: number): boolean {
    const { filled, verdicts } = this.pass.result;
    const isInside = (block: ReadBlock | null | undefined) =>
      block?.sheet === sheet &&
      row >= block.top &&
      row <= block.bottom &&
      column >= block.left &&
      column <= block.right;
    const lacksRoom = verdicts.some(
      (verdict) => verdict.state === 'calculated' && (verdict.value as { error?: string } | null)?.error === '#SPILL!',
    );
    return lacksRoom || filled.some(isInside) || this.stored.some((blocks) => blocks.some(isInside));
  }

  private readersOf(edits: readonly Edit[]): number[] {
    const readers: number[] = [];
    this.formulas.forEach((formula, cell) => {
      if (edits.some(({ cell: { sheet, row, column } }) => formula.readsCell(sheet, row, column))) readers.push(cell);
    });
    return readers;
  }

  /** Repeats the walk until formulas fill the cells they were assumed to fill when the order was made. */
  private settle(edited: ReadonlyMap<number, Place>): Pass {
    const readsFreely = this.formulas.some(({ engine }) => engine.readsAnything);
    let trust: Trust = { readsAnything: edited.size === 0, unsettled: new Set() };
    let filled = this.stored;
    for (let count = 1; ; count++) {
      const pass = new Pass(new Plan(this.snapshot, this.formulas, edited, filled, this.budget), this.engine, trust);
      const result = pass.run();
      const next = this.stored.map((blocks, cell) => [...blocks, ...blockList(result.filled[cell])]);
      const moving = new Set([...next.keys()].filter((cell) => !sameBlocks(next[cell]!, filled[cell]!)));
      const trusted = trust.readsAnything && (!result.anyChange || !readsFreely);
      if (moving.size === 0 && trusted === trust.readsAnything) return pass;
      trust = {
        readsAnything: trusted,
        unsettled: count < MOST_PASSES ? trust.unsettled : new Set([...trust.unsettled, ...moving]),
      };
      filled = next;
      for (const key of result.members.keys()) this.engine.clear(placeOf(key));
      this.engine.forget();
    }
  }

  private editedPlaces(changed: readonly CellRef[]): Map<number, Place> {
    return new Map(
      changed.map(({ sheet, row, column }) => {
        const place = { sheet: this.positions.get(sheet) ?? -1, row, column };
        return [placeKey(place.sheet, row, column), place];
      }),
    );
  }
}

function refuse(why: Message): never {
  throw new KmcError(why);
}

const blockList = (block: ReadBlock | null | undefined): readonly ReadBlock[] => (block ? [block] : []);

function storedBlocks({ filled, sheet }: FormulaCell): readonly ReadBlock[] {
  return filled ? [{ ...filled, sheet }] : [];
}

function sameBlocks(one: readonly ReadBlock[], other: readonly ReadBlock[]): boolean {
  if (one.length === 0 && other.length === 0) return true;
  return JSON.stringify(one) === JSON.stringify(other);
}
