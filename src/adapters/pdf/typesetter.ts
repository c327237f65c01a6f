import { pieces } from '../../core/report/chemicals';
import { readable } from '../../core/report/html/escape';
import type { Content } from 'pdfmake';
import type { HasGlyph } from './glyphs';

/** The mark with which Japanese printers fill the place of a missing letter. */
export const MISSING = '〓';
/** Breaks are no glyphs, and lowered digits are drawn as small plain ones. */
const DRAWN_OTHERWISE = new Set(['\n', '\r', '\t', ...'₀₁₂₃₄₅₆₇₈₉']);

/** Turns texts into runs of one font and remembers whether a character was missing in it. */
export class Typesetter {
  /** Whether any character so far had no glyph. */
  missing = false;

  private readonly known = new Map<string, boolean>();
  private placed = 0;

  constructor(private readonly hasGlyph: HasGlyph) {}

  /** A name for a text that headings may stand above: of blocks that are kept together, only named texts are known to be where they end up. */
  place(): { readonly id: string } {
    this.placed++;
    return { id: `t${this.placed}` };
  }

  /** A text with its gases' digits lowered; a character that the font lacks is marked, never left out. */
  runs(text: string): Content {
    const parts = pieces(this.drawable(text));
    if (parts.every(({ lowered }) => !lowered)) return parts.map(({ text: part }) => part).join('');
    return parts.map(({ text: part, lowered }) => (lowered ? { text: part, sub: true } : { text: part }));
  }

  /** A text all of whose characters can be drawn once `pieces` has taken it apart. */
  drawable(text: string): string {
    return [...readable(text.normalize('NFC'))]
      .map((character) => (DRAWN_OTHERWISE.has(character) || this.has(character) ? character : this.mark()))
      .join('')
      .replaceAll('\t', ' ');
  }

  private has(character: string): boolean {
    const known = this.known.get(character);
    if (known !== undefined) return known;
    const has = this.hasGlyph(character.codePointAt(0)!);
    this.known.set(character, has);
    return has;
  }

  private mark(): string {
    this.missing = true;
    return MISSING;
  }
}
