import type { Injector } from '@univerjs/core';
import { KmcError, message } from '../../core/message';
import type { LiveCalculator, LiveWorkbook, ShownCell } from '../../core/ports';
import { sheetCellAddress } from '../../core/workbook/a1';
import type { GridReader } from './gridReader';
import { GridResults } from './gridResults';
import type { Layout } from './layout';
import type { OpenedGrid } from './openGrid';
import { PendingChanges } from './pendingChanges';

type Cells = ReturnType<PendingChanges['take']>['cells'];

/** Keeps calculated values beside the grid's contents: what has been entered goes out to be calculated, what follows comes back. */
export class LiveGrid {
  private readonly live: LiveWorkbook;
  private readonly pending: PendingChanges;
  private readonly results: GridResults;
  /** Rows have moved in a workbook with formulas that are not in the grid: where those read from now, nobody knows. */
  private isLost = false;
  private failure: unknown = null;

  constructor(
    injector: Injector,
    private readonly opened: OpenedGrid,
    private readonly reader: GridReader,
    calculator: LiveCalculator,
    idOf: (sheet: string) => string,
  ) {
    this.live = calculator.open(opened.snapshot);
    this.pending = new PendingChanges(injector);
    this.results = new GridResults(injector, opened.workbook.getUnitId(), idOf);
    this.show(changedSince(opened, this.live));
  }

  /** Calculates what has been entered since and shows it. What goes wrong is thrown when the values are asked for. */
  settle(layout: Layout): void {
    try {
      this.follow(layout);
      this.failure = null;
    } catch (error) {
      this.failure = error;
      this.pending.tablesMoved();
    }
  }

  private follow({ tables, step }: Layout): void {
    const { moved, named, cells } = this.pending.take();
    this.isLost ||= moved && this.opened.problems.length > 0;
    if (this.isLost && step !== 0) return;
    if (this.isLost) this.show(this.live.reopen(this.opened.snapshot, []));
    else if (moved) this.show(this.live.reopen(this.reader.read(tables), this.places(cells)));
    else this.followContents(tables, named, cells);
    this.isLost = false;
  }

  private followContents(tables: Layout['tables'], named: boolean, cells: Cells): void {
    if (cells.length > 0) this.show(this.live.update(cells.map((cell) => this.reader.edit(...cell, tables))));
    if (named) this.show(this.live.reopen({ ...this.live.snapshot, names: this.reader.nameList(tables) }, []));
  }

  /** @throws KmcError while values cannot be known */
  get known(): LiveWorkbook {
    if (this.failure !== null) throw this.failure;
    const [first] = this.opened.problems;
    if (!first || !this.isLost) return this.live;
    const cell = sheetCellAddress(first.cell);
    const others = this.opened.problems.length - 1;
    throw new KmcError(message('workbench.not-calculated', { cell, reason: first.message, others }));
  }

  tablesMoved(): void {
    this.pending.tablesMoved();
  }

  dispose(): void {
    this.pending.dispose();
    this.live.dispose();
  }

  private places(cells: Cells) {
    return cells.map(([id, row, column]) => ({ sheet: this.reader.nameOf(id), row, column }));
  }

  private show(cells: readonly ShownCell[]): void {
    this.results.show(cells, this.live.snapshot.sheets);
  }
}

/** What the calculation at opening has made of the file's values. */
function changedSince({ snapshot }: OpenedGrid, { snapshot: now }: LiveWorkbook): ShownCell[] {
  const shown: ShownCell[] = [];
  now.sheets.forEach((sheet, at) => {
    const before = snapshot.sheets[at]!;
    if (sheet === before) return;
    sheet.forEachCell((row, column, value) => {
      if (value !== before.value(row, column)) shown.push({ cell: { sheet: sheet.name, row, column }, value });
    });
  });
  return shown;
}
