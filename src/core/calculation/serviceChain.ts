import type { RowRef } from '../case/types';
import { conversionFactor } from '../quantity/convert';
import { Decimal } from '../quantity/decimal';
import { divideUnits } from '../quantity/multiplyUnits';
import { parseUnit } from '../quantity/parseUnit';
import type { Unit } from '../quantity/unit';
import type { CellRef } from '../workbook/cell';
import { agrees, type Context, type Stated } from './context';
import type { Traced } from './trace';

/** The functional unit as a quantity, e.g. 25,000 h. */
export interface FunctionalUnit {
  readonly quantity: Stated;
  readonly unit: Unit;
  readonly timeSense: 'lifetime' | 'annual';
  readonly replacement: 'fractional' | 'whole';
}

/** What the workbook states of the service one unit gives, on the narrowest level that states it. */
export interface StatedService {
  /** Where to point when it contradicts itself or is missing. */
  readonly row: RowRef | null;
  readonly functionalUnitsPerUnit: Stated | null;
  readonly service: Stated | null;
  readonly serviceUnit: string | null;
  readonly years: Years | null;
}

/** Service years and the cell or step they stand in. */
export interface Years {
  readonly value: Decimal;
  readonly source: CellRef | Traced | null;
}

/** Functional units that one unit delivers, and what brings a line to one functional unit. `null` where the workbook does not say. */
export interface ServiceChain {
  /** Over its life, after any whole replacement. */
  readonly lifetime: Traced | null;
  readonly annual: Traced | null;
  /** Pieces for one functional unit: what a line per sold unit is multiplied by. */
  readonly unitsPerFunctionalUnit: Traced | null;
  /** Years of use for one functional unit: what a line per year is multiplied by. */
  readonly yearsPerFunctionalUnit: Traced | null;
}

/**
 * k = service of one unit ÷ quantity of the functional unit; u = 1 ÷ k. A 25,000 h functional unit served by a 50,000 h lamp: k = 2, u = 0.5;
 * by a 1,000 h lamp: k = 0.04, u = 25. Years of use scale with the service delivered, so they never count in whole pieces.
 *
 * @returns `null` after reporting a contradiction; holes stay `null` inside the chain until a line needs them
 */
export function serviceChain(context: Context, unit: FunctionalUnit, stated: StatedService): ServiceChain | null {
  if (!positive(context, stated)) return null;
  const derived = stated.service ? fromService(context, unit, stated, stated.service) : NOTHING;
  if (derived === null) return null;
  const typed = stated.functionalUnitsPerUnit ? fromTyped(context, unit, stated.functionalUnitsPerUnit) : NOTHING;
  const both = complete(context, typed, stated.years);
  const other = complete(context, derived, stated.years);
  for (const span of ['lifetime', 'annual'] as const) {
    const [a, b] = [both[span], other[span]];
    if (a && b && !agrees(a.value, b.value)) {
      return context.block(stated.row, serviceColumn(stated), 'service-contradicts', {
        typed: a.value.toString(),
        derived: b.value.toString(),
      });
    }
  }
  const chain = { lifetime: both.lifetime ?? other.lifetime, annual: both.annual ?? other.annual };
  return invert(context, unit, chain);
}

/** A unit that delivers nothing, or less, cannot be brought to a functional unit. */
function positive(context: Context, stated: StatedService): boolean {
  const values = [stated.functionalUnitsPerUnit, stated.service, stated.years].map((each) => each?.value);
  const found = values.find((value) => value?.lessThanOrEqualTo(0));
  if (found === undefined) return true;
  context.block(stated.row, serviceColumn(stated), 'service-positive', { found: found.toString() });
  return false;
}

interface Spans {
  readonly lifetime: Traced | null;
  readonly annual: Traced | null;
}

const NOTHING: Spans = { lifetime: null, annual: null };

const serviceColumn = (stated: StatedService) =>
  stated.row?.table === 'KmcCase' ? 'value' : stated.row?.table === 'KmcMix' ? 'service' : 'functionalUnitsPerUnit';

function fromTyped(context: Context, unit: FunctionalUnit, k: Stated): Spans {
  const traced = context.trace.step('input', k.value, '1', [k.cell], 'k');
  return { ...NOTHING, [unit.timeSense]: traced };
}

/** The service's unit says whether it is of a whole life (`h`) or of one year (`h/年`). */
function fromService(context: Context, unit: FunctionalUnit, stated: StatedService, service: Stated): Spans | null {
  const parsed = stated.serviceUnit === null ? null : parseUnit(stated.serviceUnit);
  const year = parseUnit('年');
  if (!parsed?.ok || !year.ok) {
    return context.block(stated.row, serviceColumn(stated), 'service-unit-missing', { unit: unit.unit.text });
  }
  const perLife = conversionFactor(parsed.value, unit.unit);
  const perYear = conversionFactor(parsed.value, divideUnits(unit.unit, year.value));
  if (!perLife.ok && !perYear.ok) {
    return context.block(stated.row, serviceColumn(stated), 'service-unit', {
      found: parsed.value.text,
      expected: unit.unit.text,
    });
  }
  const factor = perLife.ok ? perLife.value : perYear.ok ? perYear.value : new Decimal(NaN);
  const traced = context.trace.step(
    'service-to-functional-units',
    service.value.times(factor).dividedBy(unit.quantity.value),
    perLife.ok ? '1' : '1/年',
    [service.cell, unit.quantity.cell],
  );
  return { ...NOTHING, [perLife.ok ? 'lifetime' : 'annual']: traced };
}

function complete(context: Context, spans: Spans, years: Years | null): Spans {
  if (years === null) return spans;
  const { lifetime, annual } = spans;
  if (lifetime && !annual) {
    const value = lifetime.value.dividedBy(years.value);
    return { lifetime, annual: context.trace.step('annual-functional-units', value, '1/年', [lifetime, years.source]) };
  }
  if (annual && !lifetime) {
    const value = annual.value.times(years.value);
    return { annual, lifetime: context.trace.step('lifetime-functional-units', value, '1', [annual, years.source]) };
  }
  return spans;
}

function invert(context: Context, unit: FunctionalUnit, spans: Spans): ServiceChain {
  const { annual } = spans;
  const one = new Decimal(1);
  const yearsPerFunctionalUnit =
    annual && context.trace.step('units-per-functional-unit', one.dividedBy(annual.value), '年', [annual]);
  if (!spans.lifetime) return { ...spans, unitsPerFunctionalUnit: null, yearsPerFunctionalUnit };
  const pieces = one.dividedBy(spans.lifetime.value);
  const fractional = context.trace.step('units-per-functional-unit', pieces, '1', [spans.lifetime]);
  if (unit.replacement === 'fractional' || pieces.lessThanOrEqualTo(1)) {
    return { ...spans, unitsPerFunctionalUnit: fractional, yearsPerFunctionalUnit };
  }
  const whole = context.trace.step('whole-replacement', pieces.ceil(), '1', [fractional]);
  const lifetime = context.trace.step('whole-replacement', one.dividedBy(whole.value), '1', [whole]);
  const scaled = annual && annual.value.times(lifetime.value).dividedBy(spans.lifetime.value);
  return {
    lifetime,
    annual: annual && scaled && context.trace.step('whole-replacement', scaled, '1/年', [annual, lifetime]),
    unitsPerFunctionalUnit: whole,
    yearsPerFunctionalUnit,
  };
}
