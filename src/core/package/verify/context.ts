import { assess } from '../../calculation/assess';
import { loadProfile, type Profile } from '../../calculation/profile';
import { variationsOf } from '../../calculation/variations';
import { KmcError, message, type Message } from '../../message';
import type { Digest, Inflate } from '../../ports';
import { PATHS } from '../bag/layout';
import { assessmentDocument } from '../documents/assessment';
import type { AssessmentDocument } from '../documents/assessmentShape';
import { isBuiltIn } from '../documents/documentsOf';
import { evaluateWorkbook } from '../evaluated';
import { evidenceHashes } from '../evidence';
import type { OpenedPackage, PackageDocuments } from '../open';
import type { PackTools } from '../pack';
import { roundFacts } from '../rounds/roundFacts';
import type { ReviewFile } from '../../review/decisions/reviewFile';
import type { Submitted } from '../rounds/submitted';
import { reviewWorkbook, type ReviewedWorkbook } from '../reviewed';
import type { FaultCode } from './codes';

/** What verifying needs of its host. */
export interface VerifyTools extends PackTools {
  readonly digest: Digest;
  readonly inflate: Inflate;
}

/** What is not in a package and can be held against it. */
export interface Beside {
  /** The package before: with it the list of changes can be checked as a whole. */
  readonly earlier: Submitted | null;
  /** The reviewer's own file, as the reviewer has it. */
  readonly reviewers: ReviewFile | null;
}

/** What the checks share, each worked out once. */
export interface VerifyContext extends Beside {
  /** The container as it came. */
  readonly bytes: Uint8Array;
  readonly opened: OpenedPackage;
  readonly documents: PackageDocuments;
  readonly tools: VerifyTools;
  /**
   * @returns the assessment of the packaged case; `null` where the case cannot be read
   * @throws RangeError for values that nothing can be worked out from
   */
  readonly recomputed: () => AssessmentDocument | null;
  /** The packaged workbook read and reviewed anew, or why it cannot be. */
  readonly workbook: Evaluation;
}

/** A reason that is a message is the workbook's own fault. */
export type Evaluation =
  | { readonly ok: true; readonly value: ReviewedWorkbook }
  | { readonly ok: false; readonly reason: Message | NotOpened };

/** Nobody asked for the workbook to be opened, or there is nothing sound to compare it with. */
export type NotOpened = 'not-opened' | 'document-broken';

/** @param withWorkbook whether the packaged workbook is opened, which takes most of the time */
export async function contextOf(
  bytes: Uint8Array,
  opened: OpenedPackage,
  tools: VerifyTools,
  withWorkbook: boolean,
): Promise<VerifyContext> {
  const { documents } = opened;
  const workbook = await evaluationOf(opened, tools, withWorkbook);
  return {
    bytes,
    opened,
    documents,
    tools,
    recomputed: () => recomputedOf(documents),
    workbook,
    earlier: null,
    reviewers: null,
  };
}

const UNREAD: readonly FaultCode[] = ['json-invalid', 'shape-differs'];

export const fileOf = ({ files }: OpenedPackage, path: string): Uint8Array | null =>
  files.find((file) => file.path === path)?.bytes ?? null;

async function evaluationOf(opened: OpenedPackage, tools: VerifyTools, withWorkbook: boolean): Promise<Evaluation> {
  if (!withWorkbook) return { ok: false, reason: 'not-opened' };
  // A package that fails already gets no more of the machine's time than it must.
  if (opened.faults.some(({ code }) => UNREAD.includes(code))) return { ok: false, reason: 'document-broken' };
  const bytes = fileOf(opened, PATHS.workbook);
  if (bytes === null) return { ok: false, reason: message('package.no-workbook') };
  try {
    const evaluated = await evaluateWorkbook(bytes, tools.open, tools.recalculator);
    const facts = roundFacts(evaluated, opened.documents);
    return { ok: true, value: reviewWorkbook(evaluated, await evidenceHashes(opened.files, tools.digest), facts) };
  } catch (error) {
    if (error instanceof KmcError) return { ok: false, reason: error.detail };
    if (error instanceof RangeError)
      return { ok: false, reason: message('package.not-worked-out', { reason: error.message }) };
    throw error;
  }
}

function recomputedOf({ reading, profile }: PackageDocuments): AssessmentDocument | null {
  if (!reading) return null;
  const foreign = profile && !isBuiltIn(profile) ? foreignProfile(profile) : undefined;
  const assessment = assess(reading, foreign);
  return assessmentDocument({ assessment, variations: variationsOf(reading, foreign, assessment).variations });
}

/** A profile of another version of the product. */
function foreignProfile(profile: NonNullable<PackageDocuments['profile']>): Profile | undefined {
  try {
    return loadProfile(profile);
  } catch {
    return undefined;
  }
}
