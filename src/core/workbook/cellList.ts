import { CELL_ERRORS, type CellErrorCode, type CellValue } from './cell';
import { GENERAL, TAG, type KeptFormula, type SheetColumns } from './columnSheet';

const FIRST_CAPACITY = 64;
const ERROR_POSITION = new Map<CellErrorCode, number>(CELL_ERRORS.map((code, position) => [code, position]));

/** What occurs many times, kept once. */
class Pool<T> {
  readonly kept: T[] = [];
  private readonly positions = new Map<T, number>();
  // Neighbours mostly have the same format and the same group's formula.
  private latest = -1;

  position(item: T): number {
    if (this.kept[this.latest] !== item) this.latest = this.positions.get(item) ?? this.appended(item);
    return this.latest;
  }

  private appended(item: T): number {
    this.positions.set(item, this.kept.length);
    return this.kept.push(item) - 1;
  }
}

/** Cells in the order they come, growing; `sorted` gives them as a sheet's columns. */
export class CellList {
  private count = 0;
  private inOrder = true;
  private lastKey = -1;
  private rows = new Uint32Array(FIRST_CAPACITY);
  private columns = new Uint16Array(FIRST_CAPACITY);
  private tags = new Uint8Array(FIRST_CAPACITY);
  private values = new Float64Array(FIRST_CAPACITY);
  private formulas = new Uint32Array(FIRST_CAPACITY);
  private formats = new Uint32Array(FIRST_CAPACITY);
  private readonly texts = new Pool<string>();
  private readonly formulaTexts = new Pool<KeptFormula>();
  private readonly formatCodes = new Pool<string>();

  constructor() {
    this.formatCodes.position(GENERAL);
  }

  add(row: number, column: number, value: CellValue, formula: KeptFormula | null, format: string): void {
    if (this.count === this.rows.length) this.grow();
    const key = row * 0x10000 + column;
    this.inOrder &&= key > this.lastKey;
    this.lastKey = key;
    this.rows[this.count] = row;
    this.columns[this.count] = column;
    this.formulas[this.count] = formula === null ? 0 : this.formulaTexts.position(formula) + 1;
    this.formats[this.count] = this.formatCodes.position(format);
    this.store(value);
    this.count++;
  }

  private store(value: CellValue): void {
    if (value === null) this.set(TAG.blank, 0);
    else if (typeof value === 'number') this.set(TAG.number, value);
    else if (typeof value === 'string') this.set(TAG.text, this.texts.position(value));
    else if (typeof value === 'boolean') this.set(TAG.boolean, value ? 1 : 0);
    else this.set(TAG.error, ERROR_POSITION.get(value.error)!);
  }

  private set(tag: number, value: number): void {
    this.tags[this.count] = tag;
    this.values[this.count] = value;
  }

  private grow(): void {
    const capacity = this.rows.length * 2;
    this.rows = copied(new Uint32Array(capacity), this.rows);
    this.columns = copied(new Uint16Array(capacity), this.columns);
    this.tags = copied(new Uint8Array(capacity), this.tags);
    this.values = copied(new Float64Array(capacity), this.values);
    this.formulas = copied(new Uint32Array(capacity), this.formulas);
    this.formats = copied(new Uint32Array(capacity), this.formats);
  }

  /** Of cells added twice the later one stands. */
  sorted(): SheetColumns {
    const order = this.inOrder ? null : this.order();
    const count = order?.length ?? this.count;
    const pick = <T extends Picked>(from: T, into: T): T => picked(from, into, order, count);
    return {
      ...indexOfRows(pick(this.rows, new Uint32Array(count))),
      columns: pick(this.columns, new Uint16Array(count)),
      tags: pick(this.tags, new Uint8Array(count)),
      values: pick(this.values, new Float64Array(count)),
      formulas: pick(this.formulas, new Uint32Array(count)),
      formats: pick(this.formats, new Uint32Array(count)),
      texts: this.texts.kept,
      formulaTexts: this.formulaTexts.kept,
      formatCodes: this.formatCodes.kept,
    };
  }

  private order(): Uint32Array {
    const asAdded = Uint32Array.from({ length: this.count }, (_, position) => position);
    const byCell = stablySorted(stablySorted(asAdded, this.columns), this.rows);
    return byCell.filter((at, position) => {
      const next = byCell[position + 1];
      return next === undefined || this.rows[next] !== this.rows[at] || this.columns[next] !== this.columns[at];
    });
  }
}

type Picked = Uint8Array | Uint16Array | Uint32Array | Float64Array;

function copied<T extends Picked>(into: T, from: T): T {
  into.set(from);
  return into;
}

function picked<T extends Picked>(from: T, into: T, order: Uint32Array | null, count: number): T {
  for (let at = 0; at < count; at++) into[at] = from[order === null ? at : order[at]!]!;
  return into;
}

/** Counting sort: linear, and cells with the same key keep their order. */
function stablySorted(order: Uint32Array, keys: Uint16Array | Uint32Array): Uint32Array {
  const highest = order.reduce((highestSoFar, at) => Math.max(highestSoFar, keys[at]!), 0);
  const places = new Uint32Array(highest + 2);
  for (const at of order) places[keys[at]! + 1]!++;
  for (let key = 0; key <= highest; key++) places[key + 1]! += places[key]!;
  const sorted = new Uint32Array(order.length);
  for (const at of order) sorted[places[keys[at]!]!++] = at;
  return sorted;
}

function indexOfRows(rowOfEntry: Uint32Array): Pick<SheetColumns, 'rows' | 'starts'> {
  const rows: number[] = [];
  const starts: number[] = [];
  for (let entry = 0; entry < rowOfEntry.length; entry++) {
    if (entry > 0 && rowOfEntry[entry] === rowOfEntry[entry - 1]) continue;
    rows.push(rowOfEntry[entry]!);
    starts.push(entry);
  }
  return { rows: Uint32Array.from(rows), starts: Uint32Array.from([...starts, rowOfEntry.length]) };
}
