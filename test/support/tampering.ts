import { inflate } from '../../src/adapters/zip/inflate';
import { PATHS } from '../../src/core/package/bag/layout';
import type { Json } from '../../src/core/package/json';
import { openPackage, type OpenedPackage } from '../../src/core/package/open';
import { parseJson } from '../../src/core/package/parseJson';
import { checkBag } from '../../src/core/package/verify/bagCheck';
import { isAsPacked } from '../../src/core/package/verify/containerCheck';
import { contextOf, type VerifyContext } from '../../src/core/package/verify/context';
import { fault, type Fault } from '../../src/core/package/verify/fault';
import { readZip } from '../../src/core/package/zip/readZip';
import { packWorkbook, type Packed } from '../../src/core/package/pack';
import { workbookOf } from './hostilePackages';
import { packageTools } from './packages';

/** A place in a JSON document: the keys that lead to it. */
export type JsonPath = readonly (string | number)[];

/** RFC 6901. */
export const pointerOf = (path: JsonPath): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Every value of a document that holds no other, empty lists and objects among them. */
export function leavesOf(value: Json, path: JsonPath = []): readonly JsonPath[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Array.isArray(value) ? value.map((one: Json, at) => [at, one] as const) : Object.entries(value);
  return entries.length === 0 ? [path] : entries.flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

/** A document with another value at one place, as like the one before as can be. */
export function withOther(document: Json, path: JsonPath): Json {
  const copy = { top: structuredClone(document) } as Record<string | number, unknown>;
  const keys = ['top', ...path];
  const holder = keys.slice(0, -1).reduce((inner, key) => inner[key] as typeof copy, copy);
  const last = keys[keys.length - 1]!;
  holder[last] = other(holder[last] as Json);
  return copy['top'] as Json;
}

function other(value: Json): Json {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return /^-?\d+(\.\d+)?$/.test(value) ? otherDigits(value) : `${value}x`;
  if (value === null) return '1';
  return Array.isArray(value) ? ['1'] : { x: '1' };
}

const otherDigits = (text: string): string => text.slice(0, -1) + (text.endsWith('1') ? '2' : '1');

/**
 * What the checks of the container and the bag say, and no other: they are the first of `verify`, which says all that they say, and whether
 * more than the container's bytes changed. Stops
 * at the first that says something, so that a hundred thousand copies of a package can be looked at.
 */
export async function firstFaults(bytes: Uint8Array): Promise<readonly Fault[]> {
  const context = await bareContext(bytes);
  if ('code' in context) return [context];
  return isAsPacked(context) ? checkBag(context) : [fault('container-differs')];
}

/** What the check of the bag alone says: whether a change of content is told as one. */
export async function bagFaults(bytes: Uint8Array): Promise<readonly Fault[]> {
  const context = await bareContext(bytes);
  return 'code' in context ? [context] : checkBag(context);
}

async function bareContext(bytes: Uint8Array): Promise<VerifyContext | Fault> {
  const reading = readZip(bytes, inflate);
  if (!reading.ok) return reading.fault;
  const [folder = ''] = reading.files[0]?.path.split('/') ?? [];
  if (!reading.files.every(({ path }) => path.startsWith(`${folder}/`))) return contextOfAll(bytes);
  const files = reading.files.map((file) => ({ path: file.path.slice(folder.length + 1), bytes: file.bytes }));
  const info = files.find(({ path }) => path === PATHS.info);
  const parsed = info ? parseJson(info.bytes) : null;
  // Whether the document is of its shape is for the whole opening to say.
  const documents = { ...NO_DOCUMENTS, info: parsed?.ok === true ? (parsed.value.value as never) : null };
  const opened: OpenedPackage = { folder, files, json: new Map(), documents, faults: [] };
  return contextOf(bytes, opened, packageTools, false);
}

async function contextOfAll(bytes: Uint8Array): Promise<VerifyContext | Fault> {
  const opening = openPackage(bytes, inflate);
  return opening.ok ? contextOf(bytes, opening.value, packageTools, false) : opening.fault;
}

const NO_DOCUMENTS = {
  reading: null,
  assessment: null,
  findings: null,
  factors: null,
  profile: null,
  public: null,
} as OpenedPackage['documents'];

/** A full package of some 36 kB: of a workbook of two cells. */
export const smallPackage = (): Promise<Packed> =>
  packWorkbook(
    workbookOf('<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>A1*2</f><v>4</v></c></row>'),
    [],
    packageTools,
  );
