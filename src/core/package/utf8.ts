const REPLACEMENT = 0xfffd;
/** Characters turned into text at once; more would not fit among the arguments of a call. */
const CHUNK = 8192;

/** @returns UTF-8 bytes of a text that may be long; half a surrogate pair becomes U+FFFD, as in every encoder of the web */
export function utf8Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    const point = text.codePointAt(index)!;
    if (point > 0xffff) index++;
    at = writePoint(bytes, at, point >= 0xd800 && point <= 0xdfff ? REPLACEMENT : point);
  }
  return bytes.slice(0, at);
}

const tail = (point: number): number => 0x80 | (point & 0x3f);

function writePoint(bytes: Uint8Array, start: number, point: number): number {
  let at = start;
  if (point < 0x80) bytes[at++] = point;
  else if (point < 0x800) bytes[at++] = 0xc0 | (point >> 6);
  else if (point < 0x10000) bytes[at++] = 0xe0 | (point >> 12);
  else bytes[at++] = 0xf0 | (point >> 18);
  if (point >= 0x10000) bytes[at++] = tail(point >> 12);
  if (point >= 0x800) bytes[at++] = tail(point >> 6);
  if (point >= 0x80) bytes[at++] = tail(point);
  return at;
}

/** Smallest code point that needs as many following bytes as the index says. */
const SMALLEST = [0, 0x80, 0x800, 0x10000];

/** @returns the text, or `null` for bytes that are no UTF-8 (RFC 3629): cut short, longer than need be, half a surrogate pair */
export function utf8Text(bytes: Uint8Array): string | null {
  const pieces: string[] = [];
  // Code units, not points: a typed array and a character of one byte each are what makes large texts fast.
  const units = new Uint16Array(CHUNK + 1);
  let filled = 0;
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at]!;
    if (first < 0x80) {
      units[filled++] = first;
      at++;
    } else {
      const more = followers(first);
      const point = more === null ? null : pointAt(bytes, at, more);
      if (point === null) return null;
      filled = writeUnits(units, filled, point);
      at += more! + 1;
    }
    if (filled >= CHUNK) {
      pieces.push(unitsText(units, filled));
      filled = 0;
    }
  }
  pieces.push(unitsText(units, filled));
  return pieces.join('');
}

const unitsText = (units: Uint16Array, filled: number): string =>
  String.fromCharCode.apply(null, units.subarray(0, filled) as never);

function writeUnits(units: Uint16Array, start: number, point: number): number {
  let at = start;
  if (point > 0xffff) {
    units[at++] = 0xd7c0 + (point >> 10);
    units[at++] = 0xdc00 | (point & 0x3ff);
  } else units[at++] = point;
  return at;
}

function followers(first: number): number | null {
  if (first < 0x80) return 0;
  if (first >= 0xc2 && first < 0xe0) return 1;
  if (first >= 0xe0 && first < 0xf0) return 2;
  return first >= 0xf0 && first < 0xf5 ? 3 : null;
}

function pointAt(bytes: Uint8Array, at: number, more: number): number | null {
  let point = more === 0 ? bytes[at]! : bytes[at]! & (0x3f >> more);
  for (let next = at + 1; next <= at + more; next++) {
    const byte = bytes[next];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return null;
    point = (point << 6) | (byte & 0x3f);
  }
  const sound = point >= SMALLEST[more]! && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return sound ? point : null;
}
