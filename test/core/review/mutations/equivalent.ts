import { formulaMeaning } from '../../../../src/core/review/formulas/template/formulaMeaning';
import type { Edit } from '../../../../src/core/workbook/edit';
import { contentOf, formulaOf, type Base } from './base';
import { isEdits, type Mutant } from './mutation';

/**
 * Whether a change is none: each cell holds the content it held, or a formula that means in its cell what the one before meant. Nothing
 * that rests on it can differ.
 */
export const isEquivalent = (base: Base, { change }: Mutant): boolean =>
  isEdits(change) && change.every((edit) => isSame(base, edit));

function isSame(base: Base, edit: Edit): boolean {
  const formula = formulaOf(base, edit.cell);
  if (edit.kind !== 'set-formula') return formula === null && contentOf(base, edit.cell) === edit.value;
  const meaning = (text: string): string => formulaMeaning(text, edit.cell, base.snapshot.tables);
  return formula !== null && meaning(formula) === meaning(edit.formula);
}
