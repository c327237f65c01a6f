import { PATHS } from '../bag/layout';
import { citedFiles, evidenceName } from '../evidence';
import { nameKey } from '../zip/names';
import { NONE_THERE, type Checked } from './compared';
import { fileOf, type VerifyContext } from './context';
import { fault, type Fault } from './fault';

/** Every file that the case cites is there with the hash it states, and no file that it does not cite. */
export async function checkEvidence(context: VerifyContext): Promise<Checked> {
  const { reading } = context.documents;
  if (!reading) return 'document-broken';
  const packed = context.opened.files.map(({ path }) => path).filter((path) => path.startsWith(PATHS.evidence));
  const byKey = new Map(packed.map((path) => [nameKey(path), path]));
  const rows = citedFiles(reading.case);
  if (rows.length + packed.length === 0) return NONE_THERE;
  const faults: Fault[] = [];
  const cited = new Set<string>();
  for (const { ref, file, sha256 } of rows) {
    const name = PATHS.evidence + evidenceName(file);
    const path = byKey.get(nameKey(name));
    cited.add(nameKey(name));
    if (path === undefined) faults.push(fault('evidence-missing', name, { id: ref.id }));
    else faults.push(...(await hashFaults(context, path, ref.id, sha256)));
  }
  return [
    ...faults,
    ...packed.filter((path) => !cited.has(nameKey(path))).map((path) => fault('evidence-unlisted', path)),
  ];
}

async function hashFaults(
  { opened, tools }: VerifyContext,
  path: string,
  id: string,
  stated: string | null,
): Promise<readonly Fault[]> {
  if (stated === null) return [fault('evidence-unhashed', path, { id })];
  const isSame = (await tools.digest(fileOf(opened, path)!)) === stated.trim().toLowerCase();
  return isSame ? [] : [fault('evidence-differs', path, { id })];
}
