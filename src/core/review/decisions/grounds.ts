import type { CellRef, RangeRef } from '../../workbook/cell';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { MAX_COLUMNS } from '../../workbook/sheetColumns';
import type { Places, TablePlace } from '../places';
import type { Part, Read } from './read';
import { Reads } from './reads';

/** A cell as every closure of a workbook meets it. */
export interface Ground {
  readonly cell: CellRef;
  readonly place: TablePlace | null;
  /** `table|row id|column`; `null` outside every table. */
  readonly key: string | null;
  readonly formula: string | null;
}

export type ReadRange = Extract<Read, { kind: 'range' }>;

/** What the closures of one workbook share: decisions on many things rest on much the same cells. */
export class Grounds {
  readonly reads: Reads;
  /** Meanings of formulas that are told without naming a cell of the closure, by sheet and formula. */
  readonly meanings = new Map<string, string>();
  private readonly sheets = new Map<string, Map<number, Ground>>();
  private readonly readRanges = new Map<Ground, readonly ReadRange[]>();
  private readonly inRanges = new Map<string, readonly Ground[]>();

  constructor(
    snapshot: WorkbookSnapshot,
    readonly places: Places,
  ) {
    this.reads = new Reads(snapshot);
  }

  /** @param cell its sheet in either letter case; @returns the same object whenever it is the same cell */
  at(cell: CellRef): Ground {
    const known = this.ofSheet(cell.sheet);
    const id = cell.row * MAX_COLUMNS + cell.column;
    let ground = known.get(id);
    if (!ground) known.set(id, (ground = this.groundOf(cell)));
    return ground;
  }

  private ofSheet(name: string): Map<number, Ground> {
    const known = this.sheets.get(name) ?? this.sheets.get(name.toLowerCase()) ?? new Map<number, Ground>();
    this.sheets.set(name, known).set(name.toLowerCase(), known);
    return known;
  }

  private groundOf(cell: CellRef): Ground {
    const place = this.places.at(cell);
    return { cell, place, key: place && keyOf(place), formula: this.reads.formula(cell) };
  }

  /** The cell whose formula fills this one where a formula spills, else the cell itself. */
  filling(ground: Ground): Ground {
    const cell = this.reads.filledBy(ground.cell);
    return cell === ground.cell ? ground : this.at(cell);
  }

  /** The ranges that a cell's formula reads, in its order. */
  readBy(ground: Ground): readonly ReadRange[] {
    let known = this.readRanges.get(ground);
    if (!known) this.readRanges.set(ground, (known = rangesIn(this.reads.parts(ground.formula!, ground.cell))));
    return known;
  }

  /**
   * The cells of a range that hold anything. Ways to cells outside every table begin at the first cell that leads there: sorting a table
   * must not make that another one, so cells of tables come in the order of their names.
   */
  inRange(range: RangeRef): readonly Ground[] {
    const id = rangeId(range);
    let known = this.inRanges.get(id);
    if (!known) {
      const grounds = this.reads.filled(range).map((cell) => this.at(cell));
      known = grounds.some(({ key }) => key !== null) ? [...grounds].sort(byKey) : grounds;
      this.inRanges.set(id, known);
    }
    return known;
  }
}

const keyOf = ({ table, rowId, column }: TablePlace): string => `${table}|${rowId}|${column}`;

export const rangeId = ({ sheet, top, left, bottom, right }: RangeRef): string =>
  `${top},${left},${bottom},${right} ${sheet}`;

/** Not by the rules of a language: every machine has the same order. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** @returns order of cells by their names, those outside every table first */
export const byKey = (a: Ground, b: Ground): number => compareTexts(a.key ?? '', b.key ?? '');

function rangesIn(parts: readonly Part[]): readonly ReadRange[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string' || part.kind === 'elsewhere') return [];
    return part.kind === 'formula' ? rangesIn(part.parts) : [part];
  });
}
