import type { WorkbookEdit } from '../../workbook/edit';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { KmcError, message } from '../../message';
import { basisText } from './basis';
import type { Entry, DecisionState } from './entries';
import type { BasisFinder } from './standing';
import { recordEdits } from './store';

/** Who writes, when, in which round of review; `on` is a criterion or the id of a finding. */
export interface Writing {
  readonly on: string;
  readonly by: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly round: number;
  /** Comment, reason or reply. */
  readonly text: string;
}

/**
 * A reviewer's decision, with the fingerprint of what it rests on now.
 * @throws KmcError where the workbook has no such finding
 */
export const decision = (bases: BasisFinder, writing: Writing & { readonly state: DecisionState }): Entry => ({
  kind: 'decision',
  ...writing,
  basis: requireBasis(bases, writing.on),
});

/** An author's reason for a warning, with the fingerprint of what it rests on now. @throws KmcError as `decision` */
export const reason = (bases: BasisFinder, writing: Writing): Entry => ({
  kind: 'reason',
  ...writing,
  basis: requireBasis(bases, writing.on),
});

/** An author's reply to a decision. */
export const reply = (writing: Writing): Entry => ({ kind: 'reply', ...writing });

function requireBasis(bases: BasisFinder, on: string): string {
  const basis = bases.of(on);
  if (!basis) throw new KmcError(message('decisions.no-finding', { id: on }));
  return basisText(basis);
}

/** @returns edits that write entries into the workbook's review record; entries of the same kind, thing and round are replaced */
export const decide = (snapshot: WorkbookSnapshot, ...entries: readonly Entry[]): readonly WorkbookEdit[] =>
  recordEdits(snapshot, entries);
