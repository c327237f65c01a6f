/**
 * What a unit measures: exponents of base dimensions; an absent base has exponent 0, and {} is a pure number.
 *
 * A base stands apart wherever a silent conversion would be a trap: volume is not length³ (L/km is no area), gas volumes at different
 * states, heat on gross and net basis, money of different price years, counts with different labels, emissions, carbon and gas masses
 * against mass; hours, days and years, because a day of use (日, 人・日) need not have 24 hours nor a year 8,760.
 */
export type Dimension = Readonly<Record<string, number>>;

export const DIMENSIONLESS: Dimension = {};
export const EMISSION: Dimension = { emission: 1 };

/** @returns a · b^exponent */
export function combineDimensions(a: Dimension, b: Dimension, exponent = 1): Dimension {
  const product = new Map(Object.entries(a));
  for (const [base, power] of Object.entries(b)) product.set(base, (product.get(base) ?? 0) + power * exponent);
  return Object.fromEntries([...product].filter(([, power]) => power !== 0));
}

export function sameDimension(a: Dimension, b: Dimension): boolean {
  return Object.keys(combineDimensions(a, b, -1)).length === 0;
}
