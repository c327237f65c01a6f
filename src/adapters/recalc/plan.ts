import { message } from '../../core/message';
import type { CellValue } from '../../core/workbook/cell';
import { MAX_COLUMNS, MAX_ROWS } from '../../core/workbook/sheetColumns';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import type { Place } from './cellIndex';
import { FILLING, membersAfterFirst, placeKey, type FormulaCell } from './formulaCells';
import { precedenceOrder, type PrecedenceOrder, type ReadBlock } from './precedence';
import type { WorkBudget } from './workBudget';

const COMPARISONS_A_STEP = 20;

/** The cells of one pass and their order, under an assumption about which cells the formulas fill. */
export class Plan {
  /** Formula cells first, in the order of `formulas`; then cells that formulas fill and constants that were edited. */
  readonly places: readonly Place[];
  /** By cell: the formula cell that fills it, -1 for none. */
  readonly origins: readonly number[];
  readonly precedence: PrecedenceOrder;
  private readonly formulaAt: ReadonlyMap<number, number>;

  /** @param filled by formula cell: the blocks it is assumed to fill */
  constructor(
    private readonly snapshot: WorkbookSnapshot,
    readonly formulas: readonly FormulaCell[],
    readonly edited: ReadonlyMap<number, Place>,
    filled: readonly (readonly ReadBlock[])[],
    private readonly budget: WorkBudget,
  ) {
    this.formulaAt = new Map(formulas.map(({ sheet, row, column }, cell) => [placeKey(sheet, row, column), cell]));
    const others = new Map<number, { place: Place; origin: number }>();
    for (const [key, place] of edited) others.set(key, { place, origin: -1 });
    filled.forEach((blocks, origin) => {
      for (const block of blocks)
        for (const place of membersAfterFirst(block)) others.set(keyOf(place), { place, origin });
    });
    const added = [...others].filter(([key]) => !this.formulaAt.has(key)).map(([, other]) => other);
    this.places = [...formulas, ...added.map(({ place }) => place)];
    this.origins = [...formulas.map(() => -1), ...added.map(({ origin }) => origin)];
    const reads = (cell: number) => formulas[cell]?.reads ?? [];
    this.precedence = precedenceOrder(this.places, reads, this.origins, budget, (cell, why) => {
      formulas[cell]!.beyond ??= why;
    });
  }

  /** The value the file holds. */
  stored(cell: number): CellValue {
    const { sheet, row, column } = this.places[cell]!;
    return this.snapshot.sheets[sheet]!.value(row, column);
  }

  /** The stored value of a formula cell and of the cells it filled in the file. */
  *storedBlock(formula: FormulaCell): Generator<Place & { readonly value: CellValue }> {
    const { sheet, row, column, cached, filled } = formula;
    yield { sheet, row, column, value: cached };
    if (!filled) return;
    for (const place of membersAfterFirst({ ...filled, sheet })) {
      yield { ...place, value: this.snapshot.sheets[sheet]!.value(place.row, place.column) };
    }
  }

  /** @throws BeyondBudget where a formula would fill more cells than the budget allows */
  allowFilling({ sheet }: FormulaCell, rows: readonly (readonly unknown[])[]): void {
    const count = rows.length * (rows[0]?.length ?? 0);
    if (count <= 1) return;
    const compared = count * this.snapshot.sheets[sheet]!.spills.length + this.formulas.length;
    this.budget.spend(count * FILLING + compared / COMPARISONS_A_STEP, message('recalc.work.filling', { count }));
  }

  /** @returns whether nothing but the formula itself stands, or was filled by another formula, in the block */
  isFree(block: ReadBlock, cell: number, filled: readonly (ReadBlock | null)[]): boolean {
    if (!fitsSheet(block)) return false;
    const overlaps = filled.some((other, owner) => owner !== cell && other != null && overlap(other, block));
    return !overlaps && [...membersAfterFirst(block)].every((place) => this.isEmpty(place));
  }

  private isEmpty(place: Place): boolean {
    if (this.formulaAt.has(keyOf(place))) return false;
    const sheet = this.snapshot.sheets[place.sheet]!;
    return sheet.value(place.row, place.column) === null || this.wasFilled(place);
  }

  private wasFilled({ sheet, row, column }: Place): boolean {
    return this.snapshot.sheets[sheet]!.spills.some(
      ({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right,
    );
  }
}

const fitsSheet = ({ bottom, right }: ReadBlock): boolean => bottom < MAX_ROWS && right < MAX_COLUMNS;

export const keyOf = ({ sheet, row, column }: Place): number => placeKey(sheet, row, column);

function overlap(one: ReadBlock, other: ReadBlock): boolean {
  const rows = one.top <= other.bottom && other.top <= one.bottom;
  return one.sheet === other.sheet && rows && one.left <= other.right && other.left <= one.right;
}
