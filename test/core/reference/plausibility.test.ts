import type { Outcome } from '../../../src/core/message';
import { FUEL_BANDS, type Fuel, fuelBand } from '../../../src/core/reference/fuelBands';
import { checkImpliedFactor, checkStatedResult, type Printed } from '../../../src/core/reference/plausibility';
import { translator } from '../../../src/locales/translator';

const printed = (text: string): Printed => {
  const [value = '', unit = ''] = text.split(' ');
  return { value, unit };
};
function found<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.message.code);
  return outcome.value;
}

const stated = (amount: string, factor: string, total: string) =>
  found(checkStatedResult(printed(amount), printed(factor), printed(total)));

describe('a stated total against amount × factor', () => {
  test('100 MWh at 0.4 t/MWh published as 4 t is caught, and that it is ten times too low', () => {
    const finding = stated('100 MWh', '0.4 t-CO2/MWh', '4 t-CO2');
    expect(finding).toMatchObject({
      check: 'stated-result-differs',
      message: {
        code: 'plausibility.stated-result-differs-by-ten',
        params: { calculated: '40', stated: '4', ratio: '10', power: 1 },
      },
    });
  });

  test.each([
    ['as calculated', '100 MWh', '0.4 t-CO2/MWh', '40 t-CO2'],
    ['rounded to the ton: 40.4', '101 MWh', '0.4 t-CO2/MWh', '40 t-CO2'],
    ['rounded to a digit: 0.44 t', '1.1 MWh', '0.4 t-CO2/MWh', '0.4 t-CO2'],
    ['within one in a hundred', '55000 kWh', '504.5 g-CO2/kWh', '27.8 t-CO2'],
    ['in another unit', '55000 kWh', '504.5 g-CO2/kWh', '27747500 g-CO2e'],
    ['nothing of nothing', '0 kWh', '504.5 g-CO2/kWh', '0 t-CO2'],
    ['a removal', '-10 kg', '2 kg-CO2e/kg', '-20 kg-CO2e'],
  ])('%s is not caught', (_, amount, factor, total) => {
    expect(stated(amount, factor, total)).toBeNull();
  });

  test.each([
    ['beyond one in a hundred', '100 MWh', '0.4 t-CO2/MWh', '40.5 t-CO2', 'stated-result-differs'],
    ['three times too low', '100 MWh', '0.4 t-CO2/MWh', '13 t-CO2', 'stated-result-differs'],
    ['kg for t', '100 MWh', '0.4 t-CO2/MWh', '40 kg-CO2', 'stated-result-differs-by-ten'],
    ['t for kg', '100 kWh', '0.4 kg-CO2/kWh', '40 t-CO2', 'stated-result-differs-by-ten'],
    ['the other sign', '100 kWh', '0.4 kg-CO2/kWh', '-40 kg-CO2', 'stated-result-differs'],
    ['nothing of something', '100 kWh', '0.4 kg-CO2/kWh', '0 kg-CO2', 'stated-zero'],
  ])('%s is caught', (_, amount, factor, total, code) => {
    expect(stated(amount, factor, total)?.message.code).toBe(`plausibility.${code}`);
  });

  test('units that give no emission are said so', () => {
    expect(checkStatedResult(printed('1 kWh'), printed('1 kg-CO2e/kg'), printed('1 kg-CO2e'))).toMatchObject({
      ok: false,
    });
    expect(checkStatedResult(printed('1 kWh'), printed('1 kg-CO2e/kWh'), printed('1 kWh'))).toMatchObject({
      ok: false,
    });
  });
});

const implied = (fuel: Fuel, used: string, emission: string) =>
  found(checkImpliedFactor(fuel, printed(used), printed(emission)));

describe('the factor that an emission and its fuel imply', () => {
  test('34 Mt from 1.2 billion litres of gasoline, 28 kg a litre, is caught', () => {
    expect(implied('gasoline', '1200000000 L', '34000000 t-CO2')).toMatchObject({
      check: 'implied-factor-out-of-band',
      message: { code: 'plausibility.implied-factor-out-of-band', params: { implied: '28.33', unit: 'kg-CO2e/L' } },
    });
  });

  test.each([
    ['34 Mt, 12 billion L', '12000000 kL', '34000000 t-CO2'],
    ['41 Mt, 15 billion L', '15000000 kL', '41000000 t-CO2'],
    ['67 Mt, 25 billion L', '25000000 kL', '67000000 t-CO2'],
    ['the factor of the ordinance', '1 kL', '2.29 t-CO2'],
  ])('%s is not caught', (_, used, emission) => {
    expect(implied('gasoline', used, emission)).toBeNull();
  });

  test.each([
    ['just below', '1 L', '1.9 kg-CO2'],
    ['just above', '1 L', '3.1 kg-CO2'],
    ['gallons read as litres', '1 L', '8.78 kg-CO2'],
  ])('%s is caught', (_, used, emission) => {
    expect(implied('gasoline', used, emission)?.check).toBe('implied-factor-out-of-band');
  });

  test('a mass of fuel is no volume', () => {
    expect(checkImpliedFactor('gasoline', printed('1 kg'), printed('3 kg-CO2'))).toMatchObject({ ok: false });
  });
});

// 95 % of the lowest and 130 % of the highest figure of the sources, by hand: 2.06916, 2.35372; 2.51279, 2.66155; 2.49, 2.54016 kg/L.
test.each<[Fuel, string, string]>([
  ['gasoline', '1.965702', '3.059836'],
  ['diesel', '2.3871505', '3.460015'],
  ['kerosene', '2.3655', '3.302208'],
])('the band of %s comes from figures that are built in', (fuel, low, high) => {
  expect([fuelBand(fuel).low.toString(), fuelBand(fuel).high.toString()]).toEqual([low, high]);
  expect(FUEL_BANDS[fuel].factors.length).toBeGreaterThan(2);
});

test.each(['en', 'ja'] as const)('every sentence is complete in %s', (language) => {
  const say = translator(language);
  const findings = [
    stated('100 MWh', '0.4 t-CO2/MWh', '4 t-CO2'),
    stated('100 MWh', '0.4 t-CO2/MWh', '13 t-CO2'),
    stated('100 MWh', '0.4 t-CO2/MWh', '0 t-CO2'),
    ...(['gasoline', 'diesel', 'kerosene'] as const).map((fuel) => implied(fuel, '1 L', '28 kg-CO2')),
  ];
  const sentences = findings.map((finding) => say(finding!.message));
  for (const sentence of sentences) expect(sentence).not.toMatch(/\{\{|plausibility\./);
  expect(sentences[0]).toContain('40 t-CO2');
  expect(sentences[0]).toContain('10^1');
});
