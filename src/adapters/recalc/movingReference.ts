import { AbsoluteRefType, type ICellData, type IRange, type ObjectMatrix } from '@univerjs/core';
import {
  ErrorValueObject,
  type BaseReferenceObject,
  type ErrorType,
  type FunctionVariantType,
} from '@univerjs/engine-formula';
import { SheetReference } from './sheetReference';

export interface ReferredSheet {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: ObjectMatrix<ICellData>;
}

/** A reference in a formula that stands in several cells. One of its corners with `$` and one without move together: see `EngineFormula`. */
export class MovingReference {
  private readonly reference: SheetReference;
  private readonly start: IRange;
  private readonly movesRows: boolean;
  private readonly movesColumns: boolean;

  constructor(
    original: BaseReferenceObject,
    private readonly sheet: ReferredSheet,
  ) {
    this.reference = new SheetReference(original, sheet.cells);
    this.start = original.getRangeData();
    const fixed = this.start.startAbsoluteRefType ?? AbsoluteRefType.NONE;
    this.movesRows = fixed !== AbsoluteRefType.ROW && fixed !== AbsoluteRefType.ALL;
    this.movesColumns = fixed !== AbsoluteRefType.COLUMN && fixed !== AbsoluteRefType.ALL;
  }

  get isFixed(): boolean {
    return !this.movesRows && !this.movesColumns;
  }

  /** @returns the one reference object, moved; the engine's `#NAME?` where a single cell is outside its sheet */
  movedBy(rows: number, columns: number): FunctionVariantType {
    const down = this.movesRows ? rows : 0;
    const right = this.movesColumns ? columns : 0;
    const { startRow, endRow, startColumn, endColumn } = this.start;
    const range = {
      ...this.start,
      startRow: startRow + down,
      endRow: endRow + down,
      startColumn: startColumn + right,
      endColumn: endColumn + right,
    };
    this.reference.setRangeData(range);
    if (this.reference.isCell() && !this.contains(range)) return OUTSIDE;
    return this.reference;
  }

  private contains({ startRow, endRow, startColumn, endColumn }: IRange): boolean {
    const { rowCount, columnCount } = this.sheet;
    return startRow >= 0 && startColumn >= 0 && endRow < rowCount && endColumn < columnCount;
  }
}

const OUTSIDE = ErrorValueObject.create('#NAME?' as ErrorType) as unknown as FunctionVariantType;
