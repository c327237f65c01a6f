import { elementsOf, localName, prefixOf } from './elements';
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

export function addContentType(pack: Package, path: string, type: string): void {
  addToRoot(pack, '[Content_Types].xml', (prefix) => `<${prefix}Override PartName="/${path}" ContentType="${type}"/>`);
}

/** @param from path of the part that refers, empty for the package @returns the new relationship's id */
export function addRelationship(pack: Package, from: string, type: string, target: string): string {
  const part = relationshipsPath(from);
  const taken = new Set(elementsOf(pack.text(part), part).map(({ attributes }) => attributes.Id));
  let number = 1;
  while (taken.has(`rId${number}`)) number++;
  const id = `rId${number}`;
  addToRoot(pack, part, (prefix) => `<${prefix}Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return id;
}

function addToRoot(pack: Package, part: string, child: (prefix: string) => string): void {
  const xml = pack.text(part);
  const root = elementsOf(xml, part)[0];
  if (!root) throw notXml(part);
  const fullName = /^<([^\s/>]+)/.exec(xml.slice(root.start))![1]!;
  pack.write(part, appendTo(xml, root, child(prefixOf(fullName))));
}

/** @returns a path no part has: `base1.xml`, `base2.xml`, … */
export function freePath(pack: Package, base: string): string {
  let number = 1;
  while (pack.has(`${base}${number}.xml`)) number++;
  return `${base}${number}.xml`;
}

/** The prefix under which a part writes the elements of one kind, with its colon. */
export function prefixIn(xml: string, name: string): string {
  const tag = [...xml.matchAll(/<([^\s/>!?]+)/g)].find((match) => localName(match[1]!) === name);
  return tag ? prefixOf(tag[1]!) : '';
}
