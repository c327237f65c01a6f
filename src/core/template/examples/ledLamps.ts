import { excludedStages, factor, formFields, ILLUSTRATIVE_EVIDENCE, illustrative, line, published } from './example';
import type { Example } from './example';

const SOURCE =
  'https://www.treehugger.com/interior-design/osram-life-cycle-analysis-finds-manufacturing-of-led-bulbs-not-that-energy-intensive.html';

/**
 * Published: watts, lives, the electricity and the emissions of both. Derived: 0.5 kg/kWh from the printed pair 200 kWh and 100 kg.
 * Sales and contribution rate are illustrative.
 */
export const ledLamps: Example = {
  name: 'led-lamps',
  title: { en: 'LED lamp and 25 incandescent lamps', ja: 'LED電球と白熱電球25個' },
  description: {
    en: 'Light for 25,000 hours: one LED lamp against the 25 incandescent lamps that burn out meanwhile. Recomputes the published 1,000 and 200 kWh as 500 and 100 kg-CO2. Sales and contribution rate are illustrative.',
    ja: '25,000時間の明かりを、LED電球1個と、その間に切れる白熱電球25個とで比べます。公表された1,000 kWhと200 kWh、500 kg-CO2と100 kg-CO2を再計算します。販売量と寄与率は例示です。',
  },
  published: [
    {
      figure: { en: 'Incandescent lamps for one LED lamp', ja: 'LED電球1個に相当する白熱電球' },
      value: '25',
      unit: '個',
      source: SOURCE,
    },
    {
      figure: { en: 'Incandescent lamps, 25,000 h ("nearly 500")', ja: '白熱電球 25,000時間（「約500」）' },
      value: '500',
      unit: 'kg-CO2',
      source: SOURCE,
    },
    { figure: { en: 'LED lamp, 25,000 h', ja: 'LED電球 25,000時間' }, value: '100', unit: 'kg-CO2', source: SOURCE },
  ],
  content: {
    fields: formFields({
      productName: illustrative({ en: 'LED lamp', ja: 'LED電球' }),
      productModel: published({ en: '8 W, 25,000 h', ja: '8 W、25,000時間' }),
      contributionDescription: published({
        en: 'Gives the same light with less electricity.',
        ja: '同じ明るさを少ない電力で得ます。',
      }),
      functionalUnit: published(25000, 'h'),
      functionalUnitDescription: published({ en: '25,000 hours of light', ja: '25,000時間の照明' }),
      soldUnit: illustrative({ en: 'piece', ja: '個' }),
      productService: published(25000, 'h'),
      baselineService: published(1000, 'h'),
      replacement: published('whole'),
      baselineType: published('conventional-product'),
      baselineDescription: published({ en: 'Incandescent lamp, 40 W, 1,000 h', ja: '白熱電球 40 W、1,000時間' }),
      baselineRegion: published('DE'),
      baselineYear: published(2009),
      unitsTotal: illustrative(5320),
    }),
    tables: {
      KmcBaseline: [
        line({
          id: 'B1',
          stage: 'use',
          process: { en: 'Electricity, 40 W over 1,000 h', ja: '電力 40 W × 1,000時間' },
          inCity: 0,
          amount: 40,
          unit: 'kWh',
          per: 'sold-unit',
          factorId: 'grid.implied',
          evidence: 'E1',
          year: 2009,
          region: 'DE',
          note: {
            en: 'Published watts and hours; 25 lamps for one functional unit.',
            ja: '公表値の消費電力と時間。機能単位当たり25個。',
          },
        }),
      ],
      KmcProduct: [
        line({
          id: 'P1',
          stage: 'use',
          process: { en: 'Electricity, 8 W over 25,000 h', ja: '電力 8 W × 25,000時間' },
          inCity: 0,
          amount: 200,
          unit: 'kWh',
          per: 'sold-unit',
          factorId: 'grid.implied',
          evidence: 'E1',
          year: 2009,
          region: 'DE',
          note: { en: 'Published', ja: '公表値' },
        }),
      ],
      KmcFactors: [
        factor('grid.implied', 0.5, 'kg-CO2/kWh', {
          nameEn: 'Electricity, implied by 100 kg for 200 kWh',
          nameJa: '電力（200 kWhで100 kgから逆算）',
          gases: 'CO2',
          gridKind: 'average',
          region: 'DE',
          resultYear: '2009',
          source: SOURCE,
          version: '2009',
          note: { en: 'Derived, not printed', ja: '公表値から計算。印刷された値ではありません。' },
        }),
      ],
      KmcSales: [
        {
          id: 'S1',
          period: 2025,
          place: { en: 'Outside the city', ja: '市外' },
          placeBasis: 'delivered',
          inCity: 'out',
          units: 5020,
          unit: { en: 'piece', ja: '個' },
          returns: 20,
          status: 'realized',
          evidence: 'E9',
        },
        {
          id: 'S2',
          period: 2025,
          place: { en: 'Kawasaki', ja: '川崎市内' },
          placeBasis: 'delivered',
          inCity: 'in',
          units: 300,
          unit: { en: 'piece', ja: '個' },
          status: 'realized',
          evidence: 'E9',
        },
      ],
      KmcContribution: [
        partner('C1', { en: 'Example Co., Ltd.', ja: '例示株式会社' }, 'in', 40),
        partner('C2', { en: 'LED chip maker', ja: 'LED素子メーカー' }, 'out', 60),
      ],
      KmcEvidence: [
        {
          id: 'E1',
          kind: { en: 'publication', ja: '公表資料' },
          title: {
            en: 'Report on the OSRAM life-cycle analysis of LED lamps',
            ja: 'OSRAM社LED電球ライフサイクル分析の紹介記事',
          },
          file: SOURCE,
          confidential: 'no',
        },
        ILLUSTRATIVE_EVIDENCE,
      ],
      KmcExclusions: excludedStages(
        ['raw-materials', 'production', 'distribution', 'end-of-life'],
        { en: 'Whole stage', ja: '段階全体' },
        {
          en: 'The article prints no emissions outside use; it puts manufacturing below 2 % of the energy.',
          ja: '記事には使用以外の排出量がありません。製造はエネルギーの2%未満とされています。',
        },
        'E1',
      ),
    },
  },
};

function partner(id: string, name: { en: string; ja: string }, inCity: string, numerator: number) {
  const role = { en: 'Illustrative', ja: '例示' };
  const share = { numerator, denominator: 100, unit: '%', year: 2025, evidence: 'E9' };
  return { id, partner: name, role, inCity, method: 'cost-share', ...share };
}
