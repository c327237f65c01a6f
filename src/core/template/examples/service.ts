import { between, lognormal, pedigree, variations } from './conditions';
import {
  arguedFields,
  formFields,
  ILLUSTRATIVE_EVIDENCE,
  illustrative,
  madeUp,
  madeUpLines,
  madeUpPartner,
  madeUpSales,
  US,
  type Example,
} from './example';
import { GRID, WASTE } from './madeUpFactors';

const MONTH = '月';
const METERED = pedigree([1, 1, 1, 1, 1]);
const ESTIMATED = pedigree([3, 3, 2, 2, 3], 1.1);
const BUILDING = { en: 'Electricity of the building', ja: '建物の電力' };
const VISITS = { en: 'Inspection visits', ja: '巡回点検の移動' };
const DATA_CENTRE = { en: 'Data centre, allocated', ja: 'データセンター（配分）' };
const HEATERS = { en: 'Fans and heaters brought in by users', ja: '利用者が持ち込む扇風機・暖房器具' };

/** No pieces: contracts of part of a year counted in months; a share of a data centre; a baseline in which nothing is bought; heaters brought in. */
export const service: Example = {
  name: 'service',
  title: { en: 'Energy management service', ja: 'エネルギー管理サービス' },
  description: {
    en: 'One month of a building run with the service against the same building without it. Contracts of part of a year are counted in months; the data centre is allocated by server time. The fans and heaters that users bring in where comfort changes are a side effect. Every figure is illustrative.',
    ja: 'サービスを利用する建物の1か月の運用を、利用しない場合と比べます。年の途中の契約は月数で数え、データセンターはサーバー時間で配分します。快適性の変化に伴って利用者が持ち込む扇風機や暖房器具は波及効果として計算します。数値はすべて例示です。',
  },
  content: {
    fields: formFields({
      ...arguedFields,
      coProducts: illustrative('yes'),
      productName: illustrative({ en: 'Energy management service', ja: 'エネルギー管理サービス' }),
      contributionType: illustrative({ en: 'Service used outside the city', ja: '市外で利用されるサービス' }),
      contributionDescription: illustrative({
        en: 'Runs the equipment of the building by its load.',
        ja: '負荷に合わせて建物の設備を運転します。',
      }),
      functionalUnit: illustrative(1, MONTH),
      functionalUnitDescription: illustrative({ en: 'One month of one building', ja: '建物1棟の1か月の運用' }),
      soldUnit: illustrative(MONTH),
      functionalUnitsPerUnit: illustrative(1),
      baselineFunctionalUnitsPerUnit: illustrative(1),
      baselineType: illustrative('business-as-usual'),
      baselineDescription: illustrative({
        en: 'No service: the building is run as before',
        ja: 'サービスなし（従来どおりの運用）',
      }),
      timeSense: illustrative('annual'),
      rebound: illustrative(0.05),
      reboundReason: illustrative({
        en: 'Part of the saving is used for longer hours.',
        ja: '削減分の一部が運転時間の延長に使われます。',
      }),
      sideEffectsReason: {},
      unitsTotal: illustrative(1125),
      reductionDigits: illustrative(0),
      avoidedDigits: illustrative(1),
    }),
    tables: {
      KmcBaseline: madeUpLines([
        ['B1', 'use', BUILDING, [50000, 'kWh'], 'jp.el.FY2024.national', { ...METERED, parameter: 'WEATHER' }],
        ['B2', 'use', VISITS, [120, 'pkm'], 'x.car', ESTIMATED],
      ]),
      KmcProduct: madeUpLines([
        ['P1', 'use', BUILDING, [46000, 'kWh'], 'jp.el.FY2024.national', { ...METERED, parameter: 'WEATHER' }],
        ['P2', 'use', VISITS, [30, 'pkm'], 'x.car', ESTIMATED],
        ['P3', 'production', DATA_CENTRE, [80, 'kWh'], 'jp.el.FY2024.national', { inCity: 1, ...between(40, 160) }],
        ['P4', 'distribution', { en: 'Data sent', ja: 'データ通信' }, [20, 'GB'], 'x.network', ESTIMATED],
        [
          'P5',
          'raw-materials',
          { en: 'Gateway device by price', ja: '通信端末（金額）' },
          [600, '円'],
          'x.device',
          ESTIMATED,
        ],
        ['P6', 'end-of-life', { en: 'Gateway device', ja: '通信端末' }, [0.02, 'kg'], 'x.waste', ESTIMATED],
      ]),
      KmcSideEffects: madeUpLines([['W1', 'use', HEATERS, [120, 'kWh'], 'jp.el.FY2024.national', between(0, 300)]]),
      KmcFactors: [
        GRID,
        { ...madeUp('x.car', 0.15, 'kg-CO2e/pkm', { en: 'Passenger car', ja: '乗用車' }), ...lognormal(1.3) },
        { ...madeUp('x.network', 0.01, 'kg-CO2e/GB', { en: 'Network', ja: '通信網' }), ...lognormal(3) },
        {
          ...madeUp('x.device', 0.003, 'kg-CO2e/円', {
            en: 'Electronic device by price',
            ja: '電子機器（金額当たり）',
          }),
          ...lognormal(2),
        },
        WASTE,
      ],
      KmcSales: [
        madeUpSales('S1', 960, MONTH, { place: { en: '80 buildings, whole year', ja: '80棟・通年' } }),
        madeUpSales('S2', 105, MONTH, { place: { en: '15 buildings, from September', ja: '15棟・9月から' } }),
        madeUpSales('S3', 60, MONTH, { inCity: 'in', place: { en: '5 buildings in Kawasaki', ja: '川崎市内5棟' } }),
      ],
      KmcContribution: [
        { ...madeUpPartner('C1', US, 'in', 'location-share', 80), ...between(0.7, 0.85) },
        madeUpPartner('C2', { en: 'Building operators', ja: '建物の管理者' }, 'out', 'location-share', 20),
      ],
      KmcEvidence: [ILLUSTRATIVE_EVIDENCE],
      KmcParameters: [
        {
          symbol: 'WEATHER',
          item: { en: 'Need of heating and cooling, of a normal year', ja: '平年に対する冷暖房の需要' },
          value: 1,
          unit: '-',
          ...between(0.9, 1.1, 'normal'),
          evidence: 'E9',
        },
      ],
      KmcExclusions: ['raw-materials', 'production', 'distribution', 'end-of-life'].map((stage, index) => ({
        id: `X${index + 1}`,
        side: { en: 'baseline', ja: '比較対象製品' },
        stage,
        process: { en: 'Whole stage', ja: '段階全体' },
        reason: { en: 'Nothing is bought in the baseline.', ja: '比較対象では何も購入されません。' },
        share: 0,
        evidence: 'E9',
      })),
      KmcAllocation: [
        {
          id: 'A1',
          process: { en: 'Data centre', ja: 'データセンター' },
          coProduct: { en: 'Other services', ja: '他のサービス' },
          method: { en: 'By server time', ja: 'サーバー時間比' },
          key: { en: 'Server hours', ja: 'サーバー稼働時間' },
          share: 0.002,
          evidence: 'E9',
        },
      ],
      KmcVariations: variations([
        [{ en: 'Rebound of 20 %', ja: 'リバウンドが20%の場合' }, ['KmcCase', 'rebound', 'value', 0.2]],
        [
          { en: 'Grid at 0.25 kg/kWh', ja: '電力が0.25 kg/kWhの場合' },
          ['KmcFactors', 'jp.el.FY2024.national', 'value', 0.00025],
        ],
        [
          { en: 'Three times the heaters brought in', ja: '持ち込み暖房器具が3倍の場合' },
          ['KmcSideEffects', 'W1', 'amount', 360],
        ],
      ]),
    },
  },
};
