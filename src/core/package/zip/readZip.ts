import type { Inflate } from '../../ports';
import { LIMITS } from '../limits';
import type { PackageFile } from '../packageFile';
import { utf8Text } from '../utf8';
import { fault, type Fault } from '../verify/fault';
import { CENTRAL_HEADER, DEFLATED, ENCRYPTED, END_RECORD, LOCAL_HEADER, STORED } from './layout';
import { isSafePath, nameKey } from './names';

/** The files of a container, or why it is not opened. */
export type ZipReading =
  { readonly ok: true; readonly files: readonly PackageFile[] } | { readonly ok: false; readonly fault: Fault };

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** A reading that cannot go on, inside this file only. */
class Refused extends Error {
  constructor(readonly fault: Fault) {
    super(fault.code);
  }
}

const refuse = (...of: Parameters<typeof fault>): never => {
  throw new Refused(fault(...of));
};

/**
 * Opens a ZIP container that may be anybody's. Sizes, names and kinds are held against the limits before anything is unpacked. Stored
 * files are views of `bytes`. Checksums are not looked at: the manifests' SHA-256 say more.
 * @param inflate unpacks what a mail gateway may have packed
 */
export function readZip(bytes: Uint8Array, inflate: Inflate): ZipReading {
  try {
    if (bytes.length > LIMITS.fileBytes) refuse('too-large', null, { limit: megabytes(LIMITS.fileBytes) });
    const entries = readDirectory(bytes);
    requireSoundNames(entries);
    requireSizes(entries);
    const files = entries.filter(({ name }) => !name.endsWith('/')).map((entry) => contentOf(bytes, entry, inflate));
    return { ok: true, files };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, fault: error.fault };
    throw error;
  }
}

const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);
const LONGEST_COMMENT = 0xffff;
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_RECORD.length - LONGEST_COMMENT);
  for (let at = view.byteLength - END_RECORD.length; at >= first; at--)
    if (view.getUint32(at, true) === END_RECORD.signature) return at;
  return refuse('not-a-package');
}

function readDirectory(bytes: Uint8Array): readonly Entry[] {
  const view = viewOf(bytes);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.files) refuse('too-many-files', null, { count, limit: LIMITS.files });
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: count }, () => {
    const sound = at + CENTRAL_HEADER.length <= end && view.getUint32(at, true) === CENTRAL_HEADER.signature;
    if (!sound) refuse('container-damaged');
    const start = at;
    at += CENTRAL_HEADER.length + view.getUint16(at + 28, true) + view.getUint16(at + 30, true);
    at += view.getUint16(start + 32, true);
    if (at > end) refuse('container-damaged');
    return entryAt(bytes, view, start);
  });
}

const UNIX = 3;
const KIND_OF_FILE = 0xf000;
const LINK = 0xa000;

function entryAt(bytes: Uint8Array, view: DataView, at: number): Entry {
  const nameBytes = bytes.subarray(
    at + CENTRAL_HEADER.length,
    at + CENTRAL_HEADER.length + view.getUint16(at + 28, true),
  );
  const name =
    utf8Text(nameBytes) ?? refuse('unsafe-name', null, { name: String.fromCharCode(...nameBytes.subarray(0, 60)) });
  const isUnix = view.getUint8(at + 5) === UNIX;
  if (isUnix && (view.getUint16(at + 40, true) & KIND_OF_FILE) === LINK) refuse('link-inside', name);
  if (view.getUint16(at + 8, true) & ENCRYPTED) refuse('container-damaged');
  return {
    name,
    method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}

function requireSoundNames(entries: readonly Entry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    if (!isSafePath(name.endsWith('/') ? name.slice(0, -1) : name)) refuse('unsafe-name', null, { name });
    if (seen.has(nameKey(name))) refuse('repeated-name', name);
    seen.add(nameKey(name));
  }
}

function requireSizes(entries: readonly Entry[]): void {
  let [total, unpacked] = [0, 0];
  for (const { name, method, packed, size } of entries) {
    total += size;
    if (method !== STORED) unpacked += size;
    else if (packed !== size) refuse('container-damaged', name);
    const tooTight = method !== STORED && size > LIMITS.ratioFromBytes && size > packed * LIMITS.ratio;
    if (tooTight || unpacked > LIMITS.unpackedBytes) refuse('packed-too-tightly', name, { size: megabytes(unpacked) });
  }
  if (total > LIMITS.totalBytes) refuse('too-large', null, { limit: megabytes(LIMITS.totalBytes) });
}

function contentOf(bytes: Uint8Array, entry: Entry, inflate: Inflate): PackageFile {
  const view = viewOf(bytes);
  const { name, offset, packed, size, method } = entry;
  const readable =
    offset + LOCAL_HEADER.length <= bytes.length && view.getUint32(offset, true) === LOCAL_HEADER.signature;
  if (!readable) return refuse('container-damaged', name);
  const start = offset + LOCAL_HEADER.length + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) return refuse('container-damaged', name);
  const content = bytes.subarray(start, start + packed);
  if (method === STORED) return { path: name, bytes: content };
  const unpacked = method === DEFLATED ? inflate(content, size) : null;
  return unpacked ? { path: name, bytes: unpacked } : refuse('container-damaged', name);
}
