import { simulationOptions } from '../../core/analysis';
import { evidenceName } from '../../core/package/evidence';
import { recordState } from '../../core/analysisRecord';
import { basisFinder, standings } from '../../core/review/decisions/standing';
import { latest, type Entry } from '../../core/review/decisions/entries';
import { decisionsOf } from '../../core/review/decisions/store';
import { reportedTotals } from '../../core/review/criteria/reportedTotals';
import { findingOfFormula } from '../../core/review/findingsBeside';
import { formulaReviewParts, type FormulaReview } from '../../core/review/formulas/reviewFormulas';
import { placesOf } from '../../core/review/places';
import type { Finding, FindingSeverity } from '../../core/review/finding';
import { openSeverity, reviewParts, type Reviewed, type ReviewFacts } from '../../core/review/review';
import type { WorkbookHost } from '../../core/ports';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import type { Problem } from '../../core/case/types';
import { inputChanges } from '../../core/review/rounds/inputChanges';
import { answeredRemarks } from '../../core/review/rounds/remarks';
import type { Known } from '../outcome/followWorkbook';
import { settingOf } from '../result/settingOf';
import { rowsOf } from '../uncertainty/useSensitivity';
import { countOf } from './list/severities';
import { evidenceAtHand } from '../submit/evidenceStates';
import { simulated } from '../uncertainty/simulationRun';
import { NOTHING_BESIDE, type Beside } from './beside';

/** A review and the workbook it was made of, every sheet of it. */
export interface Found extends Reviewed {
  readonly of: Known;
  readonly snapshot: WorkbookSnapshot;
  readonly formulas: FormulaReview;
  /** How many more there are of each than reading and calculating tell. */
  readonly beyond: Readonly<Record<FindingSeverity, number>>;
  /** The workbook's own review record. */
  readonly entries: readonly Entry[];
}

/** Time that the pane may be kept from answering; parts are shorter mostly, and several are done at a stretch. */
const STRETCH_MS = 12;

/** Lets the pane answer before the next part is done. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** @returns `null` where it was ended between two parts */
async function inParts<T>(parts: Generator<void, T, void>, signal: AbortSignal): Promise<T | null> {
  let since = performance.now();
  for (;;) {
    const part = parts.next();
    if (part.done) return part.value;
    if (performance.now() - since < STRETCH_MS) continue;
    await pause();
    if (signal.aborted) return null;
    since = performance.now();
  }
}

/**
 * Reviews a workbook part by part, so that typing is answered in between.
 * @param signal ends it between two parts
 * @param beside what lies beside the workbook
 * @returns `null` where it was ended
 */
export async function found(
  known: Known,
  isCase: boolean,
  host: Pick<WorkbookHost, 'snapshot'>,
  signal: AbortSignal,
  beside: Beside = NOTHING_BESIDE,
): Promise<Found | null> {
  const snapshot = await host.snapshot('all');
  const facts = isCase ? { ...factsBeside(known, snapshot, beside), ...(await factsOf(known, snapshot, signal)) } : {};
  await pause();
  if (signal.aborted) return null;
  const formulas = await inParts(formulaReviewParts(snapshot), signal);
  if (!formulas) return null;
  const result = isCase
    ? await inParts(reviewParts(snapshot, known.outcome, { ...facts, formulas }), signal)
    : formulasReviewed(snapshot, known, formulas);
  if (!result) return null;
  const { findings } = result.review;
  const entries = decisionsOf(snapshot).entries;
  return { of: known, snapshot, formulas, entries, beyond: beyond(findings, known.outcome.problems), ...result };
}

function beyond(findings: readonly Finding[], problems: readonly Problem[]): Found['beyond'] {
  const open = findings.map((finding) => ({ severity: openSeverity(finding) }));
  const more = (severity: FindingSeverity) => countOf(open, severity) - countOf(problems, severity);
  return { block: more('block'), unknown: more('unknown'), warn: more('warn'), info: more('info') };
}

/** What the rules ask of the files at hand and of the submission before; where there is none they say so. */
function factsBeside({ outcome }: Known, snapshot: WorkbookSnapshot, { evidence, earlier }: Beside): ReviewFacts {
  const hashes = evidenceAtHand(outcome.case, evidence).cited.flatMap(({ row, sha256 }) =>
    sha256 === null ? [] : [[evidenceName(row.file), sha256] as const],
  );
  const before = earlier && { snapshot: earlier.snapshot, case: earlier.of.outcome.case };
  return {
    ...(evidence.length > 0 && { evidenceFiles: new Map(hashes), evidenceOpen: true }),
    ...(before && {
      changes: inputChanges(before, { snapshot, case: outcome.case }),
      remarks: answeredRemarks(decisionsOf(snapshot).entries),
    }),
  };
}

/** What the numbers' certainty rules ask for; the simulation is that of the result view, done in slices and once. */
async function factsOf({ outcome }: Known, snapshot: WorkbookSnapshot, signal: AbortSignal): Promise<ReviewFacts> {
  const { assessment } = outcome;
  const { models, settings } = assessment;
  const model = models.avoided ?? models.reduction;
  const told = {
    record: recordState(snapshot, assessment),
    reported: reportedTotals(snapshot, assessment),
  };
  if (!model) return told;
  try {
    const uncertainty = await simulated(model, simulationOptions(assessment), () => undefined, signal);
    const sensitivity = await rowsOf(model, settingOf(settings, 'sensitivityChange'));
    return { ...told, uncertainty, sensitivity };
  } catch {
    // Why there is none is said beside the result; the rules that ask for it say that they cannot decide.
    return told;
  }
}

/** A workbook that is no application: its formulas, and what was decided on them. */
function formulasReviewed(snapshot: WorkbookSnapshot, { outcome }: Known, formulas: FormulaReview): Reviewed {
  const places = placesOf(outcome.case);
  const findings = formulas.findings.map((finding) => findingOfFormula(finding, places));
  const bases = basisFinder({ snapshot, case: outcome.case, findings, formulas: formulas.unique });
  const { entries } = decisionsOf(snapshot);
  return {
    bases,
    review: {
      criteria: [],
      findings,
      decisions: standings([...latest(entries, 'decision').values()], bases),
      reasons: standings([...latest(entries, 'reason').values()], bases),
      replies: entries.filter((entry) => entry.kind === 'reply'),
      state: 'draft',
      notices: formulas.notices,
    },
  };
}
