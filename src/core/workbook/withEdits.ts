import type { CellRef, CellValue, RangeRef } from './cell';
import { editsByKind, lastByName, type Edit, type NameEdit, type WorkbookEdit } from './edit';
import { overlaidSheet, type OverlaidCell } from './overlaidSheet';
import { MAX_COLUMNS, SheetBuilder } from './sheetColumns';
import type { NameSnapshot, SheetSnapshot, WorkbookSnapshot } from './snapshot';
import { grownTables } from './tableGrowth';

/**
 * @param sheet takes the place of the sheet of the same name
 * @throws RangeError when the workbook has no such sheet
 */
export function replaceSheet(snapshot: WorkbookSnapshot, sheet: SheetSnapshot): WorkbookSnapshot {
  requireSheet(snapshot, sheet.name);
  return { ...snapshot, sheets: snapshot.sheets.map((old) => (old.name === sheet.name ? sheet : old)) };
}

/**
 * The workbook after the edits, applied in their order; sheets no edit touches are the same objects as before. Tables grow over what is
 * written right below them.
 * A formula that is replaced takes with it the values it spilled. An edit inside a spill leaves the spill's range:
 * recalculation decides what becomes of it.
 * @throws RangeError when an edit names a sheet that the workbook does not have
 */
export function withEdits(snapshot: WorkbookSnapshot, edits: readonly WorkbookEdit[]): WorkbookSnapshot {
  const { cells: cellEdits, names } = editsByKind(edits);
  const bySheet = new Map<string, EditedCells>();
  for (const edit of cellEdits) {
    const name = edit.cell.sheet;
    const cells = bySheet.get(name) ?? new EditedCells(requireSheet(snapshot, name));
    bySheet.set(name, cells);
    cells.apply(edit);
  }
  const sheets = snapshot.sheets.map((sheet) => bySheet.get(sheet.name)?.result() ?? sheet);
  const tables = grownTables(snapshot.tables, cellEdits);
  return { ...snapshot, sheets, tables, names: withNames(snapshot.names, names) };
}

function withNames(names: readonly NameSnapshot[], edits: readonly NameEdit[]): readonly NameSnapshot[] {
  if (edits.length === 0) return names;
  const changes = lastByName(edits);
  const known = new Set<string>();
  const kept = names.flatMap((name) => {
    const change = name.sheet === null ? changes.get(name.name.toLowerCase()) : undefined;
    if (!change) return [name];
    known.add(name.name.toLowerCase());
    return change.kind === 'remove-name' ? [] : [{ ...name, formula: change.formula, hidden: change.hidden }];
  });
  const added = [...changes].flatMap(([key, change]) =>
    known.has(key) || change.kind === 'remove-name'
      ? []
      : [{ name: change.name, formula: change.formula, sheet: null, hidden: change.hidden }],
  );
  return [...kept, ...added];
}

function requireSheet(snapshot: WorkbookSnapshot, name: string): SheetSnapshot {
  const sheet = snapshot.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new RangeError(`the workbook has no sheet "${name}"`);
  return sheet;
}

class EditedCells {
  private readonly edited = new Map<number, OverlaidCell>();
  private spills: readonly RangeRef[];

  constructor(private readonly sheet: SheetSnapshot) {
    this.spills = sheet.spills;
  }

  apply(edit: Edit): void {
    const { cell, value } = edit;
    if (edit.kind === 'set-calculated') {
      this.set(cell.row, cell.column, value, this.formula(cell));
      return;
    }
    this.removeSpillOf(cell);
    this.set(cell.row, cell.column, value, edit.kind === 'set-formula' ? edit.formula : null);
  }

  private set(row: number, column: number, value: CellValue, formula: string | null): void {
    this.edited.set(keyOf(row, column), { value, formula });
  }

  private formula({ row, column }: CellRef): string | null {
    const edited = this.edited.get(keyOf(row, column));
    return edited ? edited.formula : this.sheet.formula(row, column);
  }

  private removeSpillOf({ row, column }: CellRef): void {
    const spill = this.spills.find(({ top, left }) => top === row && left === column);
    if (!spill) return;
    this.spills = this.spills.filter((other) => other !== spill);
    this.sheet.forEachCell((cellRow, cellColumn, _value, formula) => {
      const isFilled = formula === null && covers(spill, cellRow, cellColumn);
      if (isFilled) this.set(cellRow, cellColumn, null, null);
    });
  }

  /** The sheet with its edits, laid over it where that will do. */
  result(): SheetSnapshot {
    const overlaid = this.spills === this.sheet.spills ? overlaidSheet(this.sheet, this.edited) : null;
    return overlaid ?? this.rebuilt();
  }

  private rebuilt(): SheetSnapshot {
    const builder = new SheetBuilder(this.sheet.name).setVisibility(this.sheet.visibility);
    this.sheet.hiddenRows.forEach(([first, last]) => builder.hideRows(first, last));
    this.sheet.hiddenColumns.forEach(([first, last]) => builder.hideColumns(first, last));
    this.sheet.merges.forEach((range) => builder.merge(range));
    this.spills.forEach((range) => builder.spill(range));
    if (this.sheet.unlockedFormulas) builder.unlock(this.sheet.unlockedFormulas);
    this.sheet.forEachStored((row, column, value, formula, format) => {
      if (!this.edited.has(keyOf(row, column))) builder.add(row, column, value, formula, format);
    });
    for (const [key, { value, formula }] of this.edited) {
      const row = Math.floor(key / MAX_COLUMNS);
      const column = key % MAX_COLUMNS;
      builder.add(row, column, value, formula, this.sheet.format(row, column));
    }
    return builder.build();
  }
}

const keyOf = (row: number, column: number): number => row * MAX_COLUMNS + column;

const covers = ({ top, left, bottom, right }: RangeRef, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;
