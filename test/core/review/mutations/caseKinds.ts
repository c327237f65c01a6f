import choices from '../../../../src/locales/ja/choices.json';
import type { CellRef } from '../../../../src/core/workbook/cell';
import { cellOf, columnOf, contentOf, fieldOf, rowsOf, type Base } from './base';
import { INVENTORIES, blanked, number, numbersOf, ofField, replaced, scaled } from './contents';
import { repeated } from './rowEdits';
import { told, toldIn, typed, type MutationKind } from './mutation';

/** Mistakes in rates, sales, mixes, years and the fields of the case. */

const shares = (base: Base): readonly CellRef[] => numbersOf(base, ['KmcContribution'], 'share');

/** Words of the template's Japanese lists. */
const { realized: REALIZED } = choices.salesStatus;
const { in: IN_CITY, out: OUTSIDE } = choices.place;

/** Whether a row of sales is of the fiscal year and realized: the total of the year stands against it. */
function isOfYear(base: Base, { row }: CellRef): boolean {
  const sale = rowsOf(base, 'KmcSales').find((one) => one.row === row)!;
  const [status, period] = (['status', 'period'] as const).map((key) => contentOf(base, cellOf(base, sale, key)!));
  return status === REALIZED && period === contentOf(base, fieldOf(base, 'fiscalYear')!);
}

export const CASE_KINDS: readonly MutationKind[] = [
  { id: 'units sold blanked', visibility: 'certain', mutants: blanked(['KmcSales'], 'units') },
  { id: 'rate above one', visibility: 'certain', mutants: (base) => shares(base).map((cell) => typed(cell, 1.2)) },
  {
    id: 'rate as percent (60 for 0.6)',
    visibility: 'certain',
    mutants: (base) => shares(base).map((cell) => typed(cell, number(base, cell) * 100)),
  },
  {
    id: 'rate a hundredth (0.006 for 0.6)',
    visibility: 'certain',
    mutants: (base) => shares(base).map((cell) => typed(cell, number(base, cell) / 100)),
  },
  {
    id: 'units sold in the year 5 % off',
    visibility: 'likely',
    mutants: (base) => scaled(['KmcSales'], 'units', 1.05)(base).filter(({ at }) => isOfYear(base, at)),
    says: [toldIn(/units-evidence/, 'KmcCase', 'KmcSales')],
  },
  {
    id: 'units of another year or only planned 5 % off',
    visibility: 'unseen',
    mutants: (base) => scaled(['KmcSales'], 'units', 1.05)(base).filter(({ at }) => !isOfYear(base, at)),
  },
  {
    id: 'planned or possible sales called realized',
    visibility: 'certain',
    mutants: (base) =>
      columnOf(base, 'KmcSales', 'status')
        .filter((at) => !isOfYear(base, at) && contentOf(base, at) !== REALIZED)
        .map((at) => typed(at, REALIZED)),
    says: [toldIn(/units-evidence/, 'KmcCase', 'KmcSales')],
  },
  {
    id: 'sales in the city called outside',
    visibility: 'likely',
    mutants: (base) =>
      columnOf(base, 'KmcSales', 'inCity')
        .filter((at) => contentOf(base, at) === IN_CITY)
        .map((at) => typed(at, OUTSIDE)),
    says: [toldIn(/units-evidence/, 'KmcCase', 'KmcSales')],
  },
  {
    id: 'mix shares do not sum to one',
    visibility: 'certain',
    mutants: (base) => numbersOf(base, ['KmcMix'], 'share').map((cell) => typed(cell, number(base, cell) + 0.1)),
    says: [told(/mix/)],
  },
  {
    id: 'same sales twice',
    visibility: 'certain',
    mutants: (base) => rowsOf(base, 'KmcSales').map((row) => repeated(base, row, { id: `${row.id}-2` })),
    says: [told(/counted-once/)],
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
    says: [told(/survival|years/)],
  },
  {
    id: 'year of use left out',
    visibility: 'certain',
    mutants: (base) => columnOf(base, 'KmcYears', 'age').map((cell) => typed(cell, 99)),
    says: [told(/years|ages/)],
  },
  {
    id: 'year of a factor path left out',
    visibility: 'certain',
    mutants: (base) => columnOf(base, 'KmcFactorPaths', 'year').map((cell) => typed(cell, 2199)),
    says: [told(/path/)],
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
    says: [told(/functional-unit/)],
  },
  {
    id: 'baseline type blanked',
    visibility: 'certain',
    mutants: ofField('baselineType', () => null),
    says: [told(/baseline-type/)],
  },
  { id: 'rounding mode blanked', visibility: 'certain', mutants: ofField('roundingMode', () => null) },
  { id: 'fiscal year that is none', visibility: 'certain', mutants: ofField('fiscalYear', () => '来年') },
  {
    id: 'other fiscal year',
    visibility: 'likely',
    mutants: ofField('fiscalYear', (now) =>
      typeof now === 'number' ? now - 3 : String(now).replace(/\d{4}/, (year) => String(Number(year) - 3)),
    ),
    says: [toldIn(/period|sales|year/, 'KmcSales', 'KmcYears', 'KmcFactors', 'KmcFactorPaths', 'KmcEvidence')],
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
    says: [told(/delivered|service|units-per|functional/)],
  },
  {
    id: 'service life in months',
    visibility: 'likely',
    mutants: (base) =>
      ['productServiceYears', 'baselineServiceYears'].flatMap((key) => [
        ...ofField(key, (now) => Number(now) * 12)(base),
        ...scaled(['KmcSegments'], key, 12)(base),
      ]),
    says: [told(/units-per|years|service/)],
  },
  {
    id: 'claim of neutrality in a text',
    visibility: 'certain',
    mutants: ofField('productName', (now) => `${String(now)}（カーボンニュートラル）`),
    says: [told(/claims/)],
  },
];
