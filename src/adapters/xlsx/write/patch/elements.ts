import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { notXml } from './package';

/** An element's start tag in its text, without namespace prefix. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Where its start tag begins and ends, in UTF-16 units. */
  readonly start: number;
  readonly tagEnd: number;
  readonly depth: number;
}

export interface Events {
  readonly open?: (element: Element, tag: SaxesTagPlain) => void;
  /** @param end after the end tag (for an empty element, after the element) */
  readonly close?: (tag: SaxesTagPlain, end: number, depth: number) => void;
  readonly text?: (text: string) => void;
}

/**
 * Walks through a part's elements in document order.
 * @throws KmcError when the part is not well-formed XML
 */
export function walk(xml: string, part: string, { open, close, text }: Events): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', () => {
    throw notXml(part);
  });
  parser.on('opentag', (tag) => {
    const tagEnd = parser.position;
    // No attribute value may hold a bare `<`, so the nearest one before its end opens the tag.
    if (open)
      open(
        {
          name: localName(tag.name),
          attributes: tag.attributes,
          start: xml.lastIndexOf('<', tagEnd - 1),
          tagEnd,
          depth,
        },
        tag,
      );
    depth++;
  });
  parser.on('closetag', (tag) => {
    depth--;
    close?.(tag, parser.position, depth);
  });
  if (text) parser.on('text', text);
  parser.write(xml).close();
}

export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** `x:` of an element `x:worksheet`, or nothing. */
export const prefixOf = (name: string): string => name.slice(0, name.indexOf(':') + 1);

export function elementsOf(xml: string, part: string): Element[] {
  const found: Element[] = [];
  walk(xml, part, { open: (element) => found.push(element) });
  return found;
}
