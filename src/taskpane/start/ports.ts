import type { WorkbookOptions } from '../../core/template/planWorkbook';
import type { WorkbookEdit } from '../../core/workbook/edit';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';

/** Where whole workbooks can be made and opened. A host without it is not offered what needs it. What fails is thrown as a `KmcError`. */
export interface Workbooks {
  /**
   * Opens a new workbook in place of the open one, once the user agrees to lose changes that were not saved.
   * @returns false where the user kept the open one
   */
  create(options: WorkbookOptions): Promise<boolean>;
  /** Reads a file; the open workbook stays. */
  readFile(file: File): Promise<WorkbookSnapshot>;
  /** Opens a copy of a file with the edits applied, in place of the open workbook, asking as `create` does. The file stays as it is. */
  openEdited(file: File, edits: readonly WorkbookEdit[], name: string): Promise<boolean>;
}

/** Keeps small texts from one visit to the next. What cannot be kept is forgotten without a word. */
export interface Memory {
  read(key: string): string | null;
  write(key: string, text: string): void;
}
