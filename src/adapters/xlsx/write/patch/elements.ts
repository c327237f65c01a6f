import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { notXml } from './package';

/** A start tag: `name` with its prefix, `attributes` by name with their values. */
export type Tag = Pick<SaxesTagPlain, 'name' | 'attributes'>;

export interface Events {
  /** `start` and `tagEnd`: where the start tag begins and ends, in UTF-16 units. The root has depth 0. */
  readonly open?: (tag: Tag, start: number, tagEnd: number, depth: number) => void;
  /** `end`: after the end tag (for an empty element, after the element). */
  readonly close?: (tag: Tag, end: number, depth: number) => void;
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
    open?.(tag, xml.lastIndexOf('<', tagEnd - 1), tagEnd, depth);
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

export interface Element {
  /** Without prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  readonly tagEnd: number;
  readonly depth: number;
}

export function elementsOf(xml: string, part: string): Element[] {
  const found: Element[] = [];
  walk(xml, part, {
    open: ({ name, attributes }, start, tagEnd, depth) =>
      found.push({ name: localName(name), attributes, start, tagEnd, depth }),
  });
  return found;
}

/** @param element text of one whole element whose prefix need not be declared in it @returns the text in it */
export function textIn(element: string, part: string): string {
  if (element.endsWith('/>')) return '';
  let text = '';
  walk(element, part, { text: (piece) => (text += piece) });
  return text;
}
