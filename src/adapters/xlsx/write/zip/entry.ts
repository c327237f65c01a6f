import { deflateSync, inflateSync } from 'fflate';
import { KmcError, message } from '../../../../core/message';
import { crc32 } from '../../../../core/crc32';

/** Layout figures of PKWARE's APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16. */
export const LOCAL_HEADER = { signature: 0x04034b50, length: 30 } as const;
export const CENTRAL_HEADER = { signature: 0x02014b50, length: 46 } as const;
export const END_RECORD = { signature: 0x06054b50, length: 22 } as const;

const STORED = 0;
const DEFLATED = 8;
const UTF8_NAME = 0x0800;
/** 1 January 1980, the first date ZIP can say. */
const NO_DATE = 0x0021;
/** A worksheet of the largest size Excel opens stays well below this. */
const LARGEST_PART = 1_000_000_000;

/** One file of a package, its bytes as they lie in the container. */
export interface Entry {
  readonly name: string;
  /** Local header, compressed content and whatever follows it up to the next entry. */
  readonly local: Uint8Array;
  /** Its header in the central directory; the offset in it is set anew when the container is joined. */
  readonly central: Uint8Array;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  /** The compressed content. */
  readonly data: Uint8Array;
}

/** A new entry, deflated, without a date; the same content always gives the same bytes. */
export function newEntry(name: string, content: Uint8Array): Entry {
  const nameBytes = new TextEncoder().encode(name);
  const data = deflateSync(content, { level: 6 });
  const crc = crc32(content);
  const facts = new DataView(new ArrayBuffer(26));
  facts.setUint16(0, 20, true);
  facts.setUint16(2, nameBytes.length === name.length ? 0 : UTF8_NAME, true);
  facts.setUint16(4, DEFLATED, true);
  facts.setUint16(8, NO_DATE, true);
  facts.setUint32(10, crc, true);
  facts.setUint32(14, data.length, true);
  facts.setUint32(18, content.length, true);
  facts.setUint16(22, nameBytes.length, true);
  const local = concatenated([word(LOCAL_HEADER.signature), new Uint8Array(facts.buffer), nameBytes, data]);
  const central = new Uint8Array(CENTRAL_HEADER.length + nameBytes.length);
  central.set(word(CENTRAL_HEADER.signature));
  central.set([20, 0], 4);
  central.set(new Uint8Array(facts.buffer), 6);
  central.set(nameBytes, CENTRAL_HEADER.length);
  return { name, local, central, method: DEFLATED, crc, size: content.length, data };
}

/**
 * @returns the entry's content
 * @throws KmcError when it is packed in an unknown way, too large, or does not match its checksum
 */
export function contentOf(entry: Entry): Uint8Array {
  if (entry.size > LARGEST_PART) throw damaged(entry.name);
  const content = unpacked(entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged(entry.name);
  return content;
}

function unpacked(entry: Entry): Uint8Array {
  if (entry.method === STORED) return entry.data;
  if (entry.method !== DEFLATED) throw damaged(entry.name);
  try {
    return inflateSync(entry.data, { out: new Uint8Array(entry.size) });
  } catch {
    throw damaged(entry.name);
  }
}

export const damaged = (part: string): KmcError => new KmcError(message('xlsx.write.damagedPart', { part }));

export function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function word(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}
