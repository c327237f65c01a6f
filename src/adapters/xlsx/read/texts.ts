const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** `_x000D_` stands for a character XML cannot hold; `_x005F_` for the underscore of a text that looks like one. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(ESCAPE, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}

const LONGEST_COPY = 12;

/**
 * A text of its own: what the XML reader gives is a view that keeps a whole stretch of the document in memory.
 * Short texts are copies already.
 */
export function detached(text: string): string {
  return text.length <= LONGEST_COPY ? text : JSON.parse(JSON.stringify(text));
}
