import type { TableName } from '../../../../src/core/template/types';
import { cellOf, columnOf, contentOf, rowsOf, type Base } from './base';
import { INVENTORIES, SIDES, address, blanked, cellsOf, number, numbersOf, replaced, scaled } from './contents';
import { hasLike } from './likeRows';
import { entered, told, typed, type Mutant, type MutationKind } from './mutation';

/** Mistakes in the amounts, units and other cells of inventory lines. */

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

/** A word of a column for another that the column holds elsewhere. */
function otherWord(base: Base, key: string): readonly Mutant[] {
  const cells = cellsOf(base, INVENTORIES, key);
  const words = [...new Set(cells.map((cell) => contentOf(base, cell)))];
  return cells.flatMap((cell) => {
    const at = words.indexOf(contentOf(base, cell));
    return words.length > 1 ? [typed(cell, words[(at + 1) % words.length]!)] : [];
  });
}

function crossed(base: Base, table: TableName, other: TableName): readonly Mutant[] {
  const [source] = columnOf(base, other, 'amount');
  return source ? numbersOf(base, [table], 'amount').map((cell) => entered(cell, address(source))) : [];
}

export const AMOUNT_KINDS: readonly MutationKind[] = [
  { id: 'stage blanked', visibility: 'certain', mutants: blanked(SIDES, 'stage') },
  { id: 'amount blanked', visibility: 'certain', mutants: blanked(INVENTORIES, 'amount') },
  { id: 'unit blanked', visibility: 'certain', mutants: blanked(INVENTORIES, 'unit') },
  { id: 'factor blanked', visibility: 'certain', mutants: blanked(INVENTORIES, 'factor') },
  { id: 'flow blanked', visibility: 'certain', mutants: blanked(INVENTORIES, 'flow') },
  { id: 'reference quantity blanked (per)', visibility: 'certain', mutants: blanked(INVENTORIES, 'per') },
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
  {
    id: 'unit of another size (kg for t), a like line elsewhere',
    visibility: 'likely',
    mutants: (base) => swapped(SCALES)(base).filter(({ at }) => hasLike(base, at)),
    says: [told(/like-lines/)],
  },
  {
    id: 'unit of another size (kg for t), no line like it',
    visibility: 'unseen',
    mutants: (base) => swapped(SCALES)(base).filter(({ at }) => !hasLike(base, at)),
  },
  {
    id: 'stage of another, a like line elsewhere',
    visibility: 'likely',
    mutants: (base) => otherWord(base, 'stage').filter(({ at }) => hasLike(base, at)),
    says: [told(/like-lines/)],
  },
  {
    id: 'reference of another kind (per), a like line elsewhere',
    visibility: 'likely',
    mutants: (base) => otherWord(base, 'per').filter(({ at }) => hasLike(base, at)),
  },
  {
    id: 'stage of another, no line like it',
    visibility: 'unseen',
    mutants: (base) => otherWord(base, 'stage').filter(({ at }) => !hasLike(base, at)),
    says: [told(/stages-complete/)],
  },
  {
    id: 'amount 1000 times too large, a like line elsewhere',
    visibility: 'likely',
    mutants: (base) => scaled(INVENTORIES, 'amount', 1000)(base).filter(({ at }) => hasLike(base, at)),
  },
  {
    id: 'amount a thousandth, a like line elsewhere',
    visibility: 'likely',
    mutants: (base) => scaled(INVENTORIES, 'amount', 0.001)(base).filter(({ at }) => hasLike(base, at)),
  },
  {
    id: 'amount 1000 times too large, no line like it',
    visibility: 'unseen',
    mutants: (base) => scaled(INVENTORIES, 'amount', 1000)(base).filter(({ at }) => !hasLike(base, at)),
  },
  { id: 'amount 5 % off', visibility: 'unseen', mutants: scaled(INVENTORIES, 'amount', 1.05) },
  { id: 'amount of the other sign', visibility: 'likely', mutants: scaled(INVENTORIES, 'amount', -1) },
  { id: 'part in the city as percent', visibility: 'certain', mutants: replaced(INVENTORIES, 'inCity', 50) },
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
];
