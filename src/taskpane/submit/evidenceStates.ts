import type { Case, EvidenceRow } from '../../core/case/types';
import { citedFiles, evidenceHashes, evidenceName } from '../../core/package/evidence';
import { PATHS } from '../../core/package/bag/layout';
import type { PackageFile } from '../../core/package/packageFile';
import type { Digest } from '../../core/ports';
import { nameKey } from '../../core/package/zip/names';
import './texts';

/**
 * `absent`: no such file was chosen. `matches`: the file has the SHA-256 that the workbook states. `differs`: it has another one. `unhashed`: the
 * workbook states none.
 */
export type EvidenceState = 'absent' | 'matches' | 'differs' | 'unhashed';

export interface EvidenceAtHand {
  readonly row: EvidenceRow & { readonly file: string };
  readonly state: EvidenceState;
  /** SHA-256 of the chosen file. */
  readonly sha256: string | null;
}

export interface HashedFile extends PackageFile {
  readonly sha256: string;
}

/** @returns what the workbook cites, in sheet order, and the chosen files that it does not cite */
export function evidenceAtHand(
  stated: Case,
  chosen: readonly HashedFile[],
): { readonly cited: readonly EvidenceAtHand[]; readonly uncited: readonly string[] } {
  const byName = new Map(chosen.map((file) => [nameKey(evidenceName(file.path)), file]));
  const rows = citedFiles(stated);
  const cited = rows.map((row): EvidenceAtHand => {
    const file = byName.get(nameKey(evidenceName(row.file)));
    return { row, state: stateOf(row, file), sha256: file?.sha256 ?? null };
  });
  const names = new Set(rows.map(({ file }) => nameKey(evidenceName(file))));
  return {
    cited,
    uncited: chosen.filter(({ path }) => !names.has(nameKey(evidenceName(path)))).map(({ path }) => path),
  };
}

/**
 * A chosen file has a name without its folders: it goes where the workbook cites a file of that name.
 * @param name of the chosen file
 */
export function pathOf(stated: Case, name: string): string {
  const key = nameKey(evidenceName(name));
  const places = citedFiles(stated).filter(({ file }) => nameKey(evidenceName(file)).split('/').at(-1) === key);
  return places.length === 1 ? evidenceName(places[0]!.file) : evidenceName(name);
}

/** @returns the evidence among the files of a package, named as its workbook cites it, each with its SHA-256 */
export async function hashedEvidence(files: readonly PackageFile[], digest: Digest): Promise<readonly HashedFile[]> {
  const hashes = await evidenceHashes(files, digest);
  return files.flatMap(({ path, bytes }) => {
    const name = path.slice(PATHS.evidence.length);
    const sha256 = path.startsWith(PATHS.evidence) ? hashes.get(name) : undefined;
    return sha256 === undefined ? [] : [{ path: name, bytes, sha256 }];
  });
}

function stateOf({ sha256 }: EvidenceRow, file: HashedFile | undefined): EvidenceState {
  if (!file) return 'absent';
  const stated = sha256?.trim().toLowerCase() ?? '';
  if (stated === '') return 'unhashed';
  return stated === file.sha256 ? 'matches' : 'differs';
}
