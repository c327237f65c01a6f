import type { Formula } from './expressions';
import type { FormulaContext } from './types';
import { NO_SCOPE } from './yearFormulas';

/** Native expressions over the rows of the mix that belong together. */
const column = (c: FormulaContext, key: string): string => c.column('KmcMix', key);

/** The row's segment as a text, empty for all segments. */
export const mixScopeFormula: Formula = (c) => `IF(${c.cell('variant')}="",${NO_SCOPE},${c.cell('segment')}&"")`;

/** 1 for every filled row of this row's segment, as an array. */
export const sameSegment = (c: FormulaContext): string => `--(${column(c, 'scope')}=${c.cell('scope')})`;

/** How many of them meet a condition. */
export const rowsThat = (c: FormulaContext, condition: string): string => `SUMPRODUCT(${sameSegment(c)}*${condition})`;

/** The rows either all name a segment or none does. */
export function scopesHold(c: FormulaContext): string {
  const filled = `SUMPRODUCT(--(${column(c, 'scope')}<>${NO_SCOPE}))`;
  const segment = c.cell('segment');
  return `IF(${segment}="",SUMPRODUCT(${sameSegment(c)}),COUNTA(${column(c, 'segment')}))=${filled}`;
}
