import { refuse } from './refuse';

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PICTURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
];
const PDF = [0x25, 0x50, 0x44, 0x46];

/**
 * Refuses what cannot be a zip, saying what it seems to be instead.
 * @throws KmcError with the kind of file found
 */
export function requireZip(bytes: Uint8Array): void {
  if (bytes.length === 0) refuse('empty');
  if (startsWith(bytes, ZIP)) return;
  if (startsWith(bytes, COMPOUND)) refuse(holdsName(bytes, 'EncryptedPackage') ? 'encrypted' : 'oldFormat');
  if (PICTURES.some((signature) => startsWith(bytes, signature))) refuse('picture');
  if (startsWith(bytes, PDF)) refuse('pdf');
  refuse(isText(bytes) ? 'text' : 'notZip');
}

/** Names in a compound file are UTF-16, little end first, and stand in its directory near one of its ends or anywhere between. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}

const SAMPLE_BYTES = 1000;
const FIRST_PRINTABLE = 0x20;
const WHITE_SPACE = new Set([0x09, 0x0a, 0x0d, 0x1b]);

/** Shift JIS, UTF-8 and ASCII texts have no control characters but white space and escape. */
function isText(bytes: Uint8Array): boolean {
  return bytes.subarray(0, SAMPLE_BYTES).every((byte) => byte >= FIRST_PRINTABLE || WHITE_SPACE.has(byte));
}
