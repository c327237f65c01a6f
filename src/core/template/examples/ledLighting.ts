import type { RowContent } from '../content';
import { between, lognormal, pedigree, variations, yearsOfUse } from './conditions';
import {
  arguedFields,
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
import { GRID, TRUCK, WASTE } from './madeUpFactors';

const PIECE = { en: 'piece', ja: '個' };
const BULB = [1, 1, 1, 0.99, 0.98, 0.96, 0.93, 0.89, 0.84, 0.78];
const TUBE = [1, 1, 1, 1, 0.99, 0.98, 0.96, 0.93, 0.88, 0.82];
const TRANSPORT = { en: 'Transport over 1,000 km', ja: '輸送 1,000 km' };

/** Two models that fail over the years; a baseline mixed from two lamps whose shares are known by pieces; returns; places of installation. */
export const ledLighting: Example = {
  name: 'led-lighting',
  title: { en: 'LED lighting, two models', ja: 'LED照明（2型式）' },
  description: {
    en: '1,000 hours of light from an LED bulb and from an LED tube, each with the share of lamps still in use over 10 years. The bulb is compared with a mix of incandescent and compact fluorescent lamps, 64 to 36 by pieces and 15 to 85 by hours of light; lamps that fail sooner are replaced. Every figure is illustrative.',
    ja: '1,000時間の明かりを、LED電球と直管LEDの2型式について示します。10年間の残存率を年ごとに入れています。電球の比較対象は白熱電球と電球形蛍光灯の混合で、個数では64対36、点灯時間では15対85です。寿命の短いランプは交換分も計算します。数値はすべて例示です。',
  },
  content: {
    fields: formFields({
      ...arguedFields,
      productName: illustrative({ en: 'LED bulb and LED tube', ja: 'LED電球・直管LED' }),
      contributionDescription: illustrative({
        en: 'Gives the same light with less electricity.',
        ja: '同じ明るさを少ない電力で得ます。',
      }),
      functionalUnit: illustrative(1000, 'h'),
      functionalUnitDescription: illustrative({ en: '1,000 hours of light', ja: '1,000時間の照明' }),
      soldUnit: illustrative(PIECE),
      baselineService: illustrative(12000, 'h', { en: 'of the fluorescent tube', ja: '直管蛍光灯1本' }),
      baselineType: illustrative('market-average'),
      baselineDescription: illustrative({ en: 'Lamps on the market', ja: '市場にある照明' }),
      unitsTotal: illustrative(32000),
      reductionDigits: illustrative(2),
    }),
    tables: {
      KmcSegments: [
        { id: 'M1', description: { en: 'Bulb', ja: '電球' }, productService: 4000, serviceUnit: 'h/年' },
        { id: 'M2', description: { en: 'Tube', ja: '直管' }, productService: 5000, serviceUnit: 'h/年' },
      ],
      KmcMix: [mixed('X1', 'incandescent', 0.64, 1000), mixed('X2', 'compact fluorescent', 0.36, 10000)],
      KmcYears: [...yearsOfUse(BULB, 'M1'), ...yearsOfUse(TUBE, 'M2')],
      KmcBaseline: [
        ...lampLines('BA', { segment: 'M1', variant: 'incandescent' }, 60, [0.03, 0.6, 0.05]),
        ...lampLines('BB', { segment: 'M1', variant: 'compact fluorescent' }, 13, [0.1, 3, 0.2]),
        ...lampLines('BC', { segment: 'M2' }, 36, [0.25, 2.5, 0.2]),
      ],
      KmcProduct: [
        ...lampLines('PA', { segment: 'M1' }, 8, [0.08, 5, 0.1]),
        ...lampLines('PB', { segment: 'M2' }, 18, [0.3, 9, 0.2]),
      ],
      KmcFactors: [
        GRID,
        {
          ...madeUp('x.parts', 4, 'kg-CO2e/kg', { en: 'Glass, metal and plastic parts', ja: 'ガラス・金属・樹脂部品' }),
          ...lognormal(1.5),
        },
        {
          ...madeUp('x.making', 1, 'kg-CO2e/個', { en: 'Making, in units of 1 kg', ja: '製造（1 kg相当）' }),
          ...lognormal(1.3),
        },
        TRUCK,
        WASTE,
      ],
      KmcSales: [
        { ...madeUpSales('S1', 20000, PIECE, { segment: 'M1', returns: 400 }), ...between(18600, 19800) },
        madeUpSales('S2', 8000, PIECE, { segment: 'M2', returns: 100 }),
        madeUpSales('S3', 3000, PIECE, { segment: 'M1', inCity: 'in', place: { en: 'Kawasaki', ja: '川崎市内' } }),
        madeUpSales('S4', 1000, PIECE, {
          segment: 'M1',
          inCity: 'unknown',
          place: { en: 'Unknown', ja: '不明' },
          placeBasis: 'estimated',
        }),
      ],
      KmcContribution: [
        { ...madeUpPartner('C1', US, 'in', 'value-added-share', 45), ...between(0.4, 0.5, 'uniform') },
        madeUpPartner('C2', { en: 'LED chip maker', ja: 'LED素子メーカー' }, 'out', 'value-added-share', 55),
      ],
      KmcEvidence: [ILLUSTRATIVE_EVIDENCE],
      KmcParameters: [
        {
          symbol: 'KM',
          item: { en: 'Distance to the place of use', ja: '使用場所までの距離' },
          value: 1000,
          unit: 'km',
          ...between(400, 1600),
          evidence: 'E9',
        },
      ],
      KmcVariations: variations([
        [
          { en: 'Only compact fluorescent lamps replaced', ja: '電球形蛍光灯だけを置き換える場合' },
          ['KmcMix', 'X1', 'share', 0],
          ['KmcMix', 'X2', 'share', 1],
        ],
        [
          { en: 'Grid at 0.25 kg/kWh', ja: '電力が0.25 kg/kWhの場合' },
          ['KmcFactors', 'jp.el.FY2024.national', 'value', 0.00025],
        ],
        [
          { en: 'Bulb used 2,000 h a year', ja: '電球の点灯が年2,000時間の場合' },
          ['KmcSegments', 'M1', 'productService', 2000],
        ],
      ]),
    },
  },
};

function mixed(id: string, variant: string, share: number, service: number): RowContent {
  const stated = { id, variant, segment: 'M1', share, shareBasis: 'pieces', service, serviceUnit: 'h' };
  return { ...stated, year: 2025, source: ILLUSTRATIVE, evidence: 'E9' };
}

/** @param masses parts (kg), making (kg-CO2e), waste (kg) of one piece */
function lampLines(id: string, own: RowContent, kWh: number, masses: readonly [number, number, number]): RowContent[] {
  const [parts, making, waste] = masses;
  const piece = { ...own, per: 'sold-unit', ...pedigree([2, 2, 1, 2, 3]) };
  const measured = { ...own, ...pedigree([1, 1, 1, 1, 2]) };
  return madeUpLines([
    [`${id}1`, 'raw-materials', { en: 'Parts', ja: '部品' }, [parts, 'kg'], 'x.parts', piece],
    [`${id}2`, 'production', { en: 'Making', ja: '製造' }, [making, '個'], 'x.making', piece],
    [`${id}3`, 'distribution', TRANSPORT, [parts, 't·km'], 'x.truck', { ...piece, parameter: 'KM' }],
    [`${id}4`, 'use', { en: 'Electricity', ja: '電力' }, [kWh, 'kWh'], 'jp.el.FY2024.national', measured],
    [`${id}5`, 'end-of-life', { en: 'Waste', ja: '廃棄' }, [waste, 'kg'], 'x.waste', piece],
  ]);
}
