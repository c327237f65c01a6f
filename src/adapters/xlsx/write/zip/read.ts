import { KmcError, message } from '../../../../core/message';
import { CENTRAL_HEADER, damaged, END_RECORD, type Entry, LOCAL_HEADER } from './entry';

const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 0x0001;

interface Place {
  readonly name: string;
  readonly central: Uint8Array;
  readonly offset: number;
}

/**
 * Takes a ZIP container apart without unpacking anything, so that entries nobody touches can be copied as they lie.
 * @returns entries in the order in which they lie in the file
 * @throws KmcError when the bytes are no ZIP container, or one in ZIP64, spanned or encrypted form
 */
export function readEntries(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecordAt(view);
  const directory = view.getUint32(end + 16, true);
  const places = readDirectory(bytes, view, directory, view.getUint16(end + 10, true));
  places.sort((a, b) => a.offset - b.offset);
  return places.map((place, at) => readEntry(bytes, view, place, places[at + 1]?.offset ?? directory));
}

function endRecordAt(view: DataView): number {
  const earliest = Math.max(0, view.byteLength - END_RECORD.length - LONGEST_COMMENT);
  for (let at = view.byteLength - END_RECORD.length; at >= earliest; at--) {
    if (view.getUint32(at, true) === END_RECORD.signature) return at;
  }
  throw notAPackage();
}

function readDirectory(bytes: Uint8Array, view: DataView, directory: number, count: number): Place[] {
  const places: Place[] = [];
  const names = new Set<string>();
  let at = directory;
  for (let entry = 0; entry < count; entry++) {
    require(view, at, CENTRAL_HEADER);
    const nameLength = view.getUint16(at + 28, true);
    const length = CENTRAL_HEADER.length + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const central = bytes.slice(at, at + length);
    const name = new TextDecoder().decode(central.subarray(CENTRAL_HEADER.length, CENTRAL_HEADER.length + nameLength));
    if (names.has(name) || view.getUint16(at + 8, true) & ENCRYPTED) throw damaged(name);
    names.add(name);
    places.push({ name, central, offset: view.getUint32(at + 42, true) });
    at += length;
  }
  return places;
}

function readEntry(bytes: Uint8Array, view: DataView, { name, central, offset }: Place, next: number): Entry {
  require(view, offset, LOCAL_HEADER);
  const facts = new DataView(central.buffer);
  const start = offset + LOCAL_HEADER.length + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const stop = start + facts.getUint32(20, true);
  if (stop > next) throw damaged(name);
  return {
    name,
    local: bytes.subarray(offset, next),
    central,
    method: facts.getUint16(10, true),
    crc: facts.getUint32(16, true),
    size: facts.getUint32(24, true),
    data: bytes.subarray(start, stop),
  };
}

function require(view: DataView, at: number, header: { signature: number; length: number }): void {
  if (at + header.length > view.byteLength || view.getUint32(at, true) !== header.signature) throw notAPackage();
}

const notAPackage = (): KmcError => new KmcError(message('xlsx.write.notAPackage'));
