import type { CellRef, RangeRef } from '../../workbook/cell';
import type { TablePlace } from '../places';
import { describedRange } from './describedRange';
import { byKey, compareTexts, rangeId, type Ground, type Grounds, type ReadRange } from './grounds';
import { markOfFormula, markOfValue } from './mark';
import type { Part } from './read';

/** A cell that something rests on: an input, or a formula whose own precedents are among the others. */
export interface RestingCell {
  /** `table|row id|column`; of a cell outside every table the way to it: which reference of which formula. No address. */
  readonly key: string;
  readonly place: TablePlace | null;
  readonly cell: CellRef;
  /** Its content in a form that is alike in every host and after every move; empty for a blank. */
  readonly mark: string;
}

/**
 * The given cells with all their precedents, each once. Calculated values are not among the contents: they follow from formulas and
 * inputs, and another program may round them otherwise.
 * @param roots of one sheet or several, in any order; a blank cell is a root as well
 */
export function closureOf(roots: readonly CellRef[], grounds: Grounds): readonly RestingCell[] {
  const walk = new Walk(grounds);
  const own = roots.map((cell) => grounds.at(cell));
  const inTables = own.filter(({ key }) => key !== null).sort(byKey);
  inTables.forEach((ground) => walk.reach(ground, ''));
  own.filter(({ key }) => key === null).forEach((ground, index) => walk.reach(ground, `>${index}`));
  walk.follow();
  return walk.cells();
}

class Walk {
  /** What was reached, in that order, each with its name in this closure. */
  private readonly keys = new Map<Ground, string>();
  private readonly used = new Set<string>();
  private readonly ranges = new Set<string>();
  private readonly marks = new Map<string, string>();

  constructor(private readonly grounds: Grounds) {}

  /** @param way names a cell outside every table */
  reach(shown: Ground, way: string): void {
    const ground = this.grounds.filling(shown);
    if (!this.keys.has(ground)) this.keys.set(ground, this.unused(ground.key ?? way));
  }

  /** Rows that share an id share their names, too; the later ones are numbered. */
  private unused(key: string): string {
    let name = key;
    for (let count = 2; this.used.has(name); count++) name = `${key}#${count}`;
    this.used.add(name);
    return name;
  }

  follow(): void {
    // The map grows while it is walked.
    for (const [ground, key] of this.keys)
      if (ground.formula !== null)
        this.grounds.readBy(ground).forEach((read, index) => this.followRead(read, `${key}>${index}`));
  }

  private followRead({ range, cells }: ReadRange, way: string): void {
    if (cells) return cells.forEach((cell, at) => this.reach(this.grounds.at(cell), `${way}.${at}`));
    if (range.top === range.bottom && range.left === range.right)
      return this.reach(this.grounds.at({ sheet: range.sheet, row: range.top, column: range.left }), way);
    const id = rangeId(range);
    if (this.ranges.has(id)) return;
    this.ranges.add(id);
    this.grounds.inRange(range).forEach((ground, at) => this.reach(ground, `${way}.${at}`));
  }

  cells(): readonly RestingCell[] {
    return [...this.keys]
      .map(([ground, key]) => ({ key, place: ground.place, cell: ground.cell, mark: this.mark(ground) }))
      .sort((a, b) => compareTexts(a.key, b.key));
  }

  private mark({ cell, formula }: Ground): string {
    if (formula === null) return markOfValue(this.grounds.reads.value(cell));
    const id = `${cell.sheet} ${formula}`;
    const known = this.grounds.meanings.get(id) ?? this.marks.get(id);
    if (known !== undefined) return known;
    const naming = new Naming(this.grounds, cell, (ground) => this.keys.get(ground));
    const mark = naming.mark(formula);
    if (this.grounds.reads.isByName(formula)) (naming.hasEnds ? this.marks : this.grounds.meanings).set(id, mark);
    return mark;
  }
}

/** Writes a formula with its references named. */
class Naming {
  /** Whether cells had to be named as this closure reached them. */
  hasEnds = false;

  constructor(
    private readonly grounds: Grounds,
    private readonly at: CellRef,
    private readonly keyOf: (ground: Ground) => string | undefined,
  ) {}

  mark(formula: string): string {
    const { reads } = this.grounds;
    const parts = reads.parts(formula, this.at);
    const text = this.texts(parts);
    return markOfFormula(isFollowed(parts) ? text : `${text} ${markOfValue(reads.value(this.at))}`, formula);
  }

  private texts(parts: readonly Part[]): string {
    return parts.map((part) => this.text(part)).join('');
  }

  private text(part: Part): string {
    if (typeof part === 'string') return part;
    if (part.kind === 'elsewhere') return '⟨?⟩';
    if (part.kind === 'formula') return `(${this.texts(part.parts)})`;
    return `⟨${describedRange(part, this.at, this.grounds) ?? this.ends(part.range)}⟩`;
  }

  private ends(range: RangeRef): string {
    this.hasEnds = true;
    const filled = this.grounds.reads.filled(range).map((cell) => this.keyOf(this.grounds.at(cell)));
    if (filled.length <= 1) return filled[0] ?? '';
    return `${filled[0]}:${filled.at(-1)}`;
  }
}

const isFollowed = (parts: readonly Part[]): boolean =>
  parts.every(
    (part) =>
      typeof part === 'string' || (part.kind !== 'elsewhere' && (part.kind === 'range' || isFollowed(part.parts))),
  );
