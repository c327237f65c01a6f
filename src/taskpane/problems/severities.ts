import type { Problem, Severity } from '../../core/case/types';

/** The most pressing first. */
export const SEVERITIES: readonly Severity[] = ['block', 'warn', 'info'];

export const countOf = (problems: readonly Problem[], wanted: Severity) =>
  problems.filter(({ severity }) => severity === wanted).length;
