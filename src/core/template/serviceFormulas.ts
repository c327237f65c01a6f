import { BASIS } from './basisNames';
import { is } from './expressions';
import type { FormulaContext } from './types';

/** What one level (mix row, segment, case) states of the service of one unit: cell expressions. */
export interface ServiceCells {
  /** k as typed, which is in the case's time sense; `null` where the level has no such cell. */
  readonly typed: string | null;
  readonly service: string;
  readonly unit: string;
}

/** A unit's life as three cells or names: years of use, k stated for a life, k stated for one year. Empty where nobody states it. */
export interface StatedLife {
  readonly years: string;
  readonly perLife: string;
  readonly perYear: string;
}

export type Span = 'perLife' | 'perYear';

export const isLifetime = (c: FormulaContext): string => is(c, BASIS.timeSense, 'timeSense', 'lifetime');

/** The narrower level speaks for k alone as soon as it states anything, so that a segment's service never meets the case's k. */
export const unlessStated = (cells: ServiceCells, wider: string, own: string): string =>
  cells.typed === null
    ? `IF(${cells.service}="",${wider},${own})`
    : `IF(AND(${cells.typed}="",${cells.service}=""),${wider},${own})`;

/** k of one span as this level states it: typed, or service ÷ functional unit; empty where it states it for the other span. */
export function statedDelivered(c: FormulaContext, { typed, service, unit }: ServiceCells, span: Span): string {
  const derived = `IF(ISNUMBER(${service}),${fromService(service, unit, span)},"")`;
  if (typed === null) return derived;
  const inSpan = span === 'perLife' ? `${typed},""` : `"",${typed}`;
  return `IF(ISNUMBER(${typed}),IF(${isLifetime(c)},${inSpan}),${derived})`;
}

/** The service's unit says its span: `h` of a life, `h/年` of one year. Equal unit texts need no add-in; EXACT because mW is not MW. */
function fromService(service: string, unit: string, span: Span): string {
  const wanted = span === 'perLife' ? BASIS.serviceUnit : `${BASIS.serviceUnit}&"/年"`;
  const converted = `IFERROR(KMC.CONVERT(${service},${unit},${wanted})/${BASIS.functionalUnit},"")`;
  return `IF(EXACT(${unit},${wanted}),${service}/${BASIS.functionalUnit},${converted})`;
}

/** Whether k of one year and the years of use are both known. @param more further conditions on using the years */
const known = (span: string, { years }: StatedLife, more: readonly string[]): string =>
  more.length === 0 ? `COUNT(${span},${years})=2` : `AND(COUNT(${span},${years})=2,${more.join(',')})`;

/** k over a life; empty where it is not known. */
export const lifetimeDelivered = (life: StatedLife): string =>
  `IF(ISNUMBER(${life.perLife}),${life.perLife},IF(${known(life.perYear, life, [])},${life.perYear}*${life.years},""))`;

export interface Needed {
  /** Conditions on using the years of use. */
  readonly more?: readonly string[];
  /** What stands where it is not known. */
  readonly otherwise?: string;
}

/**
 * Units that one functional unit needs: 1 ÷ k over a life, in whole pieces where the case counts so and k < 1.
 */
export function unitsNeeded(c: FormulaContext, life: StatedLife, { more = [], otherwise = '""' }: Needed = {}): string {
  const fromYear = `IF(${known(life.perYear, life, more)},${pieces(c, `(${life.perYear}*${life.years})`)},${otherwise})`;
  return `IF(ISNUMBER(${life.perLife}),${pieces(c, life.perLife)},${fromYear})`;
}

/** The inner ROUND keeps 25.000000000000004 from becoming 26. */
function pieces(c: FormulaContext, k: string): string {
  const whole = is(c, BASIS.replacement, 'replacement', 'whole');
  return `IF(AND(${whole},${k}<1),ROUNDUP(ROUND(1/${k},9),0),1/${k})`;
}

/** Years of use that one functional unit needs. They scale with the service delivered and so never count in whole pieces. */
export function yearsNeeded(life: StatedLife, { more = [], otherwise = '""' }: Needed = {}): string {
  const fromLife = `IF(${known(life.perLife, life, more)},${life.years}/${life.perLife},${otherwise})`;
  return `IF(ISNUMBER(${life.perYear}),1/${life.perYear},${fromLife})`;
}

/**
 * k in the case's time sense, less what whole replacement wastes: 1 ÷ units needed over a life, 1 ÷ (units needed × years) for one year;
 * without years, k of a year as stated.
 */
export function deliveredInTimeSense(c: FormulaContext, units: string, years: string, perUnit: string): string {
  const annual = `IF(COUNT(${units},${years})=2,1/(${units}*${years}),IF(ISNUMBER(${perUnit}),1/${perUnit},NA()))`;
  return `IF(${isLifetime(c)},IF(ISNUMBER(${units}),1/${units},NA()),${annual})`;
}
