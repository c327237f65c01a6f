import { failure, success, type Outcome } from '../message';
import { LIMITS } from './limits';
import { canonicalJson, isJsonObject, type Json } from './json';
import { utf8Text } from './utf8';

/** Sets an object's prototype where code is careless: no document of ours has it. */
const FORBIDDEN_KEY = '__proto__';

/**
 * Reads a document that may be anybody's: its size, depth and number of values are held against the limits before it is parsed.
 * @returns the value and whether its bytes are the canonical ones (RFC 8785), so that no key is given twice; or
 * `package.json.<too-large|not-utf8|too-deep|not-json|forbidden-key>`
 */
export function parseJson(bytes: Uint8Array): Outcome<{ readonly value: Json; readonly isCanonical: boolean }> {
  if (bytes.length > LIMITS.jsonBytes) return failure('package.json.too-large');
  if (isBeyondLimits(bytes)) return failure('package.json.too-deep');
  const text = utf8Text(bytes);
  if (text === null) return failure('package.json.not-utf8');
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return failure('package.json.not-json');
  }
  if (hasForbiddenKey(value)) return failure('package.json.forbidden-key');
  return success({ value, isCanonical: canonicalText(value) === text });
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const OPENING = [0x5b, 0x7b];
const CLOSING = [0x5d, 0x7d];

/** Brackets and commas outside texts tell depth and number of values. */
function isBeyondLimits(bytes: Uint8Array): boolean {
  let [depth, values, inText] = [0, 1, false];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (inText) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) inText = false;
    } else if (byte === QUOTE) inText = true;
    else if (byte === COMMA) values++;
    else if (OPENING.includes(byte)) [depth, values] = [depth + 1, values + 1];
    else if (CLOSING.includes(byte)) depth--;
    if (depth > LIMITS.jsonDepth || values > LIMITS.jsonValues) return true;
  }
  return false;
}

function hasForbiddenKey(value: Json): boolean {
  if (Array.isArray(value)) return value.some(hasForbiddenKey);
  if (!isJsonObject(value)) return false;
  return Object.keys(value).some((key) => key === FORBIDDEN_KEY || hasForbiddenKey(value[key]!));
}

function canonicalText(value: Json): string | null {
  try {
    return canonicalJson(value);
  } catch {
    return null;
  }
}
