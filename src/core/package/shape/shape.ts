import type { Json } from '../json';

/** A JSON Schema (2020-12) as plain JSON. */
export type Schema = { readonly [key: string]: Json };

/** Schemas that a schema refers to by `#/$defs/<name>`. */
export type Definitions = Map<string, Schema>;

/** Told of a value that is not what it must be. `path` is a JSON Pointer (RFC 6901). */
export type Report = (path: string, expected: string) => void;

/**
 * One declaration of what a value looks like in a document: it writes the value, checks and reads one that came from outside, and
 * gives the published schema, so that the three cannot differ.
 */
export interface Shape<T> {
  encode(value: T): Json;
  /** Tells of everything that keeps `decode` from reading the value. `undefined` stands for a member that is not there. */
  check(found: Json | undefined, path: string, report: Report): void;
  /** @param found what `check` had nothing to say of */
  decode(found: Json): T;
  schema(definitions: Definitions): Schema;
  /** The member may be left out of its object. */
  readonly isOptional?: boolean;
  /** `null` is written by leaving the member out, and read from its absence. */
  readonly blankIsAbsent?: boolean;
}

/** @returns everything that keeps a value from being of the shape, the first `limit` */
export function shapeFaults(
  shape: Shape<never> | Shape<unknown>,
  found: Json,
  limit = 50,
): readonly { path: string; expected: string }[] {
  const faults: { path: string; expected: string }[] = [];
  shape.check(found, '', (path, expected) => {
    if (faults.length < limit) faults.push({ path, expected });
  });
  return faults;
}

/** A shape of whatever. */
export type Shaped = Pick<Shape<unknown>, 'schema'>;

/** @returns the schema of a document, with what it refers to */
export function publishedSchema(shape: Shaped, id: string, title: string): Schema {
  const definitions: Definitions = new Map();
  const schema = shape.schema(definitions);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: id,
    title,
    ...schema,
    ...(definitions.size > 0 ? { $defs: Object.fromEntries(definitions) } : {}),
  };
}
