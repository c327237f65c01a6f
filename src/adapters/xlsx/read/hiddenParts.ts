import { OfficePackage } from './package';
import { readXml } from './xml';

/** Texts of properties that name people or their company, by element. */
const NAMED = { creator: 'author', lastModifiedBy: 'last-author', Company: 'company', Manager: 'company' } as const;

/** Author of every workbook that KMC makes. */
const OURSELVES = 'KMC';

type Named = (typeof NAMED)[keyof typeof NAMED];
type Kind = Named | 'own-properties' | 'comments' | 'embedded-files' | 'own-data' | 'macros';

/** Parts of a file that no sheet shows, by the kind of thing they hold. */
const PARTS: readonly (readonly [Kind, RegExp])[] = [
  ['own-properties', /^docProps\/custom\.xml$/i],
  ['comments', /^xl\/(comments|threadedComments\/)[^/]*\.xml$/i],
  ['embedded-files', /^xl\/embeddings\//i],
  ['own-data', /^customXml\/item\d+\.xml$/i],
  ['macros', /^xl\/vbaProject\.bin$/i],
];

/**
 * What an .xlsx file tells beside its sheets: who made it, comments, files and data inside it.
 * @returns kinds with what was found, none for a file that tells nothing
 * @throws KmcError for what is no sound file
 */
export function hiddenParts(bytes: Uint8Array): readonly { readonly kind: Kind; readonly found: readonly string[] }[] {
  const file = new OfficePackage(bytes);
  const found = new Map<Kind, string[]>();
  const add = (kind: Kind, what: string) => found.set(kind, [...(found.get(kind) ?? []), what]);
  for (const part of ['docProps/core.xml', 'docProps/app.xml']) {
    if (file.has(part)) namesIn(file, part).forEach(([kind, name]) => add(kind, name));
  }
  for (const name of file.names()) {
    for (const [kind, pattern] of PARTS) if (pattern.test(name)) add(kind, name);
  }
  return [...found].map(([kind, names]) => ({ kind, found: names }));
}

function namesIn(file: OfficePackage, part: string): readonly (readonly [Named, string])[] {
  const found: [Named, string][] = [];
  let kind: Named | null = null;
  let text = '';
  readXml(part, file.read(part), {
    open: (name) => {
      kind = Object.hasOwn(NAMED, name) ? NAMED[name as keyof typeof NAMED] : null;
      text = '';
    },
    text: (piece) => (text += piece),
    close: () => {
      if (kind !== null && !['', OURSELVES].includes(text.trim())) found.push([kind, text.trim()]);
      kind = null;
    },
  });
  return found;
}
