import type { RowContent } from '../content';
import { between, chosen, lognormal, pedigree, variations, yearsOfUse } from './conditions';
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
import { STEEL, TRUCK } from './madeUpFactors';
import { GRID_JP } from './referenceFactors';

const UNIT = { en: 'unit', ja: '台' };
const YEARS = 15;
const FIRST_YEAR = 2025;
const PRICED = { en: 'Electronic parts by price', ja: '電子部品（金額）' };
const ASSEMBLY = { en: 'Assembly and test', ja: '組立・試験' };
const YEARLY = { en: 'Electricity in a year', ja: '年間の電力' };
const TUBES = { en: 'Magnetrons replaced, pieces in 15 years', ja: 'マグネトロン交換（15年間の本数）' };

/** Lines in yen, a bill of materials as evidence, markets with grids of their own that change over 15 years, a rate in the city below 1. */
export const radar: Example = {
  name: 'radar',
  title: { en: 'Weather radar', ja: '気象レーダー' },
  description: {
    en: 'One radar in service for 15 years, semiconductor against magnetron, in Japan and abroad, each with a grid that changes over the 15 years. Parts are taken from a bill of materials and from their price in yen. Every figure is illustrative.',
    ja: '15年間稼働する気象レーダー1台を、固体化方式とマグネトロン方式で、国内と海外について比べます。電力の排出原単位は15年間に年ごとに変わります。部品は部品表と金額（円）から計算します。数値はすべて例示です。',
  },
  content: {
    fields: formFields({
      ...arguedFields,
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
      productServiceYears: illustrative(YEARS, '年'),
      baselineFunctionalUnitsPerUnit: illustrative(1),
      baselineServiceYears: illustrative(YEARS, '年'),
      baselineType: illustrative('conventional-product'),
      baselineDescription: illustrative({ en: 'Radar with magnetron', ja: 'マグネトロン方式のレーダー' }),
      baselineRegion: illustrative('JP, GLO'),
      salesRegion: illustrative('JP, GLO'),
      unitsTotal: illustrative(6),
    }),
    tables: {
      KmcSegments: [
        { id: 'JP', description: { en: 'Japan', ja: '国内' } },
        { id: 'AB', description: { en: 'Abroad', ja: '海外' } },
      ],
      KmcBaseline: radarLines('B', {
        aluminium: 350,
        steel: 1000,
        yen: 4000000,
        assembly: 5000,
        kWhPerYear: 30660,
        tubes: 8,
      }),
      KmcProduct: radarLines('P', {
        aluminium: 300,
        steel: 800,
        yen: 6000000,
        assembly: 4000,
        kWhPerYear: 17520,
        tubes: 0,
      }),
      KmcFactors: [
        { ...GRID_JP, ...between(0.0004, 0.00045, 'uniform') },
        {
          ...madeUp('x.grid.abroad', 0.7, 'kg-CO2/kWh', { en: 'Grid abroad', ja: '海外の系統電力' }, 'CO2'),
          gridKind: 'average',
          boundary: 'direct',
          resultYear: '2024',
          ...between(0.65, 0.75, 'uniform'),
        },
        { ...madeUp('x.aluminium', 9, 'kg-CO2e/kg', { en: 'Aluminium parts', ja: 'アルミ部品' }), ...lognormal(1.4) },
        STEEL,
        {
          ...madeUp('x.electronics', 0.0035, 'kg-CO2e/円', {
            en: 'Electronic parts by price, 2020 prices',
            ja: '電子部品（金額当たり、2020年価格）',
          }),
          note: ILLUSTRATIVE,
          ...lognormal(2),
        },
        { ...madeUp('x.tube', 25, 'kg-CO2e/本', { en: 'Magnetron', ja: 'マグネトロン' }), ...lognormal(1.6) },
        TRUCK,
        { ...madeUp('x.ship', 0.02, 'kg-CO2e/t·km', { en: 'Ship', ja: '船舶輸送' }), ...lognormal(1.5) },
        { ...madeUp('x.scrap', 0.2, 'kg-CO2e/kg', { en: 'Dismantling', ja: '解体・処理' }), ...lognormal(1.5) },
      ],
      KmcYears: yearsOfUse(Array.from({ length: YEARS }, () => 1)),
      KmcFactorPaths: [
        ...gridPath('J', 'jp.el.FY2024.national', 423, 12, 1_000_000),
        ...gridPath('A', 'x.grid.abroad', 700, 20, 1000),
      ],
      KmcSales: [
        madeUpSales('S1', 4, UNIT, { segment: 'JP', place: { en: 'Japan outside the city', ja: '国内（市外）' } }),
        madeUpSales('S2', 2, UNIT, { segment: 'AB', place: { en: 'Abroad', ja: '海外' } }),
        madeUpSales('S3', 3, UNIT, { segment: 'AB', place: { en: 'Abroad', ja: '海外' }, status: 'potential' }),
      ],
      KmcContribution: [
        { ...madeUpPartner('C1', US, 'in', 'cost-share', 35), ...between(0.3, 0.4, 'uniform') },
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
      KmcParameters: [
        {
          symbol: 'HOURS',
          item: { en: 'Hours in operation in a year', ja: '年間運転時間' },
          value: 8760,
          unit: 'h/年',
          ...between(8300, 8760, 'uniform'),
          evidence: 'E9',
        },
      ],
      KmcVariations: variations([
        [
          { en: 'Electronic parts at twice the factor', ja: '電子部品の原単位が2倍の場合' },
          ['KmcFactors', 'x.electronics', 'value', 0.007],
        ],
        [
          { en: 'No magnetron replaced', ja: 'マグネトロンの交換がない場合' },
          ['KmcBaseline', 'BJP3', 'amount', 0],
          ['KmcBaseline', 'BAB3', 'amount', 0],
        ],
        [
          { en: 'Only what arises outside the city', ja: '市外で生じる分のみの場合' },
          ['KmcCase', 'outsideReading', 'value', chosen('outsideReading', 'outside-share')],
        ],
      ]),
    },
  },
};

interface Parts {
  readonly aluminium: number;
  readonly steel: number;
  readonly yen: number;
  readonly assembly: number;
  readonly kWhPerYear: number;
  readonly tubes: number;
}

function radarLines(side: 'B' | 'P', parts: Parts): RowContent[] {
  const { aluminium, steel, yen, assembly } = parts;
  const piece = { per: 'sold-unit' };
  const bill = { ...piece, evidence: 'E1', ...pedigree([1, 1, 1, 2, 2]) };
  const priced = { ...piece, evidence: 'E1', ...pedigree([2, 2, 2, 2, 3]) };
  const made = side === 'P' ? 1 : 0;
  return [
    ...madeUpLines([
      [`${side}1`, 'raw-materials', { en: 'Aluminium', ja: 'アルミニウム' }, [aluminium, 'kg'], 'x.aluminium', bill],
      [`${side}2`, 'raw-materials', { en: 'Steel', ja: '鋼材' }, [steel, 'kg'], 'x.steel', bill],
      [`${side}3`, 'raw-materials', PRICED, [yen, '円'], 'x.electronics', priced],
      [`${side}4`, 'production', ASSEMBLY, [assembly, 'kWh'], 'jp.el.FY2024.national', { ...piece, inCity: made }],
      [`${side}5`, 'end-of-life', { en: 'Dismantling', ja: '解体' }, [aluminium + steel, 'kg'], 'x.scrap', bill],
    ]),
    ...marketLines(side, 'JP', parts, made),
    ...marketLines(side, 'AB', parts, made),
  ];
}

function marketLines(side: string, segment: 'JP' | 'AB', { kWhPerYear, tubes }: Parts, made: number): RowContent[] {
  const [region, carried, mode, grid] =
    segment === 'JP'
      ? (['JP', 900, 'x.truck', 'jp.el.FY2024.national'] as const)
      : (['GLO', 12000, 'x.ship', 'x.grid.abroad'] as const);
  const id = `${side}${segment}`;
  const piece = { segment, per: 'sold-unit' };
  const inCity = segment === 'JP' && made ? 0.02 : 0;
  const yearly = { segment, per: 'year', region, parameter: 'HOURS', ...pedigree([1, 1, 1, 1, 1]) };
  return madeUpLines([
    [`${id}1`, 'distribution', { en: 'Transport', ja: '輸送' }, [carried, 't·km'], mode, { ...piece, inCity }],
    [`${id}2`, 'use', YEARLY, [kWhPerYear, 'kWh'], grid, yearly],
    ...(tubes > 0 ? [[`${id}3`, 'use', TUBES, [tubes, '本'], 'x.tube', { ...piece, ...between(5, 11) }] as const] : []),
  ]);
}

/** A grid that falls by the same step every year, its distribution as its factor's; its range opens from nothing to two thirds of what has fallen so far, either way. */
function gridPath(id: string, factorId: string, start: number, step: number, scale: number): RowContent[] {
  return Array.from({ length: YEARS }, (_, year) => {
    const fallen = step * year;
    const spread = Math.round((fallen * 2) / 3);
    return {
      id: `${id}${year}`,
      factorId,
      year: FIRST_YEAR + year,
      value: (start - fallen) / scale,
      low: (start - fallen - spread) / scale,
      high: (start - fallen + spread) / scale,
      source: ILLUSTRATIVE,
      evidence: 'E9',
    };
  });
}
