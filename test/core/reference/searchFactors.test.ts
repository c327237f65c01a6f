import fc from 'fast-check';
import { allFactors } from '../../../src/core/reference/dataset';
import { searchFactors } from '../../../src/core/reference/searchFactors';

const idsOf = (text: string, more: object = {}): string[] =>
  searchFactors({ text, ...more }).matches.map(({ id }) => id);

test.each([
  ['ガソリン', 'gasoline'],
  ['ガソリン', 'petrol'],
  ['軽油', 'diesel'],
  ['軽油', 'Gas Oil'],
  ['灯油', 'kerosene'],
  ['電気', 'electricity'],
  ['電力', 'electricity'],
  ['都市ガス', 'city gas'],
  ['天然ガス', 'natural gas'],
  ['R-32', 'HFC32'],
  ['メタン', 'methane'],
  ['六フッ化硫黄', 'SF6'],
  ['電力 ドイツ', 'Germany electricity'],
  ['東京電力 残差', 'TEPCO residual'],
  ['全国平均 電気', 'electricity national average'],
  ['鉄道 貨物', 'freight rail'],
])('%s and %s find the same, in the same order', (japanese, english) => {
  const found = idsOf(japanese);
  expect(found.length).toBeGreaterThan(0);
  expect(idsOf(english)).toEqual(found);
});

test('full-width and upper-case letters make no difference', () => {
  expect(idsOf('ＧＡＳＯＬＩＮＥ')).toEqual(idsOf('gasoline'));
});

test('petrol is not petroleum, but the beginning of a word the dictionary does not hold will do', () => {
  expect(idsOf('petrol').filter((id) => id.includes('petroleum'))).toEqual([]);
  expect(idsOf('petrole')).toContain('jp.fuel.2023.petroleum_asphalt.co2');
});

test('the exact name comes first, the emission factor before what it is made of, the newer table before the older', () => {
  expect(idsOf('軽油', { region: 'JP' }).slice(0, 4)).toEqual([
    'jp.fuel.2023.diesel_gas_oil.co2',
    'jp.fuel.2010.diesel_gas_oil.co2',
    'jp.fuel.2023.diesel_gas_oil.cc',
    'jp.fuel.2023.diesel_gas_oil.ghv',
  ]);
});

test('a year leaves out what the source prescribes for other years; the fiscal year of Japan ends in March', () => {
  const gasoline = (year: number): string[] =>
    idsOf('gasoline', { region: 'JP', kind: 'emission-factor', year }).filter((id) => id.startsWith('jp.'));
  expect(gasoline(2022)).toEqual(['jp.fuel.2010.gasoline.co2']);
  expect(gasoline(2023)).toEqual(['jp.fuel.2023.gasoline.co2']);
  // FY2024 results are for FY2025 activity, not for the January to March of calendar 2026 that FY2026 does not hold.
  expect(idsOf('national average electricity', { year: 2025, region: 'JP' })).toEqual(['jp.el.FY2024.national']);
  expect(idsOf('national average electricity', { year: 2024, region: 'JP' })).toEqual([
    'jp.el.FY2023.national_average_factor.factor',
  ]);
  expect(idsOf('national average electricity', { year: 2026, region: 'JP' })).toEqual([]);
});

test('what prescribes no year stays, the measured year first', () => {
  expect(idsOf('水道水', { year: 2020 })[0]).toBe('tokyo.water.FY2020');
  expect(idsOf('水道水', { year: 2030, region: 'JP' })).toHaveLength(4);
});

test('a region finds itself, its parts and what holds everywhere', () => {
  const regions = (region: string): string[] =>
    [...new Set(searchFactors({ text: '', region }).matches.map((row) => row.region))].sort();
  expect(regions('jp')).toEqual(['GLO', 'JP', 'JP-13']);
  expect(regions('US')).toEqual(['GLO', 'US', 'US-CAMX', 'US-RFCE']);
  expect(regions('J')).toEqual(['GLO']);
});

test('total counts before the limit, and a limit that is no count is refused', () => {
  expect(searchFactors({ text: '', limit: 2 })).toMatchObject({ total: allFactors().length });
  expect(searchFactors({ text: '', limit: 2 }).matches).toHaveLength(2);
  expect(searchFactors({ text: '', limit: 0 }).matches).toEqual([]);
  for (const limit of [-1, 1.5, Number.NaN]) expect(() => searchFactors({ text: '', limit })).toThrow(RangeError);
});

test('all words must be found', () => {
  expect(searchFactors({ text: 'ガソリン unobtainium' })).toEqual({ matches: [], total: 0 });
});

test('a kind narrows', () => {
  const kinds = new Set(searchFactors({ text: '軽油', kind: 'heat-value' }).matches.map(({ kind }) => kind));
  expect([...kinds]).toEqual(['heat-value']);
});

test('every factor is found by either of its names', () => {
  const lost = allFactors().filter(
    ({ id, nameJa, nameEn }) => ![nameJa, nameEn].every((name) => idsOf(name).includes(id)),
  );
  expect(lost.map(({ id }) => id)).toEqual([]);
});

test('any text is answered, and always in the same way', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const first = searchFactors({ text });
      expect(first.matches).toHaveLength(first.total);
      expect(searchFactors({ text })).toEqual(first);
    }),
    { numRuns: 100 },
  );
});
