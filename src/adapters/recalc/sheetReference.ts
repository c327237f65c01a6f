import { isNullCell, type ICellData, type IRange, type Nullable, type ObjectMatrix } from '@univerjs/core';
import { ArrayValueObject, BaseReferenceObject, NullValueObject } from '@univerjs/engine-formula';

/**
 * A reference of the engine that can be moved: the engine's own are made anew for every formula, and look for every cell in places
 * that only its own calculation fills.
 */
export class SheetReference extends BaseReferenceObject {
  private readonly isOneCell: boolean;
  /** The cell as an array, for all parts of a formula that read it. */
  private single: ArrayValueObject | null = null;

  /** @param original what the engine made of the reference's text; @param cells of the sheet it is on */
  constructor(
    original: BaseReferenceObject,
    private readonly cells: ObjectMatrix<ICellData>,
  ) {
    super(original.getToken());
    this.setDefaultUnitId(original.getDefaultUnitId());
    this.setDefaultSheetId(original.getDefaultSheetId());
    this.setForcedUnitIdDirect(original.getUnitId());
    this.setForcedSheetIdDirect(original.getSheetId());
    this.setForcedSheetName(original.getForcedSheetName());
    this.setUnitData(original.getUnitData());
    this.setUnitStylesData(original.getUnitStylesData());
    this.setRuntimeData(original.getRuntimeData());
    this.setArrayFormulaCellData(original.getArrayFormulaCellData());
    this.setArrayFormulaRange(original.getArrayFormulaRange());
    this.setRuntimeArrayFormulaCellData(original.getRuntimeArrayFormulaCellData());
    this.setRuntimeArrayFormulaRange(original.getRuntimeArrayFormulaRange());
    this.setRuntimeFeatureCellData(original.getRuntimeFeatureCellData());
    this.setRangeData(original.getRangeData());
    this.isOneCell = original.isCell();
  }

  override isCell(): boolean {
    return this.isOneCell;
  }

  override isRange(): boolean {
    return !this.isOneCell;
  }

  override setRangeData(range: IRange): void {
    super.setRangeData(range);
    this.single = null;
  }

  override getRangePosition(): IRange {
    return this.getRangeData();
  }

  override getCellData(row: number, column: number): Nullable<ICellData> {
    return this.cells.getValue(row, column);
  }

  /** Ranges are kept for other formulas that read them, single cells are not: there are too many. */
  override toArrayValueObject(useCache = true): ArrayValueObject {
    const { startRow: row, startColumn: column, endRow, endColumn } = this.getRangeData();
    if (row !== endRow || column !== endColumn) return super.toArrayValueObject(useCache);
    this.single ??= this.arrayOf(row, column);
    return this.single;
  }

  private arrayOf(row: number, column: number): ArrayValueObject {
    const cell = this.getCellData(row, column);
    const value = !cell || isNullCell(cell) ? NullValueObject.create() : this.getCellValueObject(cell);
    return ArrayValueObject.create({
      calculateValueList: [[value]],
      rowCount: 1,
      columnCount: 1,
      unitId: this.getUnitId(),
      sheetId: this.getSheetId(),
      row,
      column,
    });
  }
}
