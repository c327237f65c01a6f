import { KmcError } from '../../message';
import { TAG_MANIFEST } from '../bag/layout';
import type { PackageInfo } from '../documents/info';
import { openPackage, type OpenedPackage } from '../open';
import { checkBag } from './bagCheck';
import { CHECKS, FAULTS, type CheckId, type NotChecked, type VerificationState } from './codes';
import { checkContainer } from './containerCheck';
import { checkCachedValues, checkFactors, checkInfo, checkLibrary, checkNumbers, checkWorkbook } from './contentChecks';
import { contextOf, fileOf, type Beside, type VerifyContext, type VerifyTools } from './context';
import { checkDocuments, checkProfile, checkVersion } from './documentChecks';
import { checkEvidence } from './evidenceCheck';
import type { Checked } from './compared';
import { fault, type Fault } from './fault';
import { checkReports } from './reportsCheck';
import { checkDecisions, checkFindings } from './reviewChecks';
import { checkAnswers, checkChanges } from './roundChecks';

export type CheckState = 'passed' | 'warned' | 'failed' | 'not-checked';

/** One check and everything it found. */
export interface Check {
  readonly id: CheckId;
  readonly state: CheckState;
  readonly faults: readonly Fault[];
  /** Why it was not made, or not to the end, or that there was nothing to check (`none-there`); `null` where it was made. */
  readonly reason: NotChecked | null;
}

/** All that was checked of a package. */
export interface Verification {
  readonly state: VerificationState;
  /** SHA-256 of the tag manifest, the name of this very package; `null` where there is none. */
  readonly id: string | null;
  readonly info: PackageInfo | null;
  /** Every check of {@link CHECKS}, in its order. */
  readonly checks: readonly Check[];
}

type Run = (context: VerifyContext) => Checked | Promise<Checked>;

/** What a public version holds nothing for. */
const NEEDS_ALL: readonly CheckId[] = [
  'numbers',
  'factors',
  'workbook',
  'cached-values',
  'findings',
  'decisions',
  'changes',
  'answers',
  'evidence',
];

const RUN: Readonly<Record<CheckId, Run>> = {
  container: checkContainer,
  bag: checkBag,
  documents: checkDocuments,
  version: checkVersion,
  profile: checkProfile,
  numbers: checkNumbers,
  factors: checkFactors,
  library: checkLibrary,
  workbook: checkWorkbook,
  'cached-values': checkCachedValues,
  findings: checkFindings,
  decisions: checkDecisions,
  changes: checkChanges,
  answers: checkAnswers,
  evidence: checkEvidence,
  'package-info': checkInfo,
  reports: checkReports,
};

/** A package and all that was checked of it. */
export interface CheckedPackage {
  readonly verification: Verification;
  /** `null` where nothing could be read. */
  readonly opened: OpenedPackage | null;
}

/**
 * Checks all that a package says and reports every check; it does not stop at the first fault.
 * @param bytes anybody's
 * @param withWorkbook false leaves the workbook closed and what rests on it unchecked, where many packages are looked at
 * @param beside what the person who verifies has at hand
 */
export const verifyPackage = async (
  bytes: Uint8Array,
  tools: VerifyTools,
  withWorkbook = true,
  beside: Partial<Beside> = {},
): Promise<Verification> => (await checkPackage(bytes, tools, withWorkbook, beside)).verification;

/** As {@link verifyPackage}, with the package itself for those who go on with it. */
export async function checkPackage(
  bytes: Uint8Array,
  tools: VerifyTools,
  withWorkbook = true,
  beside: Partial<Beside> = {},
): Promise<CheckedPackage> {
  const opening = openPackage(bytes, tools.inflate);
  if (!opening.ok) return { verification: unusable(opening.fault), opened: null };
  const opened = opening.value;
  const checks = await checksOf({ ...(await contextOf(bytes, opened, tools, withWorkbook)), ...beside });
  const tagManifest = fileOf(opened, TAG_MANIFEST);
  const id = tagManifest && (await tools.digest(tagManifest));
  return { verification: { state: worst(checks), id, info: opened.documents.info, checks }, opened };
}

async function checksOf(context: VerifyContext): Promise<readonly Check[]> {
  const isPublic = context.documents.info?.version === 'public';
  const checks: Check[] = [];
  for (const id of CHECKS) {
    const isLeftOut = isPublic && NEEDS_ALL.includes(id);
    checks.push(checkOf(id, isLeftOut ? 'public-version' : await attempt(RUN[id], context)));
  }
  return checks;
}

/** Forged values may be of the right shape and still beyond what anything can be worked out from. */
async function attempt(run: Run, context: VerifyContext): Promise<Checked> {
  try {
    return await run(context);
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof KmcError)) throw error;
    return [fault('not-understood', null, { reason: error.message })];
  }
}

function checkOf(id: CheckId, found: Checked): Check {
  if (typeof found === 'string') return { id, state: 'not-checked', faults: [], reason: found };
  const { faults, reason } = 'faults' in found ? found : { faults: found, reason: null };
  const isFailed = faults.some(({ code }) => FAULTS[code][1] !== 'warned');
  const made = faults.length === 0 ? 'passed' : 'warned';
  return {
    id,
    state: isFailed ? 'failed' : reason === null || reason === 'none-there' ? made : 'not-checked',
    faults,
    reason,
  };
}

function worst(checks: readonly Check[]): VerificationState {
  const states = new Set(checks.map(({ state }) => state));
  if (states.has('failed')) return 'failed';
  if (checks.some(({ reason }) => reason === 'other-software')) return 'other-version';
  if (states.has('not-checked')) return 'incomplete';
  return states.has('warned') ? 'warned' : 'passed';
}

function unusable(found: Fault): Verification {
  const checks = CHECKS.map((id): Check =>
    id === 'container'
      ? { id, state: 'failed', faults: [found], reason: null }
      : { id, state: 'not-checked', faults: [], reason: 'unreadable' },
  );
  return { state: 'unusable', id: null, info: null, checks };
}
