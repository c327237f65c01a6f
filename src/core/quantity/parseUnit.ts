import { failure, message, type Outcome, success } from '../message';
import { nearestUnits } from './nearestUnits';
import { normaliseText } from './normalise';
import { isSymbol, symbolOf, type SymbolReading } from './symbolOf';
import { type Unit, unitOf, type UnitPart, type UnitSymbol } from './unit';
import { type UnitAtom, unitAtoms } from './unitGrammar';

const MOST_REMEMBERED = 4096;
/** Longer than any unit; a sentence in a unit cell is not worth taking apart. */
const MOST_CHARACTERS = 200;
/** A figure that slipped into a unit cell. */
const NUMBER = /^[\d,^]+$/;
const remembered = new Map<string, Outcome<Unit>>();

/**
 * Reads a unit: a name (`kWh`, `kg-CO2e`, `千m3(SATP)`, `円2015`), or names joined by `/` (also `per`), a product sign
 * (`·` `・` `*` `×` `.`), powers (`^2`, ²) and brackets. Full-width and compatibility characters count as their plain forms,
 * letter case is forgiven only where it decides nothing.
 * @returns the unit, or `quantity.blank-unit`, `quantity.unknown-unit` (with the nearest known ones), `quantity.ambiguous-unit`
 * (with what it may mean), `quantity.unit-syntax`, `quantity.unit-order`, `quantity.unit-too-long`
 */
export function parseUnit(text: string): Outcome<Unit> {
  const known = remembered.get(text);
  if (known) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const outcome = readUnit(text);
  remembered.set(text, outcome);
  return outcome;
}

function readUnit(text: string): Outcome<Unit> {
  const plain = normaliseText(superscriptsAsPowers(text));
  if (plain === '') return failure('quantity.blank-unit');
  if (plain.length > MOST_CHARACTERS)
    return failure('quantity.unit-too-long', { length: plain.length, most: MOST_CHARACTERS });
  const grammar = unitAtoms(plain);
  if (!grammar.ok) return failure(`quantity.${grammar.problem}`, { text });
  if (plain !== '1' && grammar.atoms.every((atom) => NUMBER.test(atom.text))) return notRead(text, plain, []);
  const parts: UnitPart[] = [];
  for (const atom of grammar.atoms) {
    const part = partOf(atom);
    if ('symbol' in part) parts.push(part);
    else return notRead(text, atom.text, part.possible);
  }
  return success(unitOf(parts));
}

/** NFKC would turn 10³ into 103; m² and m³ it reads rightly. */
function superscriptsAsPowers(text: string): string {
  return text
    .replace(/(?<=[mｍ])[²³](?![⁰¹²³⁴-⁹])/gi, (power) => power.normalize('NFKC'))
    .replace(/[⁺⁻]?[⁰¹²³⁴-⁹]+/g, (power) => `^${power.normalize('NFKC').replace('\u2212', '-')}`);
}

function partOf({ text, exponent }: UnitAtom): UnitPart | { readonly possible: readonly string[] } {
  const [name = '', power] = text.split('^');
  const whole = power === undefined ? null : readingOrNull(name + power);
  if (whole) return { symbol: whole, exponent };
  const reading: SymbolReading = symbolOf(name);
  return isSymbol(reading) ? { symbol: reading, exponent: exponent * Number(power ?? 1) } : reading;
}

/** m^3 is the unit m3; 10^3 is not the number 103. */
function readingOrNull(text: string): UnitSymbol | null {
  const reading = /^\d/.test(text) ? null : symbolOf(text);
  return reading && isSymbol(reading) ? reading : null;
}

function notRead(text: string, part: string, possible: readonly string[]): Outcome<never> {
  if (possible.length > 0) return failure('quantity.ambiguous-unit', { text, part, possible });
  const nearest = nearestUnits(part);
  return failure('quantity.unknown-unit', {
    ...{ text, part },
    nearest: nearest.length > 0 ? nearest : message('quantity.none-near'),
  });
}
