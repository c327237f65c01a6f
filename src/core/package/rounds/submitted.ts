import { KmcError, message, type Message } from '../../message';
import type { RoundDocuments } from '../documents/builder';
import type { PackageInfo } from '../documents/info';
import { PATHS, TAG_MANIFEST } from '../bag/layout';
import { evidenceHashes } from '../evidence';
import { openPackage } from '../open';
import type { ReviewedWorkbook } from '../reviewed';
import type { ReviewFile } from '../../review/decisions/reviewFile';
import { checkBag } from '../verify/bagCheck';
import { contextOf, fileOf, type VerifyTools } from '../verify/context';
import type { Step } from './previous';

/** A package that was submitted, read anew. */
export interface Submitted {
  /** SHA-256 of its tag manifest. */
  readonly id: string;
  readonly info: PackageInfo;
  /** What had changed before it, the oldest step first. */
  readonly steps: readonly Step[];
  readonly reviewed: ReviewedWorkbook;
  /** The reviewer's file that it answers; `null` where it has none. */
  readonly review: ReviewFile | null;
  /** What it says of the rounds before it. */
  readonly rounds: RoundDocuments;
  /** SHA-256 of the evidence in it, by name. */
  readonly evidence: ReadonlyMap<string, string>;
}

/**
 * Opens a package to go on from. Its hashes must hold, because what follows names it by its id; `verifyPackage` checks everything else.
 * @throws KmcError `package.submitted.*` for what is none, is the public version, was changed, or has no workbook that can be read
 */
export async function openSubmitted(bytes: Uint8Array, tools: VerifyTools): Promise<Submitted> {
  const opening = openPackage(bytes, tools.inflate);
  if (!opening.ok) throw refused('unusable', { reason: opening.fault.message });
  const { documents } = opening.value;
  const { info, previous, answers, review } = documents;
  if (!info) throw refused('unusable', { reason: message('package.faults.document-missing', { path: PATHS.info }) });
  if (info.version === 'public') throw refused('public');
  const context = await contextOf(bytes, opening.value, tools, true);
  const [broken] = await checkBag(context);
  if (broken) throw refused('changed', { reason: broken.message });
  if (!context.workbook.ok)
    throw refused('no-workbook', { reason: context.workbook.reason ?? message('package.no-workbook') });
  const id = await tools.digest(fileOf(opening.value, TAG_MANIFEST)!);
  const evidence = await evidenceHashes(opening.value.files, tools.digest);
  const rounds = { previous, answers };
  return { id, info, review, rounds, evidence, steps: previous?.steps ?? [], reviewed: context.workbook.value };
}

const refused = (why: string, params: Message['params'] = {}): KmcError =>
  new KmcError(message(`package.submitted.${why}`, params));
