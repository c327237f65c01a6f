import { PATHS } from '../bag/layout';
import { findingsDocument, findingsShape, type FindingsDocument } from '../documents/findings';
import { PRODUCT_VERSION } from '../../version';
import { isJsonObject, type Json } from '../json';
import type { NotChecked } from './codes';
import { byKey, compared, whyClosed, type Checked } from './compared';
import type { VerifyContext } from './context';
import { fault } from './fault';

/** Found by recalculating alone. */
const RECALCULATED = /^(formula\.stale-value|reading\.recalc\.)/;

type Members = { readonly [key: string]: Json };

/** The rules, run again, find the same. */
export function checkFindings(context: VerifyContext): Checked {
  const pair = bothReviews(context);
  if (typeof pair === 'string') return pair;
  const { expected, found } = pair;
  const known = context.workbook.ok && context.workbook.value.recalculation !== null;
  const comparable = (of: Members) => (known ? of['findings']! : withoutRecalculated(of['findings']!));
  const isOther = context.documents.info?.software !== PRODUCT_VERSION;
  const faults = byKey('finding', `${PATHS.findings}#/findings`, comparable(expected), comparable(found), ['id']);
  if (isOther) return faults.length === 0 ? [] : [otherVersion(faults.length)];
  if (!known) return faults;
  const rest = (of: Members): Json => ({ state: of['state']!, criteria: of['criteria']!, notices: of['notices']! });
  return [...faults, ...compared('finding-differs', PATHS.findings, rest(expected), rest(found))];
}

/** Rules may have come and gone from one version of the product to the next. */
const otherVersion = (count: number) => fault('findings-of-other-version', PATHS.findings, { count });

const withoutRecalculated = (findings: Json): Json =>
  (findings as readonly Json[]).filter((one) => !(isJsonObject(one) && RECALCULATED.test(String(one['rule']))));

const KEYS = ['on', 'round'];

/** Decisions, reasons and replies are those of the workbook; whatever they rest on is as it was. */
export function checkDecisions(context: VerifyContext): Checked {
  const pair = bothReviews(context);
  if (typeof pair === 'string') return pair;
  const { expected, found, review } = pair;
  const faults = ['decisions', 'reasons', 'replies'].flatMap((member) =>
    byKey('decision', `${PATHS.findings}#/${member}`, named(expected[member]!), named(found[member]!), KEYS),
  );
  const reopened = [...review.decisions, ...review.reasons].filter(({ status }) => status === 'reopened');
  return [
    ...faults,
    ...reopened.map(({ on, changes }) => fault('decision-reopened', PATHS.findings, { id: on, count: changes.length })),
  ];
}

/** What an entry is on stands one level deeper where its standing goes with it. */
const named = (entries: Json): Json =>
  (entries as readonly Members[]).map((one) => {
    const entry = one['entry'];
    return entry !== undefined && isJsonObject(entry) ? { ...one, round: entry['round']! } : one;
  });

interface BothReviews {
  readonly expected: Members;
  readonly found: Members;
  readonly review: FindingsDocument;
}

function bothReviews({ workbook, documents, opened }: VerifyContext): BothReviews | NotChecked {
  if (!workbook.ok) return whyClosed(workbook);
  if (!documents.findings) return 'document-broken';
  const review = findingsDocument(workbook.value.review);
  return {
    expected: findingsShape.encode(review) as Members,
    found: opened.json.get(PATHS.findings) as Members,
    review,
  };
}
