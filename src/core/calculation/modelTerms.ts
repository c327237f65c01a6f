import type { ContributionRow } from '../case/types';
import { Decimal, sum } from '../quantity/decimal';
import type { Context } from './context';
import type { FootprintLine } from './footprintLine';
import type { ModelInput, ModelTerm } from './model';
import type { InputBook } from './modelInputs';
import type { OutsideReading } from './reading';
import type { SegmentReduction } from './segmentReduction';
import type { SideName } from './sideFootprint';
import type { UnitCount } from './unitsOutside';

export const ONE = new Decimal(1);

const SIDES: readonly SideName[] = ['baseline', 'product', 'side-effect'];

/** Collects the inputs of one model in the order in which they are met. */
export class ModelInputs {
  readonly list: ModelInput[] = [];
  private readonly places = new Map<string, number>();

  place(input: ModelInput): number {
    const known = this.places.get(input.id);
    if (known !== undefined) return known;
    this.list.push(input);
    this.places.set(input.id, this.list.length - 1);
    return this.list.length - 1;
  }
}

export const linesOf = ({ footprints }: SegmentReduction) =>
  SIDES.flatMap((side) => footprints[side].lines.map((line) => ({ line, side })));

export interface TermInput {
  readonly reduction: SegmentReduction;
  readonly line: FootprintLine;
  readonly side: SideName;
  readonly segment: number;
  /** Part of the line's service that counts. */
  readonly share: Decimal;
  /** Value of the line's factor that holds. */
  readonly factor: Decimal;
  readonly reading: OutsideReading;
}

/** scale · ratio · place · share, times amount and factor (and the parameter that the amount follows). */
export function term(book: InputBook, inputs: ModelInputs, each: TermInput): ModelTerm {
  const { line, side, segment, share, factor, reading } = each;
  const { emission, scale } = line;
  const amount = inputs.place(book.amount(emission.line));
  const parameter = book.parameter(emission.line);
  const own = book.factor(line, each.reduction.setting, factor);
  const uses = [parameter, own].filter((use) => use !== null);
  const coefficient = product([
    scale,
    emission.ratio,
    share,
    reading === 'all-stages' ? ONE : ONE.minus(emission.line.inCity as Decimal),
    parameter?.scale ?? ONE,
    own?.scale ?? factor,
  ]);
  return {
    segment,
    side,
    stage: emission.line.stage!,
    ref: emission.line.ref,
    coefficient,
    inputs: [amount, ...uses.map((use) => inputs.place(use.input))],
  };
}

/** Most lines are multiplied by 1 several times over, which is worth leaving out in a long inventory. */
const product = (values: readonly Decimal[]): Decimal =>
  values.reduce((total, value) => (value.equals(1) ? total : total.equals(1) ? value : total.times(value)), ONE);

export function unitInputs(book: InputBook, inputs: ModelInputs, count: UnitCount | undefined): number[] {
  return (count?.rows ?? []).map((row) => inputs.place(book.units(row)));
}

/** The shares whose sum is c; together they may not be able to exceed 1. */
export function rateInputs(context: Context, book: InputBook, inputs: ModelInputs, allocated: boolean): number[] {
  if (!allocated) return [];
  const rows = context.source.contribution.filter(({ inCity }) => inCity === 'in');
  checkTogether(context, book, rows);
  return rows.map((row) => inputs.place(book.rate(row)));
}

function checkTogether(context: Context, book: InputBook, rows: readonly ContributionRow[]): void {
  const most = sum(rows.map(({ distribution, high, share }) => (distribution && high ? high : share!)));
  const [first] = rows;
  if (!book.sound || !first || rows.length === 1) return;
  if (!most.minus(1).greaterThan(context.profile.choices.shareTolerance.value)) return;
  context.block(first.ref, 'high', 'spread-rates-above-one', { total: most.toString() });
  book.sound = false;
}
