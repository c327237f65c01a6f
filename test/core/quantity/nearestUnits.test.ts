import { nearestUnits } from '../../../src/core/quantity/nearestUnits';
import { unit } from './units';

test.each([
  ['kWhh', 'kWh'],
  ['kw h', 'kWh'],
  ['kg-CO2ee', 'kg-CO2e'],
  ['t-C02', 't-CO2'], // zero for O
  ['tonnne', 't'],
  ['litters', 'L'],
  ['Nm2', 'Nm3'],
  ['mmBtuu', 'MMBtu'],
  ['ｋｍｈ', 'kWh'],
])('%s: first %s', (text, nearest) => expect(nearestUnits(text)[0]).toBe(nearest));

test('at most three, all known, none twice', () => {
  for (const text of ['x', 'kilogramme per hour', 'M', 'litters']) {
    const nearest = nearestUnits(text);
    expect(nearest.length).toBeGreaterThan(0);
    expect(nearest.length).toBeLessThanOrEqual(3);
    expect(new Set(nearest).size).toBe(nearest.length);
    for (const known of nearest) expect(unit(known).text).toBe(known);
  }
});

test('nothing is near that has no letter in common', () => {
  expect(nearestUnits('見積り')).toEqual([]);
  expect(nearestUnits('')).toEqual([]);
});

test.each([
  ['杯', 'cups'],
  ['食', 'meals'],
  ['席', 'seat'],
])('what services count: %s', (ja, en) => expect(unit(ja).dimension).toEqual(unit(en).dimension));
