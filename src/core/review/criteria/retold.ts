import type { RowRef } from '../../case/types';
import { atColumn } from './at';
import type { RuleInput, Verdict } from './rule';

/**
 * Problems of several rows together, e.g. of their sum. The calculation tells them at the row it met first; a finding is about the column,
 * so that sorting the table leaves its id and the decision on it.
 * @param codes of messages that the rule `retells`
 * @param rows of the table, all of which take part
 */
export function retold(
  input: RuleInput,
  codes: readonly string[],
  table: string,
  column: string,
  rows: readonly RowRef[],
): readonly Verdict[] {
  const at = atColumn(input, table, column, rows);
  return input.problems
    .filter(({ message }) => codes.includes(message.code))
    .map(({ severity, message }) => ({ ...at, severity, message }));
}
