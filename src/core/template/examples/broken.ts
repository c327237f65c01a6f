import type { RowContent } from '../content';
import {
  formFields,
  ILLUSTRATIVE_EVIDENCE,
  illustrative,
  madeUp,
  madeUpLine,
  madeUpPartner,
  madeUpSales,
  US,
  type Example,
} from './example';

const UNIT = { en: 'unit', ja: '台' };

/** Every fault stands in a row of its own, named by the row's note. */
export const broken: Example = {
  name: 'broken',
  title: { en: 'Full of faults', ja: '誤りの見本' },
  description: {
    en: 'A workbook with sixteen planted faults, each to be found and none to become a number: a blank amount; a text and a number typed as text in place of numbers; a unit nobody knows; a factor in kg instead of kg-CO2e; a factor ID not listed; a stage in the other language; no place in or outside the city; the same ID twice; an error in a cell; a share in the city above 1; amounts of another dimension than the factor; an unknown evidence ID; a contribution above 1; sales of another year, in thousands and without a status.',
    ja: '誤りを16か所に仕込んだブックです。すべて検出され、どれも数値になってはいけません：数量の空欄、数値の欄の文字と文字で入力された数値、存在しない単位、kg-CO2eでなくkgの原単位、未登録の原単位ID、他の言語の段階名、市内割合の空欄、IDの重複、エラーのセル、1を超える市内割合、原単位と次元の違う数量、存在しない資料ID、1を超える寄与率、他年度の販売量、千台単位の販売量、実績区分の空欄。',
  },
  content: {
    fields: formFields({
      productName: illustrative({ en: 'Broken product', ja: '誤りのある製品' }),
      contributionDescription: illustrative({ en: 'None', ja: 'なし' }),
      functionalUnit: illustrative(1, 'kWh'),
      functionalUnitDescription: illustrative({ en: 'One kWh', ja: '1 kWh' }),
      soldUnit: illustrative(UNIT),
      functionalUnitsPerUnit: illustrative(1000),
      baselineFunctionalUnitsPerUnit: illustrative(1000),
      baselineType: illustrative('conventional-product'),
      baselineDescription: illustrative({ en: 'None', ja: 'なし' }),
    }),
    tables: {
      KmcBaseline: [
        without('amount', fault('B1', 'Blank amount', '数量が空欄')),
        fault('B2', 'Text for a number', '数値の欄に文字', { amount: { raw: { en: 'about ten', ja: '約十' } } }),
        fault('B3', 'Number typed as text', '文字で入力された数値', { amount: { raw: '１，２３４' } }),
        fault('B4', 'Unknown unit', '存在しない単位', { unit: 'kWhh' }),
        fault('B5', 'Stage in the other language', '他の言語の段階名', { stage: { raw: { en: '使用', ja: 'Use' } } }),
        without('inCity', fault('B6', 'No place stated', '市内割合が空欄')),
        fault('B7', 'Share in the city above 1', '1を超える市内割合', { inCity: 1.2 }),
      ],
      KmcProduct: [
        fault('P1', 'Factor ID not listed', '未登録の原単位ID', { factorId: 'x.nowhere' }),
        fault('P2', 'Factor in kg', 'kgの原単位', { factorId: 'x.mass' }),
        fault('P3', 'First of two with the same ID', '重複したID（1行目）'),
        fault('P3', 'Second of two with the same ID', '重複したID（2行目）'),
        fault('P5', 'Error in a cell', 'エラーのセル', { amount: { formula: '1/0' } }),
        fault('P6', 'Another dimension than the factor', '原単位と次元の違う数量', { unit: 'km' }),
        fault('P7', 'Unknown evidence', '存在しない資料ID', { evidence: 'E404' }),
      ],
      KmcFactors: [
        madeUp('x.grid', 0.5, 'kg-CO2/kWh', { en: 'Electricity', ja: '電力' }, 'CO2'),
        madeUp('x.mass', 0.5, 'kg/kWh', { en: 'A mass, no emission', ja: '質量であって排出量ではない' }),
      ],
      KmcSales: [
        madeUpSales('S1', 500, UNIT),
        madeUpSales('S2', 400, UNIT, { period: 2019 }),
        madeUpSales('S3', 3, { en: 'thousand units', ja: '千台' }),
        without('status', madeUpSales('S4', 200, UNIT)),
      ],
      KmcContribution: [
        madeUpPartner('C1', US, 'in', 'agreed-share', 70),
        madeUpPartner('C2', { en: 'Supplier', ja: '部品メーカー' }, 'out', 'agreed-share', 50),
      ],
      KmcEvidence: [ILLUSTRATIVE_EVIDENCE],
    },
  },
};

function fault(id: string, en: string, ja: string, more: RowContent = {}): RowContent {
  return madeUpLine(id, 'use', { en: 'Planted fault', ja: '仕込んだ誤り' }, [10, 'kWh'], 'x.grid', {
    note: { en, ja },
    ...more,
  });
}

function without(key: string, row: RowContent): RowContent {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== key));
}
