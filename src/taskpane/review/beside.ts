import * as React from 'react';
import type { HashedFile } from '../submit/evidenceStates';
import type { Found } from './run';

/** What lies beside the open workbook and the rules of review may look at. */
export interface Beside {
  /** Files chosen as evidence; none chosen, nobody knows what there is. */
  readonly evidence: readonly HashedFile[];
  /** The submission before this one, where its file has been opened. */
  readonly earlier: Pick<Found, 'snapshot' | 'of'> | null;
}

export const NOTHING_BESIDE: Beside = { evidence: [], earlier: null };

/** The same object as long as nothing is another one. */
export const useBeside = (evidence: Beside['evidence'], earlier: Beside['earlier']): Beside =>
  React.useMemo(() => ({ evidence, earlier }), [evidence, earlier]);
