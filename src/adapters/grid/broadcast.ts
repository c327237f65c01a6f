import { BaseFunction, type ArrayValueObject, type BaseValueObject } from '@univerjs/engine-formula';
import { isCellError, type CellError, type CellValue } from '../../core/workbook/cell';
import { cellValueOf, engineMatrix, engineScalar, matrixOf, type Matrix } from './engineValues';
import type { EngineFunctionClass } from './functionBridge';

export type Operator = (left: CellValue, right: CellValue) => CellValue;

/** @returns a function of the engine that works cell by cell; a single row, column or value is repeated, as Excel does */
export function cellwise(operate: () => Operator): EngineFunctionClass {
  return class extends BaseFunction {
    override minParams = 2;
    override maxParams = 2;

    override calculate(left: BaseValueObject, right: BaseValueObject): BaseValueObject {
      const apply = passingErrors(operate());
      const [one, other] = [singleOf(left), singleOf(right)];
      if (one !== undefined && other !== undefined) return engineScalar(apply(one, other));
      const result = combined(rowsOf(left), rowsOf(right), apply);
      return result.length === 1 && result[0]!.length === 1 ? engineScalar(result[0]![0]!) : engineMatrix(result);
    }
  } as EngineFunctionClass;
}

/** @returns the value of a scalar or of a range of one cell, `undefined` for a larger one */
function singleOf(value: BaseValueObject): CellValue | undefined {
  if (!value.isArray()) return cellValueOf(value);
  const array = value as unknown as ArrayValueObject;
  return array.getRowCount() === 1 && array.getColumnCount() === 1 ? cellValueOf(array.get(0, 0) ?? null) : undefined;
}

/** Formulas down a column look up in the same ranges, which the engine keeps: so are their rows. */
const KNOWN_ROWS = new WeakMap<BaseValueObject, Matrix<CellValue>>();

/** @returns rows of cell values, one of one for a scalar */
export function rowsOf(value: BaseValueObject): Matrix<CellValue> {
  const single = singleOf(value);
  if (single !== undefined) return [[single]];
  const rows = KNOWN_ROWS.get(value) ?? matrixOf(value as never);
  KNOWN_ROWS.set(value, rows);
  return rows;
}

function passingErrors(operate: Operator): Operator {
  return (left, right) => (isCellError(left) ? left : isCellError(right) ? right : operate(left, right));
}

const BEYOND: CellError = { error: '#N/A' };

function combined(left: Matrix<CellValue>, right: Matrix<CellValue>, apply: Operator): CellValue[][] {
  const height = Math.max(left.length, right.length);
  const width = Math.max(left[0]?.length ?? 0, right[0]?.length ?? 0);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => apply(at(left, row, column), at(right, row, column))),
  );
}

/** Beyond its own size a block gives `#N/A`. */
function at(block: Matrix<CellValue>, row: number, column: number): CellValue {
  const cells = block[block.length === 1 ? 0 : row];
  const cell = cells?.[cells.length === 1 ? 0 : column];
  return cell === undefined ? BEYOND : cell;
}
