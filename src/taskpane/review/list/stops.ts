import type { Problem } from '../../../core/case/types';
import { AVOIDED_TABLES, blockedBy, REDUCTION_TABLES } from '../../../core/calculation/readiness';

/** Which of the two numbers waits for a problem to be settled. */
export const STOPS = ['both', 'reduction', 'avoided', 'neither'] as const;
export type Stops = (typeof STOPS)[number];

/** By the rule that calculation itself goes by: the tables each number is made from. */
export function stopsOf(problem: Problem): Stops {
  const [reduction, avoided] = [REDUCTION_TABLES, AVOIDED_TABLES].map(
    (tables) => blockedBy([problem], tables).length > 0,
  );
  if (reduction && avoided) return 'both';
  if (reduction) return 'reduction';
  return avoided ? 'avoided' : 'neither';
}
