import type { Problem } from '../../case/types';
import type { Rule } from './rule';

/**
 * @param codes of messages, e.g. `calculation.mix-sum`
 * @param tables in which the rule owns them; without it in all
 */
export const owning =
  (codes: readonly string[], tables?: readonly string[]): NonNullable<Rule['owns']> =>
  ({ message, table }) =>
    codes.includes(message.code) && (tables === undefined || (table !== null && tables.includes(table)));

/** @returns the problems that each rule owns, and those that none does; a problem belongs to the first rule that claims it, one that a rule retells to nobody */
export function filed(
  problems: readonly Problem[],
  rules: readonly Rule[],
): { readonly of: ReadonlyMap<string, readonly Problem[]>; readonly others: readonly Problem[] } {
  const of = new Map<string, Problem[]>();
  const others: Problem[] = [];
  const claiming = rules.filter(({ owns }) => owns !== undefined);
  const retelling = rules.flatMap(({ retells }) => retells ?? []);
  for (const problem of problems) {
    if (retelling.some((retells) => retells(problem))) continue;
    const owner = claiming.find(({ owns }) => owns!(problem));
    if (!owner) others.push(problem);
    else if (of.has(owner.id)) of.get(owner.id)!.push(problem);
    else of.set(owner.id, [problem]);
  }
  return { of, others };
}
