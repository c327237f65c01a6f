/** By the bytes a file begins with. */
const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Without a mark UTF-8 first: what is Shift_JIS can hardly be taken for it, while the reverse often can. */
const GUESSED = ['utf-8', 'shift_jis'];

/**
 * A text file's content, whatever of the encodings in use it was saved in.
 * @returns `null` where the bytes are valid in none of them: a text with replaced characters would be another one
 */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  for (const encoding of marked ? [marked[0]] : GUESSED) {
    const text = decoded(bytes, encoding);
    if (text !== null) return text;
  }
  return null;
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // Bytes that are not of the encoding; anything else is a fault of ours.
    if ((error as Error).name === 'TypeError') return null;
    throw error;
  }
}
