import { KmcError, message, type Message } from '../../core/message';
import { sheetCellAddress } from '../../core/workbook/a1';
import { agrees } from '../../core/workbook/agreement';
import { isCellError, type CellValue } from '../../core/workbook/cell';
import type { Engine, Evaluated } from './engine';
import { placeKey, type FormulaCell } from './formulaCells';
import type { Plan } from './plan';
import type { ReadBlock } from './precedence';
import { BeyondBudget } from './workBudget';

/** Relative difference up to which a value has not changed: two calculations may differ in their last bits. */
const SAME = 1e-12;

export type Verdict =
  | { readonly state: 'calculated'; readonly value: CellValue; readonly message: Message | null }
  | { readonly state: 'kept' | 'unknown'; readonly reason: Message }
  | { readonly state: 'circular' };

/** What a pass may rely on. */
export interface Trust {
  /** Nothing has changed anywhere, so that stored values of formulas that may read anything still stand. */
  readonly readsAnything: boolean;
  /** Formula cells that filled other cells in every pass. */
  readonly unsettled: ReadonlySet<number>;
}

/** What one pass over all cells found. */
export interface PassResult {
  /** By formula cell. */
  readonly verdicts: readonly Verdict[];
  /** By formula cell: the block it filled, `null` for a single cell. */
  readonly filled: readonly (ReadBlock | null)[];
  /** Values of the cells after the first of each filled block, by key. */
  readonly members: ReadonlyMap<number, CellValue>;
  readonly anyChange: boolean;
}

/** One walk over all cells in the order of their dependencies. */
export class Pass {
  private readonly verdicts: Verdict[] = [];
  private readonly filled: (ReadBlock | null)[] = [];
  private readonly members = new Map<number, CellValue>();
  private readonly changed: Uint8Array;
  /** By formula cell: a cell it reads was edited after the first walk. */
  private readonly touched: Uint8Array;
  /** By node: the cell at the root of not knowing, -1 where the value is known. */
  private readonly unknownBy: Int32Array;
  private anyChange: boolean;

  constructor(
    private readonly plan: Plan,
    private readonly engine: Engine,
    private readonly trust: Trust,
  ) {
    this.changed = new Uint8Array(plan.precedence.circular.length);
    this.touched = new Uint8Array(plan.precedence.circular.length);
    this.unknownBy = new Int32Array(plan.precedence.circular.length).fill(-1);
    this.anyChange = plan.edited.size > 0;
  }

  run(): PassResult {
    for (const node of this.plan.precedence.order) this.visit(node);
    return this.result;
  }

  get result(): PassResult {
    const { verdicts, filled, members, anyChange } = this;
    return { verdicts, filled, members, anyChange };
  }

  /**
   * Calculates anew what reads cells that have been edited since, and what follows from it.
   *
   * @param readers formula cells that read an edited cell
   * @returns formula cells that now have another value or filled other values, or `null` where one now fills other cells: then the
   *   order of the cells is no longer the right one
   */
  again(readers: readonly number[]): readonly number[] | null {
    const { order, dependencies } = this.plan.precedence;
    const moved = new Uint8Array(this.changed.length);
    const stale = new Uint8Array(this.changed.length);
    for (const cell of readers) stale[cell] = this.touched[cell] = 1;
    const found: number[] = [];
    for (const node of order) {
      if (!stale[node] && !dependencies(node).some((dependency) => moved[dependency])) continue;
      const before = this.verdicts[node];
      const block = this.filled[node];
      this.forget(node);
      this.visit(node);
      if (!isSameBlock(block, this.filled[node])) return null;
      const isSame = node < this.plan.formulas.length && !block && isSameVerdict(before, this.verdicts[node]);
      moved[node] = isSame ? 0 : 1;
      if (!isSame && node < this.plan.formulas.length) found.push(node);
    }
    return found;
  }

  private forget(node: number): void {
    this.changed[node] = this.touched[node]!;
    this.unknownBy[node] = -1;
    if (node < this.plan.formulas.length) this.filled[node] = null;
  }

  private visit(node: number): void {
    for (const dependency of this.plan.precedence.dependencies(node)) {
      this.changed[node]! |= this.changed[dependency]!;
      if (this.unknownBy[node] === -1) this.unknownBy[node] = this.unknownBy[dependency]!;
    }
    if (node < this.plan.formulas.length) this.visitFormula(node);
    else if (node < this.plan.places.length) this.visitOther(node);
  }

  private visitFormula(cell: number): void {
    const formula = this.plan.formulas[cell]!;
    const verdict = this.plan.precedence.circular[cell] ? { state: 'circular' as const } : this.judge(cell, formula);
    this.verdicts[cell] = verdict;
    if (verdict.state === 'circular' || verdict.state === 'unknown') {
      if (this.unknownBy[cell] === -1) this.unknownBy[cell] = cell;
    }
    const now = verdict.state === 'calculated' ? verdict.value : formula.cached;
    const same =
      verdict.state === 'kept' || (!formula.edited && formula.cached !== null && agrees(now, formula.cached, SAME));
    this.note(cell, !same);
    if (verdict.state === 'kept') this.keep(formula);
  }

  /** A cell that a formula fills, or a constant that was edited. */
  private visitOther(cell: number): void {
    const { sheet, row, column } = this.plan.places[cell]!;
    const key = placeKey(sheet, row, column);
    const origin = this.plan.origins[cell]!;
    if (this.plan.edited.has(key)) this.note(cell, true);
    else if (origin < 0 || this.verdicts[origin]?.state === 'kept') this.note(cell, false);
    else this.note(cell, !agrees(this.members.get(key) ?? null, this.plan.stored(cell), SAME));
  }

  private note(cell: number, changed: boolean): void {
    this.changed[cell] = changed ? 1 : 0;
    this.anyChange ||= changed;
  }

  private judge(cell: number, formula: FormulaCell): Verdict {
    const root = this.unknownBy[cell]!;
    if (root !== -1) return { state: 'unknown', reason: this.dependence(root) };
    if (this.trust.unsettled.has(cell)) return { state: 'unknown', reason: message('recalc.unsupported.unsettled') };
    if (formula.beyond) return { state: 'unknown', reason: formula.beyond };
    const [problem] = formula.engine.problems;
    if (problem) return this.keepIfUntouched(cell, formula, problem);
    let result: Evaluated;
    try {
      result = this.engine.evaluate(formula, formula.engine);
      this.plan.allowFilling(formula, result.rows);
    } catch (thrown) {
      if (thrown instanceof BeyondBudget) return { state: 'unknown', reason: thrown.detail };
      return this.keepIfUntouched(cell, formula, reasonOf(thrown));
    }
    if (spillsUnasked(result, formula))
      return this.keepIfUntouched(cell, formula, message('recalc.unsupported.unasked-spill'));
    return this.place(cell, formula, result);
  }

  private keepIfUntouched(cell: number, { cached, edited, engine }: FormulaCell, reason: Message): Verdict {
    const touched =
      this.changed[cell] === 1 || edited || cached === null || (engine.readsAnything && !this.trust.readsAnything);
    return { state: touched ? 'unknown' : 'kept', reason };
  }

  private dependence(root: number): Message {
    const code = this.verdicts[root]?.state === 'circular' ? 'depends-on-circle' : 'depends-on-unknown';
    return message(`recalc.unsupported.${code}`, { cell: sheetCellAddress(this.plan.formulas[root]!.ref) });
  }

  /** Writes a result into its cell and the cells below and right of it. */
  private place(cell: number, formula: FormulaCell, { rows, message: why }: Evaluated): Verdict {
    const block = blockOf(formula, rows);
    const isFree = block === null || this.plan.isFree(block, cell, this.filled);
    const value: CellValue = isFree ? (rows[0]?.[0] ?? 0) : { error: '#SPILL!' };
    this.filled[cell] = isFree ? block : null;
    this.engine.write(formula.sheet, formula.row, formula.column, value);
    if (block && isFree) this.fill(formula, rows);
    return { state: 'calculated', value, message: isFree ? why : null };
  }

  private fill({ sheet, row, column }: FormulaCell, rows: Evaluated['rows']): void {
    rows.forEach((values, down) =>
      values.forEach((value, right) => {
        if (down === 0 && right === 0) return;
        this.members.set(placeKey(sheet, row + down, column + right), value ?? 0);
        this.engine.write(sheet, row + down, column + right, value ?? 0);
      }),
    );
  }

  /** Excel's stored values stand in for a formula that is not calculated. */
  private keep(formula: FormulaCell): void {
    for (const { sheet, row, column, value } of this.plan.storedBlock(formula))
      this.engine.write(sheet, row, column, value);
  }
}

function isSameBlock(one: ReadBlock | null | undefined, other: ReadBlock | null | undefined): boolean {
  if (!one || !other) return !one && !other;
  return one.bottom === other.bottom && one.right === other.right;
}

function isSameVerdict(one: Verdict | undefined, other: Verdict | undefined): boolean {
  if (one?.state !== 'calculated' || other?.state !== 'calculated') return one?.state === other?.state;
  if (one.message?.code !== other.message?.code) return false;
  const [before, after] = [one.value, other.value];
  if (isCellError(before) || isCellError(after))
    return isCellError(before) && isCellError(after) && before.error === after.error;
  return Object.is(before, after);
}

function reasonOf(thrown: unknown): Message {
  return thrown instanceof KmcError ? thrown.detail : message('recalc.unsupported.engine', { reason: String(thrown) });
}

function blockOf({ sheet, row, column }: FormulaCell, rows: Evaluated['rows']): ReadBlock | null {
  const bottom = row + rows.length - 1;
  const right = column + (rows[0]?.length ?? 1) - 1;
  return bottom === row && right === column ? null : { sheet, top: row, left: column, bottom, right };
}

/**
 * A formula that fills several cells here and one in the file: Excel took a single value of a range there (formulas entered before
 * dynamic arrays existed), which is not what the engine does.
 */
function spillsUnasked({ rows }: Evaluated, { cached, filled, edited }: FormulaCell): boolean {
  const isSingle = rows.length === 1 && rows[0]!.length === 1;
  return !isSingle && !edited && filled === null && cached !== null && !isCellError(cached);
}
