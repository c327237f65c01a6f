import { excludedStages, factor, formFields, ILLUSTRATIVE_EVIDENCE, illustrative, line, published } from './example';
import type { Example } from './example';

const SOURCE = 'http://taiyo-biz.jp/question/others/co2.php';
const PRINTED = { source: SOURCE, version: 'FY2012', region: 'JP', gases: 'CO2' } as const;

/** Published: both intensities, the generation of the system and the yearly saving. One system and a rate of 1 are illustrative. */
export const photovoltaics: Example = {
  name: 'photovoltaics',
  title: { en: 'Photovoltaic power', ja: '太陽光発電' },
  description: {
    en: 'One kWh from crystalline silicon modules against the grid average, and a 50 kW system over one year. Recomputes the published 504.5 g-CO2 per kWh and 27,747,500 g-CO2 a year. One system sold and an undivided rate are illustrative.',
    ja: '結晶シリコン太陽電池による1 kWhを系統電力の平均と比べ、50 kWの設備1基の1年分を示します。公表された504.5 g-CO2/kWhと年間27,747,500 g-CO2を再計算します。販売1基と按分なしは例示です。',
  },
  published: [
    { figure: { en: 'Reduction', ja: '削減量' }, value: '504.5', unit: 'g-CO2/kWh', source: SOURCE },
    {
      figure: { en: 'One 50 kW system in a year', ja: '50 kW設備1基の年間削減量' },
      value: '27747500',
      unit: 'g-CO2',
      source: SOURCE,
    },
  ],
  content: {
    fields: formFields({
      productName: illustrative({ en: 'Crystalline silicon photovoltaic system', ja: '結晶シリコン太陽光発電設備' }),
      productModel: published({ en: '50 kW', ja: '50 kW' }),
      contributionDescription: published({
        en: 'Its electricity takes the place of electricity from the grid.',
        ja: '発電した電力が系統電力を代替します。',
      }),
      functionalUnit: published(1, 'kWh'),
      functionalUnitDescription: published({ en: 'One kWh of electricity generated', ja: '発電電力量1 kWh' }),
      soldUnit: illustrative({ en: 'installation', ja: '基' }),
      functionalUnitsPerUnit: published(55000, undefined, {
        en: 'kWh a year of the 50 kW system',
        ja: '50 kW設備の年間発電電力量（kWh）',
      }),
      baselineType: published('market-average'),
      baselineDescription: published({ en: 'Average of the electricity grid', ja: '系統電力の平均' }),
      baselineRegion: published('JP'),
      baselineYear: published(2012),
      timeSense: published('annual'),
      demand: published('existing'),
      reductionUnit: published('g-CO2e'),
      unitsTotal: illustrative(1),
      reductionDigits: published(1),
      avoidedDigits: published(4),
    }),
    tables: {
      KmcBaseline: [
        line({
          id: 'B1',
          stage: 'use',
          process: { en: 'Electricity from the grid', ja: '系統電力の発電' },
          inCity: 0,
          amount: 1,
          unit: 'kWh',
          factorId: 'grid.2012',
          evidence: 'E1',
          year: 2012,
          region: 'JP',
          note: { en: 'Published', ja: '公表値' },
        }),
      ],
      KmcProduct: [
        line({
          id: 'P1',
          stage: 'production',
          process: { en: 'Whole life cycle of the system', ja: '設備のライフサイクル全体' },
          inCity: 0,
          amount: 1,
          unit: 'kWh',
          factorId: 'pv.crystalline',
          evidence: 'E1',
          year: 2012,
          region: 'JP',
          note: {
            en: 'Published for the whole life cycle, not by stage; it stands at production, its largest part.',
            ja: '公表値はライフサイクル全体で、段階別ではありません。最も大きい生産の段階に置いています。',
          },
        }),
      ],
      KmcFactors: [
        factor('grid.2012', 550, 'g-CO2/kWh', {
          ...PRINTED,
          nameEn: 'Grid electricity, average',
          nameJa: '系統電力 平均',
          gridKind: 'average',
          resultYear: '2012',
        }),
        factor('pv.crystalline', 45.5, 'g-CO2/kWh', {
          ...PRINTED,
          nameEn: 'Crystalline silicon, life cycle',
          nameJa: '結晶シリコン ライフサイクル',
          boundary: 'with-upstream',
        }),
      ],
      KmcSales: [
        {
          id: 'S1',
          period: 2025,
          place: { en: 'Outside the city', ja: '市外' },
          placeBasis: 'installed',
          inCity: 'out',
          units: 1,
          unit: { en: 'installation', ja: '基' },
          status: 'realized',
          evidence: 'E9',
        },
      ],
      KmcContribution: [
        {
          id: 'C1',
          partner: { en: 'Example Co., Ltd.', ja: '例示株式会社' },
          role: { en: 'Illustrative', ja: '例示' },
          inCity: 'in',
          method: 'unallocated',
          share: 1,
          year: 2025,
          evidence: 'E9',
        },
      ],
      KmcEvidence: [
        {
          id: 'E1',
          kind: { en: 'publication', ja: '公表資料' },
          title: {
            en: 'Web page on the CO2 saving of photovoltaic power, citing the industry rule of FY2012',
            ja: '太陽光発電のCO2削減効果のウェブページ（平成24年度の業界自主ルールを引用）',
          },
          file: SOURCE,
          confidential: 'no',
        },
        ILLUSTRATIVE_EVIDENCE,
      ],
      KmcExclusions: excludedStages(
        ['raw-materials', 'distribution', 'end-of-life'],
        { en: 'Whole stage', ja: '段階全体' },
        {
          en: 'Product: inside line P1, which covers the whole life cycle. Baseline: the published grid average is of generation only.',
          ja: '応募製品はライフサイクル全体を示すP1に含まれます。比較対象の公表値は発電時のみです。',
        },
        'E1',
      ).concat([
        {
          id: 'X4',
          side: { en: 'product', ja: '応募製品等' },
          stage: 'use',
          process: { en: 'Operation', ja: '運転' },
          reason: { en: 'Inside line P1.', ja: 'P1に含まれます。' },
          evidence: 'E1',
        },
        {
          id: 'X5',
          side: { en: 'baseline', ja: '比較対象製品' },
          stage: 'production',
          process: { en: 'Building of power stations', ja: '発電所の建設' },
          reason: { en: 'Not in the published grid average.', ja: '公表された系統電力の平均に含まれません。' },
          evidence: 'E1',
        },
      ]),
    },
  },
};
