import { placeName, refuse, type Block, type Place } from './arguments';

/**
 * The cells of two ranges that belong together, side by side.
 * @throws FunctionError when the ranges differ in rows or columns: nothing is cut off or filled up
 */
export function pair<A, B>(
  first: Block<A>,
  second: Block<B>,
  atFirst: Place,
  atSecond: Place,
): readonly (readonly [A, B])[] {
  if (first.rows !== second.rows || first.columns !== second.columns) {
    refuse(atSecond, 'shapes-differ', {
      rows: second.rows,
      columns: second.columns,
      other: placeName(atFirst),
      otherRows: first.rows,
      otherColumns: first.columns,
    });
  }
  return first.values.map((value, index) => [value, second.values[index]!] as const);
}
