import { convert } from '../../../src/core/quantity/convert';
import { COUNT_GROUPS } from '../../../src/core/quantity/countTable';
import { Decimal } from '../../../src/core/quantity/decimal';
import { sameDimension } from '../../../src/core/quantity/dimension';
import { SYMBOL_GROUPS } from '../../../src/core/quantity/symbolTable';
import { unit, valueOf } from './units';

/**
 * One of the first is this many of the second. Literals from:
 * SI  – BIPM, The International System of Units, 9th edition, tables 3 and 4 (prefixes in table 7), table 8 (min, h, d, ha, L, t)
 * NIST – NIST Special Publication 811 (2008), Appendix B.8 and footnotes
 * JP  – 計量単位令 (calorie 4.184 J); the former 計量法 4.18605 J
 * IEA – Energy Statistics Manual: toe 41.868 GJ, tce 29.3076 GJ (7 Gcal IT)
 * IEC – IEC 80000-13 (byte, binary prefixes)
 */
const EXPECTED: readonly (readonly [from: string, figure: string, to: string, source: string])[] = [
  ['kg', '1000', 'g', 'SI'],
  ['t', '1000', 'kg', 'SI'],
  ['g', '1000', 'mg', 'SI'],
  ['mg', '1000', 'μg', 'SI'],
  ['μg', '0.000001', 'g', 'SI'],
  ['kt', '1000', 't', 'SI'],
  ['Mt', '1000000', 't', 'SI'],
  ['Mg', '1', 't', 'SI'],
  ['Gg', '1000', 't', 'SI'],
  ['Tg', '1000000', 't', 'SI'],
  ['lb', '453.59237', 'g', 'NIST footnote 23'],
  ['short ton', '2000', 'lb', 'NIST: ton, short (2000 lb)'],
  ['long ton', '2240', 'lb', 'NIST: ton, long (2240 lb)'],

  ['kWh', '3.6', 'MJ', 'SI'],
  ['Wh', '3.6', 'kJ', 'SI'],
  ['MWh', '3.6', 'GJ', 'SI'],
  ['GWh', '3.6', 'TJ', 'SI'],
  ['TWh', '3.6', 'PJ', 'SI'],
  ['J', '0.001', 'kJ', 'SI'],
  ['kJ', '1000', 'J', 'SI'],
  ['MJ', '1000', 'kJ', 'SI'],
  ['GJ', '1000', 'MJ', 'SI'],
  ['TJ', '1000', 'GJ', 'SI'],
  ['PJ', '1000', 'TJ', 'SI'],
  ['kcal_th', '4.184', 'kJ', 'JP'],
  ['cal_th', '4.184', 'J', 'NIST'],
  ['Mcal_th', '4.184', 'MJ', 'JP'],
  ['Gcal_th', '4.184', 'GJ', 'JP'],
  ['kcal_IT', '4.1868', 'kJ', 'NIST'],
  ['cal_IT', '4.1868', 'J', 'NIST'],
  ['Mcal_IT', '4.1868', 'MJ', 'NIST'],
  ['Gcal_IT', '4.1868', 'GJ', 'NIST'],
  ['kcal_15', '4.1855', 'kJ', 'CIPM 1950'],
  ['cal_15', '4.1855', 'J', 'CIPM 1950'],
  ['Mcal_15', '4.1855', 'MJ', 'CIPM 1950'],
  ['Gcal_15', '4.1855', 'GJ', 'CIPM 1950'],
  ['kcal_旧計量法', '4.18605', 'kJ', 'JP'],
  ['cal_旧計量法', '4.18605', 'J', 'JP'],
  ['Mcal_旧計量法', '4.18605', 'MJ', 'JP'],
  ['Gcal_旧計量法', '4.18605', 'GJ', 'JP'],
  ['Btu', '1055.05585262', 'J', 'NIST: Btu IT'],
  ['MMBtu', '1.05505585262', 'GJ', 'NIST: Btu IT'],
  ['therm(US)', '105.4804', 'MJ', 'NIST: therm (U.S.)'],
  ['therm(EC)', '100000', 'Btu', 'NIST footnote 25: 100 000 Btu IT'],
  ['toe', '10', 'Gcal_IT', 'IEA'],
  ['ktoe', '41.868', 'TJ', 'IEA'],
  ['Mtoe', '41.868', 'PJ', 'IEA'],
  ['tce', '7', 'Gcal_IT', 'IEA'],

  ['kW', '1000', 'W', 'SI'],
  ['W', '1', 'J/s', 'SI'],
  ['mW', '0.001', 'W', 'SI'],
  ['MW', '1000', 'kW', 'SI'],
  ['GW', '1000000', 'kW', 'SI'],

  ['m3', '1000', 'L', 'SI'],
  ['L', '1', 'dm3', 'SI'],
  ['mL', '1', 'cm3', 'SI'],
  ['kL', '1', 'm3', 'SI'],
  ['ML', '1000', 'm3', 'SI'],
  ['dm3', '0.001', 'm3', 'SI'],
  ['cm3', '0.001', 'L', 'SI'],
  ['US gal', '3.785411784', 'L', 'NIST: 231 cubic inches of 16.387064 mL'],
  ['UK gal', '4.54609', 'L', 'NIST'],
  ['bbl', '42', 'US gal', 'NIST: barrel, 42 U.S. gallons'],
  ['ft3', '28.316846592', 'L', 'foot of 0.3048 m, cubed by hand'],
  ['Nm3', '0.001', '千Nm3', 'prefix'],
  ['m3(SATP)', '0.001', '千m3(SATP)', 'prefix'],
  ['Sm3', '0.001', '千Sm3', 'prefix'],
  ['scf', '28.316846592', 'L(60F)', 'foot of 0.3048 m, cubed by hand'],

  ['km', '1000', 'm', 'SI'],
  ['m', '100', 'cm', 'SI'],
  ['cm', '10', 'mm', 'SI'],
  ['mm', '0.001', 'm', 'SI'],
  ['mile', '1609.344', 'm', 'NIST'],
  ['nautical mile', '1852', 'm', 'NIST'],
  ['m2', '10000', 'cm2', 'SI'],
  ['cm2', '0.0001', 'm2', 'SI'],
  ['km2', '100', 'ha', 'SI'],
  ['ha', '10000', 'm2', 'SI'],

  ['h', '3600', 's', 'SI'],
  ['min', '60', 's', 'SI'],
  ['s', '1', 'J/W', 'SI'],
  ['日', '1', 'day', 'translation'],
  ['day', '1', '日', 'translation'],
  ['週', '7', '日', 'ISO 8601'],
  ['week', '7', 'day', 'ISO 8601'],
  ['年', '12', '月', 'calendar'],
  ['year', '4', 'quarter', 'calendar'],
  ['四半期', '3', 'か月', 'calendar'],
  ['quarter', '3', 'month', 'calendar'],
  ['月', '1', 'month', 'translation'],
  ['month', '1', '月', 'translation'],

  ['tkm', '1', 't·km', 'product'],
  ['ktkm', '1000', 'tkm', 'prefix'],
  ['pkm', '1', '人·km', 'product'],
  ['人', '1', 'person', 'translation'],
  ['person', '1', '人', 'translation'],
  ['人日', '1', '人·日', 'product'],
  ['人時', '1', '人·h', 'product'],
  ['人年', '1', '人·年', 'product'],
  ['人月', '1', '人·月', 'product'],
  ['泊', '1', 'night', 'translation'],
  ['night', '1', '泊', 'translation'],
  ['人泊', '1', '人·泊', 'product'],

  ['GB', '1000000000', 'B', 'IEC'],
  ['B', '8', 'bit', 'IEC'],
  ['kB', '1000', 'B', 'IEC'],
  ['MB', '1000', 'kB', 'IEC'],
  ['TB', '1000', 'GB', 'IEC'],
  ['PB', '1000', 'TB', 'IEC'],
  ['bit', '0.125', 'B', 'IEC'],
  ['kbit', '1000', 'bit', 'IEC'],
  ['Mbit', '1000', 'kbit', 'IEC'],
  ['Gbit', '1000', 'Mbit', 'IEC'],
  ['Tbit', '1000', 'Gbit', 'IEC'],
  ['KiB', '1024', 'B', 'IEC'],
  ['MiB', '1024', 'KiB', 'IEC'],
  ['GiB', '1073741824', 'B', 'IEC'],
  ['TiB', '1024', 'GiB', 'IEC'],

  ['円', '0.000001', '百万円', 'prefix'],
  ['JPY', '1', '円', 'translation'],
  ['-', '100', '%', 'SI: 1 % is 0.01'],
  ['%', '10000', 'ppm', 'hand'],
  ['ppm', '0.0001', '%', 'hand'],
];

test.each(EXPECTED)('1 %s = %s %s (%s)', (from, figure, to) => {
  expect(valueOf(convert(new Decimal(1), unit(from), unit(to))).toString()).toBe(new Decimal(figure).toString());
});

test('every unit of the table has an independent figure', () => {
  const covered = new Set(EXPECTED.map(([from]) => from));
  const listed = SYMBOL_GROUPS.flatMap(({ rows }) => rows.map(([text]) => text));
  expect(listed.filter((text) => !covered.has(text))).toEqual([]);
});

test('a unit of the table stands under its dimension', () => {
  for (const { dimension, rows } of [...SYMBOL_GROUPS, ...COUNT_GROUPS]) {
    for (const [text] of rows) expect([text, sameDimension(unit(text).dimension, dimension)]).toEqual([text, true]);
  }
});

describe('composed units', () => {
  // By the meaning of the prefixes and names; 1 kWh = 3.6 MJ (SI), 1 lb = 0.45359237 kg (NIST).
  test.each([
    ['t-CO2e', '1000', 'kg-CO2e'],
    ['g-CO2e', '0.001', 'kg-CO2e'],
    ['Mt-CO2e', '1000000', 't-CO2e'],
    ['万t-CO2e', '10000', 't-CO2e'],
    ['lb-CO2', '0.45359237', 'kg-CO2'],
    ['t-CH4', '1000', 'kg-CH4'],
    ['g-N2O', '0.001', 'kg-N2O'],
    ['t-C', '1000', 'kg-C'],
    ['千m3', '1000', 'm3'],
    ['million litres', '1000', 'm3'],
    ['千m3(SATP)', '1000', 'm3@25C'],
    ['千Nm3', '1000', 'm3N'],
    ['千円', '1000', '円'],
    ['百万円2015', '1000', '千円（2015年）'],
    ['億円', '100', '百万円'],
    ['兆円', '10000', '億円'],
    ['billion JPY', '1', '十億円'],
    ['千万円', '10', '百万円'],
    ['kWh(HHV)', '3.6', 'MJ (Gross CV)'],
    ['TJ(LHV)', '1000', 'GJ (NCV)'],
    ['kg-CO2e/kWh', '1000', 'g-CO2e/kWh'],
    ['t-CO2/千m3', '1', 'kg-CO2/m3'],
    ['TJ/Gg', '1', 'MJ/kg'],
    ['GJ/t', '1', 'MJ/kg'],
    ['t/週', '1000', 'kg/week'],
    ['kWh/年', '0.25', 'kWh/四半期'],
  ])('1 %s = %s %s', (from, figure, to) => {
    expect(valueOf(convert(new Decimal(1), unit(from), unit(to))).toString()).toBe(figure);
  });

  test.each(COUNT_GROUPS.map(({ rows }) => [rows[0]![0], rows[1]![0]]))('1 %s = 1 %s', (ja, en) => {
    expect(valueOf(convert(new Decimal(1), unit(ja), unit(en))).toString()).toBe('1');
  });
});
