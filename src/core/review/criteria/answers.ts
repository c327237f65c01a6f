import { message } from '../../message';
import { atField } from './at';
import type { RuleInput, Verdict } from './rule';

type Source = Pick<RuleInput, 'case' | 'problems'>;

/** Whether nothing stands in a field: not one whose content reading refused, which is said where it was read. */
export function isBlankField({ case: source, problems }: Source, key: string): boolean {
  if (source.fields[key]) return false;
  return !problems.some(
    ({ table, rowId, message: { code } }) =>
      table === 'KmcCase' && rowId === key && !/\.(blank-|field-missing)/.test(code),
  );
}

/** @returns the word or text of a field, `null` where there is none */
export const answer = ({ case: source }: Source, key: string): string | null => source.fields[key]?.text ?? null;

/** What is said of a question on the case sheet that nobody has answered. */
export const unanswered = (input: RuleInput, key: string): Verdict => ({
  ...atField(input, key),
  severity: 'unknown',
  message: message('rules.common.unanswered', { item: message(`template.fields.${key}`) }),
  settle: message('rules.common.settle-answer'),
});

/** What is said of a field that has to be filled. */
export const notStated = (input: RuleInput, key: string): Verdict => ({
  ...atField(input, key),
  message: message('rules.common.not-stated', { item: message(`template.fields.${key}`) }),
});
