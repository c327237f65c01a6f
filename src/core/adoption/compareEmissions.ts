import type { InventoryLine } from '../case/types';
import { type Decimal, decimalOfDouble } from '../quantity/decimal';
import { convert } from '../quantity/convert';
import { emissionRatio } from '../quantity/emissionRatio';
import { parseUnit } from '../quantity/parseUnit';
import type { Unit } from '../quantity/unit';
import type { CellRef } from '../workbook/cell';
import type { BoundAdoption } from './bindAdoption';
import { headerParts } from './headerText';

/** A line whose emission in the user's sheet is not amount × factor. */
export interface EmissionDifference {
  readonly cell: CellRef;
  /** As it stands in the sheet. */
  readonly found: Decimal;
  /** Amount × factor, in `unit`. */
  readonly calculated: Decimal;
  readonly unit: string;
}

/** Figures in a form are rounded: half a per cent is no difference. */
const TOLERANCE = 0.005;
/** What an emission without a unit may be in. */
const USUAL = ['kg-CO2e', 't-CO2e', 'g-CO2e'];

/**
 * Compares the emission the user's sheet shows with amount × factor of the lines as they are read: where they differ, the mapping or the
 * sheet is wrong. Nothing is read from the emissions themselves.
 * @param lines as read from the adoption
 */
export function compareEmissions(
  { placed, sheet }: BoundAdoption,
  lines: readonly InventoryLine[],
): readonly EmissionDifference[] {
  const column = placed.find(({ spec }) => spec.key === 'emission');
  if (!column) return [];
  const stated = headerParts(column.adopted.header).unit;
  const units = unitsOf(stated?.text ?? null);
  return lines.flatMap((line) => {
    const { row } = line.ref;
    const value = sheet.value(row, column.column);
    const emission = emissionOf(line);
    if (typeof value !== 'number' || emission === null) return [];
    const found = decimalOfDouble(value);
    const calculated = units.flatMap((unit) => inUnit(emission, unit) ?? []);
    if (calculated.length === 0 || calculated.some((one) => isClose(found, one))) return [];
    return [
      {
        cell: { sheet: sheet.name, row, column: column.column },
        found,
        calculated: calculated[0]!,
        unit: units[0]!.text,
      },
    ];
  });
}

function unitsOf(stated: string | null): readonly Unit[] {
  return (stated === null ? USUAL : [stated]).flatMap((text) => {
    const unit = parseUnit(text);
    return unit.ok ? [unit.value] : [];
  });
}

/** kg-CO2e. */
function emissionOf({ amount, unit, factor, factorUnit }: InventoryLine): Decimal | null {
  if (amount === null || unit === null || factor === null || factorUnit === null) return null;
  const [own, factors] = [parseUnit(unit), parseUnit(factorUnit)];
  const ratio = own.ok && factors.ok ? emissionRatio(own.value, factors.value) : null;
  return ratio?.ok ? amount.times(ratio.value.ratio).times(factor) : null;
}

/** A column headed in CO2 is compared as CO2e: which gases a factor holds is the factor's own matter. */
function inUnit(emission: Decimal, unit: Unit): Decimal | null {
  const kilograms = parseUnit('kg-CO2e');
  const converted = kilograms.ok ? convert(emission, { ...kilograms.value, co2Only: unit.co2Only }, unit) : null;
  return converted?.ok ? converted.value : null;
}

const isClose = (found: Decimal, calculated: Decimal): boolean =>
  found.minus(calculated).abs().lessThanOrEqualTo(calculated.abs().times(TOLERANCE));
