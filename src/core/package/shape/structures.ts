import { isJsonObject, type Json } from '../json';
import type { Definitions, Report, Shape } from './shape';

/** One step of a JSON Pointer. */
const step = (key: string | number): string => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

export const list = <T>(of: Shape<T>): Shape<readonly T[]> => ({
  encode: (values) => values.map((value) => of.encode(value)),
  check: (found, path, report) => {
    if (Array.isArray(found)) found.forEach((value: Json, index) => of.check(value, `${path}/${index}`, report));
    else report(path, 'array');
  },
  decode: (found) => (found as readonly Json[]).map((value) => of.decode(value)),
  schema: (definitions) => ({ type: 'array', items: of.schema(definitions) }),
});

/** Values by names that the document's author chose. */
export const record = <T>(of: Shape<T>): Shape<Readonly<Record<string, T>>> => ({
  encode: (values) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, of.encode(value)])),
  check: (found, path, report) => {
    if (found === undefined || !isJsonObject(found)) return report(path, 'object');
    for (const [key, value] of Object.entries(found)) of.check(value, path + step(key), report);
  },
  decode: (found) => Object.fromEntries(Object.entries(found as object).map(([key, value]) => [key, of.decode(value)])),
  schema: (definitions) => ({ type: 'object', additionalProperties: of.schema(definitions) }),
});

type Members<T> = { readonly [Key in keyof T]-?: Shape<T[Key]> };

/** Exactly these members; one that may be left out is `optional`. */
export function object<T extends object>(members: Members<T>): Shape<T> {
  const shapes = Object.entries(members) as [string, Shape<unknown>][];
  const known = new Set(Object.keys(members));
  return {
    encode: (value) => {
      const given = shapes.filter(([key, shape]) => !isLeftOut(shape, value[key as keyof T]));
      return Object.fromEntries(given.map(([key, shape]) => [key, shape.encode(value[key as keyof T])]));
    },
    check: (found, path, report) => checkObject(shapes, known, found, path, report),
    decode: (found) => {
      const has = (key: string) => Object.hasOwn(found as object, key);
      const given = shapes.filter(([key, shape]) => has(key) || shape.blankIsAbsent);
      return Object.fromEntries(
        given.map(([key, shape]) => [key, has(key) ? shape.decode(member(found, key)!) : null]),
      ) as T;
    },
    schema: (definitions) => ({
      type: 'object',
      properties: Object.fromEntries(shapes.map(([key, shape]) => [key, shape.schema(definitions)])),
      required: shapes.filter(([, shape]) => !shape.isOptional).map(([key]) => key),
      additionalProperties: false,
    }),
  };
}

const isLeftOut = (shape: Shape<unknown>, value: unknown): boolean =>
  value === undefined ? shape.isOptional === true : value === null && shape.blankIsAbsent === true;

const member = (found: Json, key: string): Json | undefined => (found as { readonly [key: string]: Json })[key];

function checkObject(
  shapes: readonly (readonly [string, Shape<unknown>])[],
  known: ReadonlySet<string>,
  found: Json | undefined,
  path: string,
  report: Report,
): void {
  if (found === undefined || !isJsonObject(found)) return report(path, 'object');
  for (const key of Object.keys(found)) if (!known.has(key)) report(path + step(key), 'nothing');
  for (const [key, shape] of shapes) {
    const value = Object.hasOwn(found, key) ? found[key] : undefined;
    if (value !== undefined || !shape.isOptional) shape.check(value, path + step(key), report);
  }
}

/** A member that may be absent. */
export const optional = <T>(shape: Shape<T>): Shape<T | undefined> => ({
  ...(shape as Shape<T | undefined>),
  isOptional: true,
});

/**
 * A member that came after the first packages were made: blank it is absent, so that what was made before is read, and made again, as it was.
 */
export const later = <T>(shape: Shape<T>): Shape<T | null> => ({
  ...(shape as Shape<T | null>),
  isOptional: true,
  blankIsAbsent: true,
});

/** A shape that others refer to by name, and that may hold itself. */
export function named<T>(name: string, make: () => Shape<T>): Shape<T> {
  let made: Shape<T> | undefined;
  const shape = () => (made ??= make());
  const define = (definitions: Definitions): void => {
    if (definitions.has(name)) return;
    definitions.set(name, {});
    definitions.set(name, shape().schema(definitions));
  };
  return {
    encode: (value) => shape().encode(value),
    check: (found, path, report) => shape().check(found, path, report),
    decode: (found) => shape().decode(found),
    schema: (definitions) => {
      define(definitions);
      return { $ref: `#/$defs/${name}` };
    },
  };
}
