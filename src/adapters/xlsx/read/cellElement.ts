import type { RawCell } from './cellValue';
import { refuse } from './refuse';
import { RichText } from './richText';
import type { Attributes } from './xml';

/** Collects what stands inside one `<c>`; used again for the next. */
export class CellElement {
  attributes: Attributes = {};
  formula: { readonly attributes: Attributes; text: string } | null = null;
  private stored: string | null = null;
  private hasInline = false;
  private readonly inline = new RichText();
  private collecting: 'v' | 'f' | null = null;

  constructor(private readonly part: string) {}

  start(attributes: Attributes): void {
    this.attributes = attributes;
    this.formula = null;
    this.stored = null;
    this.hasInline = false;
    this.inline.clear();
  }

  /** @throws KmcError where an element stands twice: two readers could take different ones */
  open(name: string, attributes: Attributes): void {
    if (name === 'v') {
      this.requireFirst(name, this.stored === null);
      this.stored = '';
      this.collecting = name;
    } else if (name === 'f') {
      this.requireFirst(name, this.formula === null);
      this.formula = { attributes, text: '' };
      this.collecting = name;
    } else if (name === 'is') {
      this.requireFirst(name, !this.hasInline);
      this.hasInline = true;
    } else this.inline.open(name);
  }

  close(name: string): void {
    if (name === 'v' || name === 'f') this.collecting = null;
    else this.inline.close(name);
  }

  text(text: string): void {
    if (this.collecting === 'v') this.stored += text;
    else if (this.collecting === 'f') this.formula!.text += text;
    else this.inline.append(text);
  }

  raw(): RawCell {
    const inline = this.hasInline ? this.inline.value() : null;
    return { type: this.attributes.t ?? 'n', stored: this.stored, inline };
  }

  private requireFirst(element: string, isFirst: boolean): void {
    if (!isFirst) refuse('repeatedElement', { part: this.part, element });
  }
}
