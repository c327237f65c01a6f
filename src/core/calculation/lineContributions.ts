import type { Case, InventoryLine } from '../case/types';
import { sum } from '../quantity/decimal';
import type { Context } from './context';
import type { FootprintLine } from './footprintLine';
import { weightedSum, type SegmentParts } from './overSegments';
import type { Traced } from './trace';
import type { LineResult } from './types';

const SIDES = ['baseline', 'product', 'side-effect'] as const;

/** A line as one segment counts it. */
interface Counted {
  readonly own: FootprintLine;
  /** The segment's share; `null` where it is the only one. */
  readonly weight: Traced | null;
}

/**
 * What each line adds to its side per functional unit, over all segments weighted like the reduction, in the order of the workbook.
 * @returns nothing where the weights are not known
 */
export function lineContributions(context: Context, { reductions, weights }: SegmentParts): readonly LineResult[] {
  if (!weights) return [];
  return SIDES.flatMap((side) => {
    const found = new Map<InventoryLine, Counted[]>();
    reductions.forEach(({ footprints }, index) => {
      for (const own of footprints[side].lines) {
        const counted = { own, weight: weights[index] ?? null };
        const before = found.get(own.emission.line);
        if (before) before.push(counted);
        else found.set(own.emission.line, [counted]);
      }
    });
    return linesOf(context.source, side).flatMap((line) => {
      const counted = found.get(line);
      return counted ? [resultOf(context, line, side, counted)] : [];
    });
  });
}

const linesOf = ({ baseline, product, sideEffects }: Case, side: LineResult['side']) =>
  ({ baseline, product, 'side-effect': sideEffects })[side].lines;

function resultOf(
  context: Context,
  { ref, stage, process, segment }: InventoryLine,
  side: LineResult['side'],
  counted: readonly Counted[],
): LineResult {
  const [first] = counted;
  const { value, node } = first!.weight === null ? first!.own.whole : overSegments(context, ref.id, counted);
  const emission = { allStages: value, outsideShare: outsideOf(counted) };
  return { ref, side, stage: stage!, process, segment, emission, trace: node };
}

function overSegments(context: Context, id: string, counted: readonly Counted[]): Traced {
  const values = counted.map(({ own }) => own.whole);
  const weights = counted.map(({ weight }) => weight!);
  return weightedSum(context, 'line-over-segments', values, weights, id);
}

/** A line's place is known in every segment or in none. */
function outsideOf(counted: readonly Counted[]) {
  const parts = counted.map(({ own: { outside }, weight }) => outside && outside.value.times(weight?.value ?? 1));
  return parts.every((part) => part !== null) ? sum(parts) : null;
}
