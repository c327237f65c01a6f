/** One name in a compound unit and its exponent, before it is looked up. */
export interface UnitAtom {
  readonly text: string;
  readonly exponent: number;
}

export type GrammarResult =
  | { readonly ok: true; readonly atoms: readonly UnitAtom[] }
  | { readonly ok: false; readonly problem: 'unit-syntax' | 'unit-order' };

class GrammarError extends Error {
  constructor(readonly problem: 'unit-syntax' | 'unit-order') {
    super(problem);
  }
}

const PRODUCT = /[·*・.×⋅∙•‧]/;
const EXPONENT = /^\^(?:\(([+-]?\d{1,2})\)|([+-]?\d{1,2}))/;
const MOST_NESTED = 8;

/**
 * Takes a compound unit apart. After a `/` everything is below the line, as the field writes it: MJ/t·km is MJ/(t·km), and
 * a/b/c is a/(b·c). A product sign after a closed denominator, a/(b)·c, could be read either way and is refused (`unit-order`).
 * A decimal point is no product sign. A bracket right behind a name belongs to the name: kWh (Gross CV), 円(2015年).
 * @param text normalised, superscripts already written with `^`
 */
export function unitAtoms(text: string): GrammarResult {
  try {
    if (/\d ?\. ?\d/.test(text)) throw new GrammarError('unit-syntax');
    return { ok: true, atoms: new AtomReader(spellOut(text)).all() };
  } catch (error) {
    if (error instanceof GrammarError) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** `kg per kWh` with a slash; a power of ten written against its unit (10^3m3, 100km) with a product sign. */
function spellOut(text: string): string {
  return text
    .replace(/ per |[∕⁄]/gi, '/')
    .replace(/(^|[/·*・×⋅∙•‧(] ?)(10\^\d{1,2}|1(?:,000)+|10*)(?= ?[^\d\s/·*・.×⋅∙•‧^(),%])/g, '$1$2·');
}

class AtomReader {
  private at = 0;
  constructor(private readonly text: string) {}

  all(): readonly UnitAtom[] {
    const atoms = this.product(0);
    if (this.at < this.text.length) throw new GrammarError('unit-syntax');
    return atoms;
  }

  private product(depth: number): readonly UnitAtom[] {
    if (depth > MOST_NESTED) throw new GrammarError('unit-syntax');
    const atoms: UnitAtom[] = [];
    let sign = 1;
    for (;;) {
      this.skipSpace();
      const grouped = this.peek() === '(';
      const power = sign;
      atoms.push(...this.factor(depth).map(({ text, exponent }) => ({ text, exponent: exponent * power })));
      this.skipSpace();
      const next = this.peek();
      if (next === '/') sign = -1;
      else if (!PRODUCT.test(next)) return atoms;
      else if (sign < 0 && grouped) throw new GrammarError('unit-order');
      this.at += 1;
    }
  }

  private factor(depth: number): readonly UnitAtom[] {
    const atoms = this.peek() === '(' ? this.group(depth) : [{ text: this.name(), exponent: 1 }];
    const exponent = this.exponent();
    if (exponent === null) return atoms;
    const [only] = atoms;
    // m^3 is the volume m3, not length three times: the look-up decides, so the exponent stays with the name.
    if (atoms.length === 1 && only!.exponent === 1 && exponent > 1)
      return [{ text: `${only!.text}^${exponent}`, exponent: 1 }];
    return atoms.map((atom) => ({ ...atom, exponent: atom.exponent * exponent }));
  }

  private group(depth: number): readonly UnitAtom[] {
    this.at += 1;
    const atoms = this.product(depth + 1);
    if (this.peek() !== ')') throw new GrammarError('unit-syntax');
    this.at += 1;
    return atoms;
  }

  private name(): string {
    const start = this.at;
    while (this.at < this.text.length && !/[/·*・.×⋅∙•‧^()]/.test(this.peek())) this.at += 1;
    const plain = this.text.slice(start, this.at).trim();
    if (plain === '') throw new GrammarError('unit-syntax');
    if (this.peek() !== '(') return plain;
    const end = this.text.indexOf(')', this.at);
    if (end < 0) throw new GrammarError('unit-syntax');
    this.at = end + 1;
    return this.text.slice(start, this.at).trim();
  }

  private exponent(): number | null {
    const match = EXPONENT.exec(this.text.slice(this.at));
    if (!match) return null;
    const exponent = Number(match[1] ?? match[2]);
    if (exponent === 0) throw new GrammarError('unit-syntax');
    this.at += match[0].length;
    return exponent;
  }

  private skipSpace(): void {
    while (this.peek() === ' ') this.at += 1;
  }

  private peek(): string {
    return this.text[this.at] ?? '';
  }
}
