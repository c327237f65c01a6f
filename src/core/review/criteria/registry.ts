import type { Rule } from './rule';
import { contributionType } from './rules/contributionType';

/** Every rule in the city's order: A1, A2, A3, B1, B2, B3, then G. One line a rule. */
export const RULES: readonly Rule[] = [
  // A1
  contributionType,
  // A2
  // A3
  // B1
  // B2
  // B3
  // G
];
