import type { WorkbookHost } from '../../core/ports';
import type { WorkbookOptions } from '../../core/template/planWorkbook';
import type { WorkbookEdit } from '../../core/workbook/edit';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';

/** Ends when the workbook is open; `false` where the user was asked and kept the open workbook. */
export type Opening = Promise<boolean> | Promise<void>;

/** Where whole workbooks can be made and opened. A host without it is not offered what needs it. What fails is thrown as a `KmcError`. */
export interface Workbooks {
  /** New sheets join the open workbook, whose own sheets stay. Without it a new workbook takes the place of the open one. */
  readonly joins?: boolean;
  /** Files open beside the open workbook. Without it they take its place. */
  readonly opensBeside?: boolean;
  /** Makes a new application; asks before changes that were not saved are lost. */
  create(options: WorkbookOptions): Opening;
  /** Reads a file; the open workbook stays. */
  readFile(file: File): Promise<WorkbookSnapshot>;
  /** Opens a copy of a file with the edits applied, asking as `create` does. The file stays as it is. */
  openEdited(file: File, edits: readonly WorkbookEdit[], name: string): Opening;
  /** The bytes of an .xlsx as a workbook of its own, which nobody sees: to write into a copy what the open workbook cannot take. */
  asFile?(bytes: Uint8Array): Promise<WorkbookHost>;
}

/** Keeps small texts from one visit to the next. What cannot be kept is forgotten without a word. */
export interface Memory {
  read(key: string): string | null;
  write(key: string, text: string): void;
}
