import { message } from '../../../message';
import { answer, isBlankField, unanswered } from '../answers';
import { atField } from '../at';
import type { Rule, RuleInput, Verdict } from '../rule';

/** Tonnes for which credits were issued belong to whoever holds the credits. */
export const creditsDeducted: Rule = {
  id: 'credits-deducted',
  criterion: 'G',
  severity: 'warn',
  basis: 'framework',
  source: 'PCAF (2025): no double count of avoided emissions and carbon credits',
  check: (input) => {
    if (isBlankField(input, 'creditsIssued')) return [unanswered(input, 'creditsIssued')];
    return answer(input, 'creditsIssued') === 'yes' ? issued(input) : [];
  },
  examples: [
    { name: 'none', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'not-answered',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'creditsIssued', column: 'value', value: null }],
      says: 'unknown',
      at: { table: 'KmcCase', row: 'creditsIssued', column: 'value' },
    },
    {
      name: 'no-amount',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'creditsIssued', column: 'value', value: 'yes' }],
      says: 'warn',
      at: { table: 'KmcCase', row: 'creditsAmount', column: 'value' },
    },
    {
      name: 'with-amount',
      sample: 'radar',
      changes: [
        { table: 'KmcCase', row: 'creditsIssued', column: 'value', value: 'yes' },
        { table: 'KmcCase', row: 'creditsAmount', column: 'value', value: 5 },
      ],
      says: 'warn',
      at: { table: 'KmcCase', row: 'creditsAmount', column: 'value' },
    },
  ],
};

/** The calculation deducts nothing by itself; whoever states the number does, and says so. */
function issued(input: RuleInput): readonly Verdict[] {
  const at = atField(input, 'creditsAmount', 'creditsIssued');
  const amount = input.case.fields['creditsAmount']?.number;
  const avoided = input.assessment.avoided.value;
  if (!amount) return [{ ...at, message: message('rules.credits-deducted.no-amount') }];
  const params = { credits: amount.toString() };
  if (avoided === null) return [{ ...at, message: message('rules.credits-deducted.issued', params) }];
  const left = avoided.minus(amount).toSignificantDigits(6).toString();
  return [{ ...at, message: message('rules.credits-deducted.left', { ...params, left }) }];
}
