import type { CellRef, RangeRef } from '../../workbook/cell';
import type { SheetSnapshot } from '../../workbook/snapshot';
import { keyOf } from './cellOrder';
import { ColumnCells, Remaining } from './columnCells';

interface Visit {
  readonly cell: CellRef;
  readonly ranges: readonly RangeRef[];
  /** Place in the order of first visits. */
  readonly order: number;
  /** The earliest cell still open that can be reached from here. */
  lowest: number;
  /** Ranges whose cells have all been visited. */
  done: number;
}

/**
 * Formula cells that depend on themselves, each circle as the cells that all rest on one another (Tarjan 1972, strongly connected
 * components, without recursion). Ranges are never written out as edges: cells that are settled are stepped over.
 * @param reads the ranges a formula cell reads
 */
export function circlesOf(
  sheets: readonly SheetSnapshot[],
  reads: (cell: CellRef) => readonly RangeRef[],
): readonly (readonly CellRef[])[] {
  return new Circles(sheets, reads).all();
}

class Circles {
  private readonly unvisited = new Map<string, Remaining>();
  /** Formula cells that are not yet settled, the open ones among them. */
  private readonly unsettled = new Map<string, Remaining>();
  private readonly open: Visit[] = [];
  private readonly visits = new Map<string, Visit>();
  private readonly found: CellRef[][] = [];
  private count = 0;

  constructor(
    private readonly sheets: readonly SheetSnapshot[],
    private readonly reads: (cell: CellRef) => readonly RangeRef[],
  ) {
    for (const sheet of sheets) {
      const formulas = new ColumnCells(sheet, (formula) => formula !== null);
      this.unvisited.set(sheet.name, new Remaining(formulas));
      this.unsettled.set(sheet.name, new Remaining(formulas));
    }
  }

  all(): readonly (readonly CellRef[])[] {
    for (const { name, rowCount, columnCount } of this.sheets) {
      const whole = { sheet: name, top: 0, left: 0, bottom: rowCount, right: columnCount };
      for (let cell = this.next(whole); cell; cell = this.next(whole)) this.explore(cell);
    }
    return this.found;
  }

  private next(range: RangeRef): CellRef | null {
    const place = this.unvisited.get(range.sheet)?.first(range);
    return place ? { sheet: range.sheet, ...place } : null;
  }

  private explore(start: CellRef): void {
    const path = [this.visit(start)];
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const range = visit.ranges[visit.done];
      const deeper = range && this.next(range);
      if (deeper) path.push(this.visit(deeper));
      else if (range) this.close(visit, range);
      else {
        path.pop();
        this.settle(visit, path.at(-1));
      }
    }
  }

  private visit(cell: CellRef): Visit {
    this.unvisited.get(cell.sheet)!.take(cell.row, cell.column);
    const order = this.count++;
    const visit = { cell, ranges: this.reads(cell), order, lowest: order, done: 0 };
    this.visits.set(keyOf(cell), visit);
    this.open.push(visit);
    return visit;
  }

  /** Every cell of the range has been visited: those not settled are open, and close a circle. */
  private close(visit: Visit, range: RangeRef): void {
    this.unsettled.get(range.sheet)?.forEach(range, (row, column) => {
      const reached = this.visits.get(keyOf({ sheet: range.sheet, row, column }))!;
      visit.lowest = Math.min(visit.lowest, reached.order);
    });
    visit.done += 1;
  }

  private settle(visit: Visit, before: Visit | undefined): void {
    if (before) before.lowest = Math.min(before.lowest, visit.lowest);
    if (visit.lowest < visit.order) return;
    const component = this.open.splice(this.open.lastIndexOf(visit));
    for (const { cell } of component) {
      this.unsettled.get(cell.sheet)!.take(cell.row, cell.column);
      this.visits.delete(keyOf(cell));
    }
    if (component.length > 1 || readsItself(visit)) this.found.push(component.map(({ cell }) => cell));
  }
}

const readsItself = ({ cell: { sheet, row, column }, ranges }: Visit): boolean =>
  ranges.some(
    (range) =>
      range.sheet === sheet && range.top <= row && row <= range.bottom && range.left <= column && column <= range.right,
  );
