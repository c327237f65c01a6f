import type { Case, EvidenceRow } from '../case/types';
import { tablesOf } from './criterionOf';
import type { Criterion } from './finding';

/** @returns the documents that the tables of a review item cite, each once, in the order of the evidence table */
export function evidenceOf(read: Case, criterion: Criterion): readonly EvidenceRow[] {
  if (criterion === 'G') return read.evidence;
  const cited = new Set(
    tablesOf(criterion).flatMap((table) =>
      (ROWS[table]?.(read) ?? []).flatMap(({ evidence }) => (evidence === null ? [] : idsIn(evidence))),
    ),
  );
  return read.evidence.filter(({ ref }) => cited.has(ref.id));
}

type Citing = readonly { readonly evidence: string | null }[];

const ROWS: Readonly<Record<string, (read: Case) => Citing>> = {
  KmcBaseline: ({ baseline }) => baseline.lines,
  KmcProduct: ({ product }) => product.lines,
  KmcSideEffects: ({ sideEffects }) => sideEffects.lines,
  KmcSales: ({ sales }) => sales,
  KmcContribution: ({ contribution }) => contribution,
  KmcMix: ({ mix }) => mix,
  KmcParameters: ({ parameters }) => parameters,
};

/** A cell may cite several documents. */
const idsIn = (cell: string): readonly string[] => [cell, ...cell.split(/[\s,;、，；]+/)];
