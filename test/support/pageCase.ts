import type { Reading } from '../../src/core/case/types';
import { Decimal } from '../../src/core/quantity/decimal';
import { reading, type CaseInput } from './caseBuilder';

/** The small case of a method page, as its JSON block holds it: JSON has no decimals, so a segment's k is a number. */
export interface PageCase extends Omit<CaseInput, 'segments'> {
  readonly segments?: readonly { readonly id: string; readonly functionalUnitsPerUnit: string | number }[];
}

/** @returns the case as the reader would give it */
export function pageReading({ segments = [], ...plain }: PageCase): Reading {
  return reading({
    ...plain,
    segments: segments.map(({ id, functionalUnitsPerUnit: k }) => ({ id, functionalUnitsPerUnit: new Decimal(k) })),
  });
}
