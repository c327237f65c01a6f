import { PATHS, PAYLOAD, PUBLIC_REPORTS, REPORTS, ROUNDS } from '../bag/layout';
import { FORMAT_VERSION } from '../documents/info';
import { isBuiltIn, profileOf } from '../documents/documentsOf';
import { profileShape } from '../documents/profileShape';
import { differences } from '../differences';
import { PRODUCT_VERSION } from '../../version';
import type { NotChecked } from './codes';
import type { VerifyContext } from './context';
import { fault, type Fault } from './fault';

const NEEDED_IN_PUBLIC = [PATHS.public, PATHS.profile, PATHS.info];
const NEEDED = [PATHS.workbook, PATHS.case, PATHS.assessment, PATHS.findings, PATHS.factors, PATHS.profile, PATHS.info];

/** Every file a package must have is there and is what it must be, and there is no other. */
export function checkDocuments({ opened, documents }: VerifyContext): readonly Fault[] {
  const paths = opened.files.map(({ path }) => path).filter((path) => path.startsWith(PAYLOAD));
  const isPublic = documents.info?.version === 'public';
  const needed: readonly string[] = isPublic ? NEEDED_IN_PUBLIC : NEEDED;
  const known: readonly string[] = [...needed, ...(isPublic ? PUBLIC_REPORTS : [...REPORTS, ...ROUNDS])];
  const isEvidence = (path: string) => !isPublic && path.startsWith(PATHS.evidence);
  const unknown = paths.filter((path) => !known.includes(path) && !isEvidence(path));
  return [
    ...needed.filter((path) => !paths.includes(path)).map((path) => fault('document-missing', path)),
    ...unknown.map((path) => fault('document-unknown', path)),
    ...opened.faults,
  ];
}

export function checkVersion({ documents: { info } }: VerifyContext): readonly Fault[] | NotChecked {
  if (!info) return 'document-broken';
  if (info.formatVersion !== FORMAT_VERSION)
    return [fault('format-unknown', PATHS.info, { found: info.formatVersion, expected: FORMAT_VERSION })];
  if (info.software === PRODUCT_VERSION) return [];
  return [fault('software-other', PATHS.info, { found: info.software, expected: PRODUCT_VERSION })];
}

/** The choices of the method are those of the built-in profile of that name. */
export function checkProfile({ documents: { profile }, opened }: VerifyContext): readonly Fault[] | NotChecked {
  if (!profile) return 'document-broken';
  if (!isBuiltIn(profile)) return [fault('profile-unknown', PATHS.profile, { id: `${profile.id} ${profile.version}` })];
  const found = opened.json.get(PATHS.profile)!;
  return differences(profileShape.encode(profileOf(profile.id)!), found).map(({ path, expected, found: text }) =>
    fault('profile-differs', `${PATHS.profile}#${path}`, { expected: expected ?? '–', found: text ?? '–' }),
  );
}
