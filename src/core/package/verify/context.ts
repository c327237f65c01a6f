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
import { reviewWorkbook, type ReviewedWorkbook } from '../reviewed';

/** What verifying needs of its host. */
export interface VerifyTools extends PackTools {
  readonly digest: Digest;
  readonly inflate: Inflate;
}

/** What the checks share, each worked out once. */
export interface VerifyContext {
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

/** `reason` is `null` where nobody asked for the workbook to be opened. */
export type Evaluation =
  { readonly ok: true; readonly value: ReviewedWorkbook } | { readonly ok: false; readonly reason: Message | null };

/** @param withWorkbook whether the packaged workbook is opened, which takes most of the time */
export async function contextOf(
  bytes: Uint8Array,
  opened: OpenedPackage,
  tools: VerifyTools,
  withWorkbook: boolean,
): Promise<VerifyContext> {
  const { documents } = opened;
  const workbook: Evaluation = withWorkbook ? await evaluationOf(opened, tools) : { ok: false, reason: null };
  return {
    bytes,
    opened,
    documents,
    tools,
    recomputed: () => recomputedOf(documents),
    workbook,
  };
}

export const fileOf = ({ files }: OpenedPackage, path: string): Uint8Array | null =>
  files.find((file) => file.path === path)?.bytes ?? null;

async function evaluationOf(opened: OpenedPackage, tools: VerifyTools): Promise<Evaluation> {
  const bytes = fileOf(opened, PATHS.workbook);
  if (bytes === null) return { ok: false, reason: message('package.no-workbook') };
  try {
    const evaluated = await evaluateWorkbook(bytes, tools.open, tools.recalculator);
    return { ok: true, value: reviewWorkbook(evaluated, await evidenceHashes(opened.files, tools.digest)) };
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
