import { Decimal } from '../../../src/core/quantity/decimal';
import { exp, ln } from '../../../src/core/quantity/logarithm';
import {
  basicUncertainty,
  PEDIGREE_INDICATORS,
  PEDIGREE_SETS,
  pedigreeFactors,
} from '../../../src/core/reference/pedigree';
import en from '../../../src/locales/en/reference.json';
import ja from '../../../src/locales/ja/reference.json';

test('scores (2,3,3,2,4) with a basic uncertainty of 1.05 give U95 = 1.5298 (ecoinvent 2: exp √Σ ln² U)', () => {
  const factors = pedigreeFactors('ecoinvent2');
  const scores = [2, 3, 3, 2, 4];
  const used = ['1.05', ...PEDIGREE_INDICATORS.map((indicator, i) => factors[indicator][scores[i]! - 1]!)];
  expect(used).toEqual(['1.05', '1.05', '1.05', '1.1', '1.01', '1.5']);
  const sumOfSquares = used.reduce((total, u) => total.plus(ln(new Decimal(u)).toPower(2)), new Decimal(0));
  expect(exp(sumOfSquares.sqrt()).toFixed(4)).toBe('1.5298');
});

test.each(PEDIGREE_SETS)('%s: five indicators with five scores, 1 for the best, never falling', (set) => {
  const factors = pedigreeFactors(set);
  expect(Object.keys(factors)).toEqual([...PEDIGREE_INDICATORS]);
  for (const indicator of PEDIGREE_INDICATORS) {
    const row = factors[indicator];
    expect(row).toHaveLength(5);
    expect(row[0]).toBe('1');
    const known = row.flatMap((u) => (u === null ? [] : [new Decimal(u)]));
    known.slice(1).forEach((u, i) => expect(u.greaterThanOrEqualTo(known[i]!)).toBe(true));
  }
});

test('Ciroth et al. 2016 give nothing for three of the worst scores, and nothing is put there', () => {
  const missing = PEDIGREE_INDICATORS.filter((indicator) => pedigreeFactors('ciroth2016')[indicator][4] === null);
  expect(missing).toEqual(['reliability', 'completeness', 'geographical']);
  expect(pedigreeFactors('ciroth2016').technological).toEqual(['1', '1.18', '1.65', '2.08', '2.8']);
});

test('basic uncertainty: 1.05 for energy and CO2, 2 for transport, 3 for infrastructure (ecoinvent report No. 1, Table 7.2)', () => {
  const value = Object.fromEntries(basicUncertainty().map((row) => [row.nameEn, row.value]));
  expect(value['CO2 (combustion, process)']).toBe('1.05');
  expect(value['Transport services (tkm)']).toBe('2');
  expect(value['Infrastructure']).toBe('3');
});

test.each([en, ja])('every indicator and score is described', (texts) => {
  expect(Object.keys(texts.indicators)).toEqual([...PEDIGREE_INDICATORS]);
  for (const indicator of PEDIGREE_INDICATORS) {
    expect(Object.keys(texts.pedigree[indicator])).toEqual(['1', '2', '3', '4', '5']);
  }
});
