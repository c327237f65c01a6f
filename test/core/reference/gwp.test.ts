import { Decimal } from '../../../src/core/quantity/decimal';
import type { Assessment } from '../../../src/core/reference/factor';
import { gwp, gwpAlternatives, knownGases } from '../../../src/core/reference/gwp';

test.each<[string, Assessment, string]>([
  // IPCC AR4 WG1 Table 2.14
  ['CH4', 'AR4', '25'],
  ['N2O', 'AR4', '298'],
  ['SF6', 'AR4', '22800'],
  ['HFC-134a', 'AR4', '1430'],
  ['HFC-32', 'AR4', '675'],
  // IPCC AR5 WG1 Table 8.A.1, without climate–carbon feedbacks
  ['CO2', 'AR5', '1'],
  ['CH4', 'AR5', '28'],
  ['N2O', 'AR5', '265'],
  ['SF6', 'AR5', '23500'],
  ['NF3', 'AR5', '16100'],
  ['HFC-134a', 'AR5', '1300'],
  ['HCFC-22', 'AR5', '1760'],
  // IPCC AR6 WG1 Tables 7.SM.7 and 7.15
  ['N2O', 'AR6', '273'],
  ['SF6', 'AR6', '25200'],
  ['HFC-32', 'AR6', '771'],
  ['CH4-fossil', 'AR6', '29.8'],
  ['CH4-nonfossil', 'AR6', '27.0'],
])('%s in %s is %s', (gas, assessment, value) => {
  expect(gwp(gas, assessment)?.value).toBe(value);
});

test.each([
  ['メタン', 'CH4'],
  ['methane', 'CH4'],
  ['ＣＨ４', 'CH4'],
  ['R-32', 'HFC-32'],
  ['r32', 'HFC-32'],
  ['HFC32', 'HFC-32'],
  ['R134a', 'HFC-134a'],
  ['R22', 'HCFC-22'],
  ['六フッ化硫黄', 'SF6'],
  ['sulfur hexafluoride', 'SF6'],
  ['亜酸化窒素', 'N2O'],
  ['CF4', 'PFC-14'],
  ['r410a', 'R-410A'],
])('%s is a name of %s', (name, gas) => {
  expect(gwp(name, 'AR5')?.gases).toBe(gas);
});

test('no name stands for two gases', () => {
  for (const assessment of ['AR4', 'AR5', 'AR6'] as const) {
    for (const gas of knownGases(assessment)) expect(gwp(gas, assessment)?.gases).toBe(gas);
  }
});

test('plain CH4 in AR6 has no single value; the two it may be are named', () => {
  expect(gwp('CH4', 'AR6')).toBeUndefined();
  expect(gwpAlternatives('methane', 'AR6').map(({ gases, value }) => [gases, value])).toEqual([
    ['CH4-fossil', '29.8'],
    ['CH4-nonfossil', '27.0'],
  ]);
  expect(gwpAlternatives('CH4', 'AR5')).toEqual([]);
});

test('a gas of another report, or no gas, gives nothing', () => {
  expect(gwp('HFO-1234yf', 'AR4')).toBeUndefined();
  expect(gwpAlternatives('HFO-1234yf', 'AR4')).toEqual([]);
  expect(gwp('', 'AR5')).toBeUndefined();
  expect(gwp('ガス', 'AR5')).toBeUndefined();
  expect(gwpAlternatives('ガス')).toEqual([]);
});

// Nominal mass shares of ANSI/ASHRAE 34; the AR4 sums are what EPA publishes rounded: 2,088, 3,922, 1,774, 3,985.
test.each<[string, [string, string][], string]>([
  [
    'R-410A',
    [
      ['HFC-32', '0.5'],
      ['HFC-125', '0.5'],
    ],
    '2088',
  ],
  [
    'R-404A',
    [
      ['HFC-125', '0.44'],
      ['HFC-143a', '0.52'],
      ['HFC-134a', '0.04'],
    ],
    '3922',
  ],
  [
    'R-407C',
    [
      ['HFC-32', '0.23'],
      ['HFC-125', '0.25'],
      ['HFC-134a', '0.52'],
    ],
    '1774',
  ],
  [
    'R-507A',
    [
      ['HFC-125', '0.5'],
      ['HFC-143a', '0.5'],
    ],
    '3985',
  ],
])('%s is the sum of its components in every report', (blend, components, published) => {
  for (const assessment of ['AR4', 'AR5', 'AR6'] as const) {
    const sum = components.reduce(
      (total, [gas, share]) => total.plus(new Decimal(gwp(gas, assessment)!.value).times(share)),
      new Decimal(0),
    );
    expect(gwp(blend, assessment)?.value).toBe(sum.toFixed());
  }
  expect(new Decimal(gwp(blend, 'AR4')!.value).toFixed(0)).toBe(published);
});

test('the statutory values of Japan do not answer for a report', () => {
  expect(gwp('CH4', 'AR4')?.region).toBe('GLO');
  expect(knownGases('AR4')).not.toContain('HFC-41');
});
