import { normaliseText } from './normalise';
import { Decimal } from './decimal';
import { combineDimensions, type Dimension, EMISSION, sameDimension } from './dimension';
import { AMBIGUOUS, foldedSymbol, SYMBOLS } from './symbolIndex';
import type { UnitSymbol } from './unit';

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
  /^(.+?)[ _-]?(CH4|N2O|SF6|NF3|CF4|C2F6|C3F8|C4F8|(?:HFC|PFC|HFO|HCFC|HCFO|CFC|HFE|R)-?\d[0-9a-zA-Z-]*(?:\([EZ]\))?)$/;
const PRICE_YEAR = /^(円|JPY|yen|¥) ?(?:\(((?:19|20)\d{2})年?(?:価格)?\)|((?:19|20)\d{2}))$/;
const TAGGED = /^(.+?) ?(?:\(([^()]+)\)|@(.+))$/;

/** Heat basis and gas state as they are written after a unit; keys in lower case without spaces and stops. */
const TAGS: Readonly<Record<string, readonly [tag: string, plain: string, tagged: string]>> = Object.fromEntries([
  ...['hhv', 'gcv', 'grosscv', 'gross', '高位', '高位発熱量', '高位発熱量基準', '総発熱量', '総発熱量基準'].map(
    (key) => [key, ['HHV', 'energy', 'energy-gross']] as const,
  ),
  ...['lhv', 'ncv', 'netcv', 'net', '低位', '低位発熱量', '低位発熱量基準', '真発熱量', '真発熱量基準'].map(
    (key) => [key, ['LHV', 'energy', 'energy-net']] as const,
  ),
  ...['satp', '25c', '25°c', '標準環境状態'].map((key) => [key, ['SATP', 'volume', 'volume-25c']] as const),
  ...['n', 'ntp', '0c', '0°c', '標準状態'].map((key) => [key, ['N', 'volume', 'volume-0c']] as const),
  ...['15c', '15°c'].map((key) => [key, ['15C', 'volume', 'volume-15c']] as const),
  ...['60f', '60°f'].map((key) => [key, ['60F', 'volume', 'volume-60f']] as const),
]);

/** @param text normalised, without operators */
export function symbolOf(text: string): SymbolReading {
  const exact = SYMBOLS.get(text);
  if (exact) return exact;
  const ambiguous = AMBIGUOUS.get(text);
  if (ambiguous) return { possible: ambiguous };
  for (const read of [substance, tagged, priceYear, powerOfTen, scaled]) {
    const reading = read(text);
    if (reading) return reading;
  }
  const { certain, possible } = foldedSymbol(text);
  return certain ?? { possible };
}

/** A mass of something that is not plain mass: emission, carbon, a gas. */
function substance(text: string): SymbolReading | null {
  const co2 = CO2.exec(text);
  if (co2) return massOf(co2[1]!, co2[2] ? 'CO2e' : 'CO2', EMISSION, !co2[2]);
  const gas = GAS.exec(text);
  if (gas) return massOf(gas[1]!, gas[2]!, { [`gas:${gas[2]!.toUpperCase().replaceAll('-', '')}`]: 1 }, false);
  const carbon = CARBON.exec(text);
  return carbon && massOf(carbon[1]!, 'C', { carbon: 1 }, false);
}

function massOf(massText: string, name: string, dimension: Dimension, co2Only: boolean): SymbolReading | null {
  const mass = symbolOf(massText);
  if (!isSymbol(mass)) return mass.possible.length > 0 ? { possible: mass.possible.map((m) => `${m}-${name}`) } : null;
  if (!sameDimension(mass.dimension, { mass: 1 })) return null;
  return { text: `${mass.text}-${name}`, factor: mass.factor, dimension, co2Only };
}

function tagged(text: string): SymbolReading | null {
  const match = TAGGED.exec(text);
  const tag =
    match &&
    TAGS[
      normaliseText(match[2] ?? match[3]!)
        .toLowerCase()
        .replaceAll(/[ .]/g, '')
    ];
  if (!tag) return null;
  const [name, plain, marked] = tag;
  const unit = symbolOf(match[1]!);
  if (!isSymbol(unit) || !sameDimension(unit.dimension, { [plain]: 1 })) return null;
  const known = SYMBOLS.get(
    name === 'N' && unit.text === 'm3' ? 'Nm3' : name === '15C' && unit.text === 'm3' ? 'Sm3' : '',
  );
  return known ?? { ...unit, text: `${unit.text}(${name})`, dimension: { [marked]: 1 } };
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

function scaled(text: string): SymbolReading | null {
  const scale = SCALES.find(([prefix]) => text.toLowerCase().startsWith(prefix));
  if (!scale) return null;
  const [prefix, times] = scale;
  const rest = symbolOf(text.slice(prefix.length).trim());
  if (!isSymbol(rest)) return rest;
  const dimension = combineDimensions(rest.dimension, {});
  return { ...rest, text: prefix + rest.text, factor: rest.factor.times(times), dimension };
}
