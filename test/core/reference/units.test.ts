import { parseUnit } from '../../../src/core/quantity/parseUnit';
import { allFactors } from '../../../src/core/reference/dataset';

const unitsInUse = [...new Set(allFactors().map((factor) => factor.unit))].sort();

test.each(unitsInUse)('the unit %s is one the product can calculate with, in its own spelling', (unit) => {
  const parsed = parseUnit(unit);
  expect(parsed.ok ? parsed.value.text : parsed.message).toBe(unit);
});

test('a factor says CO2 in its unit exactly when it counts CO2 alone', () => {
  const emission = allFactors().filter(
    (factor) => factor.kind === 'emission-factor' && /^CO2e?$/.test(factor.gases ?? ''),
  );
  const wrong = emission.filter((factor) => {
    const parsed = parseUnit(factor.unit);
    return !parsed.ok || parsed.value.co2Only !== (factor.gases === 'CO2');
  });
  expect(wrong.map((factor) => factor.id)).toEqual([]);
  expect(emission.length).toBeGreaterThan(500);
});

test('a factor per unit of heat names the basis where two bases are in use (IPCC net, United Kingdom both, United States gross)', () => {
  const abroad = allFactors().filter((row) => ['fuels-ipcc', 'fuels-uk', 'fuels-us'].includes(row.family));
  const basis = { gross: '(HHV)', net: '(LHV)' };
  const wrong = abroad.filter(
    (row) =>
      /(HHV|LHV)/.test(row.unit) !== (row.heatBasis !== null) ||
      (row.heatBasis && !row.unit.includes(basis[row.heatBasis])),
  );
  expect(wrong.map((row) => row.id)).toEqual([]);
  const warned = allFactors().filter((row) => row.heatBasis !== null);
  expect(warned.filter((row) => !row.warnings.includes(`${row.heatBasis!}-heat`))).toEqual([]);
  expect(abroad.filter((row) => row.heatBasis === 'net').length).toBeGreaterThan(50);
});
