import { BaseFunction, type BaseValueObject } from '@univerjs/engine-formula';
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
      if (!left.isArray() && !right.isArray()) return engineScalar(apply(cellValueOf(left), cellValueOf(right)));
      const result = combined(rowsOf(left), rowsOf(right), apply);
      return result.length === 1 && result[0]!.length === 1 ? engineScalar(result[0]![0]!) : engineMatrix(result);
    }
  } as EngineFunctionClass;
}

export function rowsOf(value: BaseValueObject): Matrix<CellValue> {
  return value.isArray() ? matrixOf(value as never) : [[cellValueOf(value)]];
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
