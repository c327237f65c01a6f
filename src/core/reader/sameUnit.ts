import { sameDimension } from '../quantity/dimension';
import { parseUnit } from '../quantity/parseUnit';

/** @returns whether two unit texts mean the same unit, however they are spelled; a text that is no unit equals none but itself */
export function sameUnit(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [parseUnit(a), parseUnit(b)];
  if (!one.ok || !other.ok) return false;
  const sameSize = one.value.factor.equals(other.value.factor) && one.value.co2Only === other.value.co2Only;
  return sameSize && sameDimension(one.value.dimension, other.value.dimension);
}
