import { sameDimension } from '../../../../src/core/quantity/dimension';
import { parseUnit } from '../../../../src/core/quantity/parseUnit';
import { factorById } from '../../../../src/core/reference/factorById';
import type { CellRef, CellValue } from '../../../../src/core/workbook/cell';
import type { Edit } from '../../../../src/core/workbook/edit';
import { cellOf, columnOf, contentOf, formulaOf, rowsOf, type Base } from './base';
import { INVENTORIES, SIDES, cellsOf, number, numbersOf, replaced } from './contents';
import { hasLike } from './likeRows';
import { repeated } from './rowEdits';
import { told, toldIn, typed, type Mutant, type MutationKind } from './mutation';

/** Mistakes in the list of factors and in what lines take from it. */

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
    const renamed = { kind: 'set-value', cell, value: `${factor.id}-old` } as const;
    return [{ at: cell, change: [...(copy.change as readonly Edit[]), renamed] }];
  });
}

/** Cells of listed factors, of the built-in library or of the applicant's own. */
const listed = (base: Base, ofLibrary: boolean): readonly CellRef[] =>
  rowsOf(base, 'KmcFactors')
    .filter(({ id }) => (factorById(id) !== undefined) === ofLibrary)
    .map((row) => cellOf(base, row, 'value')!)
    .filter((cell) => typeof contentOf(base, cell) === 'number');

export const FACTOR_KINDS: readonly MutationKind[] = [
  { id: 'factor id that is not listed', visibility: 'certain', mutants: replaced(INVENTORIES, 'factorId', 'F-404') },
  { id: 'factor id of another unit', visibility: 'certain', mutants: (base) => otherFactor(base, false) },
  {
    id: 'factor id of another flow, same unit, a like line elsewhere',
    visibility: 'likely',
    mutants: (base) => otherFactor(base, true).filter(({ at }) => hasLike(base, at)),
  },
  {
    id: 'factor id of another flow, same unit, no line like it',
    visibility: 'unseen',
    mutants: (base) => otherFactor(base, true).filter(({ at }) => !hasLike(base, at)),
  },
  {
    id: 'factor version differs between the sides',
    visibility: 'certain',
    mutants: otherVersion,
    says: [toldIn(/factor/, 'KmcFactors', 'KmcBaseline', 'KmcProduct')],
  },
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
    says: [told(/plausib|factor/)],
  },
  {
    id: 'factor of the library 10 % more in the list',
    visibility: 'certain',
    mutants: (base) => listed(base, true).map((cell) => typed(cell, number(base, cell) * 1.1)),
  },
  {
    id: 'own factor 10 % more in the list',
    visibility: 'unseen',
    mutants: (base) => listed(base, false).map((cell) => typed(cell, number(base, cell) * 1.1)),
  },
];
