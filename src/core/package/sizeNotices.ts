import { message, type Message } from '../message';
import { LIMITS } from './limits';
import type { PackageFile } from './packageFile';

const MEGABYTE = 1_000_000;
const megabytes = (bytes: number): number => Math.round(bytes / MEGABYTE);
const sizeOf = (files: readonly PackageFile[]): number => files.reduce((sum, { bytes }) => sum + bytes.length, 0);

/**
 * What a package holds beyond what is opened again, see {@link LIMITS}: its maker must know before a reviewer meets it.
 * @param container bytes of the whole
 * @param files in it
 */
export function sizeNotices(container: number, files: readonly PackageFile[]): readonly Message[] {
  const documents = sizeOf(files.filter(({ path }) => path.endsWith('.json') && !path.includes('/evidence/')));
  return [
    ...tooLarge('package.notices.too-large', container, LIMITS.fileBytes),
    ...tooLarge('package.notices.documents-too-large', documents, LIMITS.jsonBytes),
    ...(files.length > LIMITS.files
      ? [message('package.notices.too-many-files', { count: files.length, limit: LIMITS.files })]
      : []),
  ];
}

const tooLarge = (code: string, size: number, limit: number): readonly Message[] =>
  size > limit ? [message(code, { size: megabytes(size), limit: megabytes(limit) })] : [];
