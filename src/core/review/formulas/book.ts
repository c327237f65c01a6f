import type { Token } from '@borgar/fx/xlsx';
import { rememberByText } from '../../memo';
import { formulaTokens } from '../../workbook/formulaTokens';
import { tokensInR1C1 } from '../../workbook/formula';
import type { CellValue } from '../../workbook/cell';
import type { SheetSnapshot, WorkbookSnapshot } from '../../workbook/snapshot';
import { BlockIndex } from '../precedents/blockIndex';
import { precedentGraph, type PrecedentGraph } from '../precedents/precedentGraph';
import type { Expression } from './expression';
import { Meanings } from './meaning';
import { THRESHOLDS, type Thresholds } from './thresholds';

/** A formula cell with what it means independent of its place. */
export interface FormulaCell {
  readonly sheet: ReviewedSheet;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** Formulas filled from one another have the same text. */
  readonly r1c1: string;
  /** `null` where the formula cannot be read. */
  readonly expression: Expression | null;
}

/** A cell that is not blank. */
export interface UsedCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly formula: FormulaCell | null;
  /** Filled by the formula of another cell: an array, a spill, a what-if table. */
  readonly isFilled: boolean;
}

/** A sheet's used cells, also by row and by column, each from the first to the last. */
export interface ReviewedSheet {
  readonly snapshot: SheetSnapshot;
  readonly cells: readonly UsedCell[];
  readonly formulas: readonly FormulaCell[];
  readonly rows: ReadonlyMap<number, readonly UsedCell[]>;
  readonly columns: ReadonlyMap<number, readonly UsedCell[]>;
  /** Formula cells by their R1C1 text, in the order in which each first stands there. */
  readonly kinds: ReadonlyMap<string, readonly FormulaCell[]>;
  at(row: number, column: number): UsedCell | undefined;
}

export interface ReviewedBook {
  readonly snapshot: WorkbookSnapshot;
  readonly sheets: readonly ReviewedSheet[];
  /** What rests on what, names and tables followed. */
  readonly graph: PrecedentGraph;
  readonly thresholds: Thresholds;
  /** By name in lower case, as Excel compares names of sheets. */
  sheet(name: string): ReviewedSheet | undefined;
}

const COLUMNS = 16_384;

/** Reads every formula once; what the checks share. */
export function reviewedBook(snapshot: WorkbookSnapshot, thresholds: Thresholds = THRESHOLDS): ReviewedBook {
  const meanings = new Meanings(snapshot);
  const sheets = snapshot.sheets.map((sheet) => reviewedSheet(sheet, meanings));
  const byName = new Map(sheets.map((sheet) => [sheet.snapshot.name.toLowerCase(), sheet]));
  const graph = precedentGraph(snapshot);
  return { snapshot, sheets, graph, thresholds, sheet: (name) => byName.get(name.toLowerCase()) };
}

function reviewedSheet(snapshot: SheetSnapshot, meanings: Meanings): ReviewedSheet {
  const spills = snapshot.spills.length > 0 ? new BlockIndex(snapshot.spills) : null;
  const cells: UsedCell[] = [];
  const formulas: FormulaCell[] = [];
  const rows = new Map<number, UsedCell[]>();
  const columns = new Map<number, UsedCell[]>();
  const kinds = new Map<string, FormulaCell[]>();
  const places = new Map<number, UsedCell>();
  const sheet: ReviewedSheet = {
    snapshot,
    cells,
    formulas,
    rows,
    columns,
    kinds,
    at: (row, column) => places.get(row * COLUMNS + column),
  };
  snapshot.forEachCell((row, column, value, text) => {
    const formula = text === null ? null : formulaCell(sheet, row, column, text, meanings);
    const isFilled = formula === null && spills !== null && spills.at(row, column).length > 0;
    const cell = { row, column, value, formula, isFilled };
    cells.push(cell);
    if (formula) {
      formulas.push(formula);
      append(kinds, formula.r1c1, formula);
    }
    append(rows, row, cell);
    append(columns, column, cell);
    places.set(row * COLUMNS + column, cell);
  });
  return sheet;
}

function formulaCell(
  sheet: ReviewedSheet,
  row: number,
  column: number,
  formula: string,
  meanings: Meanings,
): FormulaCell {
  const { tokens, isOfPlace, isOfSheet } = reading(formula);
  const r1c1 = isOfPlace ? tokensInR1C1(tokens, { row, column }) : formula;
  const expression = meanings.of(formula, r1c1, { sheet: sheet.snapshot.name, row, column }, isOfSheet);
  return { sheet, row, column, formula, r1c1, expression };
}

function append<Key, T>(lists: Map<Key, T[]>, key: Key, entry: T): void {
  const known = lists.get(key);
  if (known) known.push(entry);
  else lists.set(key, [entry]);
}

interface Reading {
  readonly tokens: readonly Token[];
  /** Without an address in it a formula is the same text in R1C1; a table's formulas mostly are. */
  readonly isOfPlace: boolean;
  /** Names may be a sheet's own, and `[@Amount]` belongs to the table in which it stands. */
  readonly isOfSheet: boolean;
}

/** Formulas of one line of a table, which the next line repeats: remembering more would only fill the memory. */
const REMEMBERED = 128;

/** A formula is taken apart once for all that is asked of it. */
const reading = rememberByText((formula): Reading => {
  const tokens = formulaTokens(formula);
  const isName = ({ type }: Token): boolean => type === 'range_named' || type === 'structured';
  return {
    tokens,
    isOfPlace: tokens.some((token) => token.type.startsWith('range') && token.type !== 'range_named'),
    isOfSheet: tokens.some(isName),
  };
}, REMEMBERED);

/** @returns whether a cell holds a typed number */
export const isTypedNumber = (cell: UsedCell | undefined): boolean =>
  cell !== undefined && cell.formula === null && !cell.isFilled && typeof cell.value === 'number';

/** @returns whether a cell shows a number, typed or calculated */
export const showsNumber = (cell: UsedCell | undefined): boolean => typeof cell?.value === 'number';

/** @returns whether a cell shows a number that can be an amount: typed whole numbers of a calendar year are headings */
export function isAmount(cell: UsedCell | undefined): boolean {
  if (!showsNumber(cell)) return false;
  const value = cell!.value as number;
  return cell!.formula !== null || cell!.isFilled || !(Number.isInteger(value) && value >= 1900 && value <= 2100);
}
