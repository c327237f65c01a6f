import { Decimal } from './decimal';
import { combineDimensions, type Dimension, DIMENSIONLESS } from './dimension';

/** One named unit without operators: `kWh`, `千m3`, `kg-CO2e`. */
export interface UnitSymbol {
  readonly text: string;
  /** To base units, exact. */
  readonly factor: Decimal;
  readonly dimension: Dimension;
  readonly co2Only: boolean;
}

export interface UnitPart {
  readonly symbol: UnitSymbol;
  readonly exponent: number;
}

/** Made by `parseUnit`, `multiplyUnits` and `divideUnits` only. */
export interface Unit {
  /** Canonical spelling; `parseUnit` of it gives the same unit. */
  readonly text: string;
  /** To base units (kg, m, m2, m3, s, day, month, J, kg-CO2e, B, 円, 1), 40 digits. */
  readonly factor: Decimal;
  readonly dimension: Dimension;
  /** Its emission is CO2 alone, not CO2 equivalent. */
  readonly co2Only: boolean;
  /** What it is made of, so that a product cancels exactly. */
  readonly parts: readonly UnitPart[];
}

/** @returns the product of the parts; equal symbols are merged, cancelled ones dropped */
export function unitOf(parts: readonly UnitPart[]): Unit {
  const merged = mergeParts(parts);
  return {
    text: textOf(merged),
    factor: factorOf(merged),
    dimension: merged.reduce((d, part) => combineDimensions(d, part.symbol.dimension, part.exponent), DIMENSIONLESS),
    co2Only: isCo2Only(merged),
    parts: merged,
  };
}

export function raiseParts(parts: readonly UnitPart[], exponent: number): readonly UnitPart[] {
  return parts.map((part) => ({ ...part, exponent: part.exponent * exponent }));
}

function mergeParts(parts: readonly UnitPart[]): readonly UnitPart[] {
  const merged = new Map<string, UnitPart>();
  for (const { symbol, exponent } of parts) {
    const before = merged.get(symbol.text)?.exponent ?? 0;
    merged.set(symbol.text, { symbol, exponent: before + exponent });
  }
  return [...merged.values()].filter(({ symbol, exponent }) => exponent !== 0 && symbol.text !== '-');
}

/** Numerator and denominator apart, one division at the end: exact wherever 40 digits can be. */
function factorOf(parts: readonly UnitPart[]): Decimal {
  const product = (side: readonly UnitPart[]): Decimal =>
    side.reduce((p, { symbol, exponent }) => p.times(symbol.factor.toPower(Math.abs(exponent))), new Decimal(1));
  const above = parts.filter((part) => part.exponent > 0);
  const below = parts.filter((part) => part.exponent < 0);
  return product(above).dividedBy(product(below));
}

/** kg-CO2e/kg-CO2 times kg-CO2 is not CO2 alone, so the CO2 symbols must make up the whole emission. */
function isCo2Only(parts: readonly UnitPart[]): boolean {
  const emission = (list: readonly UnitPart[]): number =>
    list.reduce((n, { symbol, exponent }) => n + (symbol.dimension['emission'] ?? 0) * exponent, 0);
  return emission(parts) !== 0 && parts.every(({ symbol }) => symbol.co2Only || !symbol.dimension['emission']);
}

function textOf(parts: readonly UnitPart[]): string {
  const powers = (side: readonly UnitPart[]): string => side.map(powerText).join('·');
  const above = parts.filter((part) => part.exponent > 0);
  const below = parts.filter((part) => part.exponent < 0);
  const numerator = powers(above);
  if (below.length === 0) return numerator || '-';
  const denominator = powers(below);
  return `${numerator || '1'}/${denominator.includes('·') ? `(${denominator})` : denominator}`;
}

/** A length two or three times over is written out: m^2 is read as the area m2, which stands apart from it. */
function powerText({ symbol, exponent }: UnitPart): string {
  const power = Math.abs(exponent);
  if (power === 1) return symbol.text;
  if (power <= 3 && symbol.dimension['length']) return Array<string>(power).fill(symbol.text).join('·');
  return `${symbol.text}^${power}`;
}
