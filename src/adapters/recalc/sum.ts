import { CellValueType, type ICellData, type ObjectMatrix } from '@univerjs/core';
import {
  BaseFunction,
  ErrorValueObject,
  NumberValueObject,
  type ArrayValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type ErrorType,
} from '@univerjs/engine-formula';
import type { EngineFunctionClass, EngineFunctionEntry } from '../grid/functionBridge';

/** Steps that adding a fraction takes beside finding it: the engine adds those as decimals. */
const A_FRACTION = 10;

/**
 * The engine's SUM makes an object of every cell of a range, blank or not, and keeps it. This one gives the same sums and looks at the
 * cells themselves.
 *
 * @param cellsOf a sheet by the engine's identifier
 * @param spend is asked for further steps, and throws where there are none
 */
export function sum(
  cellsOf: (sheet: string) => ObjectMatrix<ICellData> | undefined,
  spend: (steps: number) => void,
): EngineFunctionEntry {
  class Sum extends BaseFunction {
    override minParams = 1;
    override maxParams = 255;
    override needsReferenceObject = true;

    override calculate(...variants: BaseValueObject[]): BaseValueObject {
      let all: BaseValueObject = NumberValueObject.create(0);
      for (const variant of variants) {
        const part = partOf(variant);
        if (part.isError()) return part;
        all = all.plus(part);
        if (all.isError()) return all;
      }
      return all;
    }
  }

  function partOf(variant: BaseValueObject): BaseValueObject {
    if (variant.isReferenceObject()) return ofReference(variant as unknown as BaseReferenceObject);
    if (variant.isString()) return variant.convertToNumberObjectValue();
    return variant.isArray() ? (variant as unknown as ArrayValueObject).sum() : variant;
  }

  function ofReference(reference: BaseReferenceObject): BaseValueObject {
    const rows = cellsOf(reference.getSheetId())?.getMatrix();
    const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
    if (!rows || startRow < 0 || startColumn < 0) return reference.toArrayValueObject().sum();
    const adding = new Adding(reference, spend);
    for (let row = startRow; row <= endRow; row++) {
      const cells = rows[row];
      for (let column = startColumn; cells && column <= endColumn; column++) {
        const cell = cells[column];
        if (cell && !adding.add(cell)) return adding.result;
      }
    }
    return adding.result;
  }
  return [Sum as unknown as EngineFunctionClass, 'SUM'];
}

class Adding {
  private total = 0;
  private error: BaseValueObject | null = null;

  constructor(
    private readonly reference: BaseReferenceObject,
    private readonly spend: (steps: number) => void,
  ) {}

  get result(): BaseValueObject {
    return this.error ?? NumberValueObject.create(this.total);
  }

  /** @returns whether the sum goes on */
  add(cell: ICellData): boolean {
    if (cell.t === CellValueType.NUMBER && typeof cell.v === 'number') return this.plus(cell.v);
    if (cell.v === undefined || cell.v === null) return true;
    const value = this.reference.getCellValueObject(cell);
    if (value.isError()) this.error = value as unknown as BaseValueObject;
    return this.error === null;
  }

  private plus(number: number): boolean {
    const sum = this.total + number;
    if (Number.isSafeInteger(sum)) this.total = sum;
    else this.plusFraction(number);
    return this.error === null;
  }

  /** As the engine does it: in decimals. */
  private plusFraction(number: number): void {
    this.spend(A_FRACTION);
    const sum = NumberValueObject.create(this.total).plusBy(number);
    if (sum.isError()) this.error = sum;
    else this.total = Number(sum.getValue());
    if (!Number.isFinite(this.total)) this.error = OVERFLOW;
  }
}

const OVERFLOW = ErrorValueObject.create('#NUM!' as ErrorType) as unknown as BaseValueObject;
