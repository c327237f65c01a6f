import { message, type Message } from '../../message';
import type { ReviewedBook } from '../formulas/book';
import type { Check, Remark } from '../formulas/check';
import { certifiedCells, namedResults } from './certifiedCells';
import { countedTwice } from './countedTwice';
import { feedsNothing } from './feedsNothing';
import { hiddenFeeds } from './hiddenFeeds';
import { resultTree, type ResultTree } from './resultTree';

type Kind = Pick<Check, 'id' | 'severity' | 'certain'>;

export const FEEDS_NO_RESULT: Kind = { id: 'feeds-no-result', severity: 'warning', certain: true };
export const COUNTED_TWICE: Kind = { id: 'counted-twice', severity: 'warning', certain: true };
export const HIDDEN_FEEDS_RESULT: Kind = { id: 'hidden-feeds-result', severity: 'warning', certain: true };

export interface Feeding {
  readonly found: readonly { readonly kind: Kind; readonly remarks: readonly Remark[] }[];
  readonly tree: ResultTree | null;
  readonly notices: readonly Message[];
}

/**
 * What feeds the certified numbers, what feeds them twice, what does not feed them, and what of it is hidden.
 * @param named addresses of further results, as `Sheet1!B7`
 */
export function reviewFeeding(book: ReviewedBook, named: readonly string[]): Feeding {
  const given = namedResults(named, book.snapshot);
  const results = [...certifiedCells(book.snapshot), ...given.cells];
  if (results.length === 0) return { found: [], tree: null, notices: given.wrong };
  const rests = book.graph.all(results.map(({ cell }) => cell));
  const twice = countedTwice(rests, book);
  const untold = rests.untold.length > 0;
  return {
    found: [
      // Where it cannot be told what a formula reads, what seems to feed nothing may feed it.
      { kind: { ...FEEDS_NO_RESULT, certain: !untold }, remarks: feedsNothing(rests, book) },
      { kind: COUNTED_TWICE, remarks: twice.remarks },
      { kind: HIDDEN_FEEDS_RESULT, remarks: hiddenFeeds(rests, book) },
    ],
    tree: resultTree(results, rests, book),
    notices: [
      ...given.wrong,
      ...(untold ? [message('review.notice.tree-incomplete', { count: rests.untold.length })] : []),
      ...(twice.skipped > 0 ? [message('review.notice.sums-not-followed', { count: twice.skipped })] : []),
    ],
  };
}
