import { withoutAttributes } from './cellText';
import { elementsOf } from './elements';
import type { Package } from './package';
import { relationshipsPath } from './relationships';
import type { WorkbookIndex } from './workbookIndex';

/**
 * Takes cells that hold no formula any more out of the order of calculation: Excel calls a file damaged whose chain names
 * such a cell. A workbook without a chain needs none.
 * @param gone address and sheet number of each, `3!B7`
 */
export function removeFromChain(pack: Package, index: WorkbookIndex, gone: ReadonlySet<string>): void {
  const chain = index.parts.find((part) => part.kind === 'calcChain');
  if (!chain || gone.size === 0 || !pack.has(chain.path)) return;
  const xml = pack.text(chain.path);
  const left = remaining(xml, chain.path, gone);
  if (left === xml) return;
  if (left === null) removePart(pack, index, chain.path);
  else pack.write(chain.path, left);
}

/** Takes the whole order of calculation out, which Excel then makes anew. */
export function removeChain(pack: Package, index: WorkbookIndex): void {
  const chain = index.parts.find((part) => part.kind === 'calcChain');
  if (chain && pack.has(chain.path)) removePart(pack, index, chain.path);
}

/** An entry without a sheet number takes that of the entry before it. @returns `null` when no entry is left */
function remaining(xml: string, part: string, gone: ReadonlySet<string>): string | null {
  let sheet = '';
  let stated = '';
  let kept = 0;
  let out = '';
  let at = 0;
  for (const { name, attributes, start, tagEnd } of elementsOf(xml, part)) {
    if (name !== 'c') continue;
    sheet = attributes.i ?? sheet;
    out += xml.slice(at, start);
    at = tagEnd;
    if (gone.has(`${sheet}!${attributes.r ?? ''}`)) {
      at = afterEndTag(xml, tagEnd);
      continue;
    }
    kept++;
    out +=
      sheet === stated || attributes.i !== undefined
        ? xml.slice(start, tagEnd)
        : withSheet(xml.slice(start, tagEnd), sheet);
    stated = sheet;
  }
  return kept === 0 ? null : out + xml.slice(at);
}

const afterEndTag = (xml: string, tagEnd: number): number =>
  xml[tagEnd - 2] === '/' ? tagEnd : xml.indexOf('>', tagEnd) + 1;

function withSheet(tag: string, sheet: string): string {
  const name = /^<[^\s/>]+/.exec(tag)![0];
  return `${name}${withoutAttributes(tag, null)} i="${sheet}"${tag.endsWith('/>') ? '/>' : '>'}`;
}

/** An empty chain is not allowed: the part goes, with what refers to it. */
function removePart(pack: Package, index: WorkbookIndex, path: string): void {
  pack.remove(path);
  removeElement(pack, relationshipsPath(index.path), ({ Type = '' }) => Type.endsWith('/calcChain'));
  removeElement(pack, '[Content_Types].xml', ({ PartName }) => PartName === `/${path}`);
}

function removeElement(
  pack: Package,
  part: string,
  isMeant: (attributes: Readonly<Record<string, string>>) => boolean,
): void {
  const xml = pack.text(part);
  const element = elementsOf(xml, part).find(({ attributes }) => isMeant(attributes));
  if (element) pack.write(part, xml.slice(0, element.start) + xml.slice(afterEndTag(xml, element.tagEnd)));
}
