import { Inflate } from 'fflate';
import { crc32 } from '../../../core/crc32';
import { refuse } from './refuse';
import { packedBytes, type ZipEntry } from './zipDirectory';

const STORED = 0;
const DEFLATED = 8;
/** Unpacks to 16 MB at the very worst, so that a lying header is caught before it costs memory. */
const STEP_BYTES = 16_384;

/**
 * Unpacks an entry piece by piece and never past the size its header states.
 * @throws KmcError when the content is longer or shorter than stated, does not match its checksum, or cannot be unpacked
 */
export function* unpack(bytes: Uint8Array, entry: ZipEntry): Generator<Uint8Array> {
  const damaged = (): never => refuse('damagedPart', { part: entry.name });
  let size = 0;
  let checksum = 0;
  for (const piece of pieces(packedBytes(bytes, entry), entry, damaged)) {
    size += piece.length;
    if (size > entry.size) damaged();
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (size !== entry.size || checksum !== entry.checksum) damaged();
}

function* pieces(packed: Uint8Array, entry: ZipEntry, damaged: () => never): Generator<Uint8Array> {
  if (entry.method === STORED) yield packed;
  else if (entry.method === DEFLATED) yield* inflated(packed, damaged);
  else refuse('packing', { part: entry.name });
}

function* inflated(packed: Uint8Array, damaged: () => never): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const inflate = new Inflate((piece) => ready.push(piece));
  for (let at = 0; at < packed.length; at += STEP_BYTES) {
    try {
      inflate.push(packed.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= packed.length);
    } catch {
      damaged();
    }
    yield* ready.splice(0);
  }
}
