import type { Factor } from '../case/types';
import { parseUnit } from '../quantity/parseUnit';
import { attributesOf } from './attributes';
import { readSpread } from './spread';
import type { TableRow } from './tableRow';

const SPREAD = ['distribution', 'low', 'high'];
const OWN = ['id', 'value', 'unit', ...SPREAD];

export function readFactor(row: TableRow): Factor {
  const value = row.number('value');
  const unit = factorUnit(row);
  const { distribution, low, high } = readSpread(row);
  const spread = { distribution, low: low?.toString() ?? null, high: high?.toString() ?? null };
  return { ref: row.ref, value, unit, attributes: { ...attributesOf(row, OWN), ...spread } };
}

/** A factor is an emission per something else; `kg-CO2e` alone does not say of what. */
function factorUnit(row: TableRow): string | null {
  const text = row.text('unit');
  const unit = text === null ? null : parseUnit(text);
  if (!unit?.ok) return null;
  const { emission, ...others } = unit.value.dimension;
  if (emission === 1 && Object.keys(others).length > 0) return text;
  return row.refuse('unit', 'block', 'not-an-emission-factor', { found: text! });
}
