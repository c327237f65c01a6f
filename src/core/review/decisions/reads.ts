import { isReference, type Token } from '@borgar/fx/xlsx';
import { precedents, type Precedent } from '../../workbook/precedents';
import type { CellRef, CellValue, RangeRef } from '../../workbook/cell';
import type { NameSnapshot, TableSnapshot, WorkbookSnapshot } from '../../workbook/snapshot';
import { namesByText } from '../precedents/reads';
import { columnIndex, type ColumnIndex } from './columnIndex';
import { shapeOf, type LookUp } from './formulaShape';
import { dataRows, isOwnRow, type Part, type Read } from './read';

/** Names that name one another more deeply than this do so in a circle. */
const DEEPEST_NAME = 16;

/**
 * What formulas read, as the workbook stands: `INDEX(…, MATCH(…, 0))` and `XLOOKUP` read the row they find
 * and no other, so that a factor that a line does not use is none of its precedents.
 */
export class Reads {
  private readonly columns: ColumnIndex;
  private readonly structured = new Map<string, Structured>();
  private readonly names: ReadonlyMap<string, readonly NameSnapshot[]>;

  constructor(private readonly snapshot: WorkbookSnapshot) {
    this.columns = columnIndex(snapshot);
    this.names = namesByText(snapshot.names);
  }

  value({ sheet, row, column }: CellRef): CellValue {
    return this.columns.sheet(sheet)?.value(row, column) ?? null;
  }

  formula({ sheet, row, column }: CellRef): string | null {
    return this.columns.sheet(sheet)?.formula(row, column) ?? null;
  }

  /** The cell whose formula fills this one where a formula spills, else the cell itself. */
  filledBy(cell: CellRef): CellRef {
    const { sheet, row, column } = cell;
    const spills = this.columns.sheet(sheet)?.spills ?? [];
    const spill = spills.find(
      ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
    );
    return spill ? { sheet, row: spill.top, column: spill.left } : cell;
  }

  /** The table a range lies in, header and totals aside. */
  tableAround({ sheet, top, left, bottom, right }: RangeRef): TableSnapshot | undefined {
    return this.snapshot.tables.find(
      ({ range }) =>
        range.sheet === sheet &&
        range.top <= top &&
        range.bottom >= bottom &&
        range.left <= left &&
        range.right >= right,
    );
  }

  /** The cells of a range that hold anything, row by row. */
  filled(range: RangeRef): readonly CellRef[] {
    return this.columns.filled(range);
  }

  /** @param formula A1 without `=` */
  parts(formula: string, at: CellRef, depth = 0): readonly Part[] {
    const { tokens, pieces, lookUps } = shapeOf(formula);
    const narrowed = this.narrowed(lookUps, tokens, at);
    return pieces.map((piece): Part => {
      if (typeof piece === 'string') return piece;
      const token = tokens[piece]!;
      if (token.type === 'func') return { kind: 'elsewhere' };
      return this.read(token, { at, depth, cells: narrowed?.get(piece) ?? null });
    });
  }

  /** @returns whether a formula reads alike in every row of its table: by columns of tables and by names that no row moves */
  isByName(formula: string): boolean {
    const { tokens, pieces, isByName: isNamed } = shapeOf(formula);
    return isNamed && pieces.every((piece) => typeof piece === 'string' || this.isFixed(tokens[piece]!, 0));
  }

  /** Whether a reference stands for the same cells in whatever row it is written, its own row of a table aside. */
  private isFixed(token: Token, depth: number): boolean {
    if (token.type === 'range') return ABSOLUTE.test(token.value);
    if (token.type !== 'range_named') return token.type === 'structured' && !token.value.startsWith('[');
    const definition = this.named(token.value, '');
    if (definition === undefined || depth >= DEEPEST_NAME) return false;
    const { tokens, pieces } = shapeOf(definition);
    return pieces.every((piece) => typeof piece === 'string' || this.isFixed(tokens[piece]!, depth + 1));
  }

  private read(
    token: Token,
    { at, depth, cells }: { at: CellRef; depth: number; cells: readonly CellRef[] | null },
  ): Read {
    const { found, own } = this.precedent(token, at);
    if (found?.kind === 'range') return { kind: 'range', range: found.range, cells, own };
    if (found?.kind !== 'name' || depth >= DEEPEST_NAME) return { kind: 'elsewhere' };
    const name = this.named(found.name, found.sheet ?? at.sheet);
    if (name === undefined) return { kind: 'elsewhere' };
    const parts = this.parts(name, at, depth + 1);
    const [only] = parts;
    if (parts.length !== 1 || typeof only === 'string' || only?.kind !== 'range') return { kind: 'formula', parts };
    return { ...only, cells };
  }

  /** A table repeats its formulas in every row, so what a name or `T[[#This Row],[Amount]]` means is worked out once. */
  private precedent(token: Token, at: CellRef): { readonly found: Precedent | undefined; readonly own: boolean } {
    const isTableName = token.type === 'structured' && !token.value.startsWith('[');
    const isSame = isTableName || token.type === 'range_named';
    if (!isSame) return { found: precedents(token.value, at, this.snapshot.tables)[0], own: isOwnRow(token) };
    let known = this.structured.get(token.value);
    if (!known) this.structured.set(token.value, (known = this.readStructured(token, at)));
    const { found, rows } = known;
    if (found?.kind !== 'range' || rows === null) return { found, own: false };
    if (at.row < rows.first || at.row > rows.last)
      return { found: { kind: 'unresolved', text: token.value }, own: true };
    return { found: { kind: 'range', range: { ...found.range, top: at.row, bottom: at.row } }, own: true };
  }

  private readStructured(token: Token, at: CellRef): Structured {
    const [found] = precedents(token.value, at, this.snapshot.tables);
    const table = found?.kind === 'range' && isOwnRow(token) ? this.tableAround(found.range) : undefined;
    return { found, rows: table ? dataRows(table) : null };
  }

  private named(name: string, sheet: string): string | undefined {
    const known = this.names.get(name.toLowerCase()) ?? [];
    return (known.find((one) => one.sheet === sheet) ?? known.find((one) => one.sheet === null))?.formula;
  }

  /** By position of the token: the cells that a look-up really reads of the range it names. */
  private narrowed(
    lookUps: readonly LookUp[],
    tokens: readonly Token[],
    at: CellRef,
  ): ReadonlyMap<number, readonly CellRef[]> | null {
    if (lookUps.length === 0) return null;
    return new Map(lookUps.flatMap((lookUp) => [...this.narrow(lookUp, tokens, at)]));
  }

  private narrow(
    { key, keys, results }: LookUp,
    tokens: readonly Token[],
    at: CellRef,
  ): ReadonlyMap<number, readonly CellRef[]> {
    const range = this.rangeAt(tokens[keys]!, at);
    const shown = this.rangeAt(tokens[results]!, at);
    const wanted = this.operand(tokens[key]!, at);
    if (!range || !shown || wanted === null || range.left !== range.right) return new Map();
    const row = this.columns.find(range, wanted);
    if (row === null) return new Map();
    const inShown = shown.top + (row - range.top);
    if (inShown > shown.bottom) return new Map();
    const found: CellRef[] = [];
    for (let column = shown.left; column <= shown.right; column++)
      found.push({ sheet: shown.sheet, row: inShown, column });
    return new Map([
      [keys, [{ sheet: range.sheet, row, column: range.left }]],
      [results, keys === results ? [{ sheet: range.sheet, row, column: range.left }] : found],
    ]);
  }

  private rangeAt(token: Token, at: CellRef): RangeRef | null {
    const read = isReference(token) ? this.read(token, { at, depth: 0, cells: null }) : null;
    return read?.kind === 'range' ? read.range : null;
  }

  private operand(token: Token, at: CellRef): CellValue {
    if (token.type === 'string') return token.value.slice(1, -1).replaceAll('""', '"');
    if (token.type === 'number') return Number(token.value);
    const range = this.rangeAt(token, at);
    if (!range || range.top !== range.bottom || range.left !== range.right) return null;
    return this.value({ sheet: range.sheet, row: range.top, column: range.left });
  }
}

interface Structured {
  readonly found: Precedent | undefined;
  /** Rows in which it means the formula's own; `null` where it means the same everywhere. */
  readonly rows: { readonly first: number; readonly last: number } | null;
}

const ABSOLUTE = /^(?:.*!)?\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?$/i;
