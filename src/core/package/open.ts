import type { Reading } from '../case/types';
import type { ProfileFile } from '../calculation/profile';
import type { Inflate } from '../ports';
import { PATHS } from './bag/layout';
import { assessmentDocumentShape, type AssessmentDocument } from './documents/assessmentShape';
import { caseDocumentShape } from './documents/caseShape';
import { factorsShape, type FactorsDocument } from './documents/factors';
import { findingsShape, type FindingsDocument } from './documents/findings';
import { infoShape, type PackageInfo } from './documents/info';
import { profileShape } from './documents/profileShape';
import { publicShape, type PublicDocument } from './documents/publicDocument';
import { reviewFileShape } from './documents/reviewFileShape';
import type { ReviewFile } from '../review/decisions/reviewFile';
import { answersShape, type AnswersDocument } from './rounds/answers';
import { previousShape, type PreviousDocument } from './rounds/previous';
import type { Json } from './json';
import type { PackageFile } from './packageFile';
import { parseJson, WHOLE_ROOM, type JsonRoom } from './parseJson';
import { shapeFaults, type Shape } from './shape/shape';
import { fault, type Fault } from './verify/fault';
import { readZip } from './zip/readZip';

/** The documents of a package as values; `null` for one that is missing or not what it must be. */
export interface PackageDocuments {
  readonly info: PackageInfo | null;
  readonly reading: Reading | null;
  readonly assessment: AssessmentDocument | null;
  readonly findings: FindingsDocument | null;
  readonly factors: FactorsDocument | null;
  readonly profile: ProfileFile | null;
  readonly public: PublicDocument | null;
  readonly previous: PreviousDocument | null;
  readonly answers: AnswersDocument | null;
  readonly review: ReviewFile | null;
}

/** A package taken apart, nothing of it believed yet. */
export interface OpenedPackage {
  /** The one folder in the container; empty where the bag lies at its top. */
  readonly folder: string;
  /** In the order of the container, paths within the folder. */
  readonly files: readonly PackageFile[];
  /** Every document that is JSON at all, by path. */
  readonly json: ReadonlyMap<string, Json>;
  readonly documents: PackageDocuments;
  /** What keeps documents from being read. */
  readonly faults: readonly Fault[];
}

export type Opening =
  { readonly ok: true; readonly value: OpenedPackage } | { readonly ok: false; readonly fault: Fault };

/** Opens a package that may be anybody's. */
export function openPackage(bytes: Uint8Array, inflate: Inflate): Opening {
  const reading = readZip(bytes, inflate);
  if (!reading.ok) return reading;
  if (!reading.files.some(({ path }) => BAG.test(path))) return { ok: false, fault: fault('no-bag') };
  const folder = folderOf(reading.files);
  const files = reading.files.map(({ path, bytes: content }) => ({ path: pathWithin(folder, path), bytes: content }));
  return { ok: true, value: { folder, files, ...readDocuments(files) } };
}

/** What makes a container one of a bag at all: its declaration, or its content. */
const BAG = /^([^/]+\/)?(bagit\.txt$|data\/)/;

/**
 * A bag that was unpacked and packed again from within may lie at the top, and an operating system may have put a folder of its own beside it.
 */
function folderOf(files: readonly PackageFile[]): string {
  const folders = new Set(files.map(({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')));
  const declared = files.flatMap(({ path }) => /^([^/]+)\/bagit\.txt$/.exec(path)?.[1] ?? []);
  const [only] = folders.size === 1 ? folders : declared.length === 1 ? declared : [];
  return only ?? '';
}

/** What lies beside the bag is in no place that a file of the bag could have. */
function pathWithin(folder: string, path: string): string {
  if (folder === '') return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : `../${path}`;
}

type ReadDocuments = Pick<OpenedPackage, 'json' | 'documents' | 'faults'>;

function readDocuments(files: readonly PackageFile[]): ReadDocuments {
  const reader = new DocumentReader(files);
  const documents: PackageDocuments = {
    info: reader.read(PATHS.info, infoShape),
    reading: reader.read(PATHS.case, caseDocumentShape),
    assessment: reader.read(PATHS.assessment, assessmentDocumentShape),
    findings: reader.read(PATHS.findings, findingsShape),
    factors: reader.read(PATHS.factors, factorsShape),
    profile: reader.read(PATHS.profile, profileShape),
    public: reader.read(PATHS.public, publicShape),
    previous: reader.read(PATHS.previous, previousShape),
    answers: reader.read(PATHS.answers, answersShape),
    review: reader.read(PATHS.review, reviewFileShape),
  };
  return { json: reader.json, documents, faults: reader.faults };
}

/** Reads documents one after the other, as long as there is room for them. */
class DocumentReader {
  readonly json = new Map<string, Json>();
  readonly faults: Fault[] = [];
  private room: JsonRoom = WHOLE_ROOM;

  constructor(private readonly files: readonly PackageFile[]) {}

  read<T>(path: string, shape: Shape<T>): T | null {
    const file = this.files.find((one) => one.path === path);
    if (!file) return null;
    const parsed = parseJson(file.bytes, this.room);
    if (!parsed.ok) {
      this.faults.push(fault('json-invalid', path, { reason: parsed.message }));
      return null;
    }
    const { value, isCanonical, room } = parsed.value;
    this.room = room;
    if (!isCanonical) this.faults.push(fault('json-not-canonical', path));
    this.json.set(path, value);
    return this.decoded(path, shape, value);
  }

  private decoded<T>(path: string, shape: Shape<T>, value: Json): T | null {
    const unlike = shapeFaults(shape as Shape<unknown>, value);
    for (const { path: place, expected } of unlike)
      this.faults.push(fault('shape-differs', `${path}#${place}`, { expected }));
    return unlike.length === 0 ? shape.decode(value) : null;
  }
}
