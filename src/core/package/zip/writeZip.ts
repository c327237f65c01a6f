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
  const entries = files.map(({ path, bytes }) => ({ name: utf8Bytes(path), bytes, crc: crc32(bytes) }));
  const whole = new Uint8Array(entries.reduce<number>((sum, entry) => sum + lengthOf(entry), END_RECORD.length));
  const view = new DataView(whole.buffer);
  let at = 0;
  const offsets = entries.map((entry) => {
    const offset = at;
    view.setUint32(at, LOCAL_HEADER.signature, true);
    writeFacts(view, at + 4, entry);
    whole.set(entry.name, at + LOCAL_HEADER.length);
    whole.set(entry.bytes, at + LOCAL_HEADER.length + entry.name.length);
    at += LOCAL_HEADER.length + entry.name.length + entry.bytes.length;
    return offset;
  });
  const directory = at;
  entries.forEach((entry, index) => {
    view.setUint32(at, CENTRAL_HEADER.signature, true);
    view.setUint16(at + 4, VERSION, true);
    writeFacts(view, at + 6, entry);
    view.setUint32(at + 42, offsets[index]!, true);
    whole.set(entry.name, at + CENTRAL_HEADER.length);
    at += CENTRAL_HEADER.length + entry.name.length;
  });
  writeEnd(view, at, entries.length, directory);
  return whole;
}

interface StoredEntry {
  readonly name: Uint8Array;
  readonly bytes: Uint8Array;
  readonly crc: number;
}

const lengthOf = ({ name, bytes }: StoredEntry): number =>
  LOCAL_HEADER.length + CENTRAL_HEADER.length + 2 * name.length + bytes.length;

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

function writeEnd(view: DataView, at: number, count: number, directory: number): void {
  view.setUint32(at, END_RECORD.signature, true);
  view.setUint16(at + 8, count, true);
  view.setUint16(at + 10, count, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
}
