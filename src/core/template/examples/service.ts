import {
  formFields,
  GRID_JP,
  ILLUSTRATIVE_EVIDENCE,
  illustrative,
  madeUp,
  madeUpLine,
  madeUpPartner,
  madeUpSales,
  US,
  type Example,
} from './example';

const MONTH = '月';

/** No pieces: contracts of part of a year counted in months; a share of a data centre; a baseline in which nothing is bought. */
export const service: Example = {
  name: 'service',
  title: { en: 'Energy management service', ja: 'エネルギー管理サービス' },
  description: {
    en: 'One month of a building run with the service against the same building without it. Contracts of part of a year are counted in months; the data centre is allocated by server time. Every figure is illustrative. Side effects, such as changes in comfort, are not covered yet.',
    ja: 'サービスを利用する建物の1か月の運用を、利用しない場合と比べます。年の途中の契約は月数で数え、データセンターはサーバー時間で配分します。数値はすべて例示です。快適性の変化などの波及効果には未対応です。',
  },
  content: {
    fields: formFields({
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
      reductionDigits: illustrative(0),
      avoidedDigits: illustrative(1),
    }),
    tables: {
      KmcBaseline: [
        madeUpLine(
          'B1',
          'use',
          { en: 'Electricity of the building', ja: '建物の電力' },
          [50000, 'kWh'],
          'jp.el.FY2024.national',
        ),
        madeUpLine('B2', 'use', { en: 'Inspection visits', ja: '巡回点検の移動' }, [120, 'pkm'], 'x.car'),
      ],
      KmcProduct: [
        madeUpLine(
          'P1',
          'use',
          { en: 'Electricity of the building', ja: '建物の電力' },
          [46000, 'kWh'],
          'jp.el.FY2024.national',
        ),
        madeUpLine('P2', 'use', { en: 'Inspection visits', ja: '巡回点検の移動' }, [30, 'pkm'], 'x.car'),
        madeUpLine(
          'P3',
          'production',
          { en: 'Data centre, allocated', ja: 'データセンター（配分）' },
          [80, 'kWh'],
          'jp.el.FY2024.national',
          { inCity: 1 },
        ),
        madeUpLine('P4', 'distribution', { en: 'Data sent', ja: 'データ通信' }, [20, 'GB'], 'x.network'),
        madeUpLine(
          'P5',
          'raw-materials',
          { en: 'Gateway device by price', ja: '通信端末（金額）' },
          [600, '円'],
          'x.device',
        ),
        madeUpLine('P6', 'end-of-life', { en: 'Gateway device', ja: '通信端末' }, [0.02, 'kg'], 'x.waste'),
      ],
      KmcFactors: [
        GRID_JP,
        madeUp('x.car', 0.15, 'kg-CO2e/pkm', { en: 'Passenger car', ja: '乗用車' }),
        madeUp('x.network', 0.01, 'kg-CO2e/GB', { en: 'Network', ja: '通信網' }),
        madeUp('x.device', 0.003, 'kg-CO2e/円', { en: 'Electronic device by price', ja: '電子機器（金額当たり）' }),
        madeUp('x.waste', 0.5, 'kg-CO2e/kg', { en: 'Waste treatment', ja: '廃棄物処理' }),
      ],
      KmcSales: [
        madeUpSales('S1', 960, MONTH, { place: { en: '80 buildings, whole year', ja: '80棟・通年' } }),
        madeUpSales('S2', 105, MONTH, { place: { en: '15 buildings, from September', ja: '15棟・9月から' } }),
        madeUpSales('S3', 60, MONTH, { inCity: 'in', place: { en: '5 buildings in Kawasaki', ja: '川崎市内5棟' } }),
      ],
      KmcContribution: [
        madeUpPartner('C1', US, 'in', 'location-share', 80),
        madeUpPartner('C2', { en: 'Building operators', ja: '建物の管理者' }, 'out', 'location-share', 20),
      ],
      KmcEvidence: [ILLUSTRATIVE_EVIDENCE],
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
    },
  },
};
