import { KmcError, message, type Message } from '../../message';
import type { PackageInfo } from '../documents/info';
import { TAG_MANIFEST } from '../bag/layout';
import { openPackage } from '../open';
import type { ReviewedWorkbook } from '../reviewed';
import { checkBag } from '../verify/bagCheck';
import { contextOf, fileOf, type VerifyTools } from '../verify/context';
import type { Step } from './previous';

/** A package that was submitted before, read anew. */
export interface Earlier {
  /** SHA-256 of its tag manifest. */
  readonly id: string;
  readonly info: PackageInfo;
  /** What had changed before it, the oldest step first. */
  readonly steps: readonly Step[];
  readonly reviewed: ReviewedWorkbook;
}

/**
 * Opens the package before. Its hashes must hold, because what follows names it by its id; `verifyPackage` checks everything else.
 * @throws KmcError `package.earlier.*` for what is none, is the public version, was changed, or has no workbook that can be read
 */
export async function openEarlier(bytes: Uint8Array, tools: VerifyTools): Promise<Earlier> {
  const opening = openPackage(bytes, tools.inflate);
  if (!opening.ok) throw refused('unusable', { reason: opening.fault.message });
  const { documents } = opening.value;
  const { info, previous } = documents;
  if (info?.version === 'public') throw refused('public');
  const context = await contextOf(bytes, opening.value, tools, true);
  const [broken] = await checkBag(context);
  if (!info || broken) throw refused('changed', { reason: broken?.message ?? message('package.no-workbook') });
  if (!context.workbook.ok)
    throw refused('no-workbook', { reason: context.workbook.reason ?? message('package.no-workbook') });
  const id = await tools.digest(fileOf(opening.value, TAG_MANIFEST)!);
  return { id, info, steps: previous?.steps ?? [], reviewed: context.workbook.value };
}

const refused = (why: string, params: Message['params'] = {}): KmcError =>
  new KmcError(message(`package.earlier.${why}`, params));
