import type { CellValue } from '../../../../../src/core/workbook/cell';
import { SheetBuilder } from '../../../../../src/core/workbook/sheetColumns';
import type { WorkbookSnapshot } from '../../../../../src/core/workbook/snapshot';
import { filled, textOf, type ListName, type Operator, type Place, type Tree } from './tree';

export type Content = { readonly value: number | string } | { readonly tree: Tree };

/** One cell of a made workbook. */
export interface MadeCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly content: Content;
}

type Result = number | string | null;

/** A change made a formula rest on itself: another kind of mistake, which Excel tells itself. */
export class Circular extends Error {}

/** A workbook as a person would have made it, with the values that follow from its inputs. */
export class MadeBook {
  private readonly cells: ReadonlyMap<string, MadeCell>;
  private readonly results = new Map<string, Result>();
  private readonly underWay = new Set<string>();

  constructor(readonly content: readonly MadeCell[]) {
    this.cells = new Map(content.map((cell) => [key(cell), cell]));
  }

  at(sheet: string, row: number, column: number): MadeCell | undefined {
    return this.cells.get(key({ sheet, row, column }));
  }

  /** @returns the book with some cells changed, all values calculated anew */
  changed(changes: readonly MadeCell[]): MadeBook {
    const merged = new Map(this.cells);
    for (const cell of changes) merged.set(key(cell), cell);
    return new MadeBook([...merged.values()]);
  }

  /** @returns a number, a text, or `null` for blank; NaN where Excel would show an error */
  value(sheet: string, row: number, column: number): Result {
    const name = key({ sheet, row, column });
    const known = this.results.get(name);
    if (known !== undefined) return known;
    const content = this.cells.get(name)?.content;
    if (!content) return null;
    if (this.underWay.has(name)) throw new Circular();
    this.underWay.add(name);
    const result = 'value' in content ? content.value : this.calculate(content.tree, sheet);
    this.results.set(name, result);
    return result;
  }

  private calculate(tree: Tree, sheet: string): number {
    switch (tree.kind) {
      case 'number':
        return tree.value;
      case 'place':
        return this.numberAt(tree, sheet);
      case 'list':
        return LISTS[tree.name](this.numbersOf(tree.from, tree.to, sheet));
      case 'choice':
        return this.calculate(this.calculate(tree.when, sheet) > tree.above ? tree.then : tree.otherwise, sheet);
      case 'rounded':
        return Number(`${Math.round(Number(`${this.calculate(tree.of, sheet)}e${tree.places}`))}e-${tree.places}`);
      case 'lookup':
        return this.lookedUp(tree, sheet);
      case 'operation':
        return OPERATIONS[tree.operator](this.calculate(tree.left, sheet), this.calculate(tree.right, sheet));
    }
  }

  private lookedUp({ key, from, to, column }: Extract<Tree, { kind: 'lookup' }>, own: string): number {
    const sought = key.kind === 'place' ? this.value(key.sheet ?? own, key.row, key.column) : this.calculate(key, own);
    for (let row = from.row; row <= to.row; row += 1)
      if (this.value(from.sheet ?? own, row, from.column) === sought)
        return this.numberAt({ ...from, row, column: from.column + column - 1 }, own);
    return NaN;
  }

  private numberAt(place: Place, own: string): number {
    const value = this.value(place.sheet ?? own, place.row, place.column);
    return value === null ? 0 : typeof value === 'number' ? value : NaN;
  }

  private numbersOf(from: Place, to: Place, own: string): readonly number[] {
    const found: number[] = [];
    for (let row = from.row; row <= to.row; row += 1)
      for (let column = from.column; column <= to.column; column += 1) {
        const value = this.value(from.sheet ?? own, row, column);
        if (typeof value === 'number') found.push(value);
      }
    return found;
  }

  /** @param isCalculated whether formulas have their values, as in a file that Excel saved, or none, as a script writes it */
  snapshot(isCalculated = true): WorkbookSnapshot {
    const builders = new Map<string, SheetBuilder>();
    const inOrder = [...this.cells.values()].sort((one, other) => one.row - other.row || one.column - other.column);
    for (const name of new Set(this.content.map(({ sheet }) => sheet))) builders.set(name, new SheetBuilder(name));
    for (const { sheet, row, column, content } of inOrder) {
      const formula = 'tree' in content ? textOf(content.tree) : null;
      const isKnown = formula === null || isCalculated;
      builders.get(sheet)!.add(row, column, isKnown ? shown(this.value(sheet, row, column)) : null, formula);
    }
    return {
      sheets: [...builders.values()].map((builder) => builder.build()),
      tables: [],
      names: [],
      externalLinks: [],
      calculationMode: 'automatic',
      date1904: false,
    };
  }
}

const key = ({ sheet, row, column }: Pick<MadeCell, 'sheet' | 'row' | 'column'>): string => `${sheet}!${row},${column}`;

const shown = (value: Result): CellValue =>
  typeof value === 'number' && !Number.isFinite(value) ? { error: '#DIV/0!' } : value;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);

const LISTS: Readonly<Record<ListName, (numbers: readonly number[]) => number>> = {
  SUM: sum,
  AVERAGE: (numbers) => sum(numbers) / numbers.length,
  MAX: (numbers) => Math.max(...numbers),
  MIN: (numbers) => Math.min(...numbers),
};

const OPERATIONS: Readonly<Record<Operator, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
};

/** Puts cells together row by row. */
export class Draft {
  readonly cells: MadeCell[] = [];

  constructor(readonly sheet: string) {}

  put(row: number, column: number, content: number | string | Tree): void {
    const made = typeof content === 'object' ? { tree: content } : { value: content };
    this.cells.push({ sheet: this.sheet, row, column, content: made });
  }

  /** The same formula filled down or to the right from its first cell. */
  fill(row: number, column: number, rows: number, columns: number, tree: Tree): void {
    for (let down = 0; down < rows; down += 1)
      for (let right = 0; right < columns; right += 1) this.put(row + down, column + right, filled(tree, down, right));
  }
}
