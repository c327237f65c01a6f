import { wordOf } from '../../../src/core/adoption/choiceWords';
import { yearOf } from '../../../src/core/adoption/years';
import { headerParts } from '../../../src/core/adoption/headerText';
import { quantityIn } from '../../../src/core/adoption/quantityText';
import { isSubtotalText } from '../../../src/core/adoption/rowKinds';
import { sideOf } from '../../../src/core/adoption/sides';

it.each([
  '小計',
  '合　計',
  '【合計】',
  '原材料 小計',
  '小計（原材料調達）',
  '横浜市　計',
  '令和６年度計',
  'Total',
  'Sub-total',
  'Subtotal raw materials',
  'GRAND TOTAL',
])('%s is a sum of other rows', (text) => expect(isSubtotalText(text)).toBe(true));

it.each(['時計', '設計', '温度計', '計装機器', 'Total nitrogen', '合計出力計', '鋼材'])('%s is a line', (text) =>
  expect(isSubtotalText(text)).toBe(false),
);

it.each([
  ['1. 原材料調達', 'raw-materials'],
  ['（２）　製造段階', 'production'],
  ['③流通', 'distribution'],
  ['■ 使用・維持管理', 'use'],
  ['【廃棄・リサイクル段階】', 'end-of-life'],
  ['廃棄／リサイクル', 'end-of-life'],
  ['2) Use phase', 'use'],
  ['End-of-life treatment', 'end-of-life'],
  ['A. Raw material acquisition', 'raw-materials'],
  ['原材料調達（国内）', 'raw-materials'],
  ['電力', null],
  ['使用電力', null],
  ['', null],
])('the stage of %s is %s', (text, word) => expect(wordOf('stage', text)).toBe(word));

it.each([
  ['電力 [kWh]', '電力', 'kWh', null],
  ['Menge (kg)', 'Menge', 'kg', null],
  ['CO2排出量（kg-CO2e）', 'CO2排出量', 'kg-CO2e', null],
  ['重量（単位：ｋｇ）', '重量', 'kg', null],
  ['Electricity, kWh', 'Electricity, kWh', 'kWh', null],
  ['寄与率（％）', '寄与率', null, '0.01'],
  ['販売台数（千台）', '販売台数', '千台', '1000'],
  ['出荷数量 [万個]', '出荷数量', '万個', '10000'],
  ['数量（注1）', '数量', null, null],
  ['排出係数 / kg-CO2e/kWh', '排出係数', 'kg-CO2e/kWh', null],
  ['使用量 (千kWh)', '使用量', '千kWh', null],
])('the header %s', (header, name, unit, power) => {
  const { levels, unit: found, times } = headerParts(header);
  expect([levels[0], found?.text ?? null, times?.power ?? null]).toEqual([name, unit, power]);
});

it.each([
  ['12.5 kg', '12.5', 'kg'],
  ['１，２００ｋＷｈ', '1200', 'kWh'],
  ['0.43kg-CO2e/kWh', '0.43', 'kg-CO2e/kWh'],
])('%s is a number with its unit', (text, number, unit) => {
  const quantity = quantityIn(text);
  expect([quantity?.number.toString(), quantity?.unit]).toEqual([number, unit]);
});

it.each(['12.5', 'kg', '約12 kg', '12～15 kg', '2025年', '1,2 kg', '5 個口', '2025年度'])('%s is none', (text) => {
  expect(quantityIn(text)).toBeNull();
});

it.each([
  ['2023', 2023],
  ['２０２３年', 2023],
  ['令和5年', 2023],
  ['令和元年度', 2019],
  ['平成31年', 2019],
  ['FY2024', 2024],
  ['R6', 2024],
  ['昨年', null],
  ['23年', null],
])('%s names the year %s', (text, year) => expect(yearOf(text)).toBe(year));

it.each([
  ['従来品', 'KmcBaseline'],
  ['応募製品の内訳', 'KmcProduct'],
  ['比較対象製品', 'KmcBaseline'],
  ['応募製品と比較対象製品', null],
  ['New product', 'KmcProduct'],
  ['排出量', null],
])('%s speaks of %s', (text, side) => expect(sideOf(text)).toBe(side));
