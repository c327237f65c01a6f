/** A JSON value as every document of a package is made of: decimals are strings, numbers are whole. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A half of a surrogate pair without its other half, which UTF-8 cannot hold. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;

/**
 * The one text of a JSON value: RFC 8785 (JSON Canonicalization Scheme). Keys in order of their UTF-16 code units, no white space,
 * numbers and texts as ECMAScript writes them.
 * @throws RangeError for what RFC 8785 has no text for: a number that is not finite, a text that is not well-formed
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value === 'object' && value !== null) return objectText(value as { readonly [key: string]: Json });
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`no JSON for ${value}`);
  if (typeof value === 'string' && LONE_SURROGATE.test(value))
    throw new RangeError('no JSON for half a surrogate pair');
  return JSON.stringify(value);
}

function objectText(value: { readonly [key: string]: Json }): string {
  const members = Object.keys(value)
    .sort()
    .map((key) => `${canonicalJson(key)}:${canonicalJson(value[key]!)}`);
  return `{${members.join()}}`;
}

export const isJsonObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
