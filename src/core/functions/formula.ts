import { CELL_ERRORS, type CellErrorCode } from '../workbook/cell';

/** A formula of literals and calls, as far as it can be evaluated without a workbook. */
export type Expression =
  | { readonly kind: 'value'; readonly value: number | string | boolean | { readonly error: CellErrorCode } }
  | { readonly kind: 'array'; readonly rows: readonly (readonly (Scalar | null)[])[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly (Expression | null)[] };

type Scalar = Extract<Expression, { kind: 'value' }>['value'];

/** What stops a formula from being read: at which character, counted from 1, and what stands there. */
export class FormulaSyntaxError extends Error {
  constructor(
    readonly position: number,
    readonly found: string,
  ) {
    super(`${position}: ${found}`);
    this.name = 'FormulaSyntaxError';
  }
}

const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:%|E[+-]?\d+)?/iy;
const STRING = /"(?:[^"]|"")*"/y;
const NAME = /[A-Z_][A-Z0-9_.]*/iy;
const ERROR = new RegExp(CELL_ERRORS.map((code) => code.replace(/[/?]/g, '\\$&')).join('|'), 'iy');

/**
 * Reads numbers (with sign and %), texts, TRUE, FALSE, error values, array constants `{1,2;3,4}` whose elements may be blank, and calls.
 * @param text a formula with or without its leading `=`
 * @throws FormulaSyntaxError at the first character that is none of these
 */
export function parseFormula(text: string): Expression {
  const parser = new Parser(text);
  return parser.whole();
}

class Parser {
  private position = 0;

  constructor(private readonly text: string) {}

  whole(): Expression {
    this.take('=');
    const expression = this.expression();
    if (this.peek() !== '') throw this.fault();
    return expression;
  }

  private expression(): Expression {
    if (this.take('{')) return this.array();
    const scalar = this.scalar();
    return scalar === undefined ? this.call() : { kind: 'value', value: scalar };
  }

  private scalar(): Scalar | undefined {
    const sign = this.take('-') ? -1 : this.take('+') ? 1 : 0;
    const digits = this.match(NUMBER);
    if (digits !== null) return (sign || 1) * Number(digits.replace('%', 'e-2'));
    if (sign !== 0) throw this.fault();
    const quoted = this.match(STRING);
    if (quoted !== null) return quoted.slice(1, -1).replaceAll('""', '"');
    const error = this.match(ERROR);
    if (error !== null) return { error: error.toUpperCase() as CellErrorCode };
    return this.truth();
  }

  private truth(): boolean | undefined {
    const start = this.position;
    const name = this.match(NAME)?.toUpperCase();
    if ((name === 'TRUE' || name === 'FALSE') && this.peek() !== '(') return name === 'TRUE';
    this.position = start;
    return undefined;
  }

  private array(): Expression {
    const rows: (Scalar | null)[][] = [[]];
    for (;;) {
      const blank = [',', ';', '}'].includes(this.peek());
      rows.at(-1)!.push(blank ? null : this.element());
      if (this.take(';')) rows.push([]);
      else if (this.take('}')) return { kind: 'array', rows: this.rectangular(rows) };
      else if (!this.take(',')) throw this.fault();
    }
  }

  private element(): Scalar {
    const scalar = this.scalar();
    if (scalar === undefined) throw this.fault();
    return scalar;
  }

  private rectangular(rows: (Scalar | null)[][]): (Scalar | null)[][] {
    if (rows.some((row) => row.length !== rows[0]!.length)) throw this.fault();
    return rows;
  }

  private call(): Expression {
    const start = this.position;
    const name = this.match(NAME);
    if (name === null || !this.take('(')) throw this.fault(start);
    const args: (Expression | null)[] = [];
    if (this.take(')')) return { kind: 'call', name, args };
    for (;;) {
      args.push([',', ')'].includes(this.peek()) ? null : this.expression());
      if (this.take(')')) return { kind: 'call', name, args };
      if (!this.take(',')) throw this.fault();
    }
  }

  private peek(): string {
    while (/\s/.test(this.text[this.position] ?? '')) this.position += 1;
    return this.text[this.position] ?? '';
  }

  private take(sign: string): boolean {
    if (this.peek() !== sign) return false;
    this.position += 1;
    return true;
  }

  private match(pattern: RegExp): string | null {
    this.peek();
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0] ?? null;
    this.position += found?.length ?? 0;
    return found;
  }

  private fault(start = this.position): FormulaSyntaxError {
    return new FormulaSyntaxError(start + 1, this.text.slice(start, start + 20));
  }
}
