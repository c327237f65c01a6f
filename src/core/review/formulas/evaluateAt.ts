import { isCellError, type CellValue } from '../../workbook/cell';
import type { ReviewedBook, ReviewedSheet } from './book';
import { numberOf } from './literals';
import { lookUpOf, type LookUp } from './lookUps';
import { isRounding, rounded } from './roundings';
import { blockAt, meant, type Block, type Expression, type ReferenceTo } from './expression';

/** What a formula would give in a cell, and what it would rest on there. */
export interface Trial {
  readonly value: number;
  /** Numbers other than zero that it reads or has written in itself. */
  readonly inputs: number;
  /** Cells with a number that it reads, zeros among them. */
  readonly cells: number;
  /** References to one cell whose cell is blank or no number. */
  readonly unfed: number;
}

/** Formulas that read more cells than this are not tried in other places. */
const MOST_CELLS = 1_000;

class Untold extends Error {}

/**
 * Tries a formula in another cell on the values the workbook stores: the four operations, comparisons and the common
 * functions of numbers. It serves to compare a typed number with what its neighbours' formula would give, never to calculate a result.
 * @returns `null` where the formula holds anything else, reads outside the sheet, or gives no number
 */
export function evaluateAt(
  expression: Expression,
  book: ReviewedBook,
  sheet: ReviewedSheet,
  at: { readonly row: number; readonly column: number },
): Trial | null {
  const trial = new Evaluation(book, sheet, at);
  try {
    const value = trial.number(expression);
    return Number.isFinite(value) ? { value, inputs: trial.inputs, cells: trial.cells, unfed: trial.unfed } : null;
  } catch (error) {
    if (error instanceof Untold) return null;
    throw error;
  }
}

class Evaluation {
  inputs = 0;
  cells = 0;
  unfed = 0;

  constructor(
    private readonly book: ReviewedBook,
    private readonly sheet: ReviewedSheet,
    private readonly at: { readonly row: number; readonly column: number },
  ) {}

  number(expression: Expression): number {
    const value = this.value(expression);
    if (typeof value === 'number') return value;
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (value === null) return 0;
    throw new Untold();
  }

  private value(expression: Expression): CellValue {
    switch (expression.kind) {
      case 'number':
        this.inputs += expression.value === 0 ? 0 : 1;
        return expression.value;
      case 'text':
      case 'boolean':
        return expression.value;
      case 'reference':
        return this.single(expression);
      case 'unary':
        return signed(expression.operator, this.number(expression.operand));
      case 'binary':
        return this.binary(expression.operator, expression.left, expression.right);
      case 'call':
        return this.call(expression.name, expression.args);
      case 'named':
        return this.value(expression.value);
      default:
        throw new Untold();
    }
  }

  private single(reference: ReferenceTo): CellValue {
    const block = this.block(reference);
    if (block.top !== block.bottom || block.left !== block.right) throw new Untold();
    const value = this.sheetOf(reference).at(block.top, block.left)?.value ?? null;
    if (isCellError(value)) throw new Untold();
    if (typeof value !== 'number') this.unfed += 1;
    else this.count(value);
    return value;
  }

  private count(value: number): void {
    this.cells += 1;
    if (value !== 0) this.inputs += 1;
  }

  private block(reference: ReferenceTo): Block {
    const block = blockAt(reference, this.at);
    if (!block || (block.bottom - block.top + 1) * (block.right - block.left + 1) > MOST_CELLS) throw new Untold();
    return block;
  }

  private sheetOf({ sheet }: ReferenceTo): ReviewedSheet {
    const found = sheet === null ? this.sheet : this.book.sheet(sheet);
    if (!found) throw new Untold();
    return found;
  }

  private binary(operator: string, left: Expression, right: Expression): CellValue {
    if (['=', '<>', '<', '>', '<=', '>='].includes(operator))
      return compared(operator, this.value(left), this.value(right));
    if (operator === '&') throw new Untold();
    return calculated(operator, this.number(left), this.number(right));
  }

  private call(name: string, args: readonly Expression[]): CellValue {
    if (name === 'IF' && args.length >= 2) {
      const chosen = this.number(args[0]!) !== 0 ? args[1]! : args[2];
      return chosen ? this.value(chosen) : false;
    }
    if (name === 'IFERROR' && args.length === 2) return this.value(args[0]!);
    if (isRounding(name)) return this.rounded(name, args);
    const found = lookUpOf(name, args);
    if (found) return this.lookUp(found);
    const fold = FOLDS[name];
    if (!fold) throw new Untold();
    return fold(args.flatMap((argument) => this.numbers(argument)));
  }

  private rounded(name: string, [of = MISSING, places]: readonly Expression[]): number {
    const result = rounded(name, this.number(of), places ? numberOf(places) : 0);
    if (result === null) throw new Untold();
    return result;
  }

  /** What stands in the line of the key; both the key and what is found are read. */
  private lookUp({ key, keys, results, column }: LookUp): CellValue {
    const sought = key.kind === 'reference' ? this.cellAt(this.block(key), key) : this.value(key);
    const [at, list] = [this.block(keys), this.block(results)];
    if (sought === null || isCellError(sought)) throw new Untold();
    for (let row = at.top; row <= at.bottom; row += 1)
      if (isSameKey(this.sheetOf(keys).at(row, at.left)?.value ?? null, sought)) {
        const place = { row: list.top + row - at.top, column: list.left + column };
        const value = this.sheetOf(results).at(place.row, place.column)?.value ?? null;
        if (typeof value !== 'number' || place.column > list.right) throw new Untold();
        this.inputs += 1;
        this.count(value);
        return value;
      }
    throw new Untold();
  }

  private cellAt({ top, left }: Block, reference: ReferenceTo): CellValue {
    return this.sheetOf(reference).at(top, left)?.value ?? null;
  }

  /** A range gives its numbers only, as in Excel's functions of lists. */
  private numbers(argument: Expression): readonly number[] {
    const reference = meant(argument);
    if (reference.kind !== 'reference') return [this.number(argument)];
    const { top, left, bottom, right } = this.block(reference);
    const sheet = this.sheetOf(reference);
    const found: number[] = [];
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) {
        if (row === this.at.row && column === this.at.column && sheet === this.sheet) throw new Untold();
        const value = sheet.at(row, column)?.value ?? null;
        if (isCellError(value)) throw new Untold();
        if (typeof value === 'number') found.push(value);
      }
    found.forEach((value) => this.count(value));
    return found;
  }
}

const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);

const FOLDS: Readonly<Record<string, (list: readonly number[]) => number>> = {
  SUM: sum,
  AVERAGE: (list) => sum(list) / list.length,
  MIN: (list) => (list.length ? Math.min(...list) : 0),
  MAX: (list) => (list.length ? Math.max(...list) : 0),
  COUNT: (list) => list.length,
  PRODUCT: (list) => list.reduce((product, value) => product * value, 1),
  ABS: ([value]) => Math.abs(value ?? NaN),
};

const MISSING: Expression = { kind: 'missing' };

const isSameKey = (one: CellValue, other: CellValue): boolean =>
  typeof one === 'string' && typeof other === 'string' ? one.toLowerCase() === other.toLowerCase() : one === other;

const signed = (operator: string, value: number): number =>
  operator === '-' ? -value : operator === '%' ? value / 100 : value;

function calculated(operator: string, left: number, right: number): number {
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  if (operator === '/') return left / right;
  throw new Untold();
}

function compared(operator: string, left: CellValue, right: CellValue): boolean {
  if (typeof left !== typeof right || typeof left !== 'number' || typeof right !== 'number') throw new Untold();
  if (operator === '=') return left === right;
  if (operator === '<>') return left !== right;
  if (operator === '<') return left < right;
  if (operator === '>') return left > right;
  return operator === '<=' ? left <= right : left >= right;
}
