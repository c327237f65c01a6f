import type { InventoryLine } from '../../case/types';
import { groupBy } from '../../calculation/unitsOutside';
import type { RuleInput } from './rule';

/**
 * Lines by the segments they hold for: a segment's own and those of all segments.
 * @returns one entry under `null` where nothing is counted apart
 */
export function linesBySegment(
  { case: { segments } }: Pick<RuleInput, 'case'>,
  lines: readonly InventoryLine[],
): ReadonlyMap<string | null, readonly InventoryLine[]> {
  const own = groupBy(lines, ({ segment }) => segment);
  const common = own.get(null) ?? [];
  if (segments.length === 0) return new Map([[null, common]]);
  return new Map(segments.map(({ ref }) => [ref.id, [...(own.get(ref.id) ?? []), ...common]]));
}
