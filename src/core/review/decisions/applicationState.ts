import { CRITERIA, type Finding } from '../finding';
import type { Decision, DecisionState } from './entries';
import { ofCriteria, type Standing } from './standing';

/**
 * Where an application stands. `draft`: a finding blocks and no reviewer has accepted it, or a number is missing. `ready`: nothing
 * blocks and nothing is decided. `in-review`: decided in part.
 */
export const APPLICATION_STATES = ['draft', 'ready', 'in-review', 'needs-change', 'rejected', 'accepted'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

export interface StateInput {
  readonly findings: readonly Finding[];
  readonly decisions: readonly Standing<Decision>[];
  /** Whether both certified numbers are there. */
  readonly hasNumbers: boolean;
}

/**
 * The state that decisions and findings amount to; nobody sets it. A decision that was reopened, or whose finding is gone, counts as
 * none.
 */
export function applicationState({ findings, decisions, hasNumbers }: StateInput): ApplicationState {
  const standing = decisions.filter(({ status }) => status === 'stands');
  const has = (state: DecisionState): boolean => standing.some(({ entry }) => entry.state === state);
  if (has('rejected')) return 'rejected';
  if (has('needs-change')) return 'needs-change';
  if (!hasNumbers || blocks(findings, standing)) return 'draft';
  const criteria = ofCriteria(standing);
  if (CRITERIA.every((criterion) => criteria[criterion]?.entry.state === 'accepted')) return 'accepted';
  return decisions.length === 0 ? 'ready' : 'in-review';
}

/** @returns whether a finding blocks that no standing decision accepts */
export function blocks(findings: readonly Finding[], decisions: readonly Standing<Decision>[]): boolean {
  const accepted = new Set(
    decisions.filter(({ status, entry }) => status === 'stands' && entry.state === 'accepted').map(({ on }) => on),
  );
  return findings.some(({ id, severity }) => severity === 'block' && !accepted.has(id));
}
