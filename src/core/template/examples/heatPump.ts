import type { RowContent } from '../content';
import {
  excludedStages,
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

const PIECE = { per: 'sold-unit' };

/** Two sites of different load; charge, leak and disposal of the refrigerant as gas masses; credits for recycled steel. */
export const heatPump: Example = {
  name: 'heat-pump',
  title: { en: 'Industrial heat pump', ja: '産業用ヒートポンプ' },
  description: {
    en: 'One GJ of process heat from a heat pump against a gas boiler, at two sites of different load. Every figure is illustrative. Not covered yet: years left in the boiler that is replaced (early replacement); the boiler is taken as new.',
    ja: '工程用の熱1 GJを、負荷の異なる2つの設置先について、ヒートポンプとガスボイラーで比べます。数値はすべて例示です。更新されるボイラーの残り年数（早期更新）には未対応のため、ボイラーは新品として扱っています。',
  },
  content: {
    fields: formFields({
      productName: illustrative({ en: 'Industrial heat pump, 200 kW', ja: '産業用ヒートポンプ 200 kW' }),
      contributionDescription: illustrative({
        en: 'Lifts waste heat with little electricity.',
        ja: '少ない電力で排熱をくみ上げます。',
      }),
      functionalUnit: illustrative(1, 'GJ'),
      functionalUnitDescription: illustrative({ en: 'One GJ of heat at 90 °C', ja: '90 ℃の熱1 GJ' }),
      soldUnit: illustrative({ en: 'unit', ja: '台' }),
      baselineType: illustrative('replaced-device'),
      baselineDescription: illustrative({ en: 'Gas boiler, 90 % efficiency', ja: 'ガスボイラー 効率90%' }),
      reductionDigits: illustrative(2),
    }),
    tables: {
      KmcSegments: [site('SA', 'large', 20000), site('SB', 'small', 12000)],
      KmcBaseline: ['SA', 'SB'].flatMap((segment) => boilerLines(segment)),
      KmcProduct: [...heatPumpLines('SA', 70), ...heatPumpLines('SB', 80)],
      KmcFactors: [
        GRID_JP,
        {
          id: 'jp.gas.2023.default.co2_factor',
          nameJa: '都市ガス(省令の代替値)',
          nameEn: 'City gas (ordinance default)',
          value: 2.05,
          unit: 't-CO2/千m3(SATP)',
          gases: 'CO2',
          boundary: 'direct',
          heatBasis: 'gross',
          region: 'JP',
          source: '算定省令 別表第2',
          version: '令和5年改正',
        },
        {
          id: 'gwp.AR5.HFC32',
          nameJa: 'HFC-32',
          nameEn: 'HFC-32',
          value: 677,
          unit: 'kg-CO2e/kg',
          gases: 'HFC-32',
          gwp: 'AR5',
          region: 'GLO',
          source: 'IPCC AR5 WG1 Table 8.A.1',
          version: 'AR5',
        },
        madeUp('x.steel', 2.1, 'kg-CO2e/kg', { en: 'Steel parts', ja: '鋼製部品' }),
        madeUp('x.steel.credit', 0.9, 'kg-CO2e/kg', { en: 'Steel recycled', ja: '鋼のリサイクル' }),
        madeUp('x.truck', 0.1, 'kg-CO2e/t·km', { en: 'Lorry', ja: 'トラック輸送' }),
      ],
      KmcSales: [
        madeUpSales('S1', 3, { en: 'unit', ja: '台' }, { segment: 'SA' }),
        madeUpSales('S2', 5, { en: 'unit', ja: '台' }, { segment: 'SB' }),
        madeUpSales('S3', 2, { en: 'unit', ja: '台' }, { segment: 'SA', status: 'planned' }),
      ],
      KmcContribution: [
        madeUpPartner('C1', US, 'in', 'cost-share', 55),
        madeUpPartner('C2', { en: 'Compressor maker', ja: '圧縮機メーカー' }, 'out', 'cost-share', 45),
      ],
      KmcEvidence: [ILLUSTRATIVE_EVIDENCE],
      KmcExclusions: excludedStages(
        ['production'],
        { en: 'Assembly', ja: '組立' },
        { en: 'Below 1 % on both sides (illustrative).', ja: '両者とも1%未満です（例示）。' },
        'E9',
      ).map((row) => ({ ...row, share: 0.01 })),
    },
  },
};

function site(id: string, size: 'large' | 'small', load: number): RowContent {
  const description =
    size === 'large' ? { en: 'Large site', ja: '大規模の設置先' } : { en: 'Small site', ja: '小規模の設置先' };
  const years = { productServiceYears: 15, baselineServiceYears: 15 };
  return { id, description, productService: load, baselineService: load, serviceUnit: 'GJ/年', ...years };
}

function boilerLines(segment: string): RowContent[] {
  const at = (number: number): string => `B${segment}${number}`;
  const own = { segment };
  return [
    madeUpLine(at(1), 'raw-materials', { en: 'Steel', ja: '鋼材' }, [5000, 'kg'], 'x.steel', { ...own, ...PIECE }),
    madeUpLine(
      at(2),
      'distribution',
      { en: 'Transport, 5 t over 500 km', ja: '輸送 5 t × 500 km' },
      [2500, 't·km'],
      'x.truck',
      {
        ...own,
        ...PIECE,
      },
    ),
    madeUpLine(
      at(3),
      'use',
      { en: 'City gas', ja: '都市ガス' },
      [27.8, 'm3(SATP)'],
      'jp.gas.2023.default.co2_factor',
      own,
    ),
    madeUpLine(at(4), 'use', { en: 'Fan', ja: '送風機の電力' }, [2, 'kWh'], 'jp.el.FY2024.national', own),
    madeUpLine(
      at(5),
      'end-of-life',
      { en: 'Steel recycled', ja: '鋼材のリサイクル' },
      [-4000, 'kg'],
      'x.steel.credit',
      {
        ...own,
        ...PIECE,
        flow: 'recycling-credit',
      },
    ),
  ];
}

function heatPumpLines(segment: string, electricity: number): RowContent[] {
  const at = (number: number): string => `P${segment}${number}`;
  const own = { segment };
  const gas = { ...own, flow: 'direct-gas' };
  return [
    madeUpLine(at(1), 'raw-materials', { en: 'Steel', ja: '鋼材' }, [8000, 'kg'], 'x.steel', { ...own, ...PIECE }),
    madeUpLine(
      at(2),
      'distribution',
      { en: 'Transport, 8 t over 500 km', ja: '輸送 8 t × 500 km' },
      [4000, 't·km'],
      'x.truck',
      {
        ...own,
        ...PIECE,
        inCity: 0.05,
      },
    ),
    madeUpLine(at(3), 'use', { en: 'Electricity', ja: '電力' }, [electricity, 'kWh'], 'jp.el.FY2024.national', own),
    madeUpLine(
      at(4),
      'use',
      { en: 'Refrigerant leaked in a year', ja: '冷媒の年間漏えい' },
      [1.5, 'kg'],
      'gwp.AR5.HFC32',
      {
        ...gas,
        per: 'year',
      },
    ),
    madeUpLine(
      at(5),
      'end-of-life',
      { en: 'Refrigerant not recovered', ja: '冷媒の未回収分' },
      [12, 'kg'],
      'gwp.AR5.HFC32',
      {
        ...gas,
        ...PIECE,
      },
    ),
    madeUpLine(
      at(6),
      'end-of-life',
      { en: 'Steel recycled', ja: '鋼材のリサイクル' },
      [-6000, 'kg'],
      'x.steel.credit',
      {
        ...own,
        ...PIECE,
        flow: 'recycling-credit',
      },
    ),
  ];
}
