import type { Entry } from '../../review/decisions/entries';
import { applicationOf } from '../../review/decisions/reviewFile';
import { decisionsOf } from '../../review/decisions/store';
import { unansweredOf } from '../../review/rounds/remarks';
import { statedNow } from '../../review/rounds/inputChanges';
import { PRODUCT_VERSION } from '../../version';
import { PATHS } from '../bag/layout';
import { reviewFileShape } from '../documents/reviewFileShape';
import { canonicalJson, isJsonObject, type Json } from '../json';
import { answersDocument, answersShape } from '../rounds/answers';
import { bindingOf } from '../rounds/binding';
import { previousShape, type Step } from '../rounds/previous';
import { previousDocument } from '../rounds/round';
import { decisionsIn, recordWith } from '../rounds/roundFacts';
import { byKey, compared, NONE_THERE, NOTHING, whyClosed, type Checked } from './compared';
import type { VerifyContext } from './context';
import { fault, type Fault } from './fault';

/**
 * The list of changes is what differs from the package before. Without that package only what the list says of this one can be checked, which
 * is told as not checked where nothing is wrong.
 */
export function checkChanges(context: VerifyContext): Checked {
  const { opened, documents, workbook, earlier } = context;
  if (!opened.files.some(({ path }) => path === PATHS.previous)) return NONE_THERE;
  if (!documents.previous) return 'document-broken';
  if (!workbook.ok) return whyClosed(workbook);
  const last = documents.previous.steps.at(-1);
  if (!last) return [fault('change-differs', PATHS.previous, { found: '0', expected: '1' })];
  if (!earlier) {
    const faults = contradictions(context, last);
    return faults.length > 0 ? faults : 'no-earlier-package';
  }
  if (earlier.id !== last.package)
    return [fault('previous-other', PATHS.previous, { found: earlier.id, expected: last.package })];
  const expected = previousShape.encode(previousDocument(earlier, workbook.value));
  const faults = compared('change-differs', PATHS.previous, expected, opened.json.get(PATHS.previous)!);
  if (isOfThisVersion(context)) return faults;
  return { reason: 'other-software', faults: faults.filter(({ path }) => !isOfRules(path)) };
}

/** Rules may have come and gone from one version of the product to the next. */
const isOfThisVersion = ({ documents: { info } }: VerifyContext): boolean => info?.software === PRODUCT_VERSION;

/** A hostile list may be as long as a package can be. */
const MOST_TOLD = 20;

const FINDINGS = '/changes/findings';

/** Findings and what they reopen follow from the rules. */
const isOfRules = (path: string | null): boolean => path !== null && /\/changes\/(findings|reopened)/.test(path);

/** What the list says of this package's own cells and findings, and is not so. */
function contradictions(context: VerifyContext, { changes }: Step): readonly Fault[] {
  const { workbook } = context;
  if (!workbook.ok) return [];
  const { snapshot, outcome, review } = workbook.value;
  const now = statedNow({ snapshot, case: outcome.case });
  const cells = changes.contents.flatMap((change, index) => {
    const stated = now(change);
    if (stated === undefined || stated === change.to) return [];
    const found = change.to ?? NOTHING;
    return [
      fault('change-differs', `${PATHS.previous}#/steps/-/changes/contents/${index}`, {
        found,
        expected: stated ?? NOTHING,
      }),
    ];
  });
  const ids = new Set(review.findings.map(({ id }) => id));
  const { opened, closed } = changes.findings;
  const gone = opened.filter(({ id }) => !ids.has(id)).map(({ id }) => ({ found: id, expected: NOTHING }));
  const there = closed.filter(({ id }) => ids.has(id)).map(({ id }) => ({ found: NOTHING, expected: id }));
  const byRules = isOfThisVersion(context) ? [...gone, ...there] : [];
  return [
    ...cells.slice(0, MOST_TOLD),
    ...byRules
      .slice(0, MOST_TOLD)
      .map((params) => fault('change-differs', `${PATHS.previous}#/steps/-${FINDINGS}`, params)),
  ];
}

/** Each remark has the answer that the workbook holds, the reviewer's decisions are the reviewer's, and their file is of the package before. */
export function checkAnswers(context: VerifyContext): Checked {
  const { opened, documents, workbook } = context;
  const has = (path: string): boolean => opened.files.some((file) => file.path === path);
  const brokenOnes = [PATHS.previous, PATHS.answers, PATHS.review].filter(
    (path) => has(path) && documents[DOCUMENT_OF[path]] === null,
  );
  if (brokenOnes.length > 0) return 'document-broken';
  if (!workbook.ok) return whyClosed(workbook);
  const always = [...reviewersFaults(context), ...decisionFaults(context)];
  if (documents.previous) return [...answerFaults(context), ...bindingFaults(context), ...always];
  const strays = [PATHS.answers, PATHS.review].filter(has).map((path) => fault('previous-missing', path));
  return strays.length + always.length === 0 ? NONE_THERE : [...strays, ...always];
}

const DOCUMENT_OF = { [PATHS.previous]: 'previous', [PATHS.answers]: 'answers', [PATHS.review]: 'review' } as const;

function answerFaults({ workbook, documents, opened }: VerifyContext): readonly Fault[] {
  if (!workbook.ok) return [];
  if (!documents.answers) return [fault('answer-missing', PATHS.answers, { id: PATHS.answers })];
  const expected = answersDocument(recordWith(workbook.value, documents.review), workbook.value.review);
  const remarks = (of: Json): Json => (isJsonObject(of) ? of['remarks']! : []);
  const open = unansweredOf(expected.remarks).map(({ number }) => String(number));
  return [
    ...byKey(
      'answer',
      `${PATHS.answers}#/remarks`,
      remarks(answersShape.encode(expected)),
      remarks(opened.json.get(PATHS.answers)!),
      ['number'],
    ),
    ...(open.length > 0 ? [fault('remark-unanswered', PATHS.answers, { numbers: open, count: open.length })] : []),
  ];
}

function bindingFaults({ workbook, documents: { review, previous } }: VerifyContext): readonly Fault[] {
  if (!workbook.ok || !review) return [];
  const before = previous!.steps.at(-1)?.package ?? null;
  const application = applicationOf(workbook.value.outcome.case);
  const { state } = bindingOf(review, { package: before, application });
  if (state === 'refused')
    return [
      fault('review-of-other-package', PATHS.review, { found: review.package ?? NOTHING, expected: before ?? NOTHING }),
    ];
  return state === 'same' ? [] : [fault('review-unbound', PATHS.review)];
}

/** Who reviewed has the file, too: what is in the package must be that. */
function reviewersFaults({ reviewers, opened }: VerifyContext): readonly Fault[] {
  if (!reviewers) return [];
  const found = opened.json.get(PATHS.review);
  const isSame = found !== undefined && canonicalJson(found) === canonicalJson(reviewFileShape.encode(reviewers));
  return isSame ? [] : [fault('review-differs', PATHS.review)];
}

/** A decision in the workbook that the reviewer's file has not, or has otherwise, is somebody else's. */
function decisionFaults({ workbook, documents: { review } }: VerifyContext): readonly Fault[] {
  if (!workbook.ok) return [];
  const own = decisionsIn(decisionsOf(workbook.value.stored));
  if (!review) return own.length > 0 ? [fault('decision-unbound', PATHS.workbook, { count: own.length })] : [];
  const reviewers = new Map(decisionsIn(review).map((entry) => [keyOf(entry), contentOf(entry)]));
  return own
    .filter((entry) => reviewers.get(keyOf(entry)) !== contentOf(entry))
    .map(({ on, round }) => fault('decision-not-reviewers', PATHS.workbook, { id: on, round }));
}

const keyOf = ({ on, round }: Entry): string => `${round} ${on}`;

/** Fields in one order, whatever the order they were written in. */
const contentOf = (entry: Entry): string => JSON.stringify(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)));
