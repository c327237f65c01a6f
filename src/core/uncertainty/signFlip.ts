import { message, type Message } from '../message';
import { Decimal } from '../quantity/decimal';
import type { Centred } from './oneAtATime';

/** Change of the input at which Σ weight · ΔE crosses 0, or why it never does. */
export type Crossing = { readonly change: Decimal } | { readonly reason: Message };

/** a + b · change, on one stretch of the input's axis. */
interface Line {
  readonly constant: Decimal;
  readonly slope: Decimal;
}

/** Where the line changes: there the use-stage saving of a segment passes 0, and the rebound begins or ends. */
interface Kink {
  readonly change: Decimal;
  readonly constant: Decimal;
  readonly slope: Decimal;
}

const NO_EFFECT = message('uncertainty.no-flip-no-effect');
const NEVER = message('uncertainty.no-flip-never');

/**
 * Change of one input at which the reduction changes its sign, all else as stated: the root nearest to the stated value of the
 * piecewise straight line Σ weight · ΔE. A line that only touches 0 does not change its sign.
 */
export function signFlip(at: Centred, input: number): Crossing {
  const [first, kinks] = linesOf(at, input);
  if (first.slope.isZero() && kinks.length === 0) return { reason: NO_EFFECT };
  const roots = crossings(first, kinks, at.model.inputs[input]!.central);
  if (roots.length === 0) return { reason: NEVER };
  const nearest = roots.reduce((best, root) => (root.abs().lessThan(best.abs()) ? root : best));
  return keepsWeight(at, input, nearest) ? { change: nearest } : { reason: NO_EFFECT };
}

/** With segments of equal ΔE the sum of sales and the saving reach 0 together, and the reduction per functional unit never moves. */
function keepsWeight(at: Centred, input: number, change: Decimal): boolean {
  const segment = at.segmentOfUnits.get(input);
  if (segment === undefined) return true;
  const moved = at.model.segments[segment]!.functionalUnitsPerUnit.times(change);
  return !at.weightTotal.plus(moved).isZero();
}

/** The line left of all kinks, and the kinks in order. */
function linesOf(at: Centred, input: number): [Line, readonly Kink[]] {
  const { model, parts, nets, weights, saved } = at;
  const sold = at.segmentOfUnits.get(input);
  if (sold !== undefined) {
    const perUnit = parts.segments.length === 1 ? new Decimal(0) : model.segments[sold]!.functionalUnitsPerUnit;
    return [{ constant: saved, slope: perUnit.times(nets[sold]!) }, []];
  }
  if (input === model.rebound) {
    const taken = parts.segments.map(({ use }, g) => Decimal.max(use, 0).times(weights[g]!));
    return [{ constant: saved, slope: sum(taken).negated() }, []];
  }
  return ofTerms(at, input);
}

function ofTerms({ parts, nets, weights, saved, slopes }: Centred, input: number): [Line, readonly Kink[]] {
  const { rebound, segments } = parts;
  let line: Line = { constant: saved, slope: new Decimal(0) };
  const kinks: Kink[] = [];
  for (const { segment, gross, use } of slopes[input]!) {
    const weight = weights[segment]!;
    const saving = segments[segment]!.use;
    // ΔE without its rebound in place of ΔE as it stands at the central value.
    line = shifted(line, segments[segment]!.gross.minus(nets[segment]!).times(weight), gross.times(weight));
    const taken = {
      constant: saving.times(rebound).times(weight).negated(),
      slope: use.times(rebound).times(weight).negated(),
    };
    const activeFirst = use.isZero() ? saving.isPositive() : use.isNegative();
    if (activeFirst) line = shifted(line, taken.constant, taken.slope);
    if (use.isZero() || rebound.isZero()) continue;
    const change = saving.dividedBy(use).negated();
    const turn = activeFirst ? -1 : 1;
    kinks.push({ change, constant: taken.constant.times(turn), slope: taken.slope.times(turn) });
  }
  return [line, kinks.sort((a, b) => a.change.comparedTo(b.change))];
}

const shifted = (line: Line, constant: Decimal, slope: Decimal): Line => ({
  constant: line.constant.plus(constant),
  slope: line.slope.plus(slope),
});

const sum = (values: readonly Decimal[]): Decimal => values.reduce((all, value) => all.plus(value), new Decimal(0));

/** Two points of the axis closer than this, relative to the larger, are one: both are quotients rounded at the fortieth digit. */
const SAME = new Decimal('1e-30');

/** @param central the input's value, which gives the axis its scale */
function crossings(first: Line, kinks: readonly Kink[], central: Decimal): readonly Decimal[] {
  const isSame = (a: Decimal, b: Decimal | null): boolean =>
    b !== null &&
    a
      .minus(b)
      .abs()
      .lessThanOrEqualTo(Decimal.max(a.abs(), b.abs(), central.abs()).times(SAME));
  const roots: Decimal[] = [];
  let line = first;
  let from: Decimal | null = null;
  let before = first;
  for (const kink of [...kinks, null]) {
    const root = line.slope.isZero() ? null : line.constant.dividedBy(line.slope).negated();
    const onKink = root !== null && isSame(root, from);
    // A root on a kink is a change of sign only where the lines on both sides of it, and of all kinks at that point, run the same way.
    const passed = kink === null || !isSame(kink.change, from);
    if (onKink && passed && before.slope.times(line.slope).greaterThan(0)) roots.push(root);
    if (root && !onKink && isBetween(root, from, kink) && !isSame(root, kink?.change ?? null)) roots.push(root);
    if (kink === null) break;
    if (!isSame(kink.change, from)) before = line;
    from = kink.change;
    line = shifted(line, kink.constant, kink.slope);
  }
  return roots;
}

const isBetween = (root: Decimal, from: Decimal | null, to: Kink | null): boolean =>
  (from === null || root.greaterThan(from)) && (to === null || root.lessThan(to.change));
