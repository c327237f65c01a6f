import { MAX_COLUMNS } from '../../../../src/core/workbook/sheetColumns';
import type { CellRef } from '../../../../src/core/workbook/cell';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../../src/core/workbook/snapshot';
import { replaceSheet, withEdits } from '../../../../src/core/workbook/withEdits';
import { cellOf, computedCells, contentOf, formulaOf, resultFormulas, rowsOf, sheetOf, type Base } from './base';
import { entered, told, typed, type Mutant, type MutationKind } from './mutation';

/** Mistakes in the template's formulas, in its values as a file stores them, and in what is shown of it. */

const changed =
  (cells: (base: Base) => readonly CellRef[], change: (formula: string, cell: CellRef, base: Base) => string) =>
  (base: Base): readonly Mutant[] =>
    cells(base).flatMap((cell) => {
      const formula = formulaOf(base, cell)!;
      const other = change(formula, cell, base);
      return other === formula ? [] : [entered(cell, other)];
    });

const numeric = (cells: (base: Base) => readonly CellRef[]) => (base: Base) =>
  cells(base).filter((cell) => typeof contentOf(base, cell) === 'number');

const all = (base: Base): readonly CellRef[] => [...computedCells(base), ...resultFormulas(base)];

/** A table's column as the cells it stands for, one row short or one row long. */
function asRange(formula: string, base: Base, longer: number): string {
  return formula.replace(/(Kmc\w+)\[([^[\]#@]+)\]/, (text, name: string, header: string) => {
    const table = base.snapshot.tables.find((known) => known.name === name);
    const position = table?.columns.indexOf(header) ?? -1;
    if (!table || position < 0 || table.range.bottom + longer <= table.range.top) return text;
    const column = columnName(table.range.left + position);
    const { sheet, top, bottom } = table.range;
    return `'${sheet}'!$${column}$${top + 2}:$${column}$${bottom + 1 + longer}`;
  });
}

const columnName = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : columnName(Math.floor(column / 26) - 1) + columnName(column % 26);

const wholeColumn = (formula: string, base: Base): string =>
  formula.replace(/(Kmc\w+)\[([^[\]#@]+)\]/, (text, name: string, header: string) => {
    const table = base.snapshot.tables.find((known) => known.name === name);
    const position = table?.columns.indexOf(header) ?? -1;
    const column = columnName((table?.range.left ?? 0) + position);
    return !table || position < 0 ? text : `'${table.range.sheet}'!${column}:${column}`;
  });

/** The reference to the own row as an address in the row above. */
function otherRow(formula: string, { row }: CellRef, base: Base): string {
  return formula.replace(/(Kmc\w+)\[\[#This Row\],\[([^[\]]+)\]\]/, (text, name: string, header: string) => {
    const table = base.snapshot.tables.find((known) => known.name === name);
    const position = table?.columns.indexOf(header) ?? -1;
    if (!table || position < 0) return text;
    const other = row > table.range.top + 1 ? row : row + 2;
    return `${columnName(table.range.left + position)}${other}`;
  });
}

/** A sheet with some of it hidden. */
const hidden = (sheet: SheetSnapshot, over: Partial<SheetSnapshot>): SheetSnapshot =>
  Object.assign(Object.create(sheet) as SheetSnapshot, over);

function hiding(base: Base, at: CellRef, over: Partial<SheetSnapshot>): Mutant {
  return { at, change: replaceSheet(base.snapshot, hidden(sheetOf(base, at.sheet), over)) };
}

const lines = (base: Base) => [
  ...rowsOf(base, 'KmcBaseline'),
  ...rowsOf(base, 'KmcProduct'),
  ...rowsOf(base, 'KmcSales'),
];

const stored = (base: Base, cell: CellRef, value: number): WorkbookSnapshot =>
  withEdits(base.snapshot, [{ kind: 'set-calculated', cell, value }]);

const SAYS_HIDDEN = [told(/hidden/)];

export const FORMULA_KINDS: readonly MutationKind[] = [
  {
    id: 'constant over a computed cell',
    visibility: 'certain',
    mutants: (base) => numeric(computedCells)(base).map((cell) => typed(cell, contentOf(base, cell))),
  },
  {
    id: 'constant over a result',
    visibility: 'certain',
    mutants: (base) => numeric(resultFormulas)(base).map((cell) => typed(cell, contentOf(base, cell))),
  },
  {
    id: 'formula deleted',
    visibility: 'certain',
    mutants: (base) => computedCells(base).map((cell) => typed(cell, null)),
  },
  {
    id: 'sign of a formula flipped',
    visibility: 'certain',
    mutants: changed(numeric(all), (formula) => `-(${formula})`),
  },
  {
    id: 'minus in a formula made plus',
    visibility: 'certain',
    mutants: changed(all, (formula) => formula.replace(/(?<=[\])\d])-(?=[A-Z($\d])/, '+')),
  },
  {
    id: 'rounding inserted',
    visibility: 'certain',
    mutants: changed(numeric(all), (formula) => `ROUND(${formula},0)`),
  },
  { id: 'formula times 1000', visibility: 'certain', mutants: changed(numeric(all), (formula) => `(${formula})*1000`) },
  {
    id: 'row left out of a sum',
    visibility: 'certain',
    mutants: changed(resultFormulas, (formula, _cell, base) => asRange(formula, base, -1)),
  },
  {
    id: 'range extended',
    visibility: 'certain',
    mutants: changed(resultFormulas, (formula, _cell, base) => asRange(formula, base, 1)),
  },
  {
    id: 'whole column in a result',
    visibility: 'certain',
    mutants: changed(resultFormulas, (formula, _cell, base) => wholeColumn(formula, base)),
  },
  { id: 'another row referred to', visibility: 'certain', mutants: changed(computedCells, otherRow) },
  {
    id: 'anchor changed',
    visibility: 'certain',
    mutants: changed(resultFormulas, (formula, { row }) =>
      formula.replace(
        /\$([A-Z])\$(\d+)/,
        (_, column: string, at: string) => `$${column}$${Number(at) + (Number(at) === row + 1 ? -1 : 1)}`,
      ),
    ),
  },
  {
    id: 'baseline formula reading the product table',
    visibility: 'certain',
    mutants: changed(all, (formula) => formula.replaceAll('KmcBaseline[', 'KmcProduct[')),
  },
  {
    id: 'rate left out of the result',
    visibility: 'certain',
    mutants: changed(resultFormulas, (formula) =>
      formula.replace(/KMC\.AVOIDED\((.*?),(\$[A-Z]\$\d+),/, 'KMC.AVOIDED($1,1,'),
    ),
  },
  {
    id: 'stale stored value',
    visibility: 'certain',
    mutants: (base) =>
      numeric(all)(base).map((cell) => ({
        at: cell,
        change: stored(base, cell, (contentOf(base, cell) as number) * 1.01 + 1),
        recalculated: true,
      })),
  },
  {
    id: '#NAME? left before the add-in was loaded',
    visibility: 'certain',
    mutants: (base) =>
      all(base)
        .filter((cell) => /KMC\./.test(formulaOf(base, cell)!))
        .map((cell) => ({
          at: cell,
          change: withEdits(base.snapshot, [{ kind: 'set-calculated', cell, value: { error: '#NAME?' } }]),
        })),
  },
  {
    id: 'hidden row',
    visibility: 'certain',
    says: SAYS_HIDDEN,
    mutants: (base) =>
      lines(base).map((line) => {
        const at = cellOf(base, line, 'id')!;
        return hiding(base, at, { hiddenRows: [[at.row, at.row]] });
      }),
  },
  {
    id: 'hidden column',
    visibility: 'certain',
    says: SAYS_HIDDEN,
    mutants: (base) =>
      lines(base)
        .slice(0, 1)
        .flatMap((line) =>
          ['amount', 'factor', 'emission'].map((key) => {
            const at = cellOf(base, line, key)!;
            return hiding(base, at, { hiddenColumns: [[at.column, at.column]] });
          }),
        ),
  },
  ...(['hidden', 'veryHidden'] as const).map((visibility): MutationKind => ({
    id: visibility === 'hidden' ? 'hidden sheet' : 'very hidden sheet',
    visibility: 'certain',
    says: SAYS_HIDDEN,
    mutants: (base) =>
      ['KmcBaseline', 'KmcProduct', 'KmcFactors', 'KmcSales'].map((name) => {
        const { sheet, top, left } = base.snapshot.tables.find((table) => table.name === name)!.range;
        return hiding(base, { sheet, row: top, column: left }, { visibility });
      }),
  })),
  {
    id: 'manual calculation',
    visibility: 'certain',
    says: [told(/manual/)],
    mutants: (base) => [
      {
        at: { sheet: base.snapshot.sheets[0]!.name, row: MAX_COLUMNS, column: 0 },
        change: { ...base.snapshot, calculationMode: 'manual' },
      },
    ],
  },
];
