import type { FindingSeverity } from '../../../core/review/finding';

/** The most pressing first. */
export const SEVERITIES: readonly FindingSeverity[] = ['block', 'unknown', 'warn', 'info'];

export const countOf = (found: readonly { readonly severity: FindingSeverity }[], wanted: FindingSeverity): number =>
  found.filter(({ severity }) => severity === wanted).length;
