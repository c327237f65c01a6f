import { BaseFunction, type BaseValueObject } from '@univerjs/engine-formula';
import { message } from '../../core/message';
import { isCellError, type CellError, type CellValue } from '../../core/workbook/cell';
import { MAX_ROWS } from '../../core/workbook/sheetColumns';
import { rowsOf } from './broadcast';
import { engineMatrix, engineScalar } from './engineValues';
import type { EngineFunctionClass, EngineFunctionEntry } from './functionBridge';
import type { Refuse } from './lookups';
import { numberOf } from './operators';

/** More cells than this are not made at once. */
const MOST_CELLS = MAX_ROWS;

/** The engine's SEQUENCE refuses more rows than the sheet it is given has; ours has only those in use. */
export function sequence(refuse: Refuse): EngineFunctionEntry {
  class Sequence extends BaseFunction {
    override minParams = 1;
    override maxParams = 4;

    override calculate(...variants: BaseValueObject[]): BaseValueObject {
      const [rows, columns, start, step] = [0, 1, 2, 3].map((index) => single(variants[index], 1));
      const refused = [rows, columns, start, step].find(isCellError);
      if (refused) return engineScalar(refused);
      const isLarge = (rows as number) * (columns as number) > MOST_CELLS;
      if (isLarge) return engineScalar(refuse(message('recalc.unsupported.too-large', { most: MOST_CELLS })));
      return filled(rows as number, columns as number, start as number, step as number);
    }
  }
  return [Sequence as unknown as EngineFunctionClass, 'SEQUENCE'];
}

/** An argument left out is 1; a block of several cells is not taken here. */
function single(variant: BaseValueObject | undefined, otherwise: number): number | CellError {
  if (!variant || (!variant.isArray() && variant.isNull())) return otherwise;
  const cells = rowsOf(variant);
  return cells.length === 1 && cells[0]!.length === 1 ? numberOf(cells[0]![0]!) : { error: '#VALUE!' };
}

function filled(rows: number, columns: number, start: number, step: number): BaseValueObject {
  const [height, width] = [Math.trunc(rows), Math.trunc(columns)];
  if (height < 0 || width < 0) return engineScalar({ error: '#VALUE!' });
  if (height === 0 || width === 0) return engineScalar({ error: '#CALC!' });
  if (height === 1 && width === 1) return engineScalar(start);
  return engineMatrix(
    Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (__, column): CellValue => start + step * (row * width + column)),
    ),
  );
}
