import { BAG_DECLARATION, BAG_INFO, MANIFEST, TAG_MANIFEST } from '../bag/layout';
import { containerPieces } from '../bag/makeBag';
import { packageName } from '../bag/names';
import type { PackageFile } from '../packageFile';
import { checkBag } from './bagCheck';
import type { VerifyContext } from './context';
import { fault, type Fault } from './fault';

const FIRST = [BAG_DECLARATION.path, BAG_INFO, MANIFEST, TAG_MANIFEST];

/** The place of a path in a container of ours. */
const order = (path: string): number => (FIRST.includes(path) ? FIRST.indexOf(path) : FIRST.length);

const inOrder = (one: PackageFile, other: PackageFile): number =>
  order(one.path) - order(other.path) || (one.path < other.path ? -1 : 1);

/** Packs the content again as it was packed first: a byte that says nothing of the content may have changed, too. */
export async function checkContainer(context: VerifyContext): Promise<readonly Fault[]> {
  if (isAsPacked(context)) return [];
  // That the content is as it was can be said only where every hash holds.
  return [fault((await checkBag(context)).length === 0 ? 'container-differs' : 'container-unlike')];
}

/** @returns whether its files, packed anew, are the very bytes that came */
export function isAsPacked({ bytes, opened, documents }: VerifyContext): boolean {
  const folder = documents.info ? packageName(documents.info) : opened.folder;
  return isMadeOf(bytes, containerPieces([...opened.files].sort(inOrder), folder));
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
