import type { OfficePackage } from './package';
import { RichText } from './richText';
import { readXml } from './xml';

/** @returns the texts that cells of type `s` point to, in their order */
export function readSharedStrings(file: OfficePackage, part: string): string[] {
  const strings: string[] = [];
  const text = new RichText();
  readXml(part, file.read(part), {
    open: (name) => (name === 'si' ? text.clear() : text.open(name)),
    close: (name) => {
      if (name === 'si') strings.push(text.value());
      else text.close(name);
    },
    text: (content) => text.append(content),
  });
  return strings;
}
