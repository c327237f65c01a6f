import { sameDimension } from '../../../quantity/dimension';
import { divideUnits, multiplyUnits } from '../../../quantity/multiplyUnits';
import type { Unit } from '../../../quantity/unit';
import type { FormulaCell, ReviewedBook } from '../book';
import { blockAt, meant, type Expression, type ReferenceTo } from '../expression';
import { factorsOf, isConversion, isPowerOfThousand, numberOf } from '../literals';
import type { CellUnits } from './cellUnits';

/** What a part of a formula is measured in, as far as its cells say. */
export interface Measured {
  readonly unit: Unit;
  /** The bare numbers it was multiplied by on the way: 0.001 where kg were divided by 1000. */
  readonly scale: number;
}

/** Two units that a formula adds or compares although they differ. */
export interface Disagreement {
  readonly one: Unit;
  readonly other: Unit;
}

/** Adding and taking the larger ask for one unit; so does a choice between two. */
const ALIKE = new Set(['SUM', 'MIN', 'MAX', 'AVERAGE', 'MEDIAN']);
const KEPT = new Set(['ROUND', 'ROUNDUP', 'ROUNDDOWN', 'ABS', 'INT', 'IFERROR']);

const PLAIN: Measured = { unit: multiplyUnits([]), scale: 1 };

/** Follows the units through one formula. */
export class UnitInference {
  readonly disagreements: Disagreement[] = [];

  constructor(
    private readonly book: ReviewedBook,
    private readonly units: CellUnits,
    private readonly cell: FormulaCell,
  ) {}

  /** @returns `null` where the cells do not say */
  of(expression: Expression): Measured | null {
    switch (expression.kind) {
      case 'reference':
        return this.alike(this.inRange(expression));
      case 'unary':
        return expression.operator === '%' ? null : this.of(expression.operand);
      case 'binary':
        return this.binary(expression);
      case 'call':
        return this.call(expression.name, expression.args);
      case 'named':
        return this.of(expression.value);
      default:
        return null;
    }
  }

  private binary(expression: Extract<Expression, { kind: 'binary' }>): Measured | null {
    const { operator, left, right } = expression;
    if (operator === '*' || operator === '/') return this.product(expression);
    if (operator === '^' || operator === '&') return null;
    const parts = [this.of(left), this.of(right)].filter((part) => part !== null);
    const together = this.alike(parts);
    if (operator !== '+' && operator !== '-') return null;
    const holdsNumber = [left, right].some((part) => (numberOf(part) ?? 0) !== 0);
    // Only a number without unit is added to a bare number: 1 + 3 %.
    if (holdsNumber) return parts.length === 0 ? PLAIN : null;
    return together;
  }

  private product(expression: Expression): Measured | null {
    const units: Unit[] = [];
    let [result, scale]: [Unit | null, number] = [null, 1];
    for (const { part, power } of factorsOf(expression)) {
      const value = numberOf(part);
      const measured = value === null ? this.of(part) : null;
      if (value === null && !measured) return null;
      const factor = value ?? measured!.scale;
      scale *= power === 1 ? factor : 1 / factor;
      if (measured)
        result =
          power === 1 ? multiplyUnits([result ?? one(), measured.unit]) : divideUnits(result ?? one(), measured.unit);
      if (measured) units.push(measured.unit);
    }
    return result && units.length > 0 ? { unit: result, scale } : null;
  }

  private call(name: string, args: readonly Expression[]): Measured | null {
    if (ALIKE.has(name)) return this.alike(args.flatMap((argument) => this.parts(argument)));
    if (name === 'IF') return this.alike(args.slice(1).flatMap((argument) => this.of(argument) ?? []));
    return KEPT.has(name) && args[0] ? this.of(args[0]) : null;
  }

  private parts(argument: Expression): readonly Measured[] {
    const reference = meant(argument);
    if (reference.kind === 'reference') return this.inRange(reference);
    const measured = this.of(argument);
    return measured ? [measured] : [];
  }

  private inRange(reference: ReferenceTo): readonly Measured[] {
    const sheet = reference.sheet === null ? this.cell.sheet : this.book.sheet(reference.sheet);
    const block = blockAt(reference, this.cell);
    if (!sheet || !block) return [];
    if (reference.single) {
      const unit = this.units.of(sheet, block.top, block.left);
      return unit ? [{ unit, scale: 1 }] : [];
    }
    const columns = Array.from({ length: Math.min(block.right - block.left + 1, 200) }, (_, at) => block.left + at);
    return columns.flatMap((column) =>
      this.units.within(sheet, column, block.top, block.bottom).map((unit) => ({ unit, scale: 1 })),
    );
  }

  /** Of parts that must have one unit, that unit; what differs is noted. */
  private alike(parts: readonly Measured[]): Measured | null {
    const [first, ...more] = parts;
    if (!first) return null;
    const other = more.find((part) => differ(first, part));
    if (other) this.disagreements.push({ one: first.unit, other: other.unit });
    return other ? null : first;
  }
}

const one = (): Unit => multiplyUnits([]);

/** Bare numbers that are no conversion of units (a share, a number of years) leave it open what a part is measured in. */
export function differ(one: Measured, other: Measured): boolean {
  // kW × 24, GJ × 0.0258: a bare number between two kinds of amount may be hours or a factor with units of its own.
  if (!sameDimension(one.unit.dimension, other.unit.dimension)) return isPlain(one) && isPlain(other);
  const ratio = divideUnits(one.unit, other.unit).factor.toNumber();
  const scales = one.scale / other.scale;
  return isTelling(one) && isTelling(other) && !near(ratio, scales);
}

const isTelling = ({ scale }: Measured): boolean => scale === 1 || isConversion(Math.abs(scale));

const isPlain = ({ scale }: Measured): boolean => scale === 1 || isPowerOfThousand(Math.abs(scale));

const near = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-6 * Math.max(one, other);
