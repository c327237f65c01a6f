import { parseUnit } from '../../../src/core/quantity/parseUnit';
import type { Unit } from '../../../src/core/quantity/unit';

function unit(text: string): Unit {
  const outcome = parseUnit(text);
  if (!outcome.ok) throw new Error(`${text}: ${JSON.stringify(outcome.message)}`);
  return outcome.value;
}

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
