import { canonicalJson, isJsonObject, type Json } from './json';

/** A place at which two JSON values differ. */
export interface Difference {
  /** JSON Pointer (RFC 6901). */
  readonly path: string;
  /** Canonical JSON; `null` where the value is not there. */
  readonly expected: string | null;
  readonly found: string | null;
}

/**
 * Where two values differ, the innermost places first told, at most `limit` of them.
 * Lists are compared place by place.
 */
export function differences(expected: Json, found: Json, limit = 20): readonly Difference[] {
  const told: Difference[] = [];
  collect(expected, found, '', told, limit);
  return told;
}

const shown = (value: Json | undefined): string | null => (value === undefined ? null : canonicalJson(value));

function collect(
  expected: Json | undefined,
  found: Json | undefined,
  path: string,
  told: Difference[],
  limit: number,
): void {
  if (told.length >= limit || expected === found) return;
  const keys = sharedKeys(expected, found);
  if (keys === null) {
    told.push({ path, expected: shown(expected), found: shown(found) });
    return;
  }
  for (const key of keys) {
    const step = `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    collect(memberOf(expected, key), memberOf(found, key), path + step, told, limit);
  }
}

/** @returns `null` where the two cannot be looked into side by side */
function sharedKeys(expected: Json | undefined, found: Json | undefined): readonly string[] | null {
  if (expected === undefined || found === undefined) return null;
  if (Array.isArray(expected) && Array.isArray(found)) {
    return Array.from({ length: Math.max(expected.length, found.length) }, (_, index) => String(index));
  }
  if (!isJsonObject(expected) || !isJsonObject(found)) return null;
  return [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort();
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  const holder = value as { readonly [key: string]: Json };
  return Object.hasOwn(holder, key) ? holder[key] : undefined;
}
