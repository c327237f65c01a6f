import { ICommandService, IUndoRedoService, RANGE_TYPE, type IUndoRedoItem, type Univer } from '@univerjs/core';
import { ScrollToCellOperation, SetSelectionsOperation, SetWorksheetActiveOperation } from '@univerjs/sheets';
import { KmcError, message, type Message } from '../../core/message';
import type { LiveCalculator, WorkbookHost } from '../../core/ports';
import type { Problem } from '../../core/case/types';
import type { CellRef } from '../../core/workbook/cell';
import { editsByKind, type Edit, type WorkbookEdit } from '../../core/workbook/edit';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { grownTables } from '../../core/workbook/tableGrowth';
import { CellChanges, inverse } from './cellChanges';
import { GridCells } from './gridCells';
import { constantCell, newContent } from './gridCell';
import { readFullWidthNumbers } from './fullWidthNumbers';
import { GridReader } from './gridReader';
import { guardCommands } from './guard';
import type { Layout } from './layout';
import { LayoutKeeper } from './layoutKeeper';
import { nameChanges, NO_NAMES, type NameChanges } from './nameChanges';
import { Listeners } from './listeners';
import { LiveGrid } from './liveGrid';
import type { OpenedGrid } from './openGrid';
import { sortedLines, type SortOrder } from './sortLines';
import { toA1 } from './structuredReferences';
import { findTable, type Tables } from './tableReference';
import { tableUpkeep } from './tableUpkeep';
import { pushStep } from './undoList';
import { userStep } from './userStep';

/** A workbook in the grid. */
export interface GridHost extends WorkbookHost {
  /** Where tables and rows are now. */
  readonly layout: Layout;
  /** Whether the workbook differs from what was opened or last saved. */
  readonly isChanged: boolean;
  markSaved(): void;
  /** Hears why something the user wanted was not done. */
  onRefused(listener: (why: Message) => void): () => void;
  /** Cells written as one step that can be undone, and that counts as the user's. */
  enter(edits: readonly WorkbookEdit[]): void;
  /** Sorts the lines of the table that `by` lies in by its column; refused where there is no table. */
  sortLines(by: CellRef, order: SortOrder): void;
  dispose(): void;
}

/**
 * @param univer with the sheets and formula plugins, which need not calculate
 * @param opened its workbook, by `openGrid`
 * @param calculator gives the values that the grid shows
 * @param fileOf writes the workbook to a file; without it the host has none to give
 */
export function createGridHost(
  univer: Univer,
  opened: OpenedGrid,
  calculator: LiveCalculator,
  fileOf?: (host: GridHost) => Promise<Uint8Array>,
): GridHost {
  return new UniverHost(univer, opened, calculator, fileOf);
}

class UniverHost implements GridHost {
  readonly bytes?: () => Promise<Uint8Array>;
  private readonly injector;
  private readonly commands;
  private readonly undo;
  private readonly live: LiveGrid;
  private readonly reader: GridReader;
  private readonly keeper: LayoutKeeper;
  private readonly changes: Listeners;
  private readonly refusals = new Set<(why: Message) => void>();
  private readonly stops: { dispose(): void }[];
  private isOwn = false;
  private savedStep = 0;

  constructor(
    univer: Univer,
    private readonly opened: OpenedGrid,
    calculator: LiveCalculator,
    fileOf?: (host: GridHost) => Promise<Uint8Array>,
  ) {
    if (fileOf) this.bytes = () => fileOf(this);
    this.injector = univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
    this.undo = this.injector.get(IUndoRedoService);
    this.reader = new GridReader(this.injector, opened);
    this.live = new LiveGrid(this.injector, opened, this.reader, calculator, (sheet) => this.sheetId(sheet));
    this.changes = new Listeners(() => this.live.settle(this.layout));
    const asOpened = { tables: opened.snapshot.tables, rows: new Map(), step: 0 };
    this.keeper = new LayoutKeeper(this.commands, asOpened, (before, after) => this.undone(before, after));
    this.stops = [this.live, this.keeper, this.guard()];
    this.keepTables();
  }

  get layout(): Layout {
    return this.keeper.layout;
  }

  get isChanged(): boolean {
    return this.layout.step !== this.savedStep;
  }

  markSaved(): void {
    this.savedStep = this.layout.step;
  }

  async snapshot(): Promise<WorkbookSnapshot> {
    this.live.settle(this.layout);
    return this.live.known.snapshot;
  }

  problems(): readonly Problem[] {
    return this.live.known.problems;
  }

  async apply(edits: readonly WorkbookEdit[]): Promise<void> {
    this.isOwn = true;
    try {
      this.write(edits);
    } finally {
      this.isOwn = false;
    }
    this.live.settle(this.layout);
  }

  enter(edits: readonly WorkbookEdit[]): void {
    this.write(edits);
  }

  sortLines(by: CellRef, order: SortOrder): void {
    const table = findTable('', by, this.layout.tables);
    if (table) this.step(sortedLines(new GridCells(this.opened.workbook), table, by, order));
    else this.refuse(message('workbench.refused.no-table'));
  }

  async reveal({ sheet, row, column }: CellRef): Promise<void> {
    const unitId = this.opened.workbook.getUnitId();
    const subUnitId = this.sheetId(sheet);
    const range = { startRow: row, endRow: row, startColumn: column, endColumn: column, rangeType: RANGE_TYPE.NORMAL };
    const primary = { ...range, actualRow: row, actualColumn: column, isMerged: false, isMergedMainCell: false };
    await this.commands.executeCommand(SetWorksheetActiveOperation.id, { unitId, subUnitId });
    await this.commands.executeCommand(SetSelectionsOperation.id, {
      unitId,
      subUnitId,
      selections: [{ range, primary, style: null }],
    });
    await this.commands.executeCommand(ScrollToCellOperation.id, { unitId, range });
  }

  onChange(listener: () => void): () => void {
    return this.changes.add(listener);
  }

  onRefused(listener: (why: Message) => void): () => void {
    this.refusals.add(listener);
    return () => void this.refusals.delete(listener);
  }

  dispose(): void {
    this.changes.dispose();
    this.stops.forEach((stop) => stop.dispose());
  }

  private write(edits: readonly WorkbookEdit[]): void {
    const { cells, names } = editsByKind(edits);
    this.step(this.cellChanges(cells), nameChanges(names, this.reader.nameIds(), this.opened.workbook.getUnitId()));
  }

  private cellChanges(edits: readonly Edit[]): CellChanges {
    edits.forEach(({ cell }) => this.sheetId(cell.sheet));
    if (edits.some(({ kind }) => kind === 'set-calculated')) throw new KmcError(message('workbench.calculates-itself'));
    const changes = new CellChanges();
    const tables = grownTables(this.layout.tables, edits);
    for (const edit of edits) {
      const { sheet, row, column } = edit.cell;
      const content =
        edit.kind === 'set-formula' ? { f: `=${a1Of(edit.formula, edit.cell, tables)}` } : constantCell(edit.value);
      changes.set(this.sheetId(sheet), row, column, newContent(content));
    }
    return changes;
  }

  private step(changes: CellChanges, names: NameChanges = NO_NAMES): void {
    const done = this.done(changes);
    names.redo.forEach(({ id, params }) => this.commands.syncExecuteCommand(id, params));
    this.undo.pushUndoRedo({
      unitID: this.opened.workbook.getUnitId(),
      undoMutations: [...names.undo, ...done.undoMutations],
      redoMutations: [...done.redoMutations, ...names.redo],
    });
  }

  private refuse(why: Message): void {
    this.refusals.forEach((listener) => listener(why));
  }

  private done(changes: CellChanges): Pick<IUndoRedoItem, 'undoMutations' | 'redoMutations'> {
    const redoMutations = changes.mutations(this.opened.workbook.getUnitId());
    const undoMutations = inverse(redoMutations, this.injector);
    redoMutations.forEach(({ id, params }) => this.commands.syncExecuteCommand(id, params));
    return { undoMutations, redoMutations };
  }

  /** Every step of the user ends in the undo list: there the tables do their part, in the same step. */
  private keepTables(): void {
    // The service may be a stand-in that remembers a method once it has been read: it is replaced before anyone reads it.
    const push = (item: IUndoRedoItem) => pushStep(this.undo, item);
    this.undo.pushUndoRedo = (item) => {
      if (item.unitID !== this.opened.workbook.getUnitId()) return push(item);
      push(this.withUpkeep(item));
      if (!this.isOwn) this.changes.tell();
    };
  }

  private withUpkeep(item: IUndoRedoItem): IUndoRedoItem {
    const before = this.layout;
    const step = userStep(item.redoMutations, (id) => this.reader.nameOf(id));
    const cells = new GridCells(this.opened.workbook);
    const { layout, changes } = tableUpkeep(cells, before, step);
    if (!this.isOwn) readFullWidthNumbers(cells, step, changes);
    const kept = this.done(changes);
    if (!hasSamePlaces(before, layout)) this.live.tablesMoved();
    const after = this.keeper.next(layout);
    return {
      ...item,
      undoMutations: [...kept.undoMutations, ...item.undoMutations, this.keeper.mutation(before)],
      redoMutations: [...item.redoMutations, this.keeper.mutation(after), ...kept.redoMutations],
    };
  }

  private undone(before: Layout, after: Layout): void {
    if (!hasSamePlaces(before, after)) this.live.tablesMoved();
    this.changes.tell();
  }

  private guard(): { dispose(): void } {
    return guardCommands(this.injector, {
      tables: () => this.layout.tables,
      nameOf: (id) => this.reader.nameOf(id),
      refused: (why) => this.refuse(why),
    });
  }

  private sheetId(name: string): string {
    const sheet = this.opened.workbook.getSheets().find((candidate) => candidate.getName() === name);
    if (!sheet) throw new KmcError(message('host.unknown-sheet', { sheet: name }));
    return sheet.getSheetId();
  }
}

function a1Of(formula: string, at: CellRef, tables: Tables): string {
  const a1 = toA1(formula, at, tables);
  if (!a1.ok) throw new KmcError(a1.message);
  return a1.value;
}

const hasSamePlaces = (one: Pick<Layout, 'rows' | 'tables'>, other: Pick<Layout, 'rows' | 'tables'>): boolean =>
  one.rows === other.rows &&
  one.tables.every(({ range }, at) => {
    const { top, bottom } = other.tables[at]!.range;
    return range.top === top && range.bottom === bottom;
  });
