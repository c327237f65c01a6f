import { raiseParts, type Unit, unitOf } from './unit';

/** @returns the product, cancelled: kW · h/年 · 年 is kW·h; the pure number `-` for none */
export function multiplyUnits(units: readonly Unit[]): Unit {
  return unitOf(units.flatMap((unit) => unit.parts));
}

/** @returns a / b, cancelled */
export function divideUnits(a: Unit, b: Unit): Unit {
  return unitOf([...a.parts, ...raiseParts(b.parts, -1)]);
}
