import {
  ArrayValueObject,
  BooleanValueObject,
  ErrorValueObject,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
  type ErrorType,
} from '@univerjs/engine-formula';
import type { Message } from '../../core/message';
import type { CellError, CellErrorCode, CellValue } from '../../core/workbook/cell';
import { isCellError } from '../../core/workbook/cell';

export type Matrix<T> = readonly (readonly T[])[];

/** Under this key an engine cell carries the sentence behind its error. */
export const MESSAGE_KEY = 'kmc';

/** @returns the cell value; `null` for a blank cell and for an argument left out */
export function cellValueOf(value: BaseValueObject | null | undefined): CellValue {
  if (!value || value.isNull()) return null;
  if (value.isError()) return { error: (value as unknown as ErrorValueObject).getErrorType() as CellErrorCode };
  if (value.isBoolean()) return Boolean(value.getValue());
  if (value.isNumber()) return Number(value.getValue());
  return String(value.getValue());
}

/** @returns rows of cell values; blanks stay blank */
export function matrixOf(array: ArrayValueObject): CellValue[][] {
  const rows: CellValue[][] = Array.from({ length: array.getRowCount() }, () =>
    Array.from<CellValue>({ length: array.getColumnCount() }).fill(null),
  );
  array.iterator((value, row, column) => {
    rows[row]![column] = cellValueOf(value ?? null);
  });
  return rows;
}

/** @returns an error; with `message` a new object, because the engine shares those without one */
export function engineError(code: CellErrorCode, message?: Message): ErrorValueObject {
  const type = code as unknown as ErrorType;
  if (!message) return ErrorValueObject.create(type);
  return new ErrorValueObject(type).withCustomData({ [MESSAGE_KEY]: message }) as ErrorValueObject;
}

/** A number outside the double range is `#NUM!`, as in Excel; minus zero is zero. */
export function engineScalar(value: CellValue): BaseValueObject {
  if (value === null) return NullValueObject.create();
  if (isCellError(value)) return errorAsValue(value);
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  if (typeof value === 'string') return StringValueObject.create(value);
  return Number.isFinite(value) ? NumberValueObject.create(value === 0 ? 0 : value) : errorAsValue({ error: '#NUM!' });
}

export function engineMatrix(rows: Matrix<CellValue>): BaseValueObject {
  return ArrayValueObject.create({
    calculateValueList: rows.map((row) => row.map(engineScalar)),
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}

/** The engine passes errors where it expects values, but declares them as another class. */
function errorAsValue({ error }: CellError): BaseValueObject {
  return engineError(error) as unknown as BaseValueObject;
}
