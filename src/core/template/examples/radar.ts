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

const UNIT = { en: 'unit', ja: '台' };

/** Lines in yen, a bill of materials as evidence, markets with grids of their own, a rate in the city below 1. */
export const radar: Example = {
  name: 'radar',
  title: { en: 'Weather radar', ja: '気象レーダー' },
  description: {
    en: 'One radar in service for 15 years, semiconductor against magnetron, in Japan and abroad. Parts are taken from a bill of materials and from their price in yen. Every figure is illustrative. Not covered yet: a grid that changes over the 15 years; the factor of the first year is kept.',
    ja: '15年間稼働する気象レーダー1台を、固体化方式とマグネトロン方式で、国内と海外について比べます。部品は部品表と金額（円）から計算します。数値はすべて例示です。15年間の電力係数の変化には未対応のため、初年の係数を固定しています。',
  },
  content: {
    fields: formFields({
      productName: illustrative({ en: 'Semiconductor weather radar', ja: '固体化気象レーダー' }),
      contributionDescription: illustrative({
        en: 'Needs less power and no magnetron.',
        ja: '消費電力が少なく、マグネトロンが不要です。',
      }),
      functionalUnit: illustrative(1, '台'),
      functionalUnitDescription: illustrative({
        en: 'One radar in service for 15 years',
        ja: '気象レーダー1台の15年間の稼働',
      }),
      soldUnit: illustrative(UNIT),
      functionalUnitsPerUnit: illustrative(1),
      productServiceYears: illustrative(15, '年'),
      baselineFunctionalUnitsPerUnit: illustrative(1),
      baselineServiceYears: illustrative(15, '年'),
      baselineType: illustrative('conventional-product'),
      baselineDescription: illustrative({ en: 'Radar with magnetron', ja: 'マグネトロン方式のレーダー' }),
    }),
    tables: {
      KmcSegments: [
        { id: 'JP', description: { en: 'Japan', ja: '国内' } },
        { id: 'AB', description: { en: 'Abroad', ja: '海外' } },
      ],
      KmcBaseline: sideLines('B', {
        aluminium: 350,
        steel: 1000,
        yen: 4000000,
        assembly: 5000,
        kWhPerYear: 30660,
        tube: 8,
      }),
      KmcProduct: sideLines('P', {
        aluminium: 300,
        steel: 800,
        yen: 6000000,
        assembly: 4000,
        kWhPerYear: 17520,
        tube: 0,
      }),
      KmcFactors: [
        GRID_JP,
        {
          ...madeUp('x.grid.abroad', 0.7, 'kg-CO2/kWh', { en: 'Grid abroad', ja: '海外の系統電力' }, 'CO2'),
          gridKind: 'average',
          resultYear: '2024',
        },
        madeUp('x.aluminium', 9, 'kg-CO2e/kg', { en: 'Aluminium parts', ja: 'アルミ部品' }),
        madeUp('x.steel', 2.1, 'kg-CO2e/kg', { en: 'Steel parts', ja: '鋼製部品' }),
        {
          ...madeUp('x.electronics', 0.0035, 'kg-CO2e/円', {
            en: 'Electronic parts by price, 2020 prices',
            ja: '電子部品（金額当たり、2020年価格）',
          }),
          note: ILLUSTRATIVE,
        },
        madeUp('x.tube', 25, 'kg-CO2e/本', { en: 'Magnetron', ja: 'マグネトロン' }),
        madeUp('x.truck', 0.1, 'kg-CO2e/t·km', { en: 'Lorry', ja: 'トラック輸送' }),
        madeUp('x.ship', 0.02, 'kg-CO2e/t·km', { en: 'Ship', ja: '船舶輸送' }),
        madeUp('x.scrap', 0.2, 'kg-CO2e/kg', { en: 'Dismantling', ja: '解体・処理' }),
      ],
      KmcSales: [
        madeUpSales('S1', 4, UNIT, { segment: 'JP', place: { en: 'Japan outside the city', ja: '国内（市外）' } }),
        madeUpSales('S2', 2, UNIT, { segment: 'AB', place: { en: 'Abroad', ja: '海外' } }),
      ],
      KmcContribution: [
        madeUpPartner('C1', US, 'in', 'cost-share', 35),
        madeUpPartner('C2', { en: 'Kawasaki works of a partner', ja: '協力会社の川崎工場' }, 'in', 'cost-share', 25),
        madeUpPartner('C3', { en: 'Suppliers of parts', ja: '部品メーカー' }, 'out', 'cost-share', 40),
      ],
      KmcEvidence: [
        ILLUSTRATIVE_EVIDENCE,
        {
          id: 'E1',
          kind: { en: 'bill of materials', ja: '部品表' },
          title: { en: 'Bill of materials (illustrative)', ja: '部品表（例示）' },
          file: { en: 'shown on site', ja: '現地提示のみ' },
          confidential: 'yes',
        },
      ],
    },
  },
};

interface Parts {
  readonly aluminium: number;
  readonly steel: number;
  readonly yen: number;
  readonly assembly: number;
  readonly kWhPerYear: number;
  readonly tube: number;
}

function sideLines(side: 'B' | 'P', parts: Parts): RowContent[] {
  const bill = { per: 'sold-unit', evidence: 'E1' };
  const made = side === 'P' ? 1 : 0;
  const common = [
    madeUpLine(
      `${side}1`,
      'raw-materials',
      { en: 'Aluminium', ja: 'アルミニウム' },
      [parts.aluminium, 'kg'],
      'x.aluminium',
      bill,
    ),
    madeUpLine(`${side}2`, 'raw-materials', { en: 'Steel', ja: '鋼材' }, [parts.steel, 'kg'], 'x.steel', bill),
    madeUpLine(
      `${side}3`,
      'raw-materials',
      { en: 'Electronic parts by price', ja: '電子部品（金額）' },
      [parts.yen, '円'],
      'x.electronics',
      bill,
    ),
    madeUpLine(
      `${side}4`,
      'production',
      { en: 'Assembly and test', ja: '組立・試験' },
      [parts.assembly, 'kWh'],
      'jp.el.FY2024.national',
      { per: 'sold-unit', inCity: made },
    ),
    madeUpLine(
      `${side}5`,
      'end-of-life',
      { en: 'Dismantling', ja: '解体' },
      [parts.aluminium + parts.steel, 'kg'],
      'x.scrap',
      { per: 'sold-unit' },
    ),
  ];
  return [...common, ...marketLines(side, 'JP', parts, made), ...marketLines(side, 'AB', parts, made)];
}

function marketLines(side: string, segment: 'JP' | 'AB', parts: Parts, made: number): RowContent[] {
  const japan = segment === 'JP';
  const yearly = { segment, per: 'year', region: japan ? 'JP' : 'GLO' };
  const carried = japan ? ([900, 'x.truck'] as const) : ([12000, 'x.ship'] as const);
  const tubes = madeUpLine(
    `${side}${segment}3`,
    'use',
    { en: 'Magnetrons replaced, pieces in 15 years', ja: 'マグネトロン交換（15年間の本数）' },
    [parts.tube, '本'],
    'x.tube',
    { segment, per: 'sold-unit' },
  );
  return [
    madeUpLine(
      `${side}${segment}1`,
      'distribution',
      { en: 'Transport', ja: '輸送' },
      [carried[0], 't·km'],
      carried[1],
      { segment, per: 'sold-unit', inCity: japan && made ? 0.02 : 0 },
    ),
    madeUpLine(
      `${side}${segment}2`,
      'use',
      { en: 'Electricity in a year', ja: '年間の電力' },
      [parts.kWhPerYear, 'kWh'],
      japan ? 'jp.el.FY2024.national' : 'x.grid.abroad',
      yearly,
    ),
    ...(parts.tube > 0 ? [tubes] : []),
  ];
}
