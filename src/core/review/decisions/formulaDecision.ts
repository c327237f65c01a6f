import { findingId } from '../finding';
import type { UniqueFormula } from '../formulas/uniqueFormulas';
import { quotedSheetName } from '../../workbook/a1';
import { basisText, type Basis } from './basis';
import type { Decision, DecisionState } from './entries';
import type { Writing } from './decide';

type Formula = Pick<UniqueFormula, 'sheet' | 'r1c1'>;

/** What a decision on a formula is kept under: one for all cells of a sheet that hold it. Another formula is another thing to decide. */
export const formulaId = ({ sheet, r1c1 }: Formula): string =>
  findingId('unique-formula', {
    table: null,
    rowId: null,
    column: null,
    place: `${quotedSheetName(sheet)}!${r1c1}`,
  });

/** A formula rests on itself alone. */
export const formulaBasis = ({ r1c1 }: Formula): Basis => ({ cells: [], said: r1c1, findings: [], news: [] });

/** A reviewer's decision on a formula. It rests on the formula alone: which numbers it reads is another question. */
export const formulaDecision = (
  formula: Formula,
  writing: Omit<Writing, 'on'> & { readonly state: DecisionState },
): Decision => ({
  kind: 'decision',
  ...writing,
  on: formulaId(formula),
  basis: basisText(formulaBasis(formula)),
});
