import type { RowRef } from '../../case/types';
import { citedIds } from '../../case/citedIds';
import type { RuleInput } from './rule';

/** Fields that name documents by their ids. */
export const EVIDENCE_FIELDS = ['expandabilityEvidence', 'uniquenessEvidence', 'innovationEvidence'] as const;

/** Where documents are cited: a row and the id it names. */
export interface Citation {
  readonly id: string;
  readonly ref: RowRef;
  /** Column in which the id stands. */
  readonly column: string;
}

/** Every citation of a document that reading accepted, in the order of the tables. */
export function citations({ case: source }: Pick<RuleInput, 'case'>): readonly Citation[] {
  const rows: readonly { readonly ref: RowRef; readonly evidence: string | null }[] = [
    ...source.baseline.lines,
    ...source.product.lines,
    ...source.sideEffects.lines,
    ...source.sales,
    ...source.contribution,
    ...source.mix,
    ...source.parameters,
    ...source.ages,
    ...source.factorPaths,
    ...[...source.exclusions, ...source.allocation].map(({ ref, values }) => ({
      ref,
      evidence: values['evidence'] ?? null,
    })),
  ];
  const cited = rows.flatMap(({ ref, evidence }) => citedIds(evidence).map((id) => ({ id, ref, column: 'evidence' })));
  const inFields = EVIDENCE_FIELDS.flatMap((key) => {
    const field = source.fields[key];
    return citedIds(field?.text).map((id) => ({ id, ref: field!.ref, column: 'value' }));
  });
  return [...cited, ...inFields];
}
