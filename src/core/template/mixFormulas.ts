import type { Formula } from './formulas';
import type { FormulaContext } from './types';

/** What a baseline line looks its mix row up by: variant and segment together. */
export const rowKeyFormula: Formula = (c) =>
  `IF(${c.cell('variant')}="","",${c.cell('variant')}&"|"&${c.cell('segment')})`;

const column = (c: FormulaContext, key: string): string => c.column('KmcMix', key);

/** 1 for every filled row of this row's segment, as an array. */
const sameSegment = (c: FormulaContext): string =>
  `(${column(c, 'variant')}<>"")*(${column(c, 'segment')}&""=${c.cell('segment')}&"")`;

/** Every filled row of the segment has a numeric share and the same basis, and the shares sum to 1. */
function sharesHold(c: FormulaContext): string {
  const rows = `SUMPRODUCT(${sameSegment(c)})`;
  const numeric = `SUMPRODUCT(${sameSegment(c)}*ISNUMBER(${column(c, 'share')})*(${column(c, 'shareBasis')}=${c.cell('shareBasis')}))`;
  const total = `SUMPRODUCT(${sameSegment(c)},${column(c, 'share')})`;
  return `AND(${rows}=${numeric},ROUND(${total},12)=1)`;
}

/** Every filled row of the segment states its service, in one unit. */
function servicesHold(c: FormulaContext): string {
  const rows = `SUMPRODUCT(${sameSegment(c)})`;
  const numeric = `SUMPRODUCT(${sameSegment(c)}*ISNUMBER(${column(c, 'service')})*(${column(c, 'serviceUnit')}=${c.cell('serviceUnit')}))`;
  return `${rows}=${numeric}`;
}

/**
 * A variant's share by functional units delivered. Shares by pieces are converted through the service of one piece:
 * 64/36 by pieces with 1,000 h and 10,000 h is 15/85 by service.
 */
export const mixWeightFormula: Formula = (c) => {
  const delivered = `${c.cell('share')}*${c.cell('service')}`;
  const all = `SUMPRODUCT(${sameSegment(c)},${column(c, 'share')},${column(c, 'service')})`;
  const byPieces = `IF(${servicesHold(c)},${delivered}/${all},NA())`;
  const isBasis = (word: string): string => `${c.cell('shareBasis')}=${c.choice('shareBasis', word)}`;
  const weight = `IF(${isBasis('service')},${c.cell('share')},IF(${isBasis('pieces')},${byPieces},NA()))`;
  return `IF(${c.cell('variant')}="","",IF(${sharesHold(c)},${weight},NA()))`;
};
