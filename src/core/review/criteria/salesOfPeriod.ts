import type { SalesRow } from '../../case/types';
import type { RuleInput } from './rule';

/** @returns the fiscal year counted, or `null` where the case does not say; then no sale belongs to it */
export const yearCounted = ({ case: source }: Pick<RuleInput, 'case'>): number | null =>
  source.fields['fiscalYear']?.number?.toNumber() ?? null;

/** Rows of the fiscal year counted, whatever their status and place. */
export function salesOfPeriod(input: Pick<RuleInput, 'case'>): readonly SalesRow[] {
  const year = yearCounted(input);
  return input.case.sales.filter(({ period }) => period !== null && period === year);
}
