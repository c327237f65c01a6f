import { isWhitespace, parseA1Ref, type Token } from '@borgar/fx/xlsx';
import { formulaTokens, isOperator } from '../../workbook/formulaTokens';
import { localNamePositions } from '../../workbook/localNames';
import type { Edge, Expression } from './expression';

type Place = { readonly row: number; readonly column: number };

/** What a name or a reference to a table stands for; `null` where that cannot be told. */
export type Resolve = (text: string, kind: 'name' | 'table') => Expression | null;

const BINARY: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

/** Excel nests calls 64 deep; signs and brackets may go further, and a formula made to break a reader as far as it is long. */
const DEEPEST = 200;
/** Terms of one sum, factors of one product: each lies one deeper in the tree than the next. */
const LONGEST = 1_000;

/**
 * @param formula A1 without `=`
 * @param at the formula's cell
 * @param resolve tells what names and references to tables stand for
 * @returns its syntax tree, `null` where it cannot be read as one (broken text, parts nested beyond all use)
 */
export function expressionOf(formula: string, at: Place, resolve: Resolve = () => null): Expression | null {
  const tokens = formulaTokens(formula);
  const locals = localNamePositions(tokens);
  const parts = tokens.map((token, position) => ({ token, isLocal: locals.has(position) }));
  return new Parser(
    parts.filter(({ token }) => !isWhitespace(token)),
    at,
    resolve,
  ).whole();
}

interface Part {
  readonly token: Token;
  /** A name that the formula declares itself. */
  readonly isLocal: boolean;
}

class Unreadable extends Error {}

class Parser {
  private next = 0;
  private depth = 0;

  constructor(
    private readonly parts: readonly Part[],
    private readonly at: Place,
    private readonly resolve: Resolve,
  ) {}

  whole(): Expression | null {
    try {
      const result = this.binary(0);
      return this.next === this.parts.length ? result : null;
    } catch (error) {
      if (error instanceof Unreadable) return null;
      throw error;
    }
  }

  private binary(level: number): Expression {
    const operators = BINARY[level];
    if (!operators) return this.signed();
    let left = this.binary(level + 1);
    for (let operator = this.take(operators), length = 1; operator; operator = this.take(operators), length += 1) {
      if (length > LONGEST) throw new Unreadable();
      left = { kind: 'binary', operator, left, right: this.binary(level + 1) };
    }
    return left;
  }

  /** In Excel a sign binds tighter than a power: `-2^2` is 4. */
  private signed(): Expression {
    const sign = this.take(['-', '+', '@']);
    if (sign) {
      const operand = this.deeper(() => this.signed());
      return sign === '@' ? joined('@', operand) : { kind: 'unary', operator: sign, operand };
    }
    let operand = this.ranges();
    for (let times = 0; this.take(['%']); times += 1) {
      if (times === DEEPEST) throw new Unreadable();
      operand = { kind: 'unary', operator: '%', operand };
    }
    return operand;
  }

  /** Ranges joined to ranges: `A1:INDEX(…)`, and what two of them share (`A1:A9 B2:C2`). */
  private ranges(): Expression {
    let left = this.called();
    for (;;)
      if (this.take([':'])) left = joined(':', left, this.called());
      else if (this.beginsReference()) left = joined(' ', left, this.called());
      else return left;
  }

  /** A function's result may be called itself, and a cell's spill be meant. */
  private called(): Expression {
    let operand = this.operand();
    for (;;)
      if (this.take(['#'])) operand = joined('#', operand);
      else if (operand.kind === 'call' && this.take(['('])) operand = joined('(', operand, ...this.list(')'));
      else return operand;
  }

  private beginsReference(): boolean {
    const type = this.parts[this.next]?.token.type;
    return type !== undefined && REFERENCES.has(type);
  }

  private operand(): Expression {
    const part = this.parts[this.next++];
    if (!part) throw new Unreadable();
    const { type, value } = part.token;
    if (isOperator(part.token, '(')) return this.bracket();
    if (isOperator(part.token, '{')) return { kind: 'call', name: '{', args: this.list('}') };
    switch (type) {
      case 'number':
        return { kind: 'number', value: Number(value) };
      case 'string':
        return { kind: 'text', value: value.slice(1, -1).replaceAll('""', '"') };
      case 'bool':
        return { kind: 'boolean', value: value.toUpperCase() === 'TRUE' };
      case 'func':
        if (!this.take(['('])) throw new Unreadable();
        return { kind: 'call', name: value.toUpperCase(), args: this.list(')') };
      case 'range':
        return referenceIn(value, this.at);
      case 'range_named':
        if (part.isLocal) return { kind: 'named', name: value, value: { kind: 'missing' } };
        return this.resolve(value, 'name') ?? { kind: 'other', text: value };
      case 'structured':
        return this.resolve(value, 'table') ?? { kind: 'other', text: value };
      case 'range_beam':
      case 'range_ternary':
      case 'error':
        return { kind: 'other', text: value };
      default:
        throw new Unreadable();
    }
  }

  /** A bracket around one part is that part; around several ranges it is all of them. */
  private bracket(): Expression {
    const inside = this.list(')');
    if (inside.length === 0) throw new Unreadable();
    return inside.length === 1 ? inside[0]! : { kind: 'call', name: ',', args: inside };
  }

  private list(end: ')' | '}'): readonly Expression[] {
    const found: Expression[] = [];
    if (this.take([end])) return found;
    do found.push(this.argument(end));
    while (this.take(end === '}' ? [',', ';'] : [',']));
    if (!this.take([end])) throw new Unreadable();
    return found;
  }

  private argument(end: ')' | '}'): Expression {
    const token = this.parts[this.next]?.token;
    if (isOperator(token, ',') || isOperator(token, end)) return { kind: 'missing' };
    return this.deeper(() => this.binary(0));
  }

  private deeper(read: () => Expression): Expression {
    if ((this.depth += 1) > DEEPEST) throw new Unreadable();
    const result = read();
    this.depth -= 1;
    return result;
  }

  private take(operators: readonly string[]): string | null {
    const token = this.parts[this.next]?.token;
    if (token?.type !== 'operator' || !operators.includes(token.value)) return null;
    this.next += 1;
    return token.value;
  }
}

const REFERENCES: ReadonlySet<string> = new Set(['range', 'range_beam', 'range_named', 'structured', 'func']);

const joined = (name: string, ...args: readonly Expression[]): Expression => ({ kind: 'call', name, args });

function referenceIn(text: string, at: Place): Expression {
  const parsed = parseA1Ref(text);
  if (!parsed || !('range' in parsed) || parsed.workbookName || parsed.sheetName?.includes(':'))
    return { kind: 'other', text };
  const { top, left, bottom, right, $top, $left, $bottom, $right } = parsed.range;
  if (top == null || left == null || bottom == null || right == null) return { kind: 'other', text };
  const edge = (position: number, absolute: boolean | null | undefined, own: number): Edge =>
    absolute ? { absolute: true, at: position } : { absolute: false, at: position - own };
  const { row, column } = at;
  return {
    kind: 'reference',
    sheet: parsed.sheetName || null,
    top: edge(top, $top, row),
    left: edge(left, $left, column),
    bottom: edge(bottom, $bottom, row),
    right: edge(right, $right, column),
    single: !text.includes(':'),
  };
}
