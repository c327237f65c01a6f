import { deflateSync, strToU8 } from 'fflate';
import { crc32 } from 'node:zlib';

/** One file of a zip, and what its headers claim where that is not the truth. */
export interface RawEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  readonly method?: number;
  readonly flags?: number;
  readonly size?: number;
  readonly packedSize?: number;
  readonly checksum?: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** A zip with whatever its author wants it to say: names twice, sizes and checksums that are wrong. */
export function rawZip(entries: readonly RawEntry[], comment = ''): Uint8Array {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = typeof entry.content === 'string' ? strToU8(entry.content) : entry.content;
    const packed = entry.stored ? content : deflateSync(content, { level: 9 });
    const name = strToU8(entry.name);
    const fields = [
      [entry.flags ?? 0x800, 2],
      [entry.method ?? (entry.stored ? 0 : 8), 2],
      [0, 4],
      [entry.checksum ?? crc32(content), 4],
      [entry.packedSize ?? packed.length, 4],
      [entry.size ?? content.length, 4],
      [name.length, 2],
      [0, 2],
    ] as const;
    files.push(numbers([[LOCAL, 4], [20, 2], ...fields]), name, packed);
    directory.push(
      numbers([[CENTRAL, 4], [20, 2], [20, 2], ...fields, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]]),
      name,
    );
    offset += 30 + name.length + packed.length;
  }
  const length = directory.reduce((sum, { length: bytes }) => sum + bytes, 0);
  const count = entries.length;
  const note = strToU8(comment);
  const end = numbers([
    [END, 4],
    [0, 4],
    [count, 2],
    [count, 2],
    [length, 4],
    [offset, 4],
    [note.length, 2],
  ]);
  return Buffer.concat([...files, ...directory, end, note]);
}

function numbers(fields: readonly (readonly [value: number, bytes: number])[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, at) => (value >>> (8 * at)) & 255)),
  );
}
