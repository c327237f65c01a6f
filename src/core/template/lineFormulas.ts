import { firstOf, ifNumber, is, isWord, type Formula, type Source } from './expressions';
import { lineCell } from './formulas';
import {
  caseCells,
  caseYears,
  lifetimeSources,
  segmentCells,
  segmentYears,
  unitsNeeded,
  type ServiceCells,
  type SideName,
} from './serviceFormulas';
import type { FormulaContext, TableName } from './types';

export type InventoryTable = 'KmcBaseline' | 'KmcProduct';

const sideOf = (table: InventoryTable): SideName => (table === 'KmcProduct' ? 'product' : 'baseline');

const rowOf = (c: FormulaContext, table: TableName, key: string, wanted: string, by: string): string =>
  `INDEX(${c.column(table, key)},MATCH(${wanted},${c.column(table, by)},0))`;

/** A cell in the row of the segment that the line names. */
const ofSegment = (c: FormulaContext, key: string): string => rowOf(c, 'KmcSegments', key, c.cell('segment'), 'id');

/** A mix without any segment holds for every segment. */
const mixKey = (c: FormulaContext): string =>
  `${c.cell('variant')}&"|"&IF(COUNTA(${c.column('KmcMix', 'segment')})=0,"",${c.cell('segment')})`;

/** A cell in the mix row of the line's variant and segment. */
const ofMix = (c: FormulaContext, key: string): string => rowOf(c, 'KmcMix', key, mixKey(c), 'rowKey');

/** Where a line's number may stand, from the narrowest statement to the widest. */
interface Statements {
  readonly mix: readonly Source[];
  readonly segment: readonly Source[];
  readonly case: readonly Source[];
  /** Columns of KmcSegments: once one is filled, a line for all segments has no one number. */
  readonly segmentKeys: readonly string[];
  readonly otherwise: string;
}

function stated(c: FormulaContext, { mix, segment, case: ofCase, segmentKeys, otherwise }: Statements): string {
  const wide = firstOf(ofCase, otherwise);
  if (!c.has('KmcSegments')) return firstOf(mix, wide);
  const filled = `COUNT(${segmentKeys.map((key) => c.column('KmcSegments', key)).join(',')})>0`;
  return firstOf([...mix, ...segment], `IF(AND(${c.cell('segment')}="",${filled}),NA(),${wide})`);
}

const mixes = (c: FormulaContext, side: SideName): boolean => side === 'baseline' && c.has('KmcMix');

/** Years of use of one unit; empty where nobody states them. */
export const serviceYearsFormula =
  (table: InventoryTable): Formula =>
  (c) => {
    const side = sideOf(table);
    const years = stated(c, {
      mix: mixes(c, side) ? [ifNumber(ofMix(c, 'serviceYears'))] : [],
      segment: c.has('KmcSegments') ? [segmentYears(side, (key) => ofSegment(c, key))] : [],
      case: [caseYears(c, side)],
      segmentKeys: [`${side}ServiceYears`],
      otherwise: '""',
    });
    return lineCell(c, `IF(${isPer(c, 'functional-unit')},"",${years})`);
  };

/**
 * Functional units that one unit of the line's product delivers over its life (k): typed, or its service divided by the functional unit.
 * Empty where the amount is per functional unit already.
 */
export const deliveredFormula =
  (table: InventoryTable): Formula =>
  (c) => {
    const side = sideOf(table);
    const sources = (cells: ServiceCells) => lifetimeSources(c, cells, c.cell('serviceYears'));
    const mixCells = () => ({ typed: null, service: ofMix(c, 'service'), unit: ofMix(c, 'serviceUnit') });
    const delivered = stated(c, {
      mix: mixes(c, side) ? sources(mixCells()) : [],
      segment: c.has('KmcSegments') ? sources(segmentCells(side, (key) => ofSegment(c, key))) : [],
      case: sources(caseCells(c, side)),
      segmentKeys: side === 'product' ? ['functionalUnitsPerUnit', 'productService'] : ['baselineService'],
      otherwise: 'NA()',
    });
    return lineCell(c, `IF(${isPer(c, 'functional-unit')},"",${delivered})`);
  };

const isPer = (c: FormulaContext, word: string): string => is(c, c.cell('per'), 'per', word);

/** The variant's weight in the baseline mix; 1 where the line names no variant, #N/A where the mix does not list it exactly once. */
export const weightFormula: Formula = (c) => {
  if (!c.has('KmcMix')) return lineCell(c, `IF(${c.cell('variant')}="",1,NA())`);
  const once = `SUMPRODUCT(--(${c.column('KmcMix', 'rowKey')}=${mixKey(c)}))=1`;
  return lineCell(c, `IF(${c.cell('variant')}="",1,IF(${once},${ofMix(c, 'weight')},NA()))`);
};

/** The segment's share of the functional units delivered outside the city; 1 for a line of all segments. */
export const segmentWeightFormula: Formula = (c) => {
  const ofOne = c.has('KmcSegments') ? ofSegment(c, 'weight') : 'NA()';
  return lineCell(c, `IF(${c.cell('segment')}="",1,${ofOne})`);
};

/**
 * What the line's emission is multiplied by to be per one functional unit: 1, the units needed, or service years ÷ k; times the weight.
 * Years scale with the service delivered and so never count in whole pieces. A word outside its vocabulary, an unknown segment and a
 * variant on the product's side would be lost from the sums, so they give #N/A.
 */
export const toFunctionalUnitFormula =
  (table: InventoryTable): Formula =>
  (c) => {
    const [k, years] = [c.cell('delivered'), c.cell('serviceYears')];
    const perYear = `IF(AND(${isPer(c, 'year')},ISNUMBER(${k}),ISNUMBER(${years})),${years}/${k},NA())`;
    const perUnit = `IF(${isPer(c, 'sold-unit')},${unitsNeeded(c, k)},${perYear})`;
    const multiplier = `IF(${isPer(c, 'functional-unit')},1,${perUnit})`;
    const weighted = table === 'KmcProduct' ? multiplier : `${multiplier}*${c.cell('weight')}`;
    return lineCell(c, `IF(AND(${sound(c, table).join(',')}),${weighted},NA())`);
  };

function sound(c: FormulaContext, table: InventoryTable): string[] {
  const listed = c.has('KmcSegments') ? `COUNTIF(${c.column('KmcSegments', 'id')},${c.cell('segment')})=1` : 'FALSE';
  const segment = `IF(${c.cell('segment')}="",TRUE,${listed})`;
  const variant = table === 'KmcProduct' ? [`${c.cell('variant')}=""`] : [];
  return [isWord(c, 'stage', 'stage'), isWord(c, 'flow', 'flow'), segment, ...variant];
}
