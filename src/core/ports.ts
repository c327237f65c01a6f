import type { CellRef } from './workbook/cell';
import type { Edit } from './workbook/edit';
import type { Recalculation } from './workbook/recalculation';
import type { WorkbookSnapshot } from './workbook/snapshot';

/** Where a workbook lives: Excel, a grid, a file. */
export interface WorkbookHost {
  snapshot(): Promise<WorkbookSnapshot>;
  apply(edits: readonly Edit[]): Promise<void>;
  reveal(cell: CellRef): Promise<void>;
  /** @returns a function that stops listening */
  onChange(listener: () => void): () => void;
}

/** Calculates a workbook's formulas anew. Absent in Excel, which calculates by itself. */
export interface Recalculator {
  /** @param changed cells whose stored value was edited since the file's values were calculated; empty for a file as it came */
  recalculate(snapshot: WorkbookSnapshot, changed?: readonly CellRef[]): Promise<Recalculation>;
}

export interface FileStore {
  read(path: string): Promise<Uint8Array>;
  write(path: string, bytes: Uint8Array): Promise<void>;
}

/** SHA-256, lower-case hexadecimal. */
export type Digest = (bytes: Uint8Array) => Promise<string>;

/** ISO date of today, `YYYY-MM-DD`: the only way the time of day enters. */
export type Clock = () => string;
