import type { Problem } from './case/types';
import type { Message } from './message';
import type { CellRef, CellValue } from './workbook/cell';
import type { Edit, WorkbookEdit } from './workbook/edit';
import type { CellNote, NoteEdit } from './workbook/note';
import type { Recalculation } from './workbook/recalculation';
import type { WorkbookSnapshot } from './workbook/snapshot';

/** Which sheets a snapshot must hold: those with a table named `Kmc…` or an adopted range, or every one. A host may give more than is asked. */
export type SnapshotScope = 'case' | 'all';

/** Where a workbook lives: Excel, a grid, a file. What fails is thrown as a `KmcError`. */
export interface WorkbookHost {
  /**
   * The workbook as it is now. Tables are those of the sheets in it, names all of the workbook's.
   * @param scope `case` where nothing is said: what live checks need, and quick where reading is slow
   */
  snapshot(scope?: SnapshotScope): Promise<WorkbookSnapshot>;
  /**
   * Edits in their order. Content in the row right below a table becomes its next line, as when it is typed there; a host may then fill
   * that line's computed columns, unless an edit does. A host that calculates by itself ignores the value that comes with a formula and refuses
   * `set-calculated`.
   */
  apply(edits: readonly WorkbookEdit[]): Promise<void>;
  /** What the host knows to be wrong with the snapshot it gave last, where it calculates by itself: circles, values nobody knows. */
  problems?(): readonly Problem[];
  /** Brings a cell before the user's eyes and selects it. */
  reveal(cell: CellRef): Promise<void>;
  /**
   * @param listener called after someone else (the user, a co-author, a recalculation) has changed the workbook, once for
   * changes that come close together; not for what `apply` wrote
   * @returns a function that stops listening
   */
  onChange(listener: () => void): () => void;
  /**
   * The workbook as an .xlsx, with what has not been saved yet. Absent where a host has no file to give.
   * @throws KmcError where the file cannot be had, or not whole
   */
  bytes?(): Promise<Uint8Array>;
  /** Notes at cells. Absent where a host can neither show nor keep them. */
  readonly notes?: WorkbookNotes;
}

/** What people write at cells, beside their contents. */
export interface WorkbookNotes {
  /** Every note of every sheet, threads of comments among them: a cell that has one has room for no note. */
  read(): Promise<readonly CellNote[]>;
  /**
   * Edits in one step, at most one a cell. Notes that no edit names stay as they are, to the letter.
   * @throws KmcError where a sheet is missing or protected, or a note is another one than the edit says, before anything is written
   */
  write(edits: readonly NoteEdit[]): Promise<void>;
}

/** Calculates a workbook's formulas anew. Absent in Excel, which calculates by itself. */
export interface Recalculator {
  /** @param changed cells whose stored value was edited since the file's values were calculated; empty for a file as it came */
  recalculate(snapshot: WorkbookSnapshot, changed?: readonly CellRef[]): Promise<Recalculation>;
}

/** A workbook whose formulas are calculated while it is worked on. */
export interface LiveWorkbook {
  /** With the values of now; a cell whose value is not known holds an error, never an old number. */
  readonly snapshot: WorkbookSnapshot;
  /** Circles and formulas that cannot be calculated, each at its cell. */
  readonly problems: readonly Problem[];
  /**
   * @param edits new contents; a value that comes with a formula is not looked at
   * @returns cells that show another value now, the edited ones not among them unless they hold a formula
   */
  update(edits: readonly Edit[]): readonly ShownCell[];
  /**
   * Takes the workbook as it is given, after rows have moved.
   * @param changed cells that hold something else than before
   */
  reopen(snapshot: WorkbookSnapshot, changed: readonly CellRef[]): readonly ShownCell[];
  dispose(): void;
}

export interface ShownCell {
  readonly cell: CellRef;
  readonly value: CellValue;
}

/** Opens workbooks to be worked on. */
export interface LiveCalculator {
  open(snapshot: WorkbookSnapshot): LiveWorkbook;
}

/** Hands files to the person at the screen. */
export interface FileSaver {
  /**
   * Call it right from a click: some places take a file only then.
   * @param bytes of the whole file
   * @param name with its ending, which tells the kind
   * @returns what to tell the person: where the file is, and what to do where it does not arrive, which a page cannot see
   * @throws KmcError where there is no way to hand over a file of this kind
   */
  save(bytes: Uint8Array, name: string): Promise<Message>;
}

export interface FileStore {
  read(path: string): Promise<Uint8Array>;
  write(path: string, bytes: Uint8Array): Promise<void>;
}

/** SHA-256, lower-case hexadecimal. */
export type Digest = (bytes: Uint8Array) => Promise<string>;

/**
 * Unpacks a raw deflate stream (RFC 1951), never past the size it is told.
 * @returns the content, or `null` where the stream is damaged or gives another size
 */
export type Inflate = (packed: Uint8Array, size: number) => Uint8Array | null;

/** ISO date of today, `YYYY-MM-DD`: the only way the time of day enters. */
export type Clock = () => string;
