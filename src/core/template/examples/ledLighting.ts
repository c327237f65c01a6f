import type { RowContent } from '../content';
import {
  formFields,
  GRID_JP,
  ILLUSTRATIVE,
  ILLUSTRATIVE_EVIDENCE,
  illustrative,
  madeUp,
  madeUpLine,
  madeUpPartner,
  madeUpSales,
  US,
  type Example,
} from './example';

const PIECE = { en: 'piece', ja: '個' };

/** Two models; a baseline mixed from two lamps whose shares are known by pieces; returns; places of installation. */
export const ledLighting: Example = {
  name: 'led-lighting',
  title: { en: 'LED lighting, two models', ja: 'LED照明（2型式）' },
  description: {
    en: '1,000 hours of light from an LED bulb and from an LED tube. The bulb is compared with a mix of incandescent and compact fluorescent lamps, 64 to 36 by pieces and 15 to 85 by hours of light. Every figure is illustrative.',
    ja: '1,000時間の明かりを、LED電球と直管LEDの2型式について示します。電球の比較対象は白熱電球と電球形蛍光灯の混合で、個数では64対36、点灯時間では15対85です。数値はすべて例示です。',
  },
  content: {
    fields: formFields({
      productName: illustrative({ en: 'LED bulb and LED tube', ja: 'LED電球・直管LED' }),
      contributionDescription: illustrative({
        en: 'Gives the same light with less electricity.',
        ja: '同じ明るさを少ない電力で得ます。',
      }),
      functionalUnit: illustrative(1000, 'h'),
      functionalUnitDescription: illustrative({ en: '1,000 hours of light', ja: '1,000時間の照明' }),
      soldUnit: illustrative(PIECE),
      baselineType: illustrative('market-average'),
      baselineDescription: illustrative({ en: 'Lamps on the market', ja: '市場にある照明' }),
      reductionDigits: illustrative(2),
    }),
    tables: {
      KmcSegments: [
        { id: 'M1', description: { en: 'Bulb', ja: '電球' }, productService: 40000, serviceUnit: 'h' },
        {
          id: 'M2',
          description: { en: 'Tube', ja: '直管' },
          productService: 50000,
          baselineService: 12000,
          serviceUnit: 'h',
        },
      ],
      KmcMix: [mixed('X1', 'incandescent', 0.64, 1000), mixed('X2', 'compact fluorescent', 0.36, 10000)],
      KmcBaseline: [
        ...lampLines('BA', { segment: 'M1', variant: 'incandescent' }, 60, [0.03, 0.6, 0.05]),
        ...lampLines('BB', { segment: 'M1', variant: 'compact fluorescent' }, 13, [0.1, 3, 0.2]),
        ...lampLines('BC', { segment: 'M2' }, 36, [0.25, 2.5, 0.2]),
      ],
      KmcProduct: [
        ...lampLines('PA', { segment: 'M1', inCity: 0 }, 8, [0.08, 5, 0.1]),
        ...lampLines('PB', { segment: 'M2', inCity: 0 }, 18, [0.3, 9, 0.2]),
      ],
      KmcFactors: [
        GRID_JP,
        madeUp('x.parts', 4, 'kg-CO2e/kg', { en: 'Glass, metal and plastic parts', ja: 'ガラス・金属・樹脂部品' }),
        madeUp('x.making', 1, 'kg-CO2e/個', { en: 'Making, in units of 1 kg', ja: '製造（1 kg相当）' }),
        madeUp('x.truck', 0.1, 'kg-CO2e/t·km', { en: 'Lorry', ja: 'トラック輸送' }),
        madeUp('x.waste', 0.5, 'kg-CO2e/kg', { en: 'Waste treatment', ja: '廃棄物処理' }),
      ],
      KmcSales: [
        madeUpSales('S1', 20000, PIECE, { segment: 'M1', returns: 400 }),
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
        madeUpPartner('C1', US, 'in', 'value-added-share', 45),
        madeUpPartner('C2', { en: 'LED chip maker', ja: 'LED素子メーカー' }, 'out', 'value-added-share', 55),
      ],
      KmcEvidence: [ILLUSTRATIVE_EVIDENCE],
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
  const piece = { ...own, per: 'sold-unit' };
  return [
    madeUpLine(`${id}1`, 'raw-materials', { en: 'Parts', ja: '部品' }, [parts, 'kg'], 'x.parts', piece),
    madeUpLine(`${id}2`, 'production', { en: 'Making', ja: '製造' }, [making, '個'], 'x.making', piece),
    madeUpLine(`${id}3`, 'distribution', { en: 'Transport', ja: '輸送' }, [parts, 't·km'], 'x.truck', piece),
    madeUpLine(`${id}4`, 'use', { en: 'Electricity', ja: '電力' }, [kWh, 'kWh'], 'jp.el.FY2024.national', own),
    madeUpLine(`${id}5`, 'end-of-life', { en: 'Waste', ja: '廃棄' }, [waste, 'kg'], 'x.waste', piece),
  ];
}
