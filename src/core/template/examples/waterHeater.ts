import { excludedStages, factor, formFields, ILLUSTRATIVE_EVIDENCE, illustrative, line, published } from './example';
import type { Example } from './example';

const SOURCE = 'https://www.gline-toyama.com/about-eco/keisan/';

/** Published: the monthly gas volumes as printed, the factor and both emissions. Service life, sales and rate are illustrative. */
export const waterHeater: Example = {
  name: 'water-heater',
  title: { en: 'Condensing gas water heater', ja: '潜熱回収型ガス給湯器' },
  description: {
    en: 'One month of hot water in a home (348,300 kcal): a condensing against a conventional gas water heater. Recomputes the published 69.26 and 79.25 kg-CO2 a month from the printed gas volumes. Service life, sales and contribution rate are illustrative.',
    ja: '家庭の給湯1か月分（348,300 kcal）を、潜熱回収型と従来型のガス給湯器で比べます。公表されたガス使用量から、1か月当たり69.26 kg-CO2と79.25 kg-CO2を再計算します。使用年数・販売量・寄与率は例示です。',
  },
  published: [
    {
      figure: { en: 'Conventional water heater', ja: '従来型給湯器' },
      value: '79.25',
      unit: 'kg-CO2/月',
      source: SOURCE,
    },
    {
      figure: { en: 'Condensing water heater', ja: '潜熱回収型給湯器' },
      value: '69.26',
      unit: 'kg-CO2/月',
      source: SOURCE,
    },
  ],
  content: {
    fields: formFields({
      productName: illustrative({ en: 'Condensing gas water heater', ja: '潜熱回収型ガス給湯器' }),
      contributionDescription: published({
        en: 'Recovers heat from the flue gas (95 % against 83 % efficiency).',
        ja: '排気の熱を回収します（熱効率83%に対し95%）。',
      }),
      functionalUnit: published(1, '月'),
      functionalUnitDescription: published({
        en: 'Hot water of a home in a month, 348,300 kcal',
        ja: '家庭の給湯1か月分、348,300 kcal',
      }),
      soldUnit: illustrative({ en: 'unit', ja: '台' }),
      productService: illustrative(10, '年'),
      productServiceYears: illustrative(10, '年'),
      baselineService: illustrative(10, '年'),
      baselineServiceYears: illustrative(10, '年'),
      baselineType: published('conventional-product'),
      baselineDescription: published({ en: 'Conventional gas water heater', ja: '従来型ガス給湯器' }),
      baselineYear: published(2012),
      unitsTotal: illustrative(1000),
      reductionDigits: illustrative(2),
    }),
    tables: {
      KmcBaseline: [gasLine('B1', 38.1)],
      KmcProduct: [gasLine('P1', 33.3)],
      KmcFactors: [
        factor('city-gas.printed', 2.08, 'kg-CO2/m3', {
          nameEn: 'Natural gas, as printed',
          nameJa: '都市ガス（公表値）',
          gases: 'CO2',
          boundary: 'direct',
          heatBasis: 'gross',
          region: 'JP',
          source: SOURCE,
          version: { en: 'as stored', ja: '保存版' },
        }),
      ],
      KmcSales: [
        {
          id: 'S1',
          period: 2025,
          place: { en: 'Outside the city', ja: '市外' },
          placeBasis: 'installed',
          inCity: 'out',
          units: 1000,
          unit: { en: 'unit', ja: '台' },
          status: 'realized',
          evidence: 'E9',
        },
        {
          id: 'S2',
          period: 2024,
          place: { en: 'Outside the city', ja: '市外' },
          placeBasis: 'installed',
          inCity: 'out',
          units: 800,
          unit: { en: 'unit', ja: '台' },
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
          method: 'value-added-share',
          numerator: 70,
          denominator: 100,
          unit: '%',
          year: 2025,
          evidence: 'E9',
        },
      ],
      KmcEvidence: [
        {
          id: 'E1',
          kind: { en: 'publication', ja: '公表資料' },
          title: {
            en: 'Web page of a gas retailer on the calculation for water heaters',
            ja: 'ガス事業者の給湯器の計算に関するウェブページ',
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
          en: 'The page states the gas burnt in use only; nothing is published of the other stages.',
          ja: 'ページは使用時のガス消費のみを示しており、他の段階の公表値はありません。',
        },
        'E1',
      ),
    },
  },
};

function gasLine(id: string, amount: number) {
  return line({
    id,
    stage: 'use',
    process: { en: 'Gas burnt in a month', ja: '1か月のガス消費' },
    inCity: 0,
    amount,
    unit: 'm3',
    factorId: 'city-gas.printed',
    evidence: 'E1',
    year: 2012,
    region: 'JP',
    note: { en: 'Published volume, as printed', ja: '公表されたガス使用量' },
  });
}
