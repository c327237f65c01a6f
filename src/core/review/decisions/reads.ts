import { isReference, isWhitespace, type Token } from '@borgar/fx/xlsx';
import { rememberByText } from '../../memo';
import { fromStoredFormula } from '../../workbook/formula';
import { formulaTokens, isOperator } from '../../workbook/formulaTokens';
import { localNamePositions } from '../../workbook/localNames';
import { precedents, type Precedent } from '../../workbook/precedents';
import type { CellRef, CellValue, RangeRef } from '../../workbook/cell';
import type { TableSnapshot, WorkbookSnapshot } from '../../workbook/snapshot';
import { columnIndex, type ColumnIndex } from './columnIndex';

/** What one reference of a formula stands for. */
export type Read =
  /**
   * `cells` are the ones read where a look-up says which; `null`: all of the range. `own`: written as one cell or as the formula's own
   * row, and not as a column that happens to have one row.
   */
  | {
      readonly kind: 'range';
      readonly range: RangeRef;
      readonly cells: readonly CellRef[] | null;
      readonly own: boolean;
    }
  /** A name that is a formula of its own, with what that reads. */
  | { readonly kind: 'formula'; readonly parts: readonly Part[] }
  /** Cannot be followed: another workbook, `INDIRECT`, a broken reference. */
  | { readonly kind: 'elsewhere' };

/** A formula in pieces: texts that are as they stand, and what its references read. */
export type Part = string | Read;

/** Names that name one another more deeply than this do so in a circle. */
const DEEPEST_NAME = 16;

const tokensOf = rememberByText((formula): readonly Token[] =>
  formulaTokens(fromStoredFormula(formula)).filter((token) => !isWhitespace(token)),
);

/**
 * What formulas read, as the workbook stands: `INDEX(…, MATCH(…, 0))` and `XLOOKUP` read the row they find
 * and no other, so that a factor that a line does not use is none of its precedents.
 */
export class Reads {
  private readonly columns: ColumnIndex;
  private readonly structured = new Map<string, Structured>();

  constructor(private readonly snapshot: WorkbookSnapshot) {
    this.columns = columnIndex(snapshot);
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
    const spill = this.columns
      .sheet(sheet)
      ?.spills.find(({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right);
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
    const tokens = tokensOf(formula);
    const locals = localNamePositions(tokens as Token[]);
    const narrowed = this.lookUps(tokens, at);
    return tokens.map((token, position): Part => {
      if (locals.has(position)) return token.value.toUpperCase();
      if (token.type === 'func' && ELSEWHERE.has(token.value.toUpperCase())) return { kind: 'elsewhere' };
      if (!isReference(token)) return plain(token);
      return this.read(token, { at, depth, cells: narrowed.get(position) ?? null });
    });
  }

  private read(
    token: Token,
    { at, depth, cells }: { at: CellRef; depth: number; cells: readonly CellRef[] | null },
  ): Read {
    const found = this.precedent(token, at);
    if (found?.kind === 'range') return { kind: 'range', range: found.range, cells, own: isOwnRow(token) };
    if (found?.kind !== 'name' || depth >= DEEPEST_NAME) return { kind: 'elsewhere' };
    const name = this.named(found.name, found.sheet ?? at.sheet);
    if (name === undefined) return { kind: 'elsewhere' };
    const parts = this.parts(name, at, depth + 1);
    const [only] = parts;
    if (parts.length !== 1 || typeof only === 'string' || only?.kind !== 'range') return { kind: 'formula', parts };
    return { ...only, cells };
  }

  /** A table repeats its formulas in every row, so what `T[[#This Row],[Amount]]` means is worked out once. */
  private precedent(token: Token, at: CellRef): Precedent | undefined {
    const isTableName = token.type === 'structured' && !token.value.startsWith('[');
    if (!isTableName) return precedents(token.value, at, this.snapshot.tables)[0];
    let known = this.structured.get(token.value);
    if (!known) this.structured.set(token.value, (known = this.readStructured(token, at)));
    const { found, rows } = known;
    if (found?.kind !== 'range' || rows === null) return found;
    if (at.row < rows.first || at.row > rows.last) return { kind: 'unresolved', text: token.value };
    return { kind: 'range', range: { ...found.range, top: at.row, bottom: at.row } };
  }

  private readStructured(token: Token, at: CellRef): Structured {
    const [found] = precedents(token.value, at, this.snapshot.tables);
    const table = found?.kind === 'range' && isOwnRow(token) ? this.tableAround(found.range) : undefined;
    return { found, rows: table ? dataRows(table) : null };
  }

  private named(name: string, sheet: string): string | undefined {
    const known = this.snapshot.names.filter((one) => one.name.toLowerCase() === name.toLowerCase());
    return (known.find((one) => one.sheet === sheet) ?? known.find((one) => one.sheet === null))?.formula;
  }

  /** By position of the token: the cells that a look-up really reads of the range it names. */
  private lookUps(tokens: readonly Token[], at: CellRef): ReadonlyMap<number, readonly CellRef[]> {
    const found = new Map<number, readonly CellRef[]>();
    tokens.forEach((token, start) => {
      if (token.type !== 'func') return;
      const lookUp = LOOK_UPS[token.value.toUpperCase()]?.(tokens, start);
      if (lookUp) this.narrow(lookUp, tokens, at).forEach((cells, position) => found.set(position, cells));
    });
    return found;
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

/** First and last row of a table without header and totals. */
export const dataRows = ({ range, headerRow, totalsRow }: TableSnapshot): { first: number; last: number } => ({
  first: range.top + (headerRow ? 1 : 0),
  last: range.bottom - (totalsRow ? 1 : 0),
});

const isOwnRow = ({ type, value }: Token): boolean =>
  type === 'range' ? !value.includes(':') : /#this row|@/i.test(value);

const ELSEWHERE: ReadonlySet<string> = new Set(['INDIRECT', 'OFFSET']);

/** Positions of a look-up's parts among the tokens, each a single token. */
interface LookUp {
  readonly key: number;
  readonly keys: number;
  readonly results: number;
}

type Pattern = readonly ('ref' | 'operand' | 'exact' | string)[];

/** What follows, a column of the result or the end, reads nothing in other rows. */
const INDEX_MATCH: Pattern = ['(', 'ref', ',', 'MATCH', '(', 'operand', ',', 'ref', ',', 'exact', ')'];
const XLOOKUP: Pattern = ['(', 'operand', ',', 'ref', ',', 'ref'];

/** Where a function with arguments of this shape has its key, its keys and its results. */
const LOOK_UPS: Readonly<Record<string, (tokens: readonly Token[], start: number) => LookUp | null>> = {
  INDEX: (tokens, start) =>
    fits(tokens, start, INDEX_MATCH) ? { key: start + 6, keys: start + 8, results: start + 2 } : null,
  XLOOKUP: (tokens, start) =>
    fits(tokens, start, XLOOKUP) ? { key: start + 2, keys: start + 4, results: start + 6 } : null,
};

const fits = (tokens: readonly Token[], start: number, pattern: Pattern): boolean =>
  pattern.every((wanted, index) => fitsOne(tokens[start + 1 + index], wanted));

function fitsOne(token: Token | undefined, wanted: string): boolean {
  if (!token) return false;
  if (wanted === 'ref') return isReference(token);
  if (wanted === 'operand') return isReference(token) || token.type === 'string' || token.type === 'number';
  if (wanted === 'exact') return token.value === '0' || token.value.toUpperCase() === 'FALSE';
  return isOperator(token, wanted) || (token.type === 'func' && token.value.toUpperCase() === wanted);
}

/** A token that is no reference, in one spelling: letter case of functions and the digits of numbers make no difference. */
function plain({ type, value }: Token): string {
  if (type === 'string') return value;
  return type === 'number' ? String(Number(value)) : value.toUpperCase();
}
