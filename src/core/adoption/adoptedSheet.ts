import { CHOICE_SETS } from '../case/vocabulary';
import { type Decimal, decimalOfDouble, doubleOf } from '../quantity/decimal';
import { normaliseText } from '../quantity/normalise';
import { parseNumber } from '../quantity/parseNumber';
import { choiceText } from '../template/headers';
import type { ColumnSpec, Language } from '../template/types';
import type { CellValue } from '../workbook/cell';
import { MAX_COLUMNS } from '../workbook/sheetColumns';
import type { SheetSnapshot } from '../workbook/snapshot';
import { plainText } from './cellText';
import { yearOf } from './years';
import { quantityIn } from './quantityText';
import type { AdoptedColumn } from './types';

/** Columns from here on are no columns of Excel's grid: they hold what the mapping says of every line. */
export const FIRST_VIRTUAL = MAX_COLUMNS;

/** Stands for the template's look-up, which tells the reader whose fault a missing value is. */
const LOOK_UP = 'KmcFactors';

/** A column of the user's sheet under a key. */
export interface PlacedColumn {
  readonly adopted: AdoptedColumn;
  readonly spec: ColumnSpec;
  /** Sheet column, from 0. */
  readonly column: number;
}

/** What a column beyond the sheet holds in each line. */
export interface VirtualColumn {
  valueIn(row: number): CellValue;
  /** Looked up elsewhere, as by a formula: what is wrong with it was reported there. */
  readonly isLookedUp: boolean;
}

export interface SheetView {
  readonly sheet: SheetSnapshot;
  readonly language: Language | null;
  readonly placed: readonly PlacedColumn[];
  /** Rows that are lines. */
  readonly lines: ReadonlySet<number>;
  /** For columns that repeat downwards: the row whose cell counts in a line. */
  readonly sourceRow: (row: number, column: number) => number;
  readonly virtual: readonly VirtualColumn[];
}

/** The user's sheet as the reader sees it: blank but for the lines, words and numbers as the mapping says, virtual columns beyond. */
export function adoptedSheet(view: SheetView): SheetSnapshot {
  const byColumn = new Map(view.placed.map((placed) => [placed.column, placed]));
  const source = (row: number, column: number): number =>
    byColumn.get(column)?.adopted.below ? view.sourceRow(row, column) : row;
  return {
    ...frameOf(view.sheet),
    value: (row, column) => {
      if (!view.lines.has(row)) return null;
      if (column >= FIRST_VIRTUAL) return view.virtual[column - FIRST_VIRTUAL]?.valueIn(row) ?? null;
      const placed = byColumn.get(column);
      const at = source(row, column);
      const value = view.sheet.value(at, column);
      return placed ? valueAs(value, placed, view, () => view.sheet.format(at, column)) : value;
    },
    formula: (row, column) => {
      if (!view.lines.has(row)) return null;
      if (column >= FIRST_VIRTUAL) return view.virtual[column - FIRST_VIRTUAL]?.isLookedUp ? LOOK_UP : null;
      return view.sheet.formula(source(row, column), column);
    },
    format: (row, column) => (column < FIRST_VIRTUAL ? view.sheet.format(source(row, column), column) : 'General'),
  };
}

function frameOf(sheet: SheetSnapshot): Omit<SheetSnapshot, 'value' | 'formula' | 'format'> {
  const { name, visibility, rowCount, columnCount, cellCount, hiddenRows, hiddenColumns, merges, spills } = sheet;
  return {
    ...{ name, visibility, rowCount, columnCount, cellCount, hiddenRows, hiddenColumns, merges, spills },
    forEachCell: (visit) => sheet.forEachCell(visit),
    forEachStored: (visit) => sheet.forEachStored(visit),
  };
}

function valueAs(
  value: CellValue,
  { adopted, spec }: PlacedColumn,
  { language }: SheetView,
  format: () => string,
): CellValue {
  if (typeof value === 'string') return textAs(value, adopted, spec, language);
  if (typeof value !== 'number' || adopted.times === undefined) return value;
  const isShownAsPercent = adopted.times === '0.01' && format().includes('%');
  return isShownAsPercent ? value : doubleOf(decimalOfDouble(value).times(adopted.times));
}

function textAs(text: string, adopted: AdoptedColumn, spec: ColumnSpec, language: Language | null): CellValue {
  const word = adopted.words?.[plainText(text)];
  if (word !== undefined) return choiceCell(spec, word, language);
  const quantity = adopted.withUnit ? quantityIn(text) : null;
  if (quantity) return multiplied(quantity.number, '1') ?? text;
  if (!adopted.textNumbers) return text;
  return spelledNumber(text, adopted, spec) ?? text;
}

/** @returns the dropdown text of a word in the workbook's language, which the reader demands; any other text as it is, to be refused */
export function choiceCell({ kind, choices }: ColumnSpec, word: string, language: Language | null): string {
  const set = kind === 'place' ? 'place' : choices;
  const isWord = set !== undefined && (CHOICE_SETS[set] as readonly string[]).includes(word);
  return isWord ? choiceText(set, word, language ?? 'ja') : word;
}

function spelledNumber(text: string, { times }: AdoptedColumn, { key, kind }: ColumnSpec): number | null {
  const year = key === 'year' ? yearOf(text) : null;
  if (year !== null) return year;
  const percent = kind === 'share' ? /^(.*)%$/.exec(normaliseText(text)) : null;
  const number = parseNumber(percent ? percent[1]! : text);
  if (!number.ok) return null;
  return multiplied(number.value, percent ? '0.01' : (times ?? '1'));
}

/** A cell holds a double: a text whose digits no double keeps stays the text it is, and is refused as such. */
function multiplied(number: Decimal, times: string): number | null {
  const product = number.times(times);
  const double = doubleOf(product);
  return decimalOfDouble(double).equals(product) ? double : null;
}
