import type { Case, EvidenceRow } from '../case/types';
import { message, type Message } from '../message';
import type { Digest } from '../ports';
import { PATHS } from './bag/layout';
import { hashesOf } from './bag/makeBag';
import type { PackageFile } from './packageFile';
import { isSafePath, nameKey } from './zip/names';

/** The files a case cites, as they go into the package, and what a person should know of the others. */
export interface PackedEvidence {
  readonly files: readonly PackageFile[];
  readonly notices: readonly Message[];
}

/** One spelling for one name: macOS hands over names taken apart, people type them composed. */
export const evidenceName = (file: string): string => file.trim().normalize('NFC').replaceAll('\\', '/');

/** What people write in the file column of a document that is not attached. */
const NO_FILE = ['none', 'なし', '該当なし', 'shown on site', '現地提示のみ', 'n/a', '-', '－', '—'];
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

/** @returns whether the cell names a file to be attached, and not an address or the statement that there is none */
const namesFile = (file: string | null): file is string =>
  file !== null && file.trim() !== '' && !NO_FILE.includes(file.trim().toLowerCase()) && !ADDRESS.test(file.trim());

/** Rows that cite a file. */
export const citedFiles = ({ evidence }: Case): readonly (EvidenceRow & { readonly file: string })[] =>
  evidence.filter((row): row is EvidenceRow & { readonly file: string } => namesFile(row.file));

/**
 * Only what the case cites is packed: a folder may hold what nobody means to hand over.
 * @param folder paths relative to the evidence folder
 */
export function packedEvidence(stated: Case, folder: readonly PackageFile[]): PackedEvidence {
  const cited = new Set(citedFiles(stated).map(({ file }) => nameKey(evidenceName(file))));
  const files = new Map<string, PackageFile>();
  const notices: Message[] = [];
  for (const { path, bytes } of folder) {
    const name = evidenceName(path);
    const key = nameKey(name);
    if (!cited.has(key)) notices.push(message('package.notices.evidence-not-cited', { file: name }));
    else if (!isSafePath(name) || files.has(key))
      notices.push(message('package.notices.evidence-name', { file: name }));
    else files.set(key, { path: PATHS.evidence + name, bytes });
  }
  return { files: [...files.values()], notices };
}

/** SHA-256 by name as the case cites it. @param files of a package, others than evidence are passed over */
export async function evidenceHashes(
  files: readonly PackageFile[],
  digest: Digest,
): Promise<ReadonlyMap<string, string>> {
  const evidence = files.filter(({ path }) => path.startsWith(PATHS.evidence));
  const named = evidence.map(({ path, bytes }) => ({ path: path.slice(PATHS.evidence.length), bytes }));
  return hashesOf(named, digest);
}
