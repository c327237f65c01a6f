import { PATHS } from '../bag/layout';
import { findingsDocument, findingsShape, openBlocking, type FindingsDocument } from '../documents/findings';
import { PRODUCT_VERSION } from '../../version';
import { isJsonObject, type Json } from '../json';
import type { NotChecked } from './codes';
import { byKey, compared, NONE_THERE, whyClosed, type Checked, type PartlyChecked } from './compared';
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
  if (isOther) return takenOnTrust(pair, faults.length);
  if (!known) return faults;
  const rest = (of: Members): Json => ({ state: of['state']!, criteria: of['criteria']!, notices: of['notices']! });
  return [...faults, ...compared('finding-differs', PATHS.findings, rest(expected), rest(found))];
}

/**
 * Rules may have come and gone from one version of the product to the next, so what differs is no fault. Nor is what agrees a proof: anybody can
 * write another version's name into a package. The findings therefore stay unchecked, and what this version would block is told.
 */
function takenOnTrust({ review, packed }: BothReviews, count: number): PartlyChecked {
  const stated = new Set(openBlocking(packed).map(({ id }) => id));
  const rules = openBlocking(review).flatMap(({ id, rule }) => (stated.has(id) ? [] : [rule]));
  const blocking = { count: rules.length, rules: [...new Set(rules)] };
  return {
    reason: 'other-software',
    faults: [
      ...(count === 0 ? [] : [fault('findings-of-other-version', PATHS.findings, { count })]),
      ...(rules.length === 0 ? [] : [fault('blocking-by-this-version', PATHS.findings, blocking)]),
    ],
  };
}

const withoutRecalculated = (findings: Json): Json =>
  (findings as readonly Json[]).filter((one) => !(isJsonObject(one) && RECALCULATED.test(String(one['rule']))));

const KEYS = ['on', 'round'];

/** Decisions, reasons and replies are those of the workbook; whatever they rest on is as it was. */
export function checkDecisions(context: VerifyContext): Checked {
  const pair = bothReviews(context);
  if (typeof pair === 'string') return pair;
  const { expected, found, review, packed } = pair;
  const all = [review, packed].flatMap(({ decisions, reasons, replies }) => [...decisions, ...reasons, ...replies]);
  if (all.length === 0) return NONE_THERE;
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
  /** As the rules find now. */
  readonly review: FindingsDocument;
  /** As the package says. */
  readonly packed: FindingsDocument;
}

function bothReviews({ workbook, documents, opened }: VerifyContext): BothReviews | NotChecked {
  if (!workbook.ok) return whyClosed(workbook);
  if (!documents.findings) return 'document-broken';
  const review = findingsDocument(workbook.value.review);
  return {
    expected: findingsShape.encode(review) as Members,
    found: opened.json.get(PATHS.findings) as Members,
    review,
    packed: documents.findings,
  };
}
