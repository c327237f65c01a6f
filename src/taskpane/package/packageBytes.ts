import { KmcError, message } from '../../core/message';
import { LIMITS } from '../../core/package/limits';

const MEGABYTE = 1_000_000;

/** A file that somebody chose, or one that was read before. */
export type ChosenFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/**
 * The bytes of a file that may be a package.
 * @throws KmcError for one that is larger than any package, before it is read, and for one that cannot be read
 */
export async function packageBytes(file: ChosenFile): Promise<Uint8Array> {
  if (file.size > LIMITS.fileBytes)
    throw new KmcError(message('package.faults.too-large', { limit: LIMITS.fileBytes / MEGABYTE }));
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new KmcError(message('submit.unreadable-file', { file: file.name }));
  }
}
