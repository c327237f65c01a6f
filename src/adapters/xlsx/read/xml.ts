import { SaxesParser } from 'saxes';
import { KmcError } from '../../../core/message';
import { LIMITS } from './limits';
import { refuse } from './refuse';

export type Attributes = Readonly<Record<string, string | undefined>>;

export interface XmlHandler {
  /** @param name without its namespace prefix */
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Extensions repeat element names of the main part with other meanings. */
const PASSED_OVER = new Set(['extLst', 'AlternateContent']);

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads a part's XML as it is unpacked.
 * @throws KmcError when it is not well-formed UTF-8 XML, declares a document type or entities, or nests too deep
 */
export function readXml(part: string, pieces: Iterable<Uint8Array>, handler: XmlHandler): void {
  const steps = readXmlStepwise(part, pieces, handler);
  while (!steps.next().done);
}

/** As `readXml`, pausing after each piece. @returns after each step the bytes read so far */
export function* readXmlStepwise(part: string, pieces: Iterable<Uint8Array>, handler: XmlHandler): Generator<number> {
  const parser = parserFor(part, handler);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let read = 0;
  try {
    for (const piece of pieces) {
      parser.write(decoder.decode(piece, { stream: true }));
      read += piece.length;
      yield read;
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    if (error instanceof KmcError) throw error;
    refuse('badXml', { part });
  }
}

function parserFor(part: string, handler: XmlHandler): SaxesParser {
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  let passingOver = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => refuse('doctype', { part }));
  parser.on('opentag', (tag) => {
    if (++depth > LIMITS.xmlDepth) refuse('deepXml', { part });
    const name = localName(tag.name);
    if (passingOver > 0 || PASSED_OVER.has(name)) passingOver++;
    else handler.open?.(name, tag.attributes as Attributes);
  });
  parser.on('closetag', (tag) => {
    depth--;
    if (passingOver > 0) passingOver--;
    else handler.close?.(localName(tag.name));
  });
  const text = (content: string): void => {
    if (passingOver === 0) handler.text?.(content);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  return parser;
}

/** `true`, `1` and `on` as the format allows for truth values. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

export const isFalse = (value: string | undefined): boolean => value === '0' || value === 'false' || value === 'off';

/** An attribute whose own prefix may differ from file to file (`r:id`). */
export function prefixed(attributes: Attributes, name: string): string | undefined {
  const key = Object.keys(attributes).find((candidate) => candidate.includes(':') && localName(candidate) === name);
  return key === undefined ? undefined : attributes[key];
}
