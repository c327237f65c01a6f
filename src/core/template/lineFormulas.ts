import { unlessBlank, type Formula } from './formulas';
import type { FormulaContext, TableName } from './types';

export type InventoryTable = 'KmcBaseline' | 'KmcProduct';

/** A number that may be read only where `test` holds. */
interface Source {
  readonly test: string;
  readonly value: string;
}

const number = (value: string): Source => ({ test: `ISNUMBER(${value})`, value });

/** The first source whose test holds. */
const firstOf = (sources: readonly Source[], otherwise: string): string =>
  sources.reduceRight((rest, source) => `IF(${source.test},${source.value},${rest})`, otherwise);

const rowOf = (c: FormulaContext, table: TableName, key: string, wanted: string, by: string): string =>
  `INDEX(${c.column(table, key)},MATCH(${wanted},${c.column(table, by)},0))`;

/** A cell in the row of the segment that the line names. */
const ofSegment = (c: FormulaContext, key: string): string => rowOf(c, 'KmcSegments', key, c.cell('segment'), 'id');

const mixKey = (c: FormulaContext): string => `${c.cell('variant')}&"|"&${c.cell('segment')}`;

/** A cell in the mix row with the line's variant and segment. */
const ofMix = (c: FormulaContext, key: string): string => rowOf(c, 'KmcMix', key, mixKey(c), 'rowKey');

/** A service divided by the functional unit's quantity. Equal unit texts need no add-in; EXACT because mW is not MW. */
function serviceOverFunctionalUnit(c: FormulaContext, service: string, unit: string): Source {
  const [quantity, target] = [c.field('functionalUnit'), c.fieldUnit('functionalUnit')];
  const converted = `IF(EXACT(${unit},${target}),${service},KMC.CONVERT(${service},${unit},${target}))`;
  return { test: `AND(ISNUMBER(${service}),ISNUMBER(${quantity}))`, value: `${converted}/${quantity}` };
}

/** Where a line's number may stand, from the most specific statement to the most general. */
interface Statements {
  readonly mix: (c: FormulaContext) => Source[];
  readonly segment: (c: FormulaContext) => Source[];
  readonly case: (c: FormulaContext) => Source[];
  /** Columns of KmcSegments that, when one is filled, leave a line without a segment with no one number. */
  readonly segmentKeys: readonly string[];
}

const DELIVERED: Readonly<Record<InventoryTable, Statements>> = {
  KmcProduct: {
    mix: () => [],
    segment: (c) => [
      number(ofSegment(c, 'functionalUnitsPerUnit')),
      serviceOverFunctionalUnit(c, ofSegment(c, 'productService'), ofSegment(c, 'serviceUnit')),
    ],
    case: (c) => [
      number(c.field('functionalUnitsPerUnit')),
      serviceOverFunctionalUnit(c, c.field('productService'), c.fieldUnit('productService')),
    ],
    segmentKeys: ['functionalUnitsPerUnit', 'productService'],
  },
  KmcBaseline: {
    mix: (c) => [serviceOverFunctionalUnit(c, ofMix(c, 'service'), ofMix(c, 'serviceUnit'))],
    segment: (c) => [serviceOverFunctionalUnit(c, ofSegment(c, 'baselineService'), ofSegment(c, 'serviceUnit'))],
    case: (c) => [
      number(c.field('baselineFunctionalUnitsPerUnit')),
      serviceOverFunctionalUnit(c, c.field('baselineService'), c.fieldUnit('baselineService')),
    ],
    segmentKeys: ['baselineService'],
  },
};

const YEARS: Readonly<Record<InventoryTable, Statements>> = {
  KmcProduct: {
    mix: () => [],
    segment: (c) => [number(ofSegment(c, 'productServiceYears'))],
    case: (c) => [number(c.field('productServiceYears'))],
    segmentKeys: ['productServiceYears'],
  },
  KmcBaseline: {
    mix: (c) => [number(ofMix(c, 'serviceYears'))],
    segment: (c) => [number(ofSegment(c, 'baselineServiceYears'))],
    case: (c) => [number(c.field('baselineServiceYears'))],
    segmentKeys: ['baselineServiceYears'],
  },
};

function stated(c: FormulaContext, statements: Statements): string {
  const ofCase = firstOf(statements.case(c), 'NA()');
  const ofLine = c.has('KmcSegments') ? bySegment(c, statements, ofCase) : ofCase;
  const mix = c.has('KmcMix') ? statements.mix(c) : [];
  return mix.length === 0 ? ofLine : `IF(${c.cell('variant')}="",${ofLine},${firstOf(mix, ofLine)})`;
}

function bySegment(c: FormulaContext, statements: Statements, ofCase: string): string {
  const filled = `COUNT(${statements.segmentKeys.map((key) => c.column('KmcSegments', key)).join(',')})`;
  const forAll = `IF(${filled}>0,NA(),${ofCase})`;
  return `IF(${c.cell('segment')}="",${forAll},${firstOf(statements.segment(c), ofCase)})`;
}

const isPer = (c: FormulaContext, word: string): string => `${c.cell('per')}=${c.choice('per', word)}`;

/**
 * Functional units that one unit of the line's product delivers (k): typed, or its service divided by the functional unit.
 * Empty where the amount is per functional unit already.
 */
export const deliveredFormula =
  (table: InventoryTable): Formula =>
  (c) =>
    unlessBlank(c, `IF(${isPer(c, 'functional-unit')},"",${stated(c, DELIVERED[table])})`);

/** The variant's weight in the baseline mix; 1 where the line names no variant, #N/A where the mix does not list it exactly once. */
export const weightFormula: Formula = (c) => {
  if (!c.has('KmcMix')) return unlessBlank(c, `IF(${c.cell('variant')}="",1,NA())`);
  const once = `SUMPRODUCT(--(${c.column('KmcMix', 'rowKey')}=${mixKey(c)}))=1`;
  return unlessBlank(c, `IF(${c.cell('variant')}="",1,IF(${once},${ofMix(c, 'weight')},NA()))`);
};

/** Units needed for one functional unit, from k of the row. The inner ROUND keeps 25.000000000000004 from becoming 26. */
function unitsNeeded(c: FormulaContext): string {
  const k = c.cell('delivered');
  const whole = `AND(${c.field('replacement')}=${c.choice('replacement', 'whole')},${k}<1)`;
  return `IF(ISNUMBER(${k}),IF(${whole},ROUNDUP(ROUND(1/${k},9),0),1/${k}),NA())`;
}

/** What the line's emission is multiplied by to be per one functional unit: 1, units needed, or service years × units needed; times the weight. */
export const toFunctionalUnitFormula =
  (table: InventoryTable): Formula =>
  (c) => {
    const perYear = `IF(${isPer(c, 'year')},${stated(c, YEARS[table])}*${unitsNeeded(c)},NA())`;
    const perUnit = `IF(${isPer(c, 'sold-unit')},${unitsNeeded(c)},${perYear})`;
    const multiplier = `IF(${isPer(c, 'functional-unit')},1,${perUnit})`;
    return unlessBlank(c, table === 'KmcProduct' ? multiplier : `${multiplier}*${c.cell('weight')}`);
  };
