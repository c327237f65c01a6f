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
  for (const text of ['', 'x', '見積り', 'kilogramme per hour', 'M', 'litters']) {
    const nearest = nearestUnits(text);
    expect(nearest.length).toBe(3);
    expect(new Set(nearest).size).toBe(3);
    for (const known of nearest) expect(unit(known).text).toBe(known);
  }
});
