import { textElement, XML_DECLARATION } from './xml';

/** The workbook's texts, each kept once, in the order of their first cell. */
export class SharedStrings {
  private readonly places = new Map<string, number>();
  private uses = 0;

  place(text: string): number {
    this.uses++;
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.places.size);
    return this.places.size - 1;
  }

  part(): string {
    const items = [...this.places.keys()].map((text) => `<si>${textElement(text)}</si>`);
    return (
      `${XML_DECLARATION}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
      `count="${this.uses}" uniqueCount="${items.length}">${items.join('')}</sst>`
    );
  }
}
