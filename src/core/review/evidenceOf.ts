import { citedIds } from '../case/citedIds';
import type { Case, EvidenceRow, PlainRow } from '../case/types';
import { EVIDENCE_FIELDS } from './criteria/citedEvidence';
import { criterionOf, tablesOf } from './criterionOf';
import type { Criterion } from './finding';

/** @returns the documents that the tables and fields of a review item cite, each once, in the order of the evidence table */
export function evidenceOf(read: Case, criterion: Criterion): readonly EvidenceRow[] {
  if (criterion === 'G') return read.evidence;
  const rows = tablesOf(criterion).flatMap((table) => ROWS[table]?.(read) ?? []);
  const inFields = EVIDENCE_FIELDS.filter((key) => criterionOf('KmcCase', key) === criterion);
  const cited = new Set([
    ...rows.flatMap(({ evidence }) => citedIds(evidence)),
    ...inFields.flatMap((key) => citedIds(read.fields[key]?.text)),
  ]);
  return read.evidence.filter(({ ref }) => cited.has(ref.id));
}

type Citing = readonly { readonly evidence: string | null }[];

const ofPlainRow = ({ values }: PlainRow) => ({ evidence: values['evidence'] ?? null });

const ROWS: Readonly<Record<string, (read: Case) => Citing>> = {
  KmcBaseline: ({ baseline }) => baseline.lines,
  KmcProduct: ({ product }) => product.lines,
  KmcSideEffects: ({ sideEffects }) => sideEffects.lines,
  KmcSales: ({ sales }) => sales,
  KmcContribution: ({ contribution }) => contribution,
  KmcMix: ({ mix }) => mix,
  KmcParameters: ({ parameters }) => parameters,
  KmcYears: ({ ages }) => ages,
  KmcFactorPaths: ({ factorPaths }) => factorPaths,
  KmcExclusions: ({ exclusions }) => exclusions.map(ofPlainRow),
  KmcAllocation: ({ allocation }) => allocation.map(ofPlainRow),
};
