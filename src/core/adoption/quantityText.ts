import type { Decimal } from '../quantity/decimal';
import { normaliseText } from '../quantity/normalise';
import { parseNumber } from '../quantity/parseNumber';
import { parseUnit } from '../quantity/parseUnit';
import { yearOf } from './years';

/** A number and the unit that stands with it in one cell. */
export interface QuantityText {
  readonly number: Decimal;
  readonly unit: string;
}

const NUMBER_AND_UNIT = /^([+-]?[\d.,]+(?:e[+-]?\d+)?)\s*(\p{L}.*)$/iu;

/** @returns number and unit of `12.5 kg`, `１２０ｋＷｈ`; `null` where either is not to be read for certain */
export function quantityIn(text: string): QuantityText | null {
  const match = yearOf(text) === null ? NUMBER_AND_UNIT.exec(normaliseText(text)) : null;
  const number = match && parseNumber(match[1]!);
  const unit = match && parseUnit(match[2]!);
  if (!number?.ok || !unit?.ok || Object.keys(unit.value.dimension).length === 0) return null;
  return { number: number.value, unit: match![2]! };
}

/** Columns that may state their unit in each cell, and the key the unit belongs to. */
export const UNIT_KEYS: Readonly<Record<string, string>> = { amount: 'unit', factor: 'factorUnit', value: 'unit' };
