import { is, type Formula } from './expressions';
import type { FormulaContext } from './types';

/** What a baseline line looks its mix row up by: variant and segment together. */
export const rowKeyFormula: Formula = (c) =>
  `IF(${c.cell('variant')}="","",${c.cell('variant')}&"|"&${c.cell('segment')})`;

const column = (c: FormulaContext, key: string): string => c.column('KmcMix', key);

/** 1 for every filled row of this row's segment, as an array. */
const sameSegment = (c: FormulaContext): string =>
  `(${column(c, 'variant')}<>"")*(${column(c, 'segment')}&""=${c.cell('segment')}&"")`;

const rowsThat = (c: FormulaContext, condition: string): string => `SUMPRODUCT(${sameSegment(c)}*${condition})`;

/**
 * Every filled row of the segment has a numeric share on the same basis, the shares sum to 1, and the rows either all name a segment or
 * none does.
 */
function sharesHold(c: FormulaContext): string {
  const numeric = rowsThat(c, `ISNUMBER(${column(c, 'share')})*(${column(c, 'shareBasis')}=${c.cell('shareBasis')})`);
  const total = `SUMPRODUCT(${sameSegment(c)},${column(c, 'share')})`;
  const filled = `SUMPRODUCT(--(${column(c, 'variant')}<>""))`;
  const scoped = `OR(${c.cell('segment')}<>"",SUMPRODUCT(${sameSegment(c)})=${filled})`;
  const unscoped = `OR(${c.cell('segment')}="",COUNTA(${column(c, 'segment')})=${filled})`;
  return `AND(SUMPRODUCT(${sameSegment(c)})=${numeric},ROUND(${total},12)=1,${scoped},${unscoped})`;
}

/** Every filled row of the segment states its service, in one unit. */
function servicesHold(c: FormulaContext): string {
  const numeric = rowsThat(
    c,
    `ISNUMBER(${column(c, 'service')})*EXACT(${column(c, 'serviceUnit')},${c.cell('serviceUnit')})`,
  );
  return `SUMPRODUCT(${sameSegment(c)})=${numeric}`;
}

/**
 * A variant's share by functional units delivered. Shares by pieces are converted through the service of one piece:
 * 64/36 by pieces with 1,000 h and 10,000 h is 15/85 by service.
 */
export const mixWeightFormula: Formula = (c) => {
  const delivered = `${c.cell('share')}*${c.cell('service')}`;
  const all = `SUMPRODUCT(${sameSegment(c)},${column(c, 'share')},${column(c, 'service')})`;
  const byPieces = `IF(${servicesHold(c)},${delivered}/${all},NA())`;
  const basis = c.cell('shareBasis');
  const ofPieces = `IF(${is(c, basis, 'shareBasis', 'pieces')},${byPieces},NA())`;
  const weight = `IF(${is(c, basis, 'shareBasis', 'service')},${c.cell('share')},${ofPieces})`;
  return `IF(${c.cell('variant')}="","",IF(${sharesHold(c)},${weight},NA()))`;
};
