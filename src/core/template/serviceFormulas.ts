import { firstOf, ifNumber, is, orNotAvailable, type Source } from './expressions';
import type { FormulaContext } from './types';

export type SideName = 'product' | 'baseline';

/** What one level (mix row, segment, case) states of the service of one unit: cell expressions. */
export interface ServiceCells {
  readonly typed: string | null;
  readonly service: string;
  readonly unit: string;
}

/** Which of the two spans k is wanted for: a unit's whole life, or what the case's time sense says. */
export type Span = 'lifetime' | 'time-sense';

/** @returns k as typed and as service ÷ functional unit, in the order they are looked for */
export function deliveredSources(c: FormulaContext, cells: ServiceCells, years: string, span: Span): readonly Source[] {
  const service: Source = {
    test: `AND(ISNUMBER(${cells.service}),ISNUMBER(${c.field('functionalUnit')}))`,
    value: `${serviceOf(c, cells, years, span)}/${c.field('functionalUnit')}`,
  };
  if (cells.typed === null) return [service];
  const typed = span === 'time-sense' ? cells.typed : lifetimeOfTyped(c, cells.typed, years);
  return [{ test: `ISNUMBER(${cells.typed})`, value: typed }, service];
}

const isLifetime = (c: FormulaContext): string => is(c, c.field('timeSense'), 'timeSense', 'lifetime');

/** A typed k is in the case's time sense. */
const lifetimeOfTyped = (c: FormulaContext, typed: string, years: string): string =>
  `IF(${isLifetime(c)},${typed},${typed}*${orNotAvailable(years)})`;

function serviceOf(c: FormulaContext, cells: ServiceCells, years: string, span: Span): string {
  const lifetime = lifetimeService(c, cells, years);
  return span === 'lifetime' ? lifetime : `IF(${isLifetime(c)},${lifetime},${annualService(c, cells, years)})`;
}

/**
 * The unit says whether a service is of a whole life (`h`) or of a year (`h/年`). Equal unit texts need no add-in; EXACT because mW is
 * not MW.
 */
function lifetimeService(c: FormulaContext, { service, unit }: ServiceCells, years: string): string {
  const [whole, yearly] = [c.fieldUnit('functionalUnit'), `${c.fieldUnit('functionalUnit')}&"/年"`];
  const times = orNotAvailable(years);
  const converted = `IFERROR(KMC.CONVERT(${service},${unit},${whole}),KMC.CONVERT(${service},${unit},${yearly})*${times})`;
  return `IF(EXACT(${unit},${whole}),${service},IF(EXACT(${unit},${yearly}),${service}*${times},${converted}))`;
}

function annualService(c: FormulaContext, { service, unit }: ServiceCells, years: string): string {
  const [whole, yearly] = [c.fieldUnit('functionalUnit'), `${c.fieldUnit('functionalUnit')}&"/年"`];
  const over = orNotAvailable(years);
  const converted = `IFERROR(KMC.CONVERT(${service},${unit},${yearly}),KMC.CONVERT(${service},${unit},${whole})/${over})`;
  return `IF(EXACT(${unit},${yearly}),${service},IF(EXACT(${unit},${whole}),${service}/${over},${converted}))`;
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

/** k in the case's time sense, less what whole replacement wastes of a product that does not last one functional unit. */
export function deliveredInTimeSense(c: FormulaContext, own: readonly Source[], lifetime: string): string {
  const whole = is(c, c.field('replacement'), 'replacement', 'whole');
  const used = `IF(ISNUMBER(${lifetime}),1/(${lifetime}*${unitsNeeded(c, lifetime)}),1)`;
  return `${firstOf(own, 'NA()')}*IF(${whole},${used},1)`;
}
