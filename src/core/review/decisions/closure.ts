import type { CellRef, RangeRef } from '../../workbook/cell';
import type { Places, TablePlace } from '../places';
import { describedRange } from './describedRange';
import { markOfFormula, markOfValue } from './mark';
import type { Part, Read, Reads } from './reads';

/** A cell that something rests on: an input, or a formula whose own precedents are among the others. */
export interface RestingCell {
  /** `table|row id|column`; of a cell outside every table the way to it: which reference of which formula. No address. */
  readonly key: string;
  readonly place: TablePlace | null;
  readonly cell: CellRef;
  /** Its content in a form that is alike in every host and after every move; empty for a blank. */
  readonly mark: string;
}

/** What closures of one workbook share. */
export interface Grounds {
  readonly reads: Reads;
  readonly places: Places;
}

interface Reached {
  readonly key: string;
  readonly place: TablePlace | null;
  readonly cell: CellRef;
  readonly formula: string | null;
}

/**
 * The given cells with all their precedents, each once. Calculated values are not among the contents: they follow from formulas and
 * inputs, and another program may round them otherwise.
 * @param roots of one sheet or several, in any order; a blank cell is a root as well
 */
export function closureOf(roots: readonly CellRef[], grounds: Grounds): readonly RestingCell[] {
  const walk = new Walk(grounds);
  const own = roots.map((cell) => ({ cell, place: grounds.places.at(cell) }));
  const inTables = own.filter(({ place }) => place !== null).sort((a, b) => compare(keyOf(a.place!), keyOf(b.place!)));
  inTables.forEach(({ cell }) => walk.reach(cell, ''));
  own.filter(({ place }) => place === null).forEach(({ cell }, index) => walk.reach(cell, `>${index}`));
  walk.follow();
  return walk.cells();
}

const keyOf = ({ table, rowId, column }: TablePlace): string => `${table}|${rowId}|${column}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

class Walk {
  private readonly reached: Reached[] = [];
  private readonly keys = new Map<string, string>();
  private readonly used = new Set<string>();
  private readonly ranges = new Set<string>();
  private readonly marks = new Map<string, string>();

  constructor(private readonly grounds: Grounds) {}

  /** @param way names a cell outside every table */
  reach(shown: CellRef, way: string): void {
    const cell = this.grounds.reads.filledBy(shown);
    const id = idOf(cell);
    if (this.keys.has(id)) return;
    const place = this.grounds.places.at(cell);
    const key = this.unused(place ? keyOf(place) : way);
    this.keys.set(id, key);
    this.reached.push({ key, place, cell, formula: this.grounds.reads.formula(cell) });
  }

  /** Rows that share an id share their names, too; the later ones are numbered. */
  private unused(key: string): string {
    let name = key;
    for (let count = 2; this.used.has(name); count++) name = `${key}#${count}`;
    this.used.add(name);
    return name;
  }

  follow(): void {
    // The list grows while it is walked.
    for (const from of this.reached)
      if (from.formula !== null)
        readsIn(this.grounds.reads.parts(from.formula, from.cell)).forEach((read, index) =>
          this.followRead(read, from, index),
        );
  }

  private followRead({ range, cells }: Range, from: Reached, index: number): void {
    const way = `${from.key}>${index}`;
    if (cells) return cells.forEach((cell, at) => this.reach(cell, `${way}.${at}`));
    if (range.top === range.bottom && range.left === range.right)
      return this.reach({ sheet: range.sheet, row: range.top, column: range.left }, way);
    const id = `${range.top},${range.left},${range.bottom},${range.right} ${range.sheet}`;
    if (this.ranges.has(id)) return;
    this.ranges.add(id);
    this.inStableOrder(this.grounds.reads.filled(range)).forEach((cell, at) => this.reach(cell, `${way}.${at}`));
  }

  /** Ways to cells outside every table begin at the first cell that leads there: sorting a table must not make that another one. */
  private inStableOrder(cells: readonly CellRef[]): readonly CellRef[] {
    const placed = cells.map((cell) => ({ cell, place: this.grounds.places.at(cell) }));
    if (placed.every(({ place }) => place === null)) return cells;
    const key = ({ place }: (typeof placed)[number]): string => (place ? keyOf(place) : '');
    return placed.sort((a, b) => compare(key(a), key(b))).map(({ cell }) => cell);
  }

  cells(): readonly RestingCell[] {
    return this.reached
      .map(({ key, place, cell, formula }) => ({ key, place, cell, mark: this.mark(cell, formula) }))
      .sort((a, b) => compare(a.key, b.key));
  }

  private mark(cell: CellRef, formula: string | null): string {
    if (formula === null) return markOfValue(this.grounds.reads.value(cell));
    const key = `${cell.sheet} ${formula}`;
    const known = this.marks.get(key);
    if (known !== undefined) return known;
    const mark = this.formulaMark(cell, formula);
    if (this.grounds.reads.isByName(formula)) this.marks.set(key, mark);
    return mark;
  }

  private formulaMark(cell: CellRef, formula: string): string {
    const { reads } = this.grounds;
    const parts = reads.parts(formula, cell);
    const text = parts.map((part) => this.text(part, cell)).join('');
    return markOfFormula(isFollowed(parts) ? text : `${text} ${markOfValue(reads.value(cell))}`, formula);
  }

  private text(part: Part, at: CellRef): string {
    if (typeof part === 'string') return part;
    if (part.kind === 'elsewhere') return '⟨?⟩';
    if (part.kind === 'formula') return `(${part.parts.map((inner) => this.text(inner, at)).join('')})`;
    return `⟨${describedRange(part, at, this.grounds) ?? this.ends(part.range)}⟩`;
  }

  private ends(range: RangeRef): string {
    const filled = this.grounds.reads.filled(range).map((cell) => this.keys.get(idOf(cell)));
    if (filled.length <= 1) return filled[0] ?? '';
    return `${filled[0]}:${filled.at(-1)}`;
  }
}

type Range = Extract<Read, { kind: 'range' }>;

function readsIn(parts: readonly Part[]): readonly Range[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string' || part.kind === 'elsewhere') return [];
    return part.kind === 'formula' ? readsIn(part.parts) : [part];
  });
}

const isFollowed = (parts: readonly Part[]): boolean =>
  parts.every(
    (part) =>
      typeof part === 'string' || (part.kind !== 'elsewhere' && (part.kind === 'range' || isFollowed(part.parts))),
  );

const idOf = ({ sheet, row, column }: CellRef): string => `${row},${column} ${sheet.toLowerCase()}`;
