import { message, type Message } from '../message';
import type { Digest, Recalculator } from '../ports';
import { PATHS } from './bag/layout';
import { makeBag, type Bag } from './bag/makeBag';
import type { DocumentBuilder, PublicDocumentBuilder, RoundDocuments } from './documents/builder';
import { documentsOf, jsonFile, profileDocument } from './documents/documentsOf';
import { openBlocking } from './documents/findings';
import { infoOf, infoShape, publicInfo, type PackageInfo, type PackageVersion } from './documents/info';
import { isLicensed, publicDocument, publicShape, type PublicDocument } from './documents/publicDocument';
import type { Papers } from './documents/papers';
import { evaluateWorkbook, type WorkbookOpener } from './evaluated';
import { evidenceHashes, packedEvidence } from './evidence';
import type { HiddenContent } from './hiddenContent';
import type { PackageFile } from './packageFile';
import { reviewWorkbook, type ReviewedWorkbook } from './reviewed';
import { packedRound, roundFiles, type Round } from './rounds/round';
import { unansweredOf } from '../review/rounds/remarks';
import { sizeNotices } from './sizeNotices';
import type { WorkbookSnapshot } from '../workbook/snapshot';

/** What packing needs of its host. */
export interface PackTools {
  readonly digest: Digest;
  readonly open: WorkbookOpener;
  /** `null` where nothing recalculates: then the stored values stand. */
  readonly recalculator: Recalculator | null;
  /** `null` where no reports can be made. */
  readonly documents: DocumentBuilder | null;
  /** Paths of reports that are not made here although they are elsewhere; none where left out. */
  readonly unmade?: readonly string[];
  /** What a workbook holds that nobody sees in it; not looked for without it. */
  readonly hidden?: (bytes: Uint8Array, snapshot: WorkbookSnapshot) => readonly HiddenContent[];
  /** Reports of the public version; none are made without it. */
  readonly publicDocuments?: PublicDocumentBuilder | null;
  /** Papers beside a package, e.g. the letter to its author; none are made without it. */
  readonly papers?: Papers | null;
}

export interface Packed {
  /** The container. */
  readonly bytes: Uint8Array;
  /** Proposed file name: `<product>-<fiscal year>.kmc.zip`. */
  readonly fileName: string;
  /** SHA-256 of the tag manifest: the name of this very package. */
  readonly id: string;
  readonly info: PackageInfo;
  readonly reviewed: ReviewedWorkbook;
  /** What it says of the rounds before it. */
  readonly rounds: RoundDocuments;
  /** What the applicant should know before sending it. */
  readonly notices: readonly Message[];
}

/**
 * Packs a workbook as it stands; never refuses one that can be read. The same workbook and evidence give the same bytes.
 * @param workbook bytes of an .xlsx file, packed untouched
 * @param evidence paths relative to the evidence folder
 * @param version `public`: only what may be published, bound to the full package by its id
 * @param round the package before and the reviewer's answer to it; `null` for a first submission
 * @throws KmcError for what is no workbook, and for a reviewer's answer to another package
 */
export async function packWorkbook(
  workbook: Uint8Array,
  evidence: readonly PackageFile[],
  tools: PackTools,
  version: PackageVersion = 'full',
  round: Round | null = null,
): Promise<Packed> {
  const evaluated = await evaluateWorkbook(workbook, tools.open, tools.recalculator);
  const attached = packedEvidence(evaluated.reading.case, evidence);
  const packed = round && packedRound(evaluated, round);
  const reviewed = reviewWorkbook(evaluated, await evidenceHashes(attached.files, tools.digest), packed?.facts);
  const rounds = packed?.documents(reviewed) ?? FIRST;
  const more = [...attached.files, ...roundFiles(rounds, round?.review ?? null)];
  const full = await fullPackage(workbook, more, reviewed, rounds, tools);
  const made = version === 'full' ? full : await publicPackage(full, reviewed, tools);
  const hidden = version === 'full' ? (tools.hidden?.(workbook, evaluated.stored) ?? []) : [];
  const notices = [
    ...evaluated.notices,
    ...attached.notices,
    ...hidden.map(hiddenNotice),
    ...noticesOf(reviewed, version),
    ...roundNotices(rounds, round, reviewed),
    ...sizeNotices(made.bag.bytes.length, made.files),
  ];
  return { ...made.bag, info: made.info, fileName: `${made.bag.name}.kmc.zip`, reviewed, rounds, notices };
}

interface Made {
  readonly files: readonly PackageFile[];
  readonly bag: Bag;
  readonly info: PackageInfo;
}

const FIRST: RoundDocuments = { previous: null, answers: null };

async function fullPackage(
  workbook: Uint8Array,
  more: readonly PackageFile[],
  reviewed: ReviewedWorkbook,
  rounds: RoundDocuments,
  tools: PackTools,
): Promise<Made> {
  const files = [
    { path: PATHS.workbook, bytes: workbook },
    ...[...documentsOf(reviewed)].map(([path, value]) => jsonFile(path, value)),
    ...more,
    ...(await reportsOf(reviewed, tools.documents, rounds)),
  ];
  return bagOf(files, infoOf(reviewed.outcome, reviewed.review, pathsOf(files)), tools.digest);
}

async function publicPackage(full: Made, reviewed: ReviewedWorkbook, tools: PackTools): Promise<Made> {
  const published = publicDocument(reviewed);
  const files = [
    jsonFile(PATHS.public, publicShape.encode(published)),
    jsonFile(PATHS.profile, profileDocument(reviewed.outcome)),
    ...(await publicReportsOf(published, full.info, tools)),
  ];
  return bagOf(files, publicInfo(full.info, full.bag.id, pathsOf(files)), tools.digest);
}

/** Reports of a public version, in the workbook's language. */
export async function publicReportsOf(
  published: PublicDocument,
  { language, draft }: PackageInfo,
  { publicDocuments }: PackTools,
): Promise<readonly PackageFile[]> {
  return publicDocuments ? publicDocuments({ published, language: language ?? 'ja', draft }) : [];
}

const pathsOf = (files: readonly PackageFile[]): readonly string[] => files.map(({ path }) => path);

async function bagOf(files: readonly PackageFile[], info: PackageInfo, digest: Digest): Promise<Made> {
  const all = [...files, jsonFile(PATHS.info, infoShape.encode(info))];
  return { files: all, bag: await makeBag(all, info, digest), info };
}

/** Reports in the workbook's language. */
export async function reportsOf(
  { snapshot, outcome, analysis, review }: ReviewedWorkbook,
  documents: DocumentBuilder | null,
  rounds: RoundDocuments,
): Promise<readonly PackageFile[]> {
  if (!documents) return [];
  const language = outcome.case.language ?? 'ja';
  return documents({ snapshot, outcome, analysis, review, language, draft: openBlocking(review).length > 0, rounds });
}

/** Remarks without an answer, and that the package before seems to be of something else. */
function roundNotices(
  { answers }: RoundDocuments,
  round: Round | null,
  { outcome }: ReviewedWorkbook,
): readonly Message[] {
  if (!round || !answers) return [];
  const open = unansweredOf(answers.remarks).map(({ number }) => String(number));
  const then = round.earlier.info.productName;
  const now = outcome.case.fields['productName']?.text ?? null;
  return [
    ...(open.length > 0 ? [message('package.notices.unanswered', { numbers: open, count: open.length })] : []),
    ...(then === now ? [] : [message('package.notices.other-product', { then: then ?? '—', now: now ?? '—' })]),
  ];
}

/** Said as `package.hidden.<kind>`. */
const hiddenNotice = ({ kind, found }: HiddenContent): Message =>
  message(`package.hidden.${kind}`, { found: [...found], count: found.length });

/** What the applicant should know before the package leaves the house. */
function noticesOf({ stale, outcome }: ReviewedWorkbook, version: PackageVersion): readonly Message[] {
  const licensed = outcome.case.factors.filter(({ attributes }) => isLicensed(attributes)).map(({ ref }) => ref.id);
  const isFull = version === 'full';
  return [
    ...(stale && stale.length > 0 ? [message('package.notices.stale-values', { count: stale.length })] : []),
    ...(isFull && licensed.length > 0 ? [message('package.notices.licensed-factors', { ids: licensed })] : []),
    ...(isFull ? [] : [message('package.notices.two-numbers')]),
  ];
}
