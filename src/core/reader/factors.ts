import type { Factor } from '../case/types';
import { parseUnit } from '../quantity/parseUnit';
import { attributesOf } from './attributes';
import type { TableRow } from './tableRow';

const OWN = ['id', 'value', 'unit'];

export function readFactor(row: TableRow): Factor {
  return { ref: row.ref, value: row.number('value'), unit: factorUnit(row), attributes: attributesOf(row, OWN) };
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
