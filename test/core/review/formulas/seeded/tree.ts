import { columnName } from '../../../../../src/core/workbook/a1';

/** A formula of a made workbook: its text and its value both come from here, apart from anything the review reads formulas with. */
export type Tree =
  | { readonly kind: 'number'; readonly value: number }
  | Place
  | { readonly kind: 'list'; readonly name: ListName; readonly from: Place; readonly to: Place }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Tree; readonly right: Tree }
  | {
      readonly kind: 'choice';
      readonly when: Tree;
      readonly above: number;
      readonly then: Tree;
      readonly otherwise: Tree;
    }
  | { readonly kind: 'rounded'; readonly of: Tree; readonly places: number }
  /** An exact look-up: of the line of a list whose first cell is the key, the cell so many columns on. */
  | { readonly kind: 'lookup'; readonly key: Tree; readonly from: Place; readonly to: Place; readonly column: number };

export interface Place {
  readonly kind: 'place';
  readonly sheet: string | null;
  readonly row: number;
  readonly column: number;
  /** `$` before the row, before the column. */
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

export type Operator = '+' | '-' | '*' | '/';
export type ListName = 'SUM' | 'AVERAGE' | 'MAX' | 'MIN';

export const number = (value: number): Tree => ({ kind: 'number', value });
export const at = (row: number, column: number): Place => ({
  kind: 'place',
  sheet: null,
  row,
  column,
  rowFixed: false,
  columnFixed: false,
});
export const fixed = (row: number, column: number, sheet: string | null = null): Place => ({
  ...at(row, column),
  sheet,
  rowFixed: true,
  columnFixed: true,
});
export const list = (name: ListName, from: Place, to: Place): Tree => ({ kind: 'list', name, from, to });
export const operation = (left: Tree, operator: Operator, right: Tree): Tree => ({
  kind: 'operation',
  operator,
  left,
  right,
});
export const choice = (when: Tree, above: number, then: Tree, otherwise: Tree): Tree => ({
  kind: 'choice',
  when,
  above,
  then,
  otherwise,
});

export const rounded = (of: Tree, places: number): Tree => ({ kind: 'rounded', of, places });
export const lookup = (key: Tree, from: Place, to: Place, column: number): Tree => ({
  kind: 'lookup',
  key,
  from,
  to,
  column,
});

const isSum = (operator: Operator) => operator === '+' || operator === '-';

/** @returns the formula as Excel writes it, without `=` */
export function textOf(tree: Tree): string {
  switch (tree.kind) {
    case 'number':
      return String(tree.value);
    case 'place':
      return placeText(tree);
    case 'list':
      return `${tree.name}(${placeText(tree.from)}:${placeText(tree.to)})`;
    case 'choice':
      return `IF(${textOf(tree.when)}>${tree.above},${textOf(tree.then)},${textOf(tree.otherwise)})`;
    case 'rounded':
      return `ROUND(${textOf(tree.of)},${tree.places})`;
    case 'lookup':
      return `VLOOKUP(${textOf(tree.key)},${placeText(tree.from)}:${placeText({ ...tree.to, sheet: null })},${tree.column},FALSE)`;
    case 'operation':
      return (
        operandText(tree.left, tree.operator, false) + tree.operator + operandText(tree.right, tree.operator, true)
      );
  }
}

function operandText(operand: Tree, operator: Operator, isRight: boolean): string {
  if (operand.kind !== 'operation') return textOf(operand);
  const isLooser = isSum(operand.operator) && !isSum(operator);
  const isTurned = isRight && (operator === '-' || operator === '/');
  return isLooser || isTurned ? `(${textOf(operand)})` : textOf(operand);
}

function placeText({ sheet, row, column, rowFixed, columnFixed }: Place): string {
  const cell = `${columnFixed ? '$' : ''}${columnName(column)}${rowFixed ? '$' : ''}${row + 1}`;
  return sheet === null ? cell : `${sheet}!${cell}`;
}

/** @returns the tree with every place in it replaced */
export function withPlaces(tree: Tree, replace: (place: Place) => Place): Tree {
  switch (tree.kind) {
    case 'number':
      return tree;
    case 'place':
      return replace(tree);
    case 'list':
      return { ...tree, from: replace(tree.from), to: replace(tree.to) };
    case 'choice':
      return {
        ...tree,
        when: withPlaces(tree.when, replace),
        then: withPlaces(tree.then, replace),
        otherwise: withPlaces(tree.otherwise, replace),
      };
    case 'rounded':
      return { ...tree, of: withPlaces(tree.of, replace) };
    case 'lookup':
      return { ...tree, key: withPlaces(tree.key, replace), from: replace(tree.from), to: replace(tree.to) };
    case 'operation':
      return { ...tree, left: withPlaces(tree.left, replace), right: withPlaces(tree.right, replace) };
  }
}

/** @returns the tree as it reads filled from one cell to another */
export const filled = (tree: Tree, rows: number, columns: number): Tree =>
  withPlaces(tree, (place) => ({
    ...place,
    row: place.rowFixed ? place.row : place.row + rows,
    column: place.columnFixed ? place.column : place.column + columns,
  }));

/** @returns every place a formula names, the two ends of a list among them */
export function placesOf(tree: Tree): readonly Place[] {
  const found: Place[] = [];
  withPlaces(tree, (place) => {
    found.push(place);
    return place;
  });
  return found;
}
