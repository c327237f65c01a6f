import { RichText } from '../read/richText';
import { elementsOf, localName, prefixOf, walk } from '../write/patch/elements';
import { notXml } from '../write/patch/package';
import { appendTo, withoutElements } from '../write/patch/packageEdits';
import { escapeText, textElement, XML_DECLARATION } from '../write/xml';

/** Whom a file names as the author of KMC's notes. */
const AUTHOR = 'KMC';

const EMPTY = `${XML_DECLARATION}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors></authors><commentList></commentList></comments>`;

export interface FileNote {
  /** `B2` */
  readonly ref: string;
  readonly text: string;
  /** Place in the list of authors. */
  readonly author: number;
}

/** @returns the notes of a part of comments, in its order */
export function notesIn(xml: string, part: string): readonly FileNote[] {
  const found: FileNote[] = [];
  const text = new RichText();
  let open: Omit<FileNote, 'text'> | null = null;
  walk(xml, part, {
    open: ({ name, attributes }) => {
      if (localName(name) !== 'comment') return text.open(localName(name));
      text.clear();
      open = { ref: attributes.ref ?? '', author: Number(attributes.authorId ?? 0) };
    },
    text: (piece) => text.append(piece),
    close: ({ name }) => {
      if (localName(name) !== 'comment') return text.close(localName(name));
      if (open) found.push({ ...open, text: text.value() });
      open = null;
    },
  });
  return found;
}

/** @param xml `null` for a sheet that has no notes yet @returns the part with notes added at its end, by KMC as their author */
export function withNotes(
  xml: string | null,
  part: string,
  notes: readonly { readonly ref: string; readonly text: string }[],
): string {
  const { text, author } = withAuthor(xml ?? EMPTY, part);
  const list = requireElement(text, part, 'commentList');
  const prefix = prefixOf(/^<([^\s/>]+)/.exec(text.slice(list.start))![1]!);
  const added = notes.map(
    (note) =>
      `<${prefix}comment ref="${note.ref}" authorId="${author}"><${prefix}text>${textElement(note.text, prefix)}</${prefix}text></${prefix}comment>`,
  );
  return appendTo(text, list, added.join(''));
}

/** @returns the part without the notes at these cells, and without KMC among its authors where no note is KMC's any more; `null` where no note is left */
export function withoutNotes(xml: string, part: string, refs: ReadonlySet<string>): string | null {
  const left = withoutElements(
    xml,
    part,
    ({ name, attributes }) => name === 'comment' && refs.has(attributes.ref ?? ''),
  );
  const notes = notesIn(left, part);
  if (notes.length === 0) return null;
  const authors = authorsIn(left, part);
  const last = authors.length - 1;
  // Only the last one can go: the others' notes name their authors by number.
  const isIdle = authors[last] === AUTHOR && notes.every(({ author }) => author !== last);
  let at = 0;
  return isIdle ? withoutElements(left, part, ({ name }) => name === 'author' && at++ === last) : left;
}

function withAuthor(xml: string, part: string): { readonly text: string; readonly author: number } {
  const authors = authorsIn(xml, part);
  const known = authors.indexOf(AUTHOR);
  if (known >= 0) return { text: xml, author: known };
  const list = requireElement(xml, part, 'authors');
  const prefix = prefixOf(/^<([^\s/>]+)/.exec(xml.slice(list.start))![1]!);
  const added = `<${prefix}author>${escapeText(AUTHOR)}</${prefix}author>`;
  return { text: appendTo(xml, list, added), author: authors.length };
}

function authorsIn(xml: string, part: string): readonly string[] {
  const authors: string[] = [];
  let text: string | null = null;
  walk(xml, part, {
    open: ({ name }) => void (text = localName(name) === 'author' ? '' : text),
    text: (piece) => void (text = text === null ? null : text + piece),
    close: ({ name }) => {
      if (localName(name) === 'author') authors.push(text ?? '');
      if (localName(name) === 'author') text = null;
    },
  });
  return authors;
}

function requireElement(xml: string, part: string, name: string) {
  const found = elementsOf(xml, part).find((element) => element.name === name);
  if (!found) throw notXml(part);
  return found;
}
