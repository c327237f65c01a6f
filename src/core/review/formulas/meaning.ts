import { parseStructRef } from '@borgar/fx/xlsx';
import type { CellRef } from '../../workbook/cell';
import { MAX_COLUMNS, MAX_ROWS } from '../../workbook/sheetColumns';
import type { NameSnapshot, TableSnapshot, WorkbookSnapshot } from '../../workbook/snapshot';
import { structuredRange, tableNamed } from '../../workbook/structuredReference';
import { definition, namesByText } from '../precedents/reads';
import { numberOf } from './literals';
import type { Edge, Expression, ReferenceTo } from './expression';
import { expressionOf } from './parseExpression';

/**
 * Reads the formulas of a workbook, names and references to tables as the cells they stand for. Formulas filled from one another share
 * one expression.
 */
export class Meanings {
  private readonly known = new Map<string, Expression | null>();
  private readonly definitions = new Map<NameSnapshot, Expression | null>();
  private readonly names: ReadonlyMap<string, readonly NameSnapshot[]>;
  private readonly tables: ReadonlyMap<string, readonly TableSnapshot[]>;

  constructor(private readonly snapshot: WorkbookSnapshot) {
    this.names = namesByText(snapshot.names);
    this.tables = bySheet(snapshot.tables);
  }

  /**
   * @param r1c1 the formula in R1C1: the same for all that were filled from one another
   * @param isOfSheet whether it holds names, whose meaning rests on the sheet and the table
   */
  of(formula: string, r1c1: string, at: CellRef, isOfSheet: boolean): Expression | null {
    const key = isOfSheet ? `${r1c1}\n${at.sheet}\n${this.tableAt(at)?.name ?? ''}` : r1c1;
    let expression = this.known.get(key);
    if (expression === undefined) {
      expression = expressionOf(formula, at, (text, kind) =>
        kind === 'table' ? tableCells(text, at, this.snapshot.tables) : this.named(text, at),
      );
      this.known.set(key, expression);
    }
    return expression;
  }

  private tableAt({ sheet, row, column }: CellRef): TableSnapshot | undefined {
    return this.tables
      .get(sheet)
      ?.find(
        ({ range: { top, left, bottom, right } }) => top <= row && row <= bottom && left <= column && column <= right,
      );
  }

  /** Of names those that stand for a cell, a range, a table or a number; what others calculate is not followed. */
  private named(text: string, at: CellRef): Expression | null {
    if (tableNamed(text, this.snapshot.tables)) return tableCells(text, at, this.snapshot.tables);
    const [name, sheet = at.sheet] = text.split('!').reverse() as [string, string?];
    const found = definition(this.names.get(name.toLowerCase()) ?? [], unquoted(sheet));
    const value = found ? this.meant(found) : null;
    if (value?.kind === 'reference') return { kind: 'named', name: text, value: seenFrom(value, at.sheet) };
    return value && numberOf(value) !== null ? { kind: 'named', name: text, value } : null;
  }

  /** A definition is read once, however many formulas use it. */
  private meant(name: NameSnapshot): Expression | null {
    let value = this.definitions.get(name);
    if (value === undefined) this.definitions.set(name, (value = expressionOf(name.formula, SEEN_FROM)));
    return value;
  }
}

/** A definition without `$` is written as seen from A1. */
const SEEN_FROM = { row: 0, column: 0 };

const unquoted = (sheet: string): string =>
  sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet.replace(/^\[0\]$/, '');

/** What lies before A1 is written from the sheet's other end. */
function seenFrom(reference: ReferenceTo, own: string): ReferenceTo {
  const turned = (edge: Edge, size: number): Edge =>
    edge.absolute || edge.at <= size / 2 ? edge : { ...edge, at: edge.at - size };
  return {
    ...reference,
    sheet: reference.sheet?.toLowerCase() === own.toLowerCase() ? null : reference.sheet,
    top: turned(reference.top, MAX_ROWS),
    bottom: turned(reference.bottom, MAX_ROWS),
    left: turned(reference.left, MAX_COLUMNS),
    right: turned(reference.right, MAX_COLUMNS),
  };
}

/** A column of a table stays the same wherever the formula is filled to; `[@Amount]` moves with the row. */
function tableCells(text: string, at: CellRef, tables: readonly TableSnapshot[]): ReferenceTo | null {
  const range = structuredRange(text, at, tables);
  if (!range) return null;
  const isOwnRow = parseStructRef(text)?.sections?.some((section) => section.toLowerCase() === 'this row') ?? false;
  const fixed = (position: number): Edge => ({ absolute: true, at: position });
  const row = (position: number): Edge => (isOwnRow ? { absolute: false, at: position - at.row } : fixed(position));
  return {
    kind: 'reference',
    sheet: range.sheet === at.sheet ? null : range.sheet,
    top: row(range.top),
    bottom: row(range.bottom),
    left: fixed(range.left),
    right: fixed(range.right),
    single: range.top === range.bottom && range.left === range.right,
    ofTable: true,
  };
}

function bySheet(tables: readonly TableSnapshot[]): ReadonlyMap<string, readonly TableSnapshot[]> {
  const sheets = new Map<string, TableSnapshot[]>();
  for (const table of tables) {
    const known = sheets.get(table.range.sheet);
    if (known) known.push(table);
    else sheets.set(table.range.sheet, [table]);
  }
  return sheets;
}
