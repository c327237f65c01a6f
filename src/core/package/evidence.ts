import type { Case, EvidenceRow } from '../case/types';
import { message, type Message } from '../message';
import { PATHS } from './bag/layout';
import type { PackageFile } from './packageFile';
import { isSafePath, nameKey } from './zip/names';

/** The files a case cites, as they go into the package, and what a person should know of the others. */
export interface PackedEvidence {
  readonly files: readonly PackageFile[];
  readonly notices: readonly Message[];
}

/** One spelling for one name: macOS hands over names taken apart, people type them composed. */
export const evidenceName = (file: string): string => file.trim().normalize('NFC').replaceAll('\\', '/');

/** Rows that cite a file. */
export const citedFiles = ({ evidence }: Case): readonly (EvidenceRow & { readonly file: string })[] =>
  evidence.filter((row): row is EvidenceRow & { readonly file: string } => row.file !== null && row.file.trim() !== '');

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
