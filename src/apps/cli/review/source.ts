import { nodeFiles } from '../../../adapters/node/fileStore';
import { evaluateWorkbook, type EvaluatedWorkbook } from '../../../core/package/evaluated';
import { evidenceHashes, packedEvidence } from '../../../core/package/evidence';
import { openPackage } from '../../../core/package/open';
import { openSubmitted } from '../../../core/package/rounds/submitted';
import { PATHS } from '../../../core/package/bag/layout';
import { recordWith } from '../../../core/package/rounds/roundFacts';
import type { VerifyTools } from '../../../core/package/verify/context';
import type { Entry } from '../../../core/review/decisions/entries';
import type { InputChange } from '../../../core/review/criteria/rule';
import { inputChangesOf } from '../../../core/review/rounds/inputChanges';
import { evidenceBelow } from '../commands/pack';

/** What is reviewed: a workbook, or a package with the workbook in it. */
export interface ReviewSource {
  readonly evaluated: EvaluatedWorkbook;
  /** Id of the package; `null` for a workbook. */
  readonly package: string | null;
  /** Ids of the packages before it, as it tells them. */
  readonly earlier: readonly string[];
  /** The record that it brings along. */
  readonly entries: readonly Entry[];
  /** Of a package that follows another one. */
  readonly changes: readonly InputChange[] | null;
  /** SHA-256 by name; `null` where no evidence is at hand. */
  readonly evidence: ReadonlyMap<string, string> | null;
  /** Number of the submission, where a package tells it. */
  readonly submission: number;
  /** Bytes of the workbook's file; `null` for a package, whose workbook stays as it is. */
  readonly workbook: Uint8Array | null;
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** A package has a `package.json`, a workbook has none. */
export function isPackage(bytes: Uint8Array, { inflate }: VerifyTools): boolean {
  if (!isZip(bytes)) return false;
  const opening = openPackage(bytes, inflate);
  return opening.ok && opening.value.files.some(({ path }) => path === PATHS.info);
}

/**
 * @param evidence folder of the files that a workbook cites; a package has its own
 * @throws KmcError for what is neither
 */
export async function reviewSource(file: string, tools: VerifyTools, evidence?: string): Promise<ReviewSource> {
  const bytes = await nodeFiles.read(file);
  if (isPackage(bytes, tools)) return ofPackage(bytes, tools);
  const evaluated = await evaluateWorkbook(bytes, tools.open, tools.recalculator);
  return {
    ...{ evaluated, package: null, earlier: [], changes: null, submission: 1, workbook: bytes },
    entries: recordWith(evaluated, null),
    evidence: evidence === undefined ? null : await evidenceIn(evidence, evaluated, tools),
  };
}

async function ofPackage(bytes: Uint8Array, tools: VerifyTools): Promise<ReviewSource> {
  const { id, reviewed, steps, review, evidence } = await openSubmitted(bytes, tools);
  const last = steps.at(-1);
  return {
    ...{ evaluated: reviewed, package: id, submission: steps.length + 1, workbook: null, evidence },
    earlier: steps.map((step) => step.package),
    entries: recordWith(reviewed, review),
    changes: last ? inputChangesOf(last.changes) : null,
  };
}

async function evidenceIn(
  folder: string,
  { outcome }: EvaluatedWorkbook,
  { digest }: VerifyTools,
): Promise<ReadonlyMap<string, string>> {
  const { files } = packedEvidence(outcome.case, await evidenceBelow(folder));
  return evidenceHashes(files, digest);
}
