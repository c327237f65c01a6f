import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createRecalculator } from '../../src/adapters/recalc/univerRecalculator';
import { readXlsx } from '../../src/adapters/xlsx/read/readXlsx';
import { webDigest } from '../../src/adapters/zip/digest';
import { inflate } from '../../src/adapters/zip/inflate';
import { PATHS, PAYLOAD } from '../../src/core/package/bag/layout';
import { makeBag } from '../../src/core/package/bag/makeBag';
import type { PackageInfo } from '../../src/core/package/documents/info';
import type { PackageFile } from '../../src/core/package/packageFile';
import { openPackage, type OpenedPackage } from '../../src/core/package/open';
import { packWorkbook, type Packed } from '../../src/core/package/pack';
import type { VerifyTools } from '../../src/core/package/verify/context';
import type { FaultCode } from '../../src/core/package/verify/codes';
import { verifyPackage, type Verification } from '../../src/core/package/verify/verifyPackage';

export const packageTools: VerifyTools = {
  digest: webDigest,
  inflate,
  open: (bytes) => readXlsx(bytes),
  recalculator: createRecalculator(),
  documents: null,
};

export const sampleWorkbook = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(path.resolve(__dirname, '../../samples', `${name}.xlsx`)));

const EVIDENCE = path.resolve(__dirname, '../../samples/evidence');

/** The evidence that the samples cite. */
export const sampleEvidence = (): PackageFile[] =>
  readdirSync(EVIDENCE).map((file) => ({ path: file, bytes: new Uint8Array(readFileSync(path.join(EVIDENCE, file))) }));

const packed = new Map<string, Promise<Packed>>();

/** Packed once for all tests of a file. */
export function packSample(name: string, version: 'full' | 'public' = 'full'): Promise<Packed> {
  const key = `${name} ${version}`;
  const known = packed.get(key) ?? packWorkbook(sampleWorkbook(name), sampleEvidence(), packageTools, version);
  packed.set(key, known);
  return known;
}

export function opened(bytes: Uint8Array): OpenedPackage {
  const opening = openPackage(bytes, inflate);
  if (!opening.ok) throw new Error(`not opened: ${opening.fault.code}`);
  return opening.value;
}

export const codesOf = ({ checks }: Verification): FaultCode[] => [
  ...new Set(checks.flatMap(({ faults }) => faults.map(({ code }) => code))),
];

export const verify = (bytes: Uint8Array, withWorkbook = true): Promise<Verification> =>
  verifyPackage(bytes, packageTools, withWorkbook);

/** A package whose payload someone has changed, with every hash, list and header made to fit again. */
export async function forged(
  bytes: Uint8Array,
  change: (payload: Map<string, Uint8Array>) => void,
): Promise<Uint8Array> {
  const { files, documents } = opened(bytes);
  const payload = new Map(
    files.filter(({ path: name }) => name.startsWith(PAYLOAD)).map((file) => [file.path, file.bytes]),
  );
  change(payload);
  const text = payload.get(PATHS.info);
  const info = text ? (JSON.parse(new TextDecoder().decode(text)) as PackageInfo) : documents.info!;
  const list = [...payload].map(([name, content]) => ({ path: name, bytes: content }));
  return (await makeBag(list, info, webDigest)).bytes;
}

/** Changes one JSON document as text-level forgers do: parsed, changed, written canonically again. */
export function rewriteJson(
  payload: Map<string, Uint8Array>,
  name: string,
  change: (document: never) => void,
  write: (value: never) => string,
): void {
  const document = JSON.parse(new TextDecoder().decode(payload.get(name))) as never;
  change(document);
  payload.set(name, new TextEncoder().encode(write(document)));
}
