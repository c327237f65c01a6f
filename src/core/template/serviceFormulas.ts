import { firstOf, ifNumber, is, orNotAvailable, type Source } from './expressions';
import type { FormulaContext } from './types';

export type SideName = 'product' | 'baseline';

/** What one level (mix row, segment, case) states of the service of one unit: cell expressions. */
export interface ServiceCells {
  readonly typed: string | null;
  readonly service: string;
  readonly unit: string;
}

const isLifetime = (c: FormulaContext): string => is(c, c.field('timeSense'), 'timeSense', 'lifetime');

const statesService = (c: FormulaContext, service: string): string =>
  `AND(ISNUMBER(${service}),ISNUMBER(${c.field('functionalUnit')}))`;

/**
 * k over a life: as typed, which is in the case's time sense, or as service ÷ functional unit.
 * @returns the sources in the order they are looked for
 */
export function lifetimeSources(c: FormulaContext, cells: ServiceCells, years: string): readonly Source[] {
  const { typed, service } = cells;
  const derived: Source = {
    test: statesService(c, service),
    value: `${service}*${toLifetime(c, cells.unit, years)}/${c.field('functionalUnit')}`,
  };
  if (typed === null) return [derived];
  return [{ test: `ISNUMBER(${typed})`, value: `${typed}*IF(${isLifetime(c)},1,${orNotAvailable(years)})` }, derived];
}

/**
 * What a service is multiplied by to be of a whole life, in the functional unit's unit: its unit says whether it is of a life (`h`) or of
 * a year (`h/年`). Equal unit texts need no add-in; EXACT because mW is not MW.
 */
function toLifetime(c: FormulaContext, unit: string, years: string): string {
  const [whole, yearly] = [c.fieldUnit('functionalUnit'), `${c.fieldUnit('functionalUnit')}&"/年"`];
  const times = orNotAvailable(years);
  const converted = `IFERROR(KMC.CONVERT(1,${unit},${whole}),KMC.CONVERT(1,${unit},${yearly})*${times})`;
  return `IF(EXACT(${unit},${whole}),1,IF(EXACT(${unit},${yearly}),${times},${converted}))`;
}

/** k of one year, where no years are needed for it: as typed in an annual case, or from a service stated per year; else life ÷ years. */
function annualSources(c: FormulaContext, cells: ServiceCells, lifetime: string, years: string): readonly Source[] {
  const { typed, service, unit } = cells;
  const overYears = `${lifetime}/${orNotAvailable(years)}`;
  const direct = `${service}/${c.field('functionalUnit')}`;
  const derived: Source = {
    test: statesService(c, service),
    value: `IF(EXACT(${unit},${c.fieldUnit('functionalUnit')}&"/年"),${direct},${overYears})`,
  };
  return typed === null ? [derived] : [{ test: `ISNUMBER(${typed})`, value: typed }, derived];
}

const CASE_KEYS = {
  product: { typed: 'functionalUnitsPerUnit', service: 'productService', years: 'productServiceYears' },
  baseline: { typed: 'baselineFunctionalUnitsPerUnit', service: 'baselineService', years: 'baselineServiceYears' },
} as const;

export const caseCells = (c: FormulaContext, side: SideName): ServiceCells => ({
  typed: c.field(CASE_KEYS[side].typed),
  service: c.field(CASE_KEYS[side].service),
  unit: c.fieldUnit(CASE_KEYS[side].service),
});

export const caseYears = (c: FormulaContext, side: SideName): Source => ifNumber(c.field(CASE_KEYS[side].years));

/** @param cell how a column of the segment's row is read */
export const segmentCells = (side: SideName, cell: (key: string) => string): ServiceCells => ({
  typed: side === 'product' ? cell('functionalUnitsPerUnit') : null,
  service: cell(side === 'product' ? 'productService' : 'baselineService'),
  unit: cell('serviceUnit'),
});

export const segmentYears = (side: SideName, cell: (key: string) => string): Source =>
  ifNumber(cell(side === 'product' ? 'productServiceYears' : 'baselineServiceYears'));

/** Units that one functional unit needs, from k over a life. The inner ROUND keeps 25.000000000000004 from becoming 26. */
export function unitsNeeded(c: FormulaContext, k: string): string {
  const whole = `AND(${is(c, c.field('replacement'), 'replacement', 'whole')},${k}<1)`;
  return `IF(ISNUMBER(${k}),IF(${whole},ROUNDUP(ROUND(1/${k},9),0),1/${k}),NA())`;
}

/**
 * k in the case's time sense, less what whole replacement wastes of a product that does not last one functional unit.
 * @param levels what the segment and the case state, the narrower first
 * @param lifetime cell with k over a life; empty or an error where it is not known
 */
export function deliveredInTimeSense(
  c: FormulaContext,
  levels: readonly ServiceCells[],
  lifetime: string,
  years: string,
): string {
  const annual = firstOf(
    levels.flatMap((cells) => annualSources(c, cells, lifetime, years)),
    'NA()',
  );
  const whole = is(c, c.field('replacement'), 'replacement', 'whole');
  const used = `IF(AND(${whole},ISNUMBER(${lifetime})),1/(${lifetime}*${unitsNeeded(c, lifetime)}),1)`;
  return `IF(${isLifetime(c)},${orNotAvailable(lifetime)},${annual})*${used}`;
}
