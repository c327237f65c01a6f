import type { CellRef, CellValue } from './cell';

/** One change to a cell. A formula is A1 without `=`, add-in functions as `KMC.X`. */
export type Edit =
  | { readonly kind: 'set-value'; readonly cell: CellRef; readonly value: CellValue }
  | { readonly kind: 'set-formula'; readonly cell: CellRef; readonly formula: string; readonly value: CellValue }
  /** The newly calculated value of a formula cell (or of a cell it spills into): the formula itself stays. */
  | { readonly kind: 'set-calculated'; readonly cell: CellRef; readonly value: CellValue };

/** One change to the workbook's own defined names, not to those of a sheet. Letter case makes no difference. */
export type NameEdit =
  /** Defines the name or gives it another formula: A1 without `=`, a reference with its sheet and `$`, or text constants. */
  | { readonly kind: 'set-name'; readonly name: string; readonly formula: string; readonly hidden: boolean }
  /** A name that is not there is no fault. */
  | { readonly kind: 'remove-name'; readonly name: string };

/** One change to a workbook, the only way anything is written. */
export type WorkbookEdit = Edit | NameEdit;

const isNameEdit = (edit: WorkbookEdit): edit is NameEdit => edit.kind === 'set-name' || edit.kind === 'remove-name';

/** @returns edits of cells and of names, each in their order */
export function editsByKind(edits: readonly WorkbookEdit[]): {
  readonly cells: readonly Edit[];
  readonly names: readonly NameEdit[];
} {
  const cells: Edit[] = [];
  const names: NameEdit[] = [];
  for (const edit of edits) {
    if (isNameEdit(edit)) names.push(edit);
    else cells.push(edit);
  }
  return { cells, names };
}

/** @returns for each name the edit that stands, the last one, by the name in lower case */
export function lastByName(edits: readonly NameEdit[]): ReadonlyMap<string, NameEdit> {
  return new Map(edits.map((edit) => [edit.name.toLowerCase(), edit]));
}
