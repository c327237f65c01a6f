import { conversionFactor } from '../../../src/core/quantity/convert';
import { Decimal } from '../../../src/core/quantity/decimal';
import type { SymbolRow } from '../../../src/core/quantity/symbolRow';
import { SYMBOL_GROUPS } from '../../../src/core/quantity/symbolTable';
import { unit, valueOf } from './units';

/**
 * What one unit is in SI, with the digits printed in NIST Special Publication 811 (2008), Appendices B.8 and B.9. Ours must round to
 * what is printed there. `exact`: printed bold, so that no further digit follows.
 */
const NIST: readonly (readonly [string, string, string, 'exact' | 'rounded'])[] = [
  ['kWh', '3.6e6', 'J', 'exact'],
  ['Wh', '3.6e3', 'J', 'exact'],
  ['cal_th', '4.184', 'J', 'exact'],
  ['kcal_th', '4.184e3', 'J', 'exact'],
  ['cal_IT', '4.1868', 'J', 'exact'],
  ['kcal_IT', '4.1868e3', 'J', 'exact'],
  ['Btu', '1.055056e3', 'J', 'rounded'],
  ['therm(EC)', '1.05506e8', 'J', 'rounded'],
  ['therm(US)', '1.054804e8', 'J', 'exact'],
  ['t', '1e3', 'kg', 'exact'],
  ['lb', '0.4535924', 'kg', 'rounded'],
  ['short ton', '9.071847e2', 'kg', 'rounded'],
  ['long ton', '1.016047e3', 'kg', 'rounded'],
  ['L', '1e-3', 'm3', 'exact'],
  ['US gal', '3.785412e-3', 'm3', 'rounded'],
  ['UK gal', '4.54609e-3', 'm3', 'exact'],
  ['bbl', '0.1589873', 'm3', 'rounded'],
  ['ft3', '2.831685e-2', 'm3', 'rounded'],
  ['mile', '1.609344e3', 'm', 'exact'],
  ['nautical mile', '1.852e3', 'm', 'exact'],
  ['ha', '1e4', 'm2', 'exact'],
  ['h', '3.6e3', 's', 'exact'],
  ['min', '60', 's', 'exact'],
];

/** Powers of ten of the SI prefixes (BIPM, The International System of Units, 9th edition 2019, Table 7). */
const PREFIXES: Readonly<Record<string, string>> = {
  μ: '1e-6',
  m: '1e-3',
  c: '1e-2',
  d: '1e-1',
  k: '1e3',
  M: '1e6',
  G: '1e9',
  T: '1e12',
  P: '1e15',
};

/** Not in NIST SP 811: energy statistics (IEA, Energy Statistics Manual, 2004, Annex 3) and calories of other definitions. */
const OTHERS: readonly (readonly [string, string, string])[] = [
  ['toe', '41.868', 'GJ'],
  ['tce', '29.3076', 'GJ'],
];

const factor = (from: string, to: string): Decimal => valueOf(conversionFactor(unit(from), unit(to)));

test.each(NIST)('%s is %s %s (NIST SP 811, %s)', (from, printed, to, kind) => {
  const expected = new Decimal(printed);
  const ours = factor(from, to);
  expect((kind === 'exact' ? ours : ours.toSignificantDigits(expected.precision())).toString()).toBe(
    expected.toString(),
  );
});

test.each(OTHERS)('%s is %s %s (IEA)', (from, printed, to) => {
  expect(factor(from, to).toString()).toBe(printed);
});

/** CIPM 1950 gives 4.1855 J with an uncertainty of 0.0005 J; NIST SP 811 prints 4.185 80 for the same calorie. */
test('the 15 °C calorie lies within the stated uncertainty of the figure that NIST prints', () => {
  expect(factor('cal_15', 'J').minus('4.1858').abs().lessThanOrEqualTo('0.0005')).toBe(true);
});

const BASES = ['J', 'Wh', 'W', 'g', 't', 'L', 'm', 'cal_th', 'cal_IT', 'cal_15', 'cal_旧計量法', 'toe'];
const POWERS: Readonly<Record<string, readonly [string, number]>> = { m2: ['m', 2], m3: ['m', 3] };

/** Base unit and power of ten of a prefixed name, e.g. `GJ`, `km2`. */
function prefixed(name: string): readonly [string, Decimal] | null {
  const power = PREFIXES[name[0]!];
  const rest = name.slice(1);
  if (power === undefined) return null;
  const raised = POWERS[rest];
  if (raised) return [rest, new Decimal(power).toPower(raised[1])];
  return BASES.includes(rest) ? [rest, new Decimal(power)] : null;
}

const SI_DIMENSIONS = ['mass', 'energy', 'volume', 'length', 'area', 'time'];
const symbols = SYMBOL_GROUPS.filter(
  ({ dimension }) =>
    Object.keys(dimension).every((base) => SI_DIMENSIONS.includes(base)) && Object.keys(dimension).length > 0,
).flatMap(({ rows }) => rows.map(([name]: SymbolRow) => name));

const prefixedNames = symbols.filter((name) => prefixed(name) !== null);

test.each(prefixedNames)('%s has the power of ten of its prefix', (name) => {
  const [base, power] = prefixed(name)!;
  expect(factor(name, base).toString()).toBe(power.toString());
});

test('no unit of energy, power, mass, volume, length, area and time is left unchecked', () => {
  const known = new Set([...NIST.map(([name]) => name), ...OTHERS.map(([name]) => name), ...prefixedNames, 'cal_15']);
  const own = {
    // Base units, to which the others are compared.
    base: ['kg', 'g', 'J', 'W', 'm', 'm2', 'm3', 's'],
    // A million British thermal units; the products of two units that stand in the tables; the old law of Japan.
    compound: ['MMBtu', 'tkm', 'ktkm', 'cal_旧計量法'],
  };
  expect(
    symbols.filter((name) => !known.has(name) && !own.base.includes(name) && !own.compound.includes(name)),
  ).toEqual([]);
  expect(factor('MMBtu', 'Btu').toString()).toBe('1000000');
  expect(factor('tkm', 'kg·km').toString()).toBe('1000');
  expect(factor('ktkm', 'tkm').toString()).toBe('1000');
});
