import { AMOUNT_KINDS } from './amountKinds';
import { CASE_KINDS } from './caseKinds';
import { FACTOR_KINDS } from './factorKinds';
import { LINE_KINDS } from './lineKinds';
import type { MutationKind } from './mutation';

/** Mistakes in what an applicant types into the template's tables. */
export const CONTENT_KINDS: readonly MutationKind[] = [...AMOUNT_KINDS, ...FACTOR_KINDS, ...LINE_KINDS, ...CASE_KINDS];
