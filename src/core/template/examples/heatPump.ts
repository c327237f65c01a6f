import type { RowContent } from '../content';
import { between, lognormal, pedigree, variations, type Change } from './conditions';
import {
  arguedFields,
  excludedStages,
  formFields,
  ILLUSTRATIVE,
  ILLUSTRATIVE_EVIDENCE,
  illustrative,
  madeUp,
  madeUpLines,
  madeUpPartner,
  madeUpSales,
  US,
  type Example,
} from './example';
import { GRID, STEEL, TRUCK } from './madeUpFactors';
import { CITY_GAS_JP, HFC32 } from './referenceFactors';

const UNIT = { en: 'unit', ja: '台' };
const OLD = { variant: { en: 'existing boiler', ja: '既存ボイラー' } };
const NEW = { variant: { en: 'new boiler', ja: '新しいボイラー' } };
const PIECE = { per: 'sold-unit' };
const CREDIT = { flow: 'recycling-credit' };
/** Both sides serve the same heat, so that they share what is unknown of it. */
const HEAT = { parameter: 'HEAT' };
const BILL = pedigree([2, 2, 1, 2, 2]);
const METERED = pedigree([1, 2, 1, 1, 2]);
const ESTIMATED = pedigree([3, 3, 1, 2, 2], 2);

const STEEL_PARTS = { en: 'Steel', ja: '鋼材' };
const RECYCLED = { en: 'Steel recycled', ja: '鋼材のリサイクル' };
const GAS = { en: 'City gas', ja: '都市ガス' };
const FAN = { en: 'Fan', ja: '送風機の電力' };
const LEAKED = { en: 'Refrigerant leaked in a year', ja: '冷媒の年間漏えい' };
const LOST = { en: 'Refrigerant not recovered', ja: '冷媒の未回収分' };
const ELECTRICITY = { en: 'Electricity, 277.8 kWh ÷ COP', ja: '電力（277.8 kWh ÷ COP）' };

/** Heat a year (GJ), and electricity for one GJ (kWh) at the COP that the site allows. */
const SITES = [
  {
    id: 'SA',
    description: { en: 'Large site', ja: '大規模の設置先' },
    load: 20000,
    electricity: 70,
    range: between(62, 82),
  },
  {
    id: 'SB',
    description: { en: 'Small site', ja: '小規模の設置先' },
    load: 12000,
    electricity: 80,
    range: between(70, 95),
  },
] as const;

/** The boiler that is replaced had five years left; two sites of different load; refrigerant as gas masses; credits for recycled steel. */
export const heatPump: Example = {
  name: 'heat-pump',
  title: { en: 'Industrial heat pump', ja: '産業用ヒートポンプ' },
  description: {
    en: 'One GJ of process heat from a heat pump against gas boilers, at two sites of different load. For the first 5 of 15 years the baseline is the existing boiler, which would have gone on, then a new one. Charge, leak and disposal of the refrigerant are counted. Every figure is illustrative.',
    ja: '工程用の熱1 GJを、負荷の異なる2つの設置先について、ヒートポンプとガスボイラーで比べます。15年のうち最初の5年は使い続けられたはずの既存ボイラー、その後は新しいボイラーを比較対象とします。冷媒の充填・漏えい・廃棄も計算します。数値はすべて例示です。',
  },
  content: {
    fields: formFields({
      ...arguedFields,
      identicalLeftOut: illustrative('yes'),
      recyclingMethod: illustrative({
        en: 'Steel recycled takes the place of primary steel, on both sides alike',
        ja: 'リサイクルされた鋼が一次鋼材を代替するとして、両者で同じ方法で控除',
      }),
      productName: illustrative({ en: 'Industrial heat pump, 200 kW', ja: '産業用ヒートポンプ 200 kW' }),
      contributionDescription: illustrative({
        en: 'Lifts waste heat with little electricity.',
        ja: '少ない電力で排熱をくみ上げます。',
      }),
      functionalUnit: illustrative(1, 'GJ'),
      functionalUnitDescription: illustrative({ en: 'One GJ of heat at 90 °C', ja: '90 ℃の熱1 GJ' }),
      soldUnit: illustrative(UNIT),
      productServiceYears: illustrative(15, '年'),
      baselineServiceYears: illustrative(15, '年'),
      baselineType: illustrative('replaced-device'),
      baselineDescription: illustrative({
        en: 'The existing gas boiler for its 5 years left, then a new one of 90 % efficiency',
        ja: '残り5年間は既存のガスボイラー、その後は効率90%の新しいボイラー',
      }),
      unitsTotal: illustrative(8),
      reductionDigits: illustrative(2),
    }),
    tables: {
      KmcSegments: SITES.map(({ id, description, load }) => ({
        id,
        description,
        productService: load,
        baselineService: load,
        serviceUnit: 'GJ/年',
      })),
      KmcMix: SITES.flatMap(({ id }) => [window(`X${id}1`, id, OLD, 0, 5), window(`X${id}2`, id, NEW, 5, 15)]),
      KmcBaseline: SITES.flatMap(({ id }) => boilerLines(id)),
      KmcProduct: SITES.flatMap(heatPumpLines),
      KmcFactors: [
        GRID,
        { ...CITY_GAS_JP, ...lognormal(1.02) },
        HFC32,
        STEEL,
        {
          ...madeUp('x.steel.credit', 0.9, 'kg-CO2e/kg', { en: 'Steel recycled', ja: '鋼のリサイクル' }),
          ...lognormal(1.5),
        },
        TRUCK,
      ],
      KmcSales: [
        madeUpSales('S1', 3, UNIT, { segment: 'SA' }),
        madeUpSales('S2', 5, UNIT, { segment: 'SB' }),
        madeUpSales('S3', 2, UNIT, { segment: 'SA', status: 'planned' }),
      ],
      KmcContribution: [
        { ...madeUpPartner('C1', US, 'in', 'cost-share', 55), ...between(0.5, 0.6, 'uniform') },
        madeUpPartner('C2', { en: 'Compressor maker', ja: '圧縮機メーカー' }, 'out', 'cost-share', 45),
      ],
      KmcEvidence: [ILLUSTRATIVE_EVIDENCE],
      KmcParameters: [
        {
          symbol: 'HEAT',
          item: { en: 'Heat used, of the heat planned', ja: '計画に対する実際の熱需要' },
          value: 1,
          unit: '-',
          ...between(0.9, 1.1, 'normal'),
          evidence: 'E9',
        },
      ],
      KmcExclusions: excludedStages(
        ['production'],
        { en: 'Assembly', ja: '組立' },
        { en: 'Below 1 % on both sides (illustrative).', ja: '両者とも1%未満です（例示）。' },
        'E9',
      ).map((row) => ({ ...row, share: 0.01 })),
      KmcVariations: variations([
        [
          { en: 'Existing boiler with 10 years left', ja: '既存ボイラーの残り年数が10年の場合' },
          ...SITES.flatMap(({ id }): Change[] => [
            ['KmcMix', `X${id}1`, 'toYear', 10],
            ['KmcMix', `X${id}2`, 'fromYear', 10],
          ]),
        ],
        [
          { en: 'COP 3 at both sites', ja: '両設置先のCOPが3の場合' },
          ...SITES.map(({ id }): Change => ['KmcProduct', `P${id}3`, 'amount', 92.6]),
        ],
        [
          { en: 'Leak doubled', ja: '漏えいが2倍の場合' },
          ...SITES.map(({ id }): Change => ['KmcProduct', `P${id}4`, 'amount', 3]),
        ],
        [
          { en: 'Grid at 0.25 kg/kWh', ja: '電力が0.25 kg/kWhの場合' },
          ['KmcFactors', 'jp.el.FY2024.national', 'value', 0.00025],
        ],
      ]),
    },
  },
};

/** Years of use, from the first up to and without the last, in which a boiler would have served at a site. */
function window(id: string, segment: string, variant: RowContent, fromYear: number, toYear: number): RowContent {
  const stated = { id, ...variant, segment, shareBasis: 'years-of-use', fromYear, toYear };
  return { ...stated, year: 2025, source: ILLUSTRATIVE, evidence: 'E9' };
}

function carried(tonnes: number) {
  return { en: `Transport, ${tonnes} t over 500 km`, ja: `輸送 ${tonnes} t × 500 km` };
}

function boilerLines(segment: string): RowContent[] {
  const at = (number: number): string => `B${segment}${number}`;
  const [old, fresh] = [
    { segment, ...OLD },
    { segment, ...NEW },
  ];
  const [oldUse, freshUse] = [
    { ...old, ...HEAT, ...METERED },
    { ...fresh, ...HEAT, ...METERED },
  ];
  const piece = { ...fresh, ...PIECE };
  return madeUpLines([
    [at(1), 'use', GAS, [29.4, 'm3(SATP)'], 'jp.gas.2023.default.co2_factor', oldUse],
    [at(2), 'use', FAN, [2.2, 'kWh'], 'jp.el.FY2024.national', oldUse],
    [at(3), 'raw-materials', STEEL_PARTS, [5000, 'kg'], 'x.steel', { ...piece, ...BILL }],
    [at(4), 'distribution', carried(5), [2500, 't·km'], 'x.truck', { ...piece, ...ESTIMATED }],
    [at(5), 'use', GAS, [27.8, 'm3(SATP)'], 'jp.gas.2023.default.co2_factor', freshUse],
    [at(6), 'use', FAN, [2, 'kWh'], 'jp.el.FY2024.national', freshUse],
    [at(7), 'end-of-life', RECYCLED, [-4000, 'kg'], 'x.steel.credit', { ...piece, ...CREDIT, ...BILL }],
  ]);
}

function heatPumpLines({ id: segment, electricity, range }: (typeof SITES)[number]): RowContent[] {
  const at = (number: number): string => `P${segment}${number}`;
  const piece = { segment, ...PIECE };
  const gas = { segment, flow: 'direct-gas' };
  return madeUpLines([
    [at(1), 'raw-materials', STEEL_PARTS, [8000, 'kg'], 'x.steel', { ...piece, ...BILL }],
    [at(2), 'distribution', carried(8), [4000, 't·km'], 'x.truck', { ...piece, inCity: 0.05, ...ESTIMATED }],
    [at(3), 'use', ELECTRICITY, [electricity, 'kWh'], 'jp.el.FY2024.national', { segment, ...HEAT, ...range }],
    [at(4), 'use', LEAKED, [1.5, 'kg'], 'gwp.AR5.HFC32', { ...gas, per: 'year', ...between(0.5, 3) }],
    [at(5), 'end-of-life', LOST, [12, 'kg'], 'gwp.AR5.HFC32', { ...gas, ...PIECE, ...between(6, 24) }],
    [at(6), 'end-of-life', RECYCLED, [-6000, 'kg'], 'x.steel.credit', { ...piece, ...CREDIT, ...BILL }],
  ]);
}
