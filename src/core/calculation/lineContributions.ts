import type { Case, InventoryLine } from '../case/types';
import type { Decimal } from '../quantity/decimal';
import type { FootprintLine } from './footprintLine';
import { segmentWeights, type SegmentParts } from './overSegments';
import type { LineResult } from './types';

const SIDES = ['baseline', 'product', 'side-effect'] as const;

/**
 * What each line adds to its side per functional unit, over all segments weighted like the reduction, in the order of the workbook.
 * @returns nothing where the weights are not known
 */
export function lineContributions(source: Case, parts: SegmentParts): readonly LineResult[] {
  const weights = segmentWeights(parts);
  if (!weights) return [];
  return SIDES.flatMap((side) => {
    const found = new Map<InventoryLine, LineResult>();
    parts.reductions.forEach(({ footprints }, index) => {
      for (const each of footprints[side].lines) {
        const { line } = each.emission;
        found.set(line, added(found.get(line), each, weights[index]!, side));
      }
    });
    return linesOf(source, side).flatMap((line) => found.get(line) ?? []);
  });
}

const linesOf = ({ baseline, product, sideEffects }: Case, side: LineResult['side']) =>
  ({ baseline, product, 'side-effect': sideEffects })[side].lines;

function added(
  before: LineResult | undefined,
  { emission: { line }, whole, outside }: FootprintLine,
  weight: Decimal,
  side: LineResult['side'],
): LineResult {
  const { ref, stage, process, segment } = line;
  const allStages = weighted(whole.value, weight, before?.emission.allStages);
  const outsideShare = outside && weighted(outside.value, weight, before?.emission.outsideShare);
  return { ref, side, stage: stage!, process, segment, emission: { allStages, outsideShare } };
}

/** A line's place is known in every segment or in none. */
function weighted(value: Decimal, weight: Decimal, before: Decimal | null | undefined): Decimal {
  const own = weight.equals(1) ? value : value.times(weight);
  return before ? before.plus(own) : own;
}
