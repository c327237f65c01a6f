import type { Digest } from '../../ports';
import type { PackageInfo } from '../documents/info';
import type { PackageFile } from '../packageFile';
import { utf8Bytes } from '../utf8';
import { writeZip, zipPieces } from '../zip/writeZip';
import { BAG_DECLARATION, BAG_INFO, MANIFEST, TAG_MANIFEST } from './layout';
import { manifestText, type Manifest } from './manifest';
import { packageName } from './names';

/** A bag (RFC 8493) and its container. */
export interface Bag {
  /** The container: stored entries in a fixed order, below one folder. */
  readonly bytes: Uint8Array;
  /** SHA-256 of the tag manifest, which holds, through the manifest, for every byte of the content: the name of this very package. */
  readonly id: string;
  /** `<product>-<fiscal year>`, the folder in the container. */
  readonly name: string;
}

/** @param payload files under `data/`, in any order */
export async function makeBag(payload: readonly PackageFile[], info: PackageInfo, digest: Digest): Promise<Bag> {
  const sorted = [...payload].sort((one, other) => (one.path < other.path ? -1 : 1));
  const tags = [
    textFile(BAG_DECLARATION.path, BAG_DECLARATION.text),
    textFile(BAG_INFO, bagInfoText(info, sorted)),
    textFile(MANIFEST, manifestText(await hashesOf(sorted, digest))),
  ];
  const tagManifest = textFile(TAG_MANIFEST, manifestText(await hashesOf(tags, digest)));
  const name = packageName(info);
  return { bytes: containerOf([...tags, tagManifest, ...sorted], name), id: await digest(tagManifest.bytes), name };
}

const textFile = (path: string, text: string): PackageFile => ({ path, bytes: utf8Bytes(text) });

export async function hashesOf(files: readonly PackageFile[], digest: Digest): Promise<Manifest> {
  const hashes = new Map<string, string>();
  for (const { path, bytes } of files) hashes.set(path, await digest(bytes));
  return hashes;
}

/** RFC 8493, 4: a container holds one folder, and in it the bag. */
export const containerOf = (files: readonly PackageFile[], folder: string): Uint8Array =>
  writeZip(below(folder, files));

/** @returns the bytes of {@link containerOf} piece by piece */
export const containerPieces = (files: readonly PackageFile[], folder: string): Iterable<Uint8Array> =>
  zipPieces(below(folder, files));

const below = (folder: string, files: readonly PackageFile[]): readonly PackageFile[] =>
  files.map(({ path, bytes }) => ({ path: `${folder}/${path}`, bytes }));

/** Metadata of RFC 8493, 2.2.2, and what a person who looks into the bag should see first. No date: the same case gives the same bag. */
export function bagInfoText(info: PackageInfo, payload: readonly PackageFile[]): string {
  const octets = payload.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const lines: readonly (readonly [string, string | null])[] = [
    ['Source-Organization', info.applicant],
    ['External-Description', info.productName],
    ['External-Identifier', packageName(info)],
    ['Bag-Software-Agent', `KMC ${info.software}`],
    ['Payload-Oxum', `${octets}.${payload.length}`],
    ['KMC-Format-Version', String(info.formatVersion)],
    ['KMC-Package-Version', info.version],
    ['KMC-Stamp', info.stamp],
  ];
  return lines.map(([label, value]) => (value === null ? '' : `${label}: ${oneLine(value)}\n`)).join('');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
