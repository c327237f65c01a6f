import { BAG_DECLARATION, BAG_INFO, MANIFEST, TAG_MANIFEST } from '../bag/layout';
import { containerPieces } from '../bag/makeBag';
import { packageName } from '../bag/names';
import type { PackageFile } from '../packageFile';
import type { VerifyContext } from './context';
import { fault, type Fault } from './fault';

const FIRST = [BAG_DECLARATION.path, BAG_INFO, MANIFEST, TAG_MANIFEST];

/** The place of a path in a container of ours. */
const order = (path: string): number => (FIRST.includes(path) ? FIRST.indexOf(path) : FIRST.length);

const inOrder = (one: PackageFile, other: PackageFile): number =>
  order(one.path) - order(other.path) || (one.path < other.path ? -1 : 1);

/** Packs the content again as it was packed first: a byte that says nothing of the content may have changed, too. */
export function checkContainer({ bytes, opened, documents }: VerifyContext): readonly Fault[] {
  const folder = documents.info ? packageName(documents.info) : opened.folder;
  const pieces = containerPieces([...opened.files].sort(inOrder), folder);
  return isMadeOf(bytes, pieces) ? [] : [fault('container-differs')];
}

function isMadeOf(bytes: Uint8Array, pieces: Iterable<Uint8Array>): boolean {
  let at = 0;
  for (const piece of pieces) {
    if (!sameBytes(piece, bytes.subarray(at, at + piece.length))) return false;
    at += piece.length;
  }
  return at === bytes.length;
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
