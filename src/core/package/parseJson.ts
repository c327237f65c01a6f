import { failure, success, type Outcome } from '../message';
import { canonicalJson, isJsonObject, type Json } from './json';
import { LIMITS } from './limits';
import { utf8Text } from './utf8';

/** Sets an object's prototype where code is careless: no document of ours has it. */
const FORBIDDEN_KEY = '__proto__';

/** How much the documents of a package may hold that are still to be read. */
export interface JsonRoom {
  readonly bytes: number;
  readonly values: number;
}

export const WHOLE_ROOM: JsonRoom = { bytes: LIMITS.jsonBytes, values: LIMITS.jsonValues };

/** A document that has been read. */
export interface ParsedJson {
  readonly value: Json;
  /** Its bytes are the canonical ones (RFC 8785), so that no key is given twice. */
  readonly isCanonical: boolean;
  /** What it leaves of the room. */
  readonly room: JsonRoom;
}

/**
 * Reads a document that may be anybody's: its size, depth, members and number of values are held against the limits before it is
 * parsed.
 * @returns the value, or `package.json.<too-large|not-utf8|too-deep|too-many-values|not-json|forbidden-key>`
 */
export function parseJson(bytes: Uint8Array, room: JsonRoom = WHOLE_ROOM): Outcome<ParsedJson> {
  if (bytes.length > room.bytes) return failure('package.json.too-large');
  const counted = countedValues(bytes, room.values);
  if (typeof counted === 'string') return failure(`package.json.${counted}`);
  const text = utf8Text(bytes);
  if (text === null) return failure('package.json.not-utf8');
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return failure('package.json.not-json');
  }
  if (mayHoldForbiddenKey(text) && hasForbiddenKey(value)) return failure('package.json.forbidden-key');
  const left = { bytes: room.bytes - bytes.length, values: room.values - counted };
  return success({ value, isCanonical: isCanonicalText(value, text), room: left });
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Brackets, commas and colons outside texts tell depth, number of values and of members. */
function countedValues(bytes: Uint8Array, most: number): number | 'too-deep' | 'too-many-values' {
  const members = new Uint32Array(LIMITS.jsonDepth + 1);
  let [depth, values] = [0, 1];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === QUOTE) at = endOfText(bytes, at);
    else if (byte === COMMA) values++;
    else if (byte === COLON) members[depth]!++;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      values++;
      if (++depth > LIMITS.jsonDepth) return 'too-deep';
      members[depth] = 0;
    } else if ((byte === CLOSE_LIST || byte === CLOSE_OBJECT) && depth > 0) depth--;
    if (values > most || members[depth]! > LIMITS.jsonMembers) return 'too-many-values';
  }
  return values;
}

/** @returns place of the quotation mark that closes the text opened at `at`, or the end where none does */
function endOfText(bytes: Uint8Array, at: number): number {
  let end = at + 1;
  while (end < bytes.length && bytes[end] !== QUOTE) end += bytes[end] === BACKSLASH ? 2 : 1;
  return end;
}

/** Looking through the text is many times faster than through its values; an escape may spell anything. */
const mayHoldForbiddenKey = (text: string): boolean => text.includes(FORBIDDEN_KEY) || text.includes('\\u');

function hasForbiddenKey(value: Json): boolean {
  if (Array.isArray(value)) return value.some(hasForbiddenKey);
  if (!isJsonObject(value)) return false;
  return Object.keys(value).some((key) => key === FORBIDDEN_KEY || hasForbiddenKey(value[key]!));
}

/**
 * Where keys lie in order, what JSON.stringify writes is the canonical text, but for halves of surrogate pairs: those it escapes, and
 * RFC 8785 has no text for them.
 */
function isCanonicalText(value: Json, text: string): boolean {
  if (text.includes('\\ud')) return canonicalText(value) === text;
  if (hasKeysInOrder(value)) return JSON.stringify(value) === text;
  return canonicalText(value) === text;
}

function hasKeysInOrder(value: Json): boolean {
  if (Array.isArray(value)) return value.every(hasKeysInOrder);
  if (!isJsonObject(value)) return true;
  let before: string | null = null;
  for (const key in value) {
    if ((before !== null && key < before) || !hasKeysInOrder(value[key]!)) return false;
    before = key;
  }
  return true;
}

function canonicalText(value: Json): string | null {
  try {
    return canonicalJson(value);
  } catch {
    return null;
  }
}
