import { sameDimension } from '../../../../src/core/quantity/dimension';
import { parseUnit } from '../../../../src/core/quantity/parseUnit';
import type { TableName } from '../../../../src/core/template/types';
import type { CellRef, CellValue } from '../../../../src/core/workbook/cell';
import { withEdits } from '../../../../src/core/workbook/withEdits';
import { cellOf, columnOf, contentOf, fieldOf, formulaOf, rowsOf, type Base, type Row } from './base';
import { entered, typed, type Mutant, type MutationKind } from './mutation';

/** Mistakes in what an applicant types into the template's tables. */

const SIDES: readonly TableName[] = ['KmcBaseline', 'KmcProduct'];
const INVENTORIES: readonly TableName[] = [...SIDES, 'KmcSideEffects'];

const cellsOf = (base: Base, tables: readonly TableName[], key: string): readonly CellRef[] =>
  tables.flatMap((table) => columnOf(base, table, key));

const numbersOf = (base: Base, tables: readonly TableName[], key: string): readonly CellRef[] =>
  cellsOf(base, tables, key).filter((cell) => typeof contentOf(base, cell) === 'number');

const number = (base: Base, cell: CellRef): number => contentOf(base, cell) as number;

const blanked =
  (tables: readonly TableName[], key: string) =>
  (base: Base): readonly Mutant[] =>
    cellsOf(base, tables, key)
      .filter((cell) => contentOf(base, cell) !== null)
      .map((cell) => typed(cell, null));

const scaled =
  (tables: readonly TableName[], key: string, by: number) =>
  (base: Base): readonly Mutant[] =>
    numbersOf(base, tables, key)
      .filter((cell) => number(base, cell) !== 0 && formulaOf(base, cell) === null)
      .map((cell) => typed(cell, number(base, cell) * by));

const replaced =
  (tables: readonly TableName[], key: string, value: string | number) =>
  (base: Base): readonly Mutant[] =>
    cellsOf(base, tables, key)
      .filter((cell) => contentOf(base, cell) !== value && contentOf(base, cell) !== null)
      .map((cell) => typed(cell, value));

/** The row once more, right below its table. */
function repeated(base: Base, { table, row }: Row, other: Readonly<Record<string, string>> = {}): Mutant {
  const { range, columns } = base.snapshot.tables.find(({ name }) => name === table)!;
  const below = range.bottom + 1;
  const changed = new Map(
    Object.entries(other).map(([key, value]) => [cellOf(base, { table, row, id: '' }, key)!.column, value]),
  );
  const edits = columns.map((_, position) => {
    const column = range.left + position;
    const from = { sheet: range.sheet, row, column };
    const cell = { sheet: range.sheet, row: below, column };
    const formula = formulaOf(base, from);
    const value = changed.get(column) ?? contentOf(base, from);
    return formula === null
      ? ({ kind: 'set-value', cell, value } as const)
      : ({ kind: 'set-formula', cell, formula, value } as const);
  });
  return { at: { sheet: range.sheet, row: below, column: range.left }, change: withEdits(base.snapshot, edits) };
}

const UNITS: Readonly<Record<string, string>> = {
  kWh: 'kg',
  kg: 'kWh',
  t: 'kWh',
  't·km': 'kg',
  MJ: 'kg',
  L: 'kWh',
  m3: 'kWh',
};
const SCALES: Readonly<Record<string, string>> = { kWh: 'MWh', kg: 't', t: 'kg', MJ: 'GJ', L: 'm3', g: 'kg' };

const swapped =
  (units: Readonly<Record<string, string>>) =>
  (base: Base): readonly Mutant[] =>
    cellsOf(base, INVENTORIES, 'unit').flatMap((cell) => {
      const other = units[String(contentOf(base, cell))];
      return other === undefined ? [] : [typed(cell, other)];
    });

/** Whether two units measure the same: t-CO2/kWh stands for kg-CO2/kWh, and nothing contradicts it. */
function alike(one: CellValue, other: CellValue): boolean {
  const [first, second] = [one, other].map((text) => parseUnit(String(text)));
  return first!.ok && second!.ok && sameDimension(first!.value.dimension, second!.value.dimension);
}

function otherFactor(base: Base, sameUnit: boolean): readonly Mutant[] {
  const factors = rowsOf(base, 'KmcFactors').map((row) => ({
    id: row.id,
    unit: contentOf(base, cellOf(base, row, 'unit')!),
  }));
  return cellsOf(base, INVENTORIES, 'factorId').flatMap((cell) => {
    const own = factors.find(({ id }) => id === contentOf(base, cell));
    const other = own && factors.find(({ id, unit }) => id !== own.id && alike(unit, own.unit) === sameUnit);
    return other ? [typed(cell, other.id)] : [];
  });
}

/** One line refers to a copy of its factor that says another version and value; another line still refers to the old one. */
function otherVersion(base: Base): readonly Mutant[] {
  return SIDES.flatMap((table) => rowsOf(base, table)).flatMap((line) => {
    const cell = cellOf(base, line, 'factorId')!;
    const factor = rowsOf(base, 'KmcFactors').find(({ id }) => id === contentOf(base, cell));
    const otherSide = SIDES.find((side) => side !== line.table)!;
    const shared =
      factor && columnOf(base, otherSide, 'factorId').some((other) => contentOf(base, other) === factor.id);
    if (!factor || !shared) return [];
    const copy = repeated(base, factor, { id: `${factor.id}-old`, version: '2015' });
    const change = withEdits(copy.change as typeof base.snapshot, [
      { kind: 'set-value', cell, value: `${factor.id}-old` },
    ]);
    return [{ at: cell, change }];
  });
}

const ofField =
  (key: string, value: (now: unknown) => string | number | null) =>
  (base: Base): readonly Mutant[] => {
    const cell = fieldOf(base, key);
    const now = cell && contentOf(base, cell);
    if (!cell || now === null || now === undefined) return [];
    const next = value(now);
    return next === now ? [] : [typed(cell, next)];
  };

const shares = (base: Base): readonly CellRef[] => numbersOf(base, ['KmcContribution'], 'share');

export const CONTENT_KINDS: readonly MutationKind[] = [
  { id: 'stage blanked', visibility: 'certain', mutants: blanked(SIDES, 'stage') },
  { id: 'amount blanked', visibility: 'certain', mutants: blanked(INVENTORIES, 'amount') },
  { id: 'unit blanked', visibility: 'certain', mutants: blanked(INVENTORIES, 'unit') },
  { id: 'factor blanked', visibility: 'certain', mutants: blanked(INVENTORIES, 'factor') },
  { id: 'flow blanked', visibility: 'certain', mutants: blanked(INVENTORIES, 'flow') },
  { id: 'reference quantity blanked (per)', visibility: 'certain', mutants: blanked(INVENTORIES, 'per') },
  { id: 'units sold blanked', visibility: 'certain', mutants: blanked(['KmcSales'], 'units') },
  {
    id: 'number as text',
    visibility: 'certain',
    mutants: (base) => numbersOf(base, INVENTORIES, 'amount').map((cell) => typed(cell, `${number(base, cell)} 個`)),
  },
  {
    id: 'number in figures as text',
    visibility: 'certain',
    mutants: (base) => numbersOf(base, INVENTORIES, 'amount').map((cell) => typed(cell, String(number(base, cell)))),
  },
  {
    id: 'error value',
    visibility: 'certain',
    mutants: (base) => numbersOf(base, INVENTORIES, 'amount').map((cell) => typed(cell, { error: '#N/A' })),
  },
  { id: 'unit of another dimension', visibility: 'certain', mutants: swapped(UNITS) },
  { id: 'unit of another size (kg for t)', visibility: 'unseen', mutants: swapped(SCALES) },
  { id: 'factor id that is not listed', visibility: 'certain', mutants: replaced(INVENTORIES, 'factorId', 'F-404') },
  { id: 'factor id of another unit', visibility: 'certain', mutants: (base) => otherFactor(base, false) },
  { id: 'factor id of another flow, same unit', visibility: 'unseen', mutants: (base) => otherFactor(base, true) },
  { id: 'factor version differs between the sides', visibility: 'certain', mutants: otherVersion, says: /factor/ },
  {
    id: 'factor typed over, 10 % more',
    visibility: 'certain',
    mutants: (base) =>
      numbersOf(base, INVENTORIES, 'factor')
        .filter((cell) => formulaOf(base, cell))
        .map((cell) => typed(cell, number(base, cell) * 1.1)),
  },
  {
    id: 'electricity factor in the list 1000 times too large',
    visibility: 'likely',
    mutants: (base) =>
      rowsOf(base, 'KmcFactors')
        .filter((row) => String(contentOf(base, cellOf(base, row, 'unit')!)).endsWith('/kWh'))
        .map((row) => cellOf(base, row, 'value')!)
        .map((cell) => typed(cell, number(base, cell) * 1000)),
    says: /plausib|factor/,
  },
  { id: 'amount 1000 times too large', visibility: 'unseen', mutants: scaled(INVENTORIES, 'amount', 1000) },
  { id: 'amount 5 % off', visibility: 'unseen', mutants: scaled(INVENTORIES, 'amount', 1.05) },
  { id: 'amount of the other sign', visibility: 'likely', mutants: scaled(INVENTORIES, 'amount', -1) },
  { id: 'rate above one', visibility: 'certain', mutants: (base) => shares(base).map((cell) => typed(cell, 1.2)) },
  {
    id: 'rate as percent (60 for 0.6)',
    visibility: 'certain',
    mutants: (base) => shares(base).map((cell) => typed(cell, number(base, cell) * 100)),
  },
  { id: 'rate a hundredth (0.006 for 0.6)', visibility: 'unseen', mutants: scaled(['KmcContribution'], 'share', 0.01) },
  { id: 'part in the city as percent', visibility: 'certain', mutants: replaced(INVENTORIES, 'inCity', 50) },
  {
    id: 'mix shares do not sum to one',
    visibility: 'certain',
    mutants: (base) => numbersOf(base, ['KmcMix'], 'share').map((cell) => typed(cell, number(base, cell) + 0.1)),
    says: /mix/,
  },
  {
    id: 'same sales twice',
    visibility: 'certain',
    mutants: (base) => rowsOf(base, 'KmcSales').map((row) => repeated(base, row, { id: `${row.id}-2` })),
    says: /counted-once/,
  },
  {
    id: 'line twice under the same id',
    visibility: 'certain',
    mutants: (base) => SIDES.flatMap((table) => rowsOf(base, table)).map((row) => repeated(base, row)),
  },
  {
    id: 'line twice under another id',
    visibility: 'likely',
    mutants: (base) =>
      SIDES.flatMap((table) => rowsOf(base, table)).map((row) => repeated(base, row, { id: `${row.id}-2` })),
  },
  {
    id: 'more returns than units',
    visibility: 'certain',
    mutants: (base) =>
      rowsOf(base, 'KmcSales').flatMap((row) => {
        const [units, returns] = [cellOf(base, row, 'units')!, cellOf(base, row, 'returns')!];
        return [typed(returns, number(base, units) * 2)];
      }),
  },
  {
    id: 'segment that is not listed',
    visibility: 'certain',
    mutants: (base) =>
      rowsOf(base, 'KmcSegments').length > 0
        ? replaced(['KmcProduct', 'KmcBaseline', 'KmcSales'], 'segment', 'S-404')(base)
        : [],
  },
  { id: 'variant that no mix lists', visibility: 'certain', mutants: replaced(['KmcBaseline'], 'variant', '別の方式') },
  {
    id: 'evidence that is not listed',
    visibility: 'certain',
    mutants: replaced([...INVENTORIES, 'KmcSales', 'KmcContribution'], 'evidence', 'E-404'),
  },
  {
    id: 'survival that rises',
    visibility: 'certain',
    mutants: (base) =>
      columnOf(base, 'KmcYears', 'survival')
        .slice(1)
        .map((cell) => typed(cell, 1))
        .filter(({ at }) => {
          const above = contentOf(base, { ...at, row: at.row - 1 });
          return typeof above === 'number' && above < 1;
        }),
    says: /survival|years/,
  },
  {
    id: 'year of use left out',
    visibility: 'certain',
    mutants: (base) => columnOf(base, 'KmcYears', 'age').map((cell) => typed(cell, 99)),
    says: /years|ages/,
  },
  {
    id: 'year of a factor path left out',
    visibility: 'certain',
    mutants: (base) => columnOf(base, 'KmcFactorPaths', 'year').map((cell) => typed(cell, 2199)),
    says: /path/,
  },
  {
    id: 'spread that does not hold its value',
    visibility: 'certain',
    mutants: (base) =>
      numbersOf(base, [...INVENTORIES, 'KmcFactors', 'KmcSales', 'KmcContribution', 'KmcParameters'], 'low').map(
        (cell) => typed(cell, 1e9),
      ),
  },
  {
    id: 'functional unit blanked',
    visibility: 'certain',
    mutants: ofField('functionalUnit', () => null),
    says: /functional-unit/,
  },
  {
    id: 'baseline type blanked',
    visibility: 'certain',
    mutants: ofField('baselineType', () => null),
    says: /baseline-type/,
  },
  { id: 'rounding mode blanked', visibility: 'certain', mutants: ofField('roundingMode', () => null) },
  { id: 'fiscal year that is none', visibility: 'certain', mutants: ofField('fiscalYear', () => '来年') },
  {
    id: 'other fiscal year',
    visibility: 'likely',
    mutants: ofField('fiscalYear', (now) =>
      typeof now === 'number' ? now - 3 : String(now).replace(/\d{4}/, (year) => String(Number(year) - 3)),
    ),
    says: /period|sales|year/,
  },
  {
    id: 'pieces per functional unit inverted (k)',
    visibility: 'likely',
    mutants: (base) =>
      (['functionalUnitsPerUnit'] as const).flatMap((key) => {
        const cell = fieldOf(base, key);
        const now = cell && contentOf(base, cell);
        return cell && typeof now === 'number' && now !== 1 ? [typed(cell, 1 / now)] : [];
      }),
    says: /delivered|service|units-per|functional/,
  },
  {
    id: 'claim of neutrality in a text',
    visibility: 'certain',
    mutants: ofField('productName', (now) => `${String(now)}（カーボンニュートラル）`),
    says: /claims/,
  },
  {
    id: 'external link',
    visibility: 'certain',
    mutants: (base) => numbersOf(base, INVENTORIES, 'amount').map((cell) => entered(cell, '[1]Prices!B2*2')),
  },
  {
    id: 'circular reference',
    visibility: 'certain',
    mutants: (base) =>
      INVENTORIES.flatMap((table) => rowsOf(base, table)).map((row) => {
        const [amount, emission] = [cellOf(base, row, 'amount')!, cellOf(base, row, 'emission')!];
        return entered(amount, `N(${address(emission)})+1`);
      }),
  },
  {
    id: 'baseline amount read from the product',
    visibility: 'certain',
    mutants: (base) => crossed(base, 'KmcBaseline', 'KmcProduct'),
  },
  {
    id: 'product amount read from the baseline',
    visibility: 'certain',
    mutants: (base) => crossed(base, 'KmcProduct', 'KmcBaseline'),
  },
  {
    id: 'value that changes by itself',
    visibility: 'certain',
    mutants: (base) =>
      numbersOf(base, INVENTORIES, 'amount').map((cell) => entered(cell, `${number(base, cell)}+TODAY()*0`)),
  },
  {
    id: 'line left out',
    visibility: 'unseen',
    mutants: (base) => SIDES.flatMap((table) => rowsOf(base, table)).map((row) => emptied(base, row)),
  },
];

function emptied(base: Base, { table, row }: Row): Mutant {
  const { range } = base.snapshot.tables.find(({ name }) => name === table)!;
  const cells = Array.from({ length: range.right - range.left + 1 }, (_, at) => ({
    sheet: range.sheet,
    row,
    column: range.left + at,
  }));
  const filled = cells.filter((cell) => formulaOf(base, cell) === null && contentOf(base, cell) !== null);
  return { at: cells[0]!, change: filled.map((cell) => ({ kind: 'set-value', cell, value: null })) };
}

const address = ({ sheet, row, column }: CellRef): string => `'${sheet}'!${String.fromCharCode(65 + column)}${row + 1}`;

function crossed(base: Base, table: TableName, other: TableName): readonly Mutant[] {
  const [source] = columnOf(base, other, 'amount');
  return source ? numbersOf(base, [table], 'amount').map((cell) => entered(cell, address(source))) : [];
}
