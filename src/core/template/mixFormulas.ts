import { BASIS } from './basisNames';
import { firstOf, ifNumber, is, unlessBlank, type Formula } from './expressions';
import { rowsThat, sameSegment, scopesHold } from './mixRows';
import { SEGMENT_COLUMNS } from './segmentFormulas';
import {
  statedDelivered,
  unitsNeeded,
  unlessStated,
  yearsNeeded,
  type ServiceCells,
  type Span,
  type StatedLife,
} from './serviceFormulas';
import type { FormulaContext } from './types';

/** What a baseline line looks its mix row up by: variant and segment together. */
export const rowKeyFormula: Formula = (c) =>
  `IF(${c.cell('variant')}="","",${c.cell('variant')}&"|"&${c.cell('segment')})`;

const column = (c: FormulaContext, key: string): string => c.column('KmcMix', key);

/** Every filled row of the segment has a numeric share on the same basis, and the shares sum to 1. */
function sharesHold(c: FormulaContext): string {
  const numeric = rowsThat(c, `ISNUMBER(${column(c, 'share')})*(${column(c, 'shareBasis')}=${c.cell('shareBasis')})`);
  const total = `SUMPRODUCT(${sameSegment(c)},${column(c, 'share')})`;
  return `AND(SUMPRODUCT(${sameSegment(c)})=${numeric},ROUND(${total},12)=1,${scopesHold(c)})`;
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
 * 64/36 by pieces with 1,000 h and 10,000 h is 15/85 by service. #N/A for a row that repeats another one's variant and segment.
 */
export const mixWeightFormula: Formula = (c) => {
  const delivered = `${c.cell('share')}*${c.cell('service')}`;
  const all = `SUMPRODUCT(${sameSegment(c)},${column(c, 'share')},${column(c, 'service')})`;
  const byPieces = `IF(${servicesHold(c)},${delivered}/${all},NA())`;
  const basis = c.cell('shareBasis');
  const ofPieces = `IF(${is(c, basis, 'shareBasis', 'pieces')},${byPieces},NA())`;
  const once = `SUMPRODUCT(--(${column(c, 'rowKey')}=${c.cell('rowKey')}))=1`;
  const stated = `IF(${is(c, basis, 'shareBasis', 'service')},${c.cell('share')},${ofPieces})`;
  const weight = `IF(${is(c, basis, 'shareBasis', 'years-of-use')},${c.cell('windowShare')},IF(${sharesHold(c)},${stated},NA()))`;
  return `IF(${c.cell('variant')}="","",IF(${once},${weight},NA()))`;
};

const rowCell = (c: FormulaContext, formula: string): string => unlessBlank(c, ['variant'], formula);

/**
 * What the row's segment, else the case, states of the baseline. A row for all segments has no one number once a segment states its own.
 */
function wider(c: FormulaContext, key: 'years' | Span): string {
  const ofCase = BASIS.KmcBaseline[key];
  if (!c.has('KmcSegments')) return ofCase;
  const own = c.column('KmcSegments', key === 'years' ? 'baselineServiceYears' : 'baselineService');
  const found = `MATCH(${c.cell('segment')},${c.column('KmcSegments', 'id')},0)`;
  const ofSegment = `INDEX(${c.column('KmcSegments', SEGMENT_COLUMNS.baseline[key])},${found})`;
  return `IF(${c.cell('segment')}="",IF(COUNTA(${own})=0,${ofCase},""),${ofSegment})`;
}

const statedCells = (c: FormulaContext): ServiceCells => ({
  typed: null,
  service: c.cell('service'),
  unit: c.cell('serviceUnit'),
});

const lifeOf = (c: FormulaContext): StatedLife => ({
  years: c.cell('years'),
  perLife: c.cell('perLife'),
  perYear: c.cell('perYear'),
});

/** Years of use of the variant; empty where nobody states them. */
export const mixYearsFormula: Formula = (c) =>
  rowCell(c, firstOf([ifNumber(c.cell('serviceYears'))], wider(c, 'years')));

/** k of the variant for one span. */
export const mixStatedFormula =
  (span: Span): Formula =>
  (c) =>
    rowCell(c, unlessStated(statedCells(c), wider(c, span), statedDelivered(c, statedCells(c), span)));

/** What a line of the variant is multiplied by: the weight is inside, so that the line needs one look-up. */
const weighted = (c: FormulaContext, needed: string): string =>
  rowCell(c, `IF(COUNT(${c.cell('perLife')},${c.cell('perYear')})=0,"",${c.cell('weight')}*(${needed}))`);

export const mixUnitsNeededFormula: Formula = (c) => weighted(c, unitsNeeded(c, lifeOf(c), { otherwise: 'NA()' }));

export const mixYearsNeededFormula: Formula = (c) => weighted(c, yearsNeeded(lifeOf(c), { otherwise: 'NA()' }));
