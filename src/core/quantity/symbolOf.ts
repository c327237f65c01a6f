import { Decimal } from './decimal';
import { type Dimension, DIMENSIONLESS, EMISSION, sameDimension } from './dimension';
import { AMBIGUOUS, foldedSymbol, SYMBOLS } from './symbolIndex';
import type { UnitSymbol } from './unit';
import { tagOf } from './unitTags';

/** What a text without operators means, or which units it may mean (none: unknown). */
export type SymbolReading = UnitSymbol | { readonly possible: readonly string[] };

export const isSymbol = (reading: SymbolReading): reading is UnitSymbol => 'factor' in reading;

const SCALES: readonly (readonly [string, string])[] = [
  ['千万', '10000000'],
  ['百万', '1000000'],
  ['十億', '1000000000'],
  ['千', '1000'],
  ['万', '10000'],
  ['億', '100000000'],
  ['兆', '1000000000000'],
  ['thousand ', '1000'],
  ['million ', '1000000'],
  ['billion ', '1000000000'],
];

const CO2 = /^(.+?)[ _-]?\(?CO2[ -]?(e|eq|eqv|equiv|equivalent|換算|相当)?\)?$/i;
const CARBON = /^(.+?)[ _-]?C$/;
const GAS =
  /^(.+?)[ _-]?(?:(CH4|N2O|SF6|NF3|CF4|C2F6|C3F8|C4F8)|(H?CFC|HFC|PFC|HFO|HCFO|HFE|R)-?(\d[0-9a-z-]*(?:\([ez]\))?))$/i;
const PRICE_YEAR = /^(円|JPY|yen|¥) ?(?:\(((?:19|20)\d{2})年?(?:価格)?\)|((?:19|20)\d{2}))$/;
const TAGGED = /^(.+?) ?(?:\(([^()]+)\)|@(.+))$/;

/** Gas volumes that have a name of their own. */
const USUAL_STATES: ReadonlyMap<string, string> = new Map([
  ['m3(N)', 'Nm3'],
  ['m3(15C)', 'Sm3'],
]);

/** @param text normalised, without operators */
export function symbolOf(text: string): SymbolReading {
  return unscaledSymbol(text) ?? scaled(text) ?? byLetterCase(text);
}

function unscaledSymbol(text: string): SymbolReading | null {
  const exact = SYMBOLS.get(text);
  if (exact) return exact;
  const possible = AMBIGUOUS.get(text);
  return possible ? { possible } : (substance(text) ?? tagged(text) ?? priceYear(text) ?? powerOfTen(text));
}

function byLetterCase(text: string): SymbolReading {
  const { certain, possible } = foldedSymbol(text);
  return certain ?? { possible };
}

/** A mass of something that is not plain mass: emission, carbon, a gas. */
function substance(text: string): SymbolReading | null {
  const co2 = CO2.exec(text);
  if (co2) return massOf(co2[1]!, co2[2] ? 'CO2e' : 'CO2', EMISSION, !co2[2]);
  const gas = GAS.exec(text);
  if (gas) {
    const name = gas[2]?.toUpperCase() ?? refrigerantName(gas[3]!.toUpperCase(), gas[4]!);
    return massOf(gas[1]!, name, { [`gas:${name}`]: 1 }, false);
  }
  const carbon = CARBON.exec(text);
  return carbon && massOf(carbon[1]!, 'C', { carbon: 1 }, false);
}

/** HFC-134a, HFO-1234ze(E); in the R series blends (R-400s, R-500s) take a capital, pure substances a small letter. */
function refrigerantName(series: string, number: string): string {
  const blend = series === 'R' && /^[45]\d\d/.test(number);
  const small = number.toLowerCase().replace(/\((.)\)$/, (bracket) => bracket.toUpperCase());
  return `${series}-${blend ? number.toUpperCase() : small}`;
}

function massOf(massText: string, name: string, dimension: Dimension, co2Only: boolean): SymbolReading | null {
  const mass = symbolOf(massText);
  if (!isSymbol(mass)) return mass.possible.length > 0 ? { possible: mass.possible.map((m) => `${m}-${name}`) } : null;
  if (!sameDimension(mass.dimension, { mass: 1 })) return null;
  return { text: `${mass.text}-${name}`, factor: mass.factor, dimension, co2Only };
}

function tagged(text: string): SymbolReading | null {
  const match = TAGGED.exec(text);
  const tag = match && tagOf(match[2] ?? match[3]!);
  if (!tag) return null;
  const [name, plain, marked] = tag;
  const unit = symbolOf(match[1]!);
  if (!isSymbol(unit) || !sameDimension(unit.dimension, { [plain]: 1 })) return null;
  const usual = USUAL_STATES.get(`${unit.text}(${name})`);
  return usual ? SYMBOLS.get(usual)! : { ...unit, text: `${unit.text}(${name})`, dimension: { [marked]: 1 } };
}

function priceYear(text: string): UnitSymbol | null {
  const match = PRICE_YEAR.exec(text);
  const year = match?.[2] ?? match?.[3];
  if (!year) return null;
  return { text: `円${year}`, factor: new Decimal(1), dimension: { [`money:${year}`]: 1 }, co2Only: false };
}

function powerOfTen(text: string): UnitSymbol | null {
  const digits = text.replaceAll(',', '');
  return /^10+$/.test(digits) && /^(?:10+|1(?:,000)+)$/.test(text)
    ? { text: digits, factor: new Decimal(digits), dimension: {}, co2Only: false }
    : null;
}

/** 千m3, 百万円2015, million litres; one scale only, and never on a pure number. */
function scaled(text: string): SymbolReading | null {
  const scale = SCALES.find(([prefix]) => text.toLowerCase().startsWith(prefix));
  if (!scale) return null;
  const [prefix, times] = scale;
  const rest = text.slice(prefix.length).trim();
  const unit = unscaledSymbol(rest) ?? byLetterCase(rest);
  if (!isSymbol(unit)) return unit;
  if (sameDimension(unit.dimension, DIMENSIONLESS)) return null;
  return { ...unit, text: prefix + unit.text, factor: unit.factor.times(times) };
}
