import type { Expression, ReferenceTo } from '../formulas/expression';

/** A reference that a formula adds or subtracts. */
export interface Term {
  readonly reference: ReferenceTo;
  readonly sign: 1 | -1;
}

/** @returns the references that an expression adds and subtracts; `null` where it is not a sum */
export function additiveTerms(expression: Expression, sign: 1 | -1 = 1): readonly Term[] | null {
  switch (expression.kind) {
    case 'reference':
      return [{ reference: expression, sign }];
    case 'number':
      return [];
    case 'named':
      return additiveTerms(expression.value, sign);
    case 'unary':
      return expression.operator === '%' ? null : additiveTerms(expression.operand, signed(expression.operator, sign));
    case 'binary':
      if (expression.operator !== '+' && expression.operator !== '-') return null;
      return joined([
        additiveTerms(expression.left, sign),
        additiveTerms(expression.right, signed(expression.operator, sign)),
      ]);
    case 'call':
      return expression.name === 'SUM'
        ? joined(expression.args.map((argument) => additiveTerms(argument, sign)))
        : null;
    default:
      return null;
  }
}

const signed = (operator: string, sign: 1 | -1): 1 | -1 => (operator === '-' ? (-sign as 1 | -1) : sign);

/** What is no sum inside a sum (a product, say) is an addend of its own and is not looked into. */
const joined = (parts: readonly (readonly Term[] | null)[]): readonly Term[] => parts.flatMap((part) => part ?? []);
