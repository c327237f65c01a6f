import { flowBasis, stockBasis, type YearBasisInput, type YearBasisResult } from '../../calculation/yearBasis';
import type { ACCOUNTING_BASES } from '../../case/vocabulary';
import type { Decimal } from '../../quantity/decimal';
import { placeIn, type Block, type Place } from '../arguments';
import { atLeast } from '../bounds';
import { defineFunction } from '../defineFunction';
import { pair } from '../pairing';
import { choice, number, numbers, periods } from '../parameters';
import { numberResult, valueOf } from '../results';
import { refuseNoShare } from '../shares';
import type { ScalarResult } from '../types';

type Basis = (typeof ACCOUNTING_BASES)[number];
type Ranged = 'units' | 'survival' | 'use' | 'embodiedBaseline' | 'embodiedProduct' | 'useBaseline' | 'useProduct';
type At = (parameter: Ranged | 'years' | 'rate') => Place;

const TOTAL = 'Σ';
const KILOGRAMS_PER_TONNE = 1000;

/**
 * Avoided emissions by year, in t-CO2e (flow basis, stock basis, method): year and amount, last the total, marked Σ. Years, units and the
 * emissions stand side by side; a single emission, and a single use, holds for every year. Years in which nothing is sold or used have no row.
 */
export const AVOIDED_YEARS = defineFunction({
  id: 'AVOIDED_YEARS',
  parameters: {
    basis: choice<Basis>('accounting'),
    years: periods(),
    units: numbers(),
    survival: numbers(),
    use: numbers(),
    embodiedBaseline: numbers(),
    embodiedProduct: numbers(),
    useBaseline: numbers(),
    useProduct: numbers(),
    rate: number(),
  },
  result: 'matrix',
  examples: [
    {
      formula: '=KMC.AVOIDED_YEARS("flow",2025,1000,{1;0.5},{1;1},0,5,10,0,1)',
      value: [
        [2025, 10],
        ['Σ', 10],
      ],
    },
    {
      formula: '=KMC.AVOIDED_YEARS("stock",2025,1000,{1;0.5},1,0,5,10,0,1)',
      value: [
        [2025, 5],
        [2026, 5],
        ['Σ', 10],
      ],
    },
  ],
  evaluate: ({ basis, ...values }, at) => {
    checkBounds(values, at);
    const input = yearBasisInput(values, at);
    return table(valueOf(basis === 'flow' ? flowBasis(input) : stockBasis(input)));
  },
});

type Values = Readonly<Record<Ranged, Block<Decimal>>> & { readonly years: Block<number>; readonly rate: Decimal };

function checkBounds({ units, survival, use, rate }: Values, at: At): void {
  refuseNoShare(rate, at('rate'));
  units.values.forEach((value, row) => atLeast(value, 0, placeIn(units, row, at('units'))));
  survival.values.forEach((value, age) => refuseNoShare(value, placeIn(survival, age, at('survival'))));
  use.values.forEach((value, age) => atLeast(value, 0, placeIn(use, age, at('use'))));
}

function yearBasisInput(values: Values, at: At): YearBasisInput {
  const { years, units, survival, use, rate } = values;
  const beside = (name: Ranged) =>
    isSingle(values[name])
      ? years.values.map(() => values[name].values[0]!)
      : pair(years, values[name], at('years'), at(name)).map(([, value]) => value);
  const sold = pair(years, units, at('years'), at('units')).flatMap(([, value], row) => (value.isZero() ? [] : [row]));
  const only = <T>(list: readonly T[]): readonly T[] => sold.map((row) => list[row]!);
  const usedBy = isSingle(use) ? survival.values.map(() => use.values[0]!) : use.values;
  if (!isSingle(use)) pair(survival, use, at('survival'), at('use'));
  return {
    saleYears: only(years.values),
    units: only(units.values),
    embodiedBaseline: only(beside('embodiedBaseline')),
    embodiedProduct: only(beside('embodiedProduct')),
    survival: survival.values,
    use: usedBy,
    ...useByYear(values, at),
    rate,
  };
}

const isSingle = ({ rows, columns }: Block<unknown>): boolean => rows === 1 && columns === 1;

/** Emissions in use are stated for the years of the range; two single numbers are stated for every year there is use in. */
function useByYear(values: Values, at: At): Pick<YearBasisInput, 'useYears' | 'useBaseline' | 'useProduct'> {
  const { years, survival, useBaseline, useProduct } = values;
  const bothSingle = isSingle(useBaseline) && isSingle(useProduct);
  const useYears = bothSingle ? everyYear(years.values, survival.values.length) : years.values;
  const stated = (name: 'useBaseline' | 'useProduct') =>
    isSingle(values[name])
      ? useYears.map(() => values[name].values[0]!)
      : pair(years, values[name], at('years'), at(name)).map(([, value]) => value);
  return { useYears, useBaseline: stated('useBaseline'), useProduct: stated('useProduct') };
}

const everyYear = (saleYears: readonly number[], ages: number): readonly number[] => [
  ...new Set(saleYears.flatMap((year) => Array.from({ length: ages }, (_, age) => year + age))),
];

const table = ({ rows, total }: YearBasisResult): ScalarResult[][] => [
  ...rows.map(({ year, avoided }): ScalarResult[] => [year, tonnes(avoided)]),
  [TOTAL, tonnes(total)],
];

const tonnes = (kilograms: Decimal): number => numberResult(kilograms.dividedBy(KILOGRAMS_PER_TONNE));
