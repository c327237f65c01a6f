import { excludedStages, factor, formFields, ILLUSTRATIVE_EVIDENCE, illustrative, line, published } from './example';
import type { BilingualText, RowContent } from '../content';
import type { Example } from './example';

const SOURCE = 'http://www.slg.jp/activity/ondanka.html';
const PRINTED = { source: SOURCE, version: '2015', region: 'JP', gases: 'CO2', redistribution: 'cite' } as const;

/** Published: the four intensities, the totals and the reductions. Everything about sales and the contribution rate is illustrative. */
export const slagCement: Example = {
  name: 'slag-cement',
  title: { en: 'Blast-furnace slag cement', ja: '高炉セメント' },
  description: {
    en: 'One tonne of blast-furnace slag cement against ordinary Portland cement, by inventory line. Recomputes the published reduction of 309 kg-CO2 per tonne. Sales and contribution rate are illustrative.',
    ja: '高炉セメント1トンを普通ポルトランドセメントと工程別に比べます。公表された削減量309 kg-CO2/tを再計算します。販売量と寄与率は例示です。',
  },
  published: [
    {
      figure: { en: 'Portland cement, total', ja: 'ポルトランドセメント 合計' },
      value: '769',
      unit: 'kg-CO2/t',
      source: SOURCE,
    },
    { figure: { en: 'Slag cement, total', ja: '高炉セメント 合計' }, value: '460', unit: 'kg-CO2/t', source: SOURCE },
    { figure: { en: 'Reduction', ja: '削減量' }, value: '309', unit: 'kg-CO2/t', source: SOURCE },
  ],
  content: {
    fields: formFields({
      productName: illustrative({ en: 'Blast-furnace slag cement', ja: '高炉セメント' }),
      contributionDescription: published({
        en: 'Slag replaces part of the clinker, whose limestone and fuel emit CO2.',
        ja: 'スラグがクリンカの一部を置き換え、石灰石と燃料からのCO2を減らします。',
      }),
      functionalUnit: published(1, 't'),
      functionalUnitDescription: published({ en: 'One tonne of cement', ja: 'セメント1トン' }),
      soldUnit: illustrative('t'),
      functionalUnitsPerUnit: published(1),
      baselineFunctionalUnitsPerUnit: published(1),
      baselineType: published('conventional-product'),
      baselineDescription: published({ en: 'Ordinary Portland cement', ja: '普通ポルトランドセメント' }),
      baselineRegion: published('JP'),
      baselineYear: published(2015),
      coProducts: published('yes', undefined, {
        en: 'Slag enters without burden of its own, as published.',
        ja: 'スラグは公表値と同じく負荷なしで投入しています。',
      }),
      unitsTotal: illustrative(12000),
    }),
    tables: {
      KmcBaseline: [
        productionLine('B1', 'limestone', 'portland.limestone'),
        productionLine('B2', 'energy', 'portland.energy'),
      ],
      KmcProduct: [productionLine('P1', 'limestone', 'slag.limestone'), productionLine('P2', 'energy', 'slag.energy')],
      KmcFactors: [
        intensity('portland.limestone', 469, 'Portland cement, limestone', 'ポルトランドセメント 石灰石起源'),
        intensity('portland.energy', 300, 'Portland cement, energy', 'ポルトランドセメント エネルギー起源'),
        intensity('slag.limestone', 275, 'Slag cement, limestone', '高炉セメント 石灰石起源'),
        intensity('slag.energy', 185, 'Slag cement, energy', '高炉セメント エネルギー起源'),
      ],
      KmcSales: [
        sales('S1', { en: 'Prefectures around Tokyo', ja: '首都圏（市外）' }, 'out', 10000),
        sales('S2', { en: 'Kawasaki', ja: '川崎市内' }, 'in', 2000),
      ],
      KmcContribution: [
        partner('C1', { en: 'Example Co., Ltd.', ja: '例示株式会社' }, 'in', 50),
        partner('C2', { en: 'Steel works (slag)', ja: '製鉄所（スラグ）' }, 'out', 50),
      ],
      KmcEvidence: [
        {
          id: 'E1',
          kind: { en: 'publication', ja: '公表資料' },
          title: {
            en: 'Web page of the Nippon Slag Association on global warming',
            ja: '鐵鋼スラグ協会 地球温暖化対策のウェブページ',
          },
          file: SOURCE,
          confidential: 'no',
        },
        ILLUSTRATIVE_EVIDENCE,
      ],
      KmcExclusions: excludedStages(
        ['raw-materials', 'distribution', 'use', 'end-of-life'],
        { en: 'Whole stage', ja: '段階全体' },
        {
          en: 'The publication states limestone and energy of cement making only; the other stages are taken as alike on both sides.',
          ja: '公表資料はセメント製造の石灰石起源とエネルギー起源のみを示しているため、他の段階は両者で等しいとみなしました。',
        },
        'E1',
      ),
      KmcAllocation: [
        {
          id: 'A1',
          process: { en: 'Iron making', ja: '製銑' },
          coProduct: { en: 'Blast-furnace slag', ja: '高炉スラグ' },
          method: { en: 'No burden to slag', ja: 'スラグには配分しない' },
          share: 0,
          evidence: 'E1',
        },
      ],
    },
  },
};

function productionLine(id: string, part: 'limestone' | 'energy', factorId: string) {
  const process =
    part === 'limestone'
      ? { en: 'Decomposition of limestone', ja: '石灰石の脱炭酸' }
      : { en: 'Fuel and electricity', ja: '燃料・電力' };
  return line({
    id,
    stage: 'production',
    process,
    flow: part === 'limestone' ? 'direct-gas' : 'input',
    inCity: 'unknown',
    amount: 1,
    unit: 't',
    factorId,
    evidence: 'E1',
    year: 2015,
    region: 'JP',
    note: {
      en: 'Published; the publication gives national averages without a place.',
      ja: '公表値。全国平均で、場所は示されていません。',
    },
  });
}

function intensity(id: string, value: number, nameEn: string, nameJa: string): RowContent {
  return factor(id, value, 'kg-CO2/t', { ...PRINTED, nameEn, nameJa });
}

function sales(id: string, place: BilingualText, inCity: string, units: number): RowContent {
  const row = { id, period: 2025, place, placeBasis: 'delivered', inCity, units, unit: 't' };
  return { ...row, status: 'realized', evidence: 'E9' };
}

function partner(id: string, name: BilingualText, inCity: string, numerator: number): RowContent {
  const row = { id, partner: name, role: { en: 'Illustrative', ja: '例示' }, inCity, method: 'agreed-share' };
  return { ...row, numerator, denominator: 100, unit: '%', year: 2025, evidence: 'E9' };
}
