import type { PackageFile } from '../packageFile';
import { utf8Bytes } from '../utf8';
import { crc32 } from '../../crc32';
import { CENTRAL_HEADER, END_RECORD, LOCAL_HEADER, NO_DATE, STORED, UTF8_NAME, VERSION } from './layout';

/**
 * A ZIP container of stored entries. The same files in the same order give the same bytes on every machine: no time, no owner, no
 * comment, nothing packed.
 * @param files in the order in which they are to lie; below 4 GB and 65,535 files, which the limits of a package keep to
 */
export function writeZip(files: readonly PackageFile[]): Uint8Array {
  const pieces = [...zipPieces(files)];
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** @returns the bytes of {@link writeZip} piece by piece, the files themselves among them, so that a large container need not be held twice */
export function* zipPieces(files: readonly PackageFile[]): Generator<Uint8Array> {
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { path, bytes } of files) {
    const entry: StoredEntry = { name: utf8Bytes(path), bytes, crc: crc32(bytes) };
    yield localHeader(entry);
    yield bytes;
    directory.push(centralHeader(entry, offset));
    offset += LOCAL_HEADER.length + entry.name.length + bytes.length;
  }
  yield* directory;
  yield endRecord(
    directory.length,
    offset,
    directory.reduce((sum, header) => sum + header.length, 0),
  );
}

interface StoredEntry {
  readonly name: Uint8Array;
  readonly bytes: Uint8Array;
  readonly crc: number;
}

function localHeader(entry: StoredEntry): Uint8Array {
  const header = new Uint8Array(LOCAL_HEADER.length + entry.name.length);
  const view = new DataView(header.buffer);
  view.setUint32(0, LOCAL_HEADER.signature, true);
  writeFacts(view, 4, entry);
  header.set(entry.name, LOCAL_HEADER.length);
  return header;
}

/** @param offset at which the entry's local header lies */
function centralHeader(entry: StoredEntry, offset: number): Uint8Array {
  const header = new Uint8Array(CENTRAL_HEADER.length + entry.name.length);
  const view = new DataView(header.buffer);
  view.setUint32(0, CENTRAL_HEADER.signature, true);
  view.setUint16(4, VERSION, true);
  writeFacts(view, 6, entry);
  view.setUint32(42, offset, true);
  header.set(entry.name, CENTRAL_HEADER.length);
  return header;
}

/** The 26 bytes that the local header and the directory share. */
function writeFacts(view: DataView, at: number, { name, bytes, crc }: StoredEntry): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8_NAME, true);
  view.setUint16(at + 4, STORED, true);
  view.setUint32(at + 6, NO_DATE << 16, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, bytes.length, true);
  view.setUint32(at + 18, bytes.length, true);
  view.setUint16(at + 22, name.length, true);
}

function endRecord(count: number, directory: number, length: number): Uint8Array {
  const record = new Uint8Array(END_RECORD.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, END_RECORD.signature, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, length, true);
  view.setUint32(16, directory, true);
  return record;
}
