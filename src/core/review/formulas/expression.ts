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
  /** Written by the name of a table: it takes in what the table holds, however far that goes. */
  readonly ofTable?: true;
}

export type Expression =
  | ReferenceTo
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'missing' }
  /** What this reading does not follow: other workbooks, sheets from one to another, whole rows and columns, error values, unknown names. */
  | { readonly kind: 'other'; readonly text: string }
  /** A defined name and what it stands for; `missing` for one that the formula itself declares (`LET`, `LAMBDA`). */
  | { readonly kind: 'named'; readonly name: string; readonly value: Expression }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  /** Also what else joins parts, under its sign: `#` and `@` of spills, `:`, `,` and a blank between ranges, `{` of an array, `(` of a call of a call. */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] };

/** Visits an expression and everything inside it, outermost first. */
export function visit(expression: Expression, see: (part: Expression) => void): void {
  see(expression);
  if (expression.kind === 'unary') visit(expression.operand, see);
  else if (expression.kind === 'named') visit(expression.value, see);
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

/** @returns the expression itself, or what a name stands for */
export const meant = (expression: Expression): Expression =>
  expression.kind === 'named' ? meant(expression.value) : expression;
