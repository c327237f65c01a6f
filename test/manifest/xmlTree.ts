import { SaxesParser } from 'saxes';

export interface Element {
  /** With its prefix, as written. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** @throws Error where the text is not well-formed */
export function xmlTree(xml: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    open.at(-1)!.text += text.trim();
  });
  parser.on('closetag', () => void open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return top.children[0]!;
}

/** The element itself and all below it, in their order. */
export function elements(element: Element): Element[] {
  return [element, ...element.children.flatMap(elements)];
}

export const named = (element: Element, name: string): Element[] =>
  elements(element).filter((each) => each.name === name);
