import { XML_DECLARATION } from '../xml';
import { elementsOf, localName, prefixOf, walk, type Tag } from './elements';
import { notXml, type Package } from './package';
import { relationshipsPath } from './relationships';

/** @returns the text with `children` as the last ones of the element whose start tag is given, its `count` raised */
export function appendTo(xml: string, parent: { start: number; tagEnd: number }, children: string, raise = 0): string {
  const tag = xml
    .slice(parent.start, parent.tagEnd)
    .replace(/(\scount=["'])(\d+)/, (_, name: string, count: string) => {
      return name + (Number(count) + raise);
    });
  const fullName = /^<([^\s/>]+)/.exec(tag)![1]!;
  const before = xml.slice(0, parent.start);
  if (tag.endsWith('/>')) return `${before}${tag.slice(0, -2)}>${children}</${fullName}>${xml.slice(parent.tagEnd)}`;
  const end = xml.indexOf(`</${fullName}`, parent.tagEnd);
  return before + tag + xml.slice(parent.tagEnd, end) + children + xml.slice(end);
}

/** @returns the text without the elements that `isGone` names, each with all that is in it */
export function withoutElements(xml: string, part: string, isGone: (tag: Tag) => boolean): string {
  const cuts: (readonly [number, number])[] = [];
  let from: readonly [number, number] | null = null;
  walk(xml, part, {
    open: (tag, start, _end, depth) => {
      if (from === null && isGone({ ...tag, name: localName(tag.name) })) from = [start, depth];
    },
    close: (_tag, end, depth) => {
      if (from === null || from[1] !== depth) return;
      cuts.push([from[0], end]);
      from = null;
    },
  });
  return cuts.reduceRight((text, [start, end]) => text.slice(0, start) + text.slice(end), xml);
}

/** Lets the package know what parts with this ending are, where it does not say so already. */
export function addDefaultType(pack: Package, extension: string, type: string): void {
  const part = '[Content_Types].xml';
  const isKnown = elementsOf(pack.text(part), part).some(
    ({ name, attributes }) => name === 'Default' && attributes.Extension?.toLowerCase() === extension,
  );
  if (isKnown) return;
  addToRoot(pack, part, (prefix) => `<${prefix}Default Extension="${extension}" ContentType="${type}"/>`);
}

/** Takes a part that one other part refers to out of the package, with everything that names it. */
export function removePart(pack: Package, path: string, from: string, relationship: string): void {
  pack.remove(path);
  const types = '[Content_Types].xml';
  const isOverride = ({ name, attributes }: Tag): boolean => name === 'Override' && attributes.PartName === `/${path}`;
  pack.write(types, withoutElements(pack.text(types), types, isOverride));
  const part = relationshipsPath(from);
  const left = withoutElements(pack.text(part), part, ({ attributes }) => attributes.Id === relationship);
  if (elementsOf(left, part).length > 1) pack.write(part, left);
  else pack.remove(part);
}

export function addContentType(pack: Package, path: string, type: string): void {
  addToRoot(pack, '[Content_Types].xml', (prefix) => `<${prefix}Override PartName="/${path}" ContentType="${type}"/>`);
}

/** @param from path of the part that refers, empty for the package @returns the new relationship's id */
export function addRelationship(pack: Package, from: string, type: string, target: string): string {
  const part = relationshipsPath(from);
  if (!pack.has(part)) pack.write(part, NO_RELATIONSHIPS);
  const taken = new Set(elementsOf(pack.text(part), part).map(({ attributes }) => attributes.Id));
  let number = 1;
  while (taken.has(`rId${number}`)) number++;
  const id = `rId${number}`;
  addToRoot(pack, part, (prefix) => `<${prefix}Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return id;
}

const NO_RELATIONSHIPS = `${XML_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;

function addToRoot(pack: Package, part: string, child: (prefix: string) => string): void {
  const xml = pack.text(part);
  const root = elementsOf(xml, part)[0];
  if (!root) throw notXml(part);
  const fullName = /^<([^\s/>]+)/.exec(xml.slice(root.start))![1]!;
  pack.write(part, appendTo(xml, root, child(prefixOf(fullName))));
}

/** @returns a path no part has: `base1.xml`, `base2.xml`, … */
export function freePath(pack: Package, base: string, ending = 'xml'): string {
  let number = 1;
  while (pack.has(`${base}${number}.${ending}`)) number++;
  return `${base}${number}.${ending}`;
}

/** The prefix under which a part writes the elements of one kind, with its colon. */
export function prefixIn(xml: string, name: string): string {
  const tag = [...xml.matchAll(/<([^\s/>!?]+)/g)].find((match) => localName(match[1]!) === name);
  return tag ? prefixOf(tag[1]!) : '';
}
