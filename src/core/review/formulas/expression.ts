import { isWhitespace, parseA1Ref, type Token } from '@borgar/fx/xlsx';
import { formulaTokens, isOperator } from '../../workbook/formulaTokens';

/** One edge of a reference: a row or column from 0 where absolute, else the distance from the formula's own cell. */
export interface Edge {
  readonly absolute: boolean;
  readonly at: number;
}

/** A reference as the formula means it wherever it is filled to. */
export interface ReferenceTo {
  readonly kind: 'reference';
  /** `null` for the formula's own sheet. */
  readonly sheet: string | null;
  readonly top: Edge;
  readonly left: Edge;
  readonly bottom: Edge;
  readonly right: Edge;
  /** One cell, written without a colon. */
  readonly single: boolean;
}

export type Expression =
  | ReferenceTo
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'missing' }
  /** What this reading does not follow: names, tables, other workbooks, whole rows and columns, arrays, error values. */
  | { readonly kind: 'other'; readonly text: string }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] };

const BINARY: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

/**
 * @param formula A1 without `=`
 * @param at the formula's cell
 * @returns its syntax tree, `null` where it cannot be read as one (unions, intersections, spill operators, broken text)
 */
export function expressionOf(
  formula: string,
  at: { readonly row: number; readonly column: number },
): Expression | null {
  const parser = new Parser(
    formulaTokens(formula).filter((token) => !isWhitespace(token)),
    at,
  );
  return parser.whole();
}

class Unreadable extends Error {}

class Parser {
  private next = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly at: { readonly row: number; readonly column: number },
  ) {}

  whole(): Expression | null {
    try {
      const result = this.binary(0);
      return this.next === this.tokens.length ? result : null;
    } catch (error) {
      if (error instanceof Unreadable) return null;
      throw error;
    }
  }

  private binary(level: number): Expression {
    const operators = BINARY[level];
    if (!operators) return this.postfix();
    let left = this.binary(level + 1);
    for (let operator = this.take(operators); operator; operator = this.take(operators))
      left = { kind: 'binary', operator, left, right: this.binary(level + 1) };
    return left;
  }

  /** In Excel a sign binds tighter than a power: `-2^2` is 4. */
  private postfix(): Expression {
    const sign = this.take(['-', '+']);
    if (sign) return { kind: 'unary', operator: sign, operand: this.postfix() };
    let operand = this.operand();
    while (this.take(['%'])) operand = { kind: 'unary', operator: '%', operand };
    return operand;
  }

  private operand(): Expression {
    const token = this.tokens[this.next++];
    if (!token) throw new Unreadable();
    if (isOperator(token, '(')) return this.closed(this.binary(0));
    switch (token.type) {
      case 'number':
        return { kind: 'number', value: Number(token.value) };
      case 'string':
        return { kind: 'text', value: token.value.slice(1, -1).replaceAll('""', '"') };
      case 'bool':
        return { kind: 'boolean', value: token.value.toUpperCase() === 'TRUE' };
      case 'func':
        return this.call(token.value);
      case 'range':
        return this.reference(token.value);
      case 'operator':
        throw new Unreadable();
      default:
        return { kind: 'other', text: token.value };
    }
  }

  private call(name: string): Expression {
    if (!this.take(['('])) throw new Unreadable();
    const args: Expression[] = [];
    if (this.take([')'])) return { kind: 'call', name: name.toUpperCase(), args };
    do args.push(this.argument());
    while (this.take([',']));
    return this.closed({ kind: 'call', name: name.toUpperCase(), args });
  }

  private argument(): Expression {
    const token = this.tokens[this.next];
    return isOperator(token, ',') || isOperator(token, ')') ? { kind: 'missing' } : this.binary(0);
  }

  private closed(inner: Expression): Expression {
    if (!this.take([')'])) throw new Unreadable();
    return inner;
  }

  private reference(text: string): Expression {
    const parsed = parseA1Ref(text);
    if (!parsed || !('range' in parsed) || parsed.workbookName || parsed.sheetName?.includes(':'))
      return { kind: 'other', text };
    const { top, left, bottom, right, $top, $left, $bottom, $right } = parsed.range;
    if (top == null || left == null || bottom == null || right == null) return { kind: 'other', text };
    const edge = (position: number, absolute: boolean | null | undefined, own: number): Edge =>
      absolute ? { absolute: true, at: position } : { absolute: false, at: position - own };
    const { row, column } = this.at;
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

  private take(operators: readonly string[]): string | null {
    const token = this.tokens[this.next];
    if (token?.type !== 'operator' || !operators.includes(token.value)) return null;
    this.next += 1;
    return token.value;
  }
}

/** Visits an expression and everything inside it, outermost first. */
export function visit(expression: Expression, see: (part: Expression) => void): void {
  see(expression);
  if (expression.kind === 'unary') visit(expression.operand, see);
  else if (expression.kind === 'call') expression.args.forEach((argument) => visit(argument, see));
  else if (expression.kind === 'binary') {
    visit(expression.left, see);
    visit(expression.right, see);
  }
}

/** Remembers what a function gave for an expression: cells filled from one another share theirs. */
export function rememberByExpression<T>(compute: (expression: Expression) => T): (expression: Expression) => T {
  const known = new WeakMap<Expression, { readonly result: T }>();
  return (expression) => {
    let entry = known.get(expression);
    if (!entry) known.set(expression, (entry = { result: compute(expression) }));
    return entry.result;
  };
}

/** @returns the references of an expression in the order of the formula */
export const referencesOf = rememberByExpression((expression): readonly ReferenceTo[] => {
  const found: ReferenceTo[] = [];
  visit(expression, (part) => {
    if (part.kind === 'reference') found.push(part);
  });
  return found;
});

export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** @returns the cells a reference means in a formula at `at`, `null` where they lie outside the sheet */
export function blockAt(reference: ReferenceTo, at: { readonly row: number; readonly column: number }): Block | null {
  const place = (edge: Edge, own: number): number => (edge.absolute ? edge.at : own + edge.at);
  const rows = [place(reference.top, at.row), place(reference.bottom, at.row)];
  const columns = [place(reference.left, at.column), place(reference.right, at.column)];
  const block = {
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: Math.min(...columns),
    right: Math.max(...columns),
  };
  return block.top < 0 || block.left < 0 ? null : block;
}
