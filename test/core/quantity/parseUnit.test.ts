import fc from 'fast-check';
import { parseUnit } from '../../../src/core/quantity/parseUnit';
import { SYMBOLS } from '../../../src/core/quantity/symbolIndex';
import { codeOf, unit } from './units';

describe('spellings of one unit', () => {
  test.each([
    ['kWh', ['ｋＷｈ', 'KWH', 'kwh', ' kWh ', 'キロワット時']],
    ['kg', ['㎏', 'ｋｇ', 'KG', 'Kg', 'キログラム']],
    ['m3', ['㎥', 'm³', 'm^3', 'M3', 'cubic metres', '立方メートル']],
    ['m2', ['㎡', 'm²', 'm^2', 'ｍ２']],
    ['L', ['ℓ', 'l', 'Ｌ', '㍑', 'litres', 'リットル']],
    ['km', ['㎞', 'KM', 'ｋｍ', 'キロメートル']],
    ['%', ['％', 'percent']],
    ['-', ['1', '－', '１', 'dimensionless']],
    ['t', ['トン', '㌧', 'tonnes', 'metric ton']],
    [
      'kg-CO2e',
      [
        'kgCO2e',
        'kg-CO2eq',
        'kg CO2e',
        'kg-CO₂e',
        'kg‐CO2e',
        'kg−CO2e',
        'ｋｇ－ＣＯ２ｅ',
        'KG-CO2E',
        'kg-CO2-eq',
        'kg-CO2換算',
        'kg(CO2e)',
      ],
    ],
    ['t-CO2', ['tCO2', 't-CO₂', 'トン-CO2', 'トンCO2', 't CO2']],
    ['t-CO2e', ['t-CO2換算', 'トン（CO2換算）', 'tCO2eq']],
    ['kg-CH4', ['kgCH4', 'kg CH4', 'kg-CH₄']],
    ['kg-C', ['kgC']],
    ['円2015', ['円(2015年)', '円（2015年）', '円（2015）', 'JPY2015', '円２０１５']],
    ['千円2015', ['千円（2015年）', '千円2015']],
    ['Nm3', ['Nm³', 'm3N', 'm3(N)', 'm3（標準状態）', 'm3@0C', 'NM3', 'Ｎ㎥']],
    ['m3(SATP)', ['m3@25C', 'm3@25°C', 'm3（標準環境状態）', '㎥(SATP)', 'm³(satp)']],
    ['千m3(SATP)', ['千㎥（SATP）', '千m3@25C']],
    ['kWh(HHV)', ['kWh (Gross CV)', 'kWh（高位発熱量）', 'kWh(GCV)']],
    ['TJ(LHV)', ['TJ (NCV)', 'TJ (Net CV)', 'TJ（低位発熱量基準）']],
    ['kcal_th', ['kcal', '㎉', 'キロカロリー', 'kcal(計量法)', 'Kcal']],
    ['MMBtu', ['mmBtu', 'MMBTU', 'mmbtu']],
    ['tkm', ['TKM', 't-km', 'トンキロ']],
  ])('%s', (canonical, spellings) => {
    for (const spelling of [canonical, ...spellings])
      expect([spelling, unit(spelling).text]).toEqual([spelling, canonical]);
  });
});

describe('compound units', () => {
  test.each([
    ['MJ/t·km', 'MJ/(t·km)'],
    ['kg-CO2e/tkm', 'kg-CO2e/tkm'],
    ['kgCO2e/tonne.km', 'kg-CO2e/(t·km)'],
    ['kg-CO2e/人・日', 'kg-CO2e/(人·日)'],
    ['kWh/台・年', 'kWh/(台·年)'],
    ['kg-CO2e/(台·年)', 'kg-CO2e/(台·年)'],
    ['kg CO2e per kWh', 'kg-CO2e/kWh'],
    ['t-CO2／千㎥', 't-CO2/千m3'],
    ['kg·kWh⁻¹', 'kg/kWh'],
    ['L/100km', 'L/(100·km)'],
    ['10³m³', '10^3·m3'],
    ['kg/kWh/年', 'kg/(kWh·年)'],
    ['kg/(kWh/年)', 'kg·年/kWh'],
    ['1/年', '1/年'],
    ['(kg/年^2)·(人/台²)', 'kg·人/(年^2·台^2)'],
    ['kg/(年^(2)·台)', 'kg/(年^2·台)'],
    ['kWh^(-1)', '1/kWh'],
    ['kW·h/年·年', 'kW·h/年^2'],
    ['kgCO2e/kWh (Gross CV)', 'kg-CO2e/kWh(HHV)'],
  ])('%s is %s', (text, canonical) => expect(unit(text).text).toBe(canonical));
});

describe('never guessed', () => {
  test.each([
    ['mw', ['mW', 'MW']],
    ['MG', ['mg', 'Mg']],
    ['Ml', ['mL', 'ML']],
    ['mj', ['MJ']],
    ['mJ', ['MJ']],
    ['pJ', ['PJ']],
    ['mt', ['t', 'Mt']],
    ['gb', ['GB', 'Gbit']],
    ['ton', ['t', 'short ton', 'long ton']],
    ['gal', ['US gal', 'UK gal']],
    ['Cal', ['cal', 'kcal']],
  ])('%s', (text, possible) => {
    expect(parseUnit(text)).toEqual({
      ok: false,
      message: { code: 'quantity.ambiguous-unit', params: { text, part: text, possible } },
    });
  });
});

describe('refused', () => {
  test.each([
    ['', 'quantity.blank-unit'],
    ['　 ', 'quantity.blank-unit'],
    ['kWhh', 'quantity.unknown-unit'],
    ['Nm3(SATP)', 'quantity.unknown-unit'],
    ['kg(HHV)', 'quantity.unknown-unit'],
    ['103m3', 'quantity.unknown-unit'],
    ['kg/', 'quantity.unit-syntax'],
    ['/kg', 'quantity.unit-syntax'],
    ['(kg', 'quantity.unit-syntax'],
    ['kg)', 'quantity.unit-syntax'],
    ['kg^0', 'quantity.unit-syntax'],
    ['kg/(台)·年', 'quantity.unit-order'],
  ])('“%s” as %s', (text, code) => {
    const outcome = parseUnit(text);
    expect(outcome.ok ? outcome.value.text : outcome.message.code).toBe(code);
  });

  test('an unknown unit is named as found, with the nearest known ones', () => {
    expect(parseUnit('kg-CO2e/ｋWhh')).toEqual({
      ok: false,
      message: {
        code: 'quantity.unknown-unit',
        params: { text: 'kg-CO2e/ｋWhh', part: 'kWhh', nearest: ['kWh', 'Wh', 'MWh'] },
      },
    });
  });
});

describe('units as public factor tables write them', () => {
  // DESNZ conversion factors, SHK tables, IPCC 2006, EPA hub, MOE database of unit values
  test.each([
    ['kgCO2e/kg', 'kg-CO2e/kg'],
    ['gCO2/kWh', 'g-CO2/kWh'],
    ['kgCO2e/tonnes', 'kg-CO2e/t'],
    ['kgCO2e/litres', 'kg-CO2e/L'],
    ['kgCO2e/million litres', 'kg-CO2e/million L'],
    ['kgCO2e/cubic metres', 'kg-CO2e/m3'],
    ['kgCO2e/passenger.km', 'kg-CO2e/(person·km)'],
    ['tC/GJ', 't-C/GJ'],
    ['kgCH4/TJ (NCV)', 'kg-CH4/TJ(LHV)'],
    ['kgN2O/TJ (NCV)', 'kg-N2O/TJ(LHV)'],
    ['kgC/GJ (NCV)', 'kg-C/GJ(LHV)'],
    ['tCO2/kL', 't-CO2/kL'],
    ['tCO2/千m3(SATP)', 't-CO2/千m3(SATP)'],
    ['GJ/千Nm3', 'GJ/千Nm3'],
    ['kgCO2/mmBtu (HHV)', 'kg-CO2/MMBtu(HHV)'],
    ['mmBtu/short ton', 'MMBtu/short ton'],
    ['mmBtu/US gal', 'MMBtu/US gal'],
    ['kgCO2/scf', 'kg-CO2/scf'],
    ['gCH4/mmBtu', 'g-CH4/MMBtu'],
    ['L/tkm', 'L/tkm'],
    ['kgCO2/円', 'kg-CO2/円'],
    ['kgCO2/泊', 'kg-CO2/泊'],
    ['tCO2/人・年', 't-CO2/(人·年)'],
    ['m3(SATP)/Nm3', 'm3(SATP)/Nm3'],
    ['t-CO2/100万円', 't-CO2/(100·万円)'],
    ['kg-CO2e／１，０００ｋＷｈ', 'kg-CO2e/(1000·kWh)'],
    ['kgHFC134a', 'kg-HFC-134a'],
    ['kg-R410a', 'kg-R-410A'],
    ['kg-HFO-1234ze(E)', 'kg-HFO-1234ze(E)'],
    ['t-SF6', 't-SF6'],
  ])('%s is %s', (text, canonical) => expect(unit(text).text).toBe(canonical));
});

describe('a number is no unit', () => {
  test.each([
    ['100', 'quantity.unknown-unit'],
    ['1,000', 'quantity.unknown-unit'],
    ['10^3', 'quantity.unknown-unit'],
    ['1/100', 'quantity.unknown-unit'],
    ['1.1', 'quantity.unit-syntax'],
    ['0.5 kg', 'quantity.unit-syntax'],
    ['10.10', 'quantity.unit-syntax'],
    ['25,000 h', 'quantity.unknown-unit'],
    ['千', 'quantity.unknown-unit'],
    ['千%', 'quantity.unknown-unit'],
    ['千千m3', 'quantity.unknown-unit'],
  ])('%s', (text, code) => expect(codeOf(parseUnit(text))).toBe(code));
});

test('letter case decides nothing beyond one unit: whatever is read with other letters is the same unit', () => {
  const letters = [...SYMBOLS.keys()].flatMap((spelling) => [spelling.toUpperCase(), spelling.toLowerCase()]);
  for (const text of letters) {
    const outcome = parseUnit(text);
    if (!outcome.ok) continue;
    const alike = [...SYMBOLS].filter(([spelling]) => spelling.toLowerCase() === text.toLowerCase());
    const factors = new Set(alike.map(([, symbol]) => symbol.factor.toString()));
    const exact = SYMBOLS.has(text);
    expect([text, exact || factors.size === 1]).toEqual([text, true]);
  }
});

test('any text at all gives a unit or a sentence, never an exception', () => {
  const pieces = fc.constantFrom(
    'kg',
    '-CO2e',
    '/',
    '·',
    '(',
    ')',
    '^',
    '2',
    '²',
    ' ',
    '千',
    '10',
    ',',
    '.',
    'kWh',
    '(HHV)',
    '@',
    'm',
    '3',
    '%',
    '円',
    '2015',
    'C',
    'per',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const outcome = parseUnit(text);
      if (!outcome.ok) return;
      const again = parseUnit(outcome.value.text);
      expect(again).toMatchObject({ ok: true, value: { text: outcome.value.text } });
      expect(outcome.value.factor.greaterThan(0)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('a whole cell of text is refused at once', () => {
  expect(codeOf(parseUnit('kg-CO2'.repeat(5000)))).toBe('quantity.unit-too-long');
  expect(codeOf(parseUnit('('.repeat(150)))).toBe('quantity.unit-syntax');
});

test('a unit read before is not read again, and what is remembered stays bounded', () => {
  const first = parseUnit('kg-CO2e/(台·年)');
  expect(parseUnit('kg-CO2e/(台·年)')).toBe(first);
  for (let year = 1900; year < 2100; year += 1) {
    for (let power = 2; power < 30; power += 1) parseUnit(`円${year}^${power}`);
  }
  const again = parseUnit('kg-CO2e/(台·年)');
  expect(again).not.toBe(first);
  expect(again).toEqual(first);
});

test.each([
  ['kg-CO2', true],
  ['t-CO2/千m3', true],
  ['kg-CO2e', false],
  ['kg-CO2e/kWh', false],
  ['kWh', false],
  ['-', false],
  ['kg-CO2/t-CO2', false],
  ['kg-CO2·kg-CO2e/kg-CO2', false],
  ['kg-CO2e·kg-CO2/t-CO2', false],
])('%s is CO2 alone: %p', (text, co2Only) => expect(unit(text).co2Only).toBe(co2Only));
