import { Inflate as Stream } from 'fflate';
import type { Inflate } from '../../core/ports';

/** Unpacks to 16 MB at the very worst, so that a lying header is caught before it costs memory. */
const STEP_BYTES = 16_384;

/** Raw deflate, piece by piece and never past the size it is told. */
export const inflate: Inflate = (packed, size) => {
  const content = new Uint8Array(size);
  let filled = 0;
  let tooLong = false;
  const stream = new Stream((piece) => {
    if (filled + piece.length > size) tooLong = true;
    else content.set(piece, filled);
    filled += piece.length;
  });
  try {
    for (let at = 0; at < packed.length && !tooLong; at += STEP_BYTES)
      stream.push(packed.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= packed.length);
  } catch {
    return null;
  }
  return !tooLong && filled === size ? content : null;
};
