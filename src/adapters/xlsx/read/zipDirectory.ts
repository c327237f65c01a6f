import { LIMITS } from './limits';
import { refuse } from './refuse';

/** One file in a zip, as the zip's directory states it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerOffset: number;
}

const END_SIGNATURE = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_LENGTH = 46;
const HEADER_SIGNATURE = 0x04034b50;
const HEADER_LENGTH = 30;
const ENCRYPTED = 1;
/** Stands where a number needs the 64-bit form, which a workbook below our limits never does. */
const IN_64_BITS = 0xffffffff;

/**
 * Reads a zip's directory and holds what it declares against the limits, before anything is unpacked.
 * @throws KmcError for a truncated or damaged zip, sizes beyond `LIMITS`, unsafe or repeated names
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  if (bytes.length > LIMITS.fileBytes) refuse('tooLarge', { limit: megabytes(LIMITS.fileBytes) });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.entries) refuse('tooManyParts', { count, limit: LIMITS.entries });
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry++) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY_SIGNATURE) refuse('damagedZip');
    entries.push(entryAt(view, bytes, at));
    at += ENTRY_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  requireSafeNames(entries);
  requireSizes(entries);
  return entries;
}

export const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return refuse('truncated');
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): ZipEntry {
  const nameStart = at + ENTRY_LENGTH;
  const name = decodedName(bytes.subarray(nameStart, nameStart + view.getUint16(at + 28, true)));
  if (view.getUint16(at + 8, true) & ENCRYPTED) refuse('encrypted');
  const entry: ZipEntry = {
    name,
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    headerOffset: view.getUint32(at + 42, true),
  };
  const numbers = [entry.packedSize, entry.size, entry.headerOffset];
  if (numbers.includes(IN_64_BITS)) refuse('zip64');
  return entry;
}

function decodedName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('unsafeName', { name: String.fromCharCode(...bytes.subarray(0, 60)) });
  }
}

/** Part names must stay inside the package and be told apart on every file system. */
function requireSafeNames(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const unsafe = name === '' || /^[/\\]|\\|^[A-Za-z]:|(^|\/)\.{1,2}(\/|$)|\/\/|[\u0000-\u001f]/.test(name); // eslint-disable-line no-control-regex
    if (unsafe) refuse('unsafeName', { name });
    if (seen.has(name.toLowerCase())) refuse('repeatedPart', { name });
    seen.add(name.toLowerCase());
  }
}

function requireSizes(entries: readonly ZipEntry[]): void {
  let total = 0;
  for (const { name, size, packedSize } of entries) {
    total += size;
    const tooTight = size > LIMITS.ratioFromBytes && size > packedSize * LIMITS.ratio;
    if (tooTight) refuse('bomb', { part: name, packed: megabytes(packedSize), size: megabytes(size) });
    if (size > LIMITS.partBytes) refuse('partTooLarge', { part: name, limit: megabytes(LIMITS.partBytes) });
  }
  if (total > LIMITS.totalBytes) refuse('tooLarge', { limit: megabytes(LIMITS.totalBytes) });
}

/** @returns the packed bytes of an entry */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = entry.headerOffset;
  const readable = header + HEADER_LENGTH <= bytes.length && view.getUint32(header, true) === HEADER_SIGNATURE;
  if (!readable) return refuse('damagedZip');
  const start = header + HEADER_LENGTH + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + entry.packedSize > bytes.length) refuse('damagedZip');
  return bytes.subarray(start, start + entry.packedSize);
}
