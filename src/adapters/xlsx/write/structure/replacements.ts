/** A piece of a text and what takes its place. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** @param replacements that do not overlap; those within one that is already taken out are left out */
export function replaced(text: string, replacements: readonly Replacement[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text: piece } of [...replacements].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue;
    pieces.push(text.slice(at, start), piece);
    at = end;
  }
  return pieces.join('') + text.slice(at);
}

/** @returns the start tag with another value of one attribute */
export function withAttribute(tag: string, name: string, value: string): string {
  return tag.replace(
    new RegExp(`(\\s${name}\\s*=\\s*)("[^"]*"|'[^']*')`),
    (_, before: string) => `${before}"${value}"`,
  );
}
