import { is, type Formula } from './expressions';
import { lineCell } from './formulas';
import { BASIS } from './basisNames';
import type { FormulaContext } from './types';

/** A side of the comparison; side effects come with the product. */
export type InventoryTable = 'KmcBaseline' | 'KmcProduct';

/**
 * What the line's emission is multiplied by to be per one functional unit: 1, the units needed or the years needed; for a variant times
 * its weight in the mix. A word outside its vocabulary, an unknown segment and a variant that no mix lists would be lost from the sums, so
 * they give #N/A.
 */
export const toFunctionalUnitFormula =
  (table: InventoryTable): Formula =>
  (c) => {
    const ofAll = `INDEX(${BASIS[table].multipliers},${perMatch(c)})`;
    const ofSegment = c.has('KmcSegments') ? bySegment(c, table, ofAll) : ofAll;
    const multiplier = mixes(c, table) ? byVariant(c, ofSegment) : ofSegment;
    return lineCell(c, `IF(AND(${sound(c, table).join(',')}),${multiplier},NA())`);
  };

const mixes = (c: FormulaContext, table: InventoryTable): boolean => table === 'KmcBaseline' && c.has('KmcMix');

/** Position of the line's word among the functional unit, the sold unit and the year. */
const perMatch = (c: FormulaContext): string => `MATCH(${c.cell('per')},${BASIS.per},0)`;

/** The segments' columns begin with the second word: per functional unit nothing is multiplied. */
function bySegment(c: FormulaContext, table: InventoryTable, ofAll: string): string {
  const [from, to] =
    table === 'KmcProduct' ? ['unitsNeeded', 'yearsNeeded'] : ['baselineUnitsNeeded', 'baselineYearsNeeded'];
  const row = `MATCH(${c.cell('segment')},${c.column('KmcSegments', 'id')},0)`;
  const ofOne = `INDEX(${c.columns('KmcSegments', from!, to!)},${row},${perMatch(c)}-1)`;
  return `IF(${c.cell('segment')}="",${ofAll},IF(${is(c, c.cell('per'), 'per', 'functional-unit')},1,${ofOne}))`;
}

/** A mix without any segment holds for every segment. */
function byVariant(c: FormulaContext, ofAll: string): string {
  const segment = `IF(COUNTA(${c.column('KmcMix', 'segment')})=0,"",${c.cell('segment')})`;
  const row = `MATCH(${c.cell('variant')}&"|"&${segment},${c.column('KmcMix', 'rowKey')},0)`;
  const ofOne = `INDEX(${c.columns('KmcMix', 'weight', 'yearsNeeded')},${row},${perMatch(c)})`;
  return `IF(${c.cell('variant')}="",${ofAll},${ofOne})`;
}

/** A text that one of a list's cells holds, letter for letter but for case. */
const isListed = (value: string, list: string): string => `SUMPRODUCT(--(${list}=${value}))=1`;

/** A segment that is not listed has no multiplier to be found; only a mix for all segments does not look for it. */
function sound(c: FormulaContext, table: InventoryTable): string[] {
  const words = [isListed(c.cell('stage'), BASIS.stages), isListed(c.cell('flow'), BASIS.flows)];
  const [segment, variant] = [`${c.cell('segment')}=""`, `${c.cell('variant')}=""`];
  if (c.has('KmcSegments')) return mixes(c, table) ? words : [...words, variant];
  return mixes(c, table) ? [...words, segment] : [...words, `COUNTA(${c.cells('variant', 'segment')})=0`];
}
