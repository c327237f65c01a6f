/** SHA-256 by path, as a manifest states them. */
export type Manifest = ReadonlyMap<string, string>;

/** RFC 8493, 2.1.3: a line feed, a carriage return and the percent sign itself are written as hexadecimal. */
const escaped = (path: string): string => path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D');
const unescaped = (path: string): string =>
  path.replaceAll(/%0A/gi, '\n').replaceAll(/%0D/gi, '\r').replaceAll('%25', '%');

/** @returns one line for each file, in order of path, as `sha256sum -c` reads it */
export function manifestText(hashes: Manifest): string {
  const paths = [...hashes.keys()].sort();
  return paths.map((path) => `${hashes.get(path)}  ${escaped(path)}\n`).join('');
}

/**
 * Reads what RFC 8493, 2.1.3 lets anybody write: any line end, hexadecimal digits of either case, blanks in between, `./` before a path.
 * @returns `null` for anything but lines of a hash and a path, each path once
 */
export function parseManifest(text: string): Manifest | null {
  const hashes = new Map<string, string>();
  for (const line of text.replace(/(\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/)) {
    if (line === '' && text === '') return hashes;
    const match = /^([0-9a-f]{64})[ \t]+\*?(?:\.\/)?(\S.*)$/i.exec(line);
    if (!match || hashes.has(unescaped(match[2]!))) return null;
    hashes.set(unescaped(match[2]!), match[1]!.toLowerCase());
  }
  return hashes;
}
