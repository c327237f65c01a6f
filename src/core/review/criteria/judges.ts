import { citations } from './citedEvidence';
import type { RuleInput } from './rule';

/** Whether both sides have lines: with one of them empty there is nothing to compare, and half of what is to be judged is missing. */
export const bothSides = ({ case: { baseline, product } }: RuleInput): boolean =>
  baseline.lines.length > 0 && product.lines.length > 0;

export const anyPartner = ({ case: { contribution } }: RuleInput): boolean => contribution.length > 0;

export const anySale = ({ case: { sales } }: RuleInput): boolean => sales.length > 0;

export const anyCitation = (input: RuleInput): boolean => citations(input).length > 0;
