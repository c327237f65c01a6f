import type { RowContent } from '../content';
import { between, lognormal, pedigree, variations } from './conditions';
import {
  arguedFields,
  formFields,
  ILLUSTRATIVE_EVIDENCE,
  illustrative,
  madeUp,
  madeUpLine,
  madeUpLines,
  madeUpPartner,
  madeUpSales,
  US,
  type Example,
} from './example';
import { GRID, TRUCK } from './madeUpFactors';

const STONE = { en: 'Stone in road beds in place of the slag', ja: '路盤材でスラグに代わる砕石' };

/** Sales in tonnes, process CO2, burdens allocated to slag, two end uses with contents of their own, slag missing elsewhere. */
export const cementUses: Example = {
  name: 'cement-uses',
  title: { en: 'Slag cement in two uses', ja: '高炉セメントの2つの用途' },
  description: {
    en: 'One tonne of slag cement in civil works (45 % slag) and in housing (30 % slag) against Portland cement, with a share of iron making allocated to the slag, and the stone that takes the place of the slag in road beds as a side effect. The contribution rate is that of the cement in the finished concrete and holds for both uses. Every figure is illustrative.',
    ja: '土木用（スラグ45%）と住宅用（スラグ30%）の高炉セメント1トンを、ポルトランドセメントと比べます。製銑の負荷の一部をスラグに配分し、路盤材でスラグの代わりに使われる砕石を波及効果として計算します。寄与率は完成したコンクリートに占めるセメントの割合で、両用途で共通です。数値はすべて例示です。',
  },
  content: {
    fields: formFields({
      ...arguedFields,
      productName: illustrative({ en: 'Slag cement', ja: '高炉セメント' }),
      contributionDescription: illustrative({
        en: 'Slag takes the place of clinker.',
        ja: 'スラグがクリンカを置き換えます。',
      }),
      functionalUnit: illustrative(1, 't'),
      functionalUnitDescription: illustrative({ en: 'One tonne of cement in place', ja: '使用されたセメント1トン' }),
      soldUnit: illustrative('t'),
      functionalUnitsPerUnit: illustrative(1),
      baselineFunctionalUnitsPerUnit: illustrative(1),
      baselineType: illustrative('conventional-product'),
      baselineDescription: illustrative({ en: 'Portland cement', ja: 'ポルトランドセメント' }),
      coProducts: illustrative('yes'),
      isComponent: illustrative('yes'),
      setProduct: illustrative({ en: 'Concrete structure', ja: 'コンクリート構造物' }),
      componentRoute: illustrative('contribution-rate'),
      sideEffectsReason: {},
      unitsTotal: illustrative(61000),
      reductionDigits: illustrative(1),
    }),
    tables: {
      KmcSegments: [
        { id: 'CW', description: { en: 'Civil works', ja: '土木' } },
        { id: 'HO', description: { en: 'Housing', ja: '住宅' } },
      ],
      KmcBaseline: cementLines('B', null, 0.95, 0),
      KmcProduct: [...cementLines('PC', 'CW', 0.52, 0.45), ...cementLines('PH', 'HO', 0.66, 0.3)],
      KmcSideEffects: [stone('W1', 'CW', 0.45), stone('W2', 'HO', 0.3)],
      KmcFactors: [
        GRID,
        {
          ...madeUp(
            'x.process',
            0.526,
            't-CO2/t',
            { en: 'Process CO2 of clinker', ja: 'クリンカのプロセスCO2' },
            'CO2',
          ),
          ...lognormal(1.02),
        },
        {
          ...madeUp('x.kiln', 0.3, 't-CO2/t', { en: 'Kiln fuel of clinker', ja: 'クリンカの焼成燃料' }, 'CO2'),
          ...lognormal(1.15),
        },
        {
          ...madeUp('x.slag', 40, 'kg-CO2e/t', { en: 'Slag with allocated burden', ja: 'スラグ（配分後）' }),
          ...lognormal(2),
        },
        { ...madeUp('x.quarry', 5, 'kg-CO2e/t', { en: 'Quarrying', ja: '採石' }), ...lognormal(1.5) },
        TRUCK,
        madeUp('x.crush', 6, 'kg-CO2e/t', { en: 'Crushing of concrete', ja: 'コンクリートの破砕' }),
        madeUp('x.mixing', 3, 'kg-CO2e/t', { en: 'Mixing and placing', ja: '練混ぜ・打設' }),
      ],
      KmcSales: [
        madeUpSales('S1', 40000, 't', { segment: 'CW', placeBasis: 'delivered' }),
        { ...madeUpSales('S2', 15000, 't', { segment: 'HO', placeBasis: 'delivered' }), ...between(13000, 17000) },
        madeUpSales('S3', 6000, 't', {
          segment: 'CW',
          placeBasis: 'delivered',
          inCity: 'in',
          place: { en: 'Kawasaki', ja: '川崎市内' },
        }),
      ],
      KmcContribution: [
        { ...madeUpPartner('C1', US, 'in', 'agreed-share', 30), ...between(0.2, 0.4) },
        madeUpPartner('C2', { en: 'Steel works', ja: '製鉄所' }, 'out', 'agreed-share', 40),
        madeUpPartner('C3', { en: 'Contractors', ja: '施工者' }, 'out', 'agreed-share', 30),
      ],
      KmcEvidence: [ILLUSTRATIVE_EVIDENCE],
      KmcParameters: [
        {
          symbol: 'KM',
          item: { en: 'Distance to the building site', ja: '現場までの距離' },
          value: 60,
          unit: 'km',
          ...between(30, 90),
          evidence: 'E9',
        },
      ],
      KmcAllocation: [
        {
          id: 'A1',
          process: { en: 'Iron making', ja: '製銑' },
          coProduct: { en: 'Blast-furnace slag', ja: '高炉スラグ' },
          method: { en: 'By value', ja: '価格比' },
          key: { en: 'Sales value', ja: '販売額' },
          share: 0.02,
          evidence: 'E9',
        },
      ],
      KmcVariations: variations([
        [
          { en: 'Slag without burden of iron making', ja: 'スラグに製銑の負荷を配分しない場合' },
          ['KmcFactors', 'x.slag', 'value', 0],
        ],
        [
          { en: 'Slag with burden by mass', ja: 'スラグに質量比で配分する場合' },
          ['KmcFactors', 'x.slag', 'value', 450],
        ],
        [
          { en: 'Slag not missing elsewhere', ja: 'スラグの代替が不要な場合' },
          ['KmcSideEffects', 'W1', 'amount', 0],
          ['KmcSideEffects', 'W2', 'amount', 0],
        ],
      ]),
    },
  },
};

function stone(id: string, segment: string, tonnes: number): RowContent {
  return madeUpLine(id, 'raw-materials', STONE, [tonnes, 't'], 'x.quarry', {
    segment,
    ...between(0, tonnes, 'uniform'),
  });
}

function cementLines(id: string, segment: string | null, clinker: number, slag: number): RowContent[] {
  const own: RowContent = segment === null ? {} : { segment };
  const made = segment === null ? own : { ...own, inCity: 1 };
  const recipe = pedigree([1, 1, 1, 1, 1]);
  const estimate = pedigree([3, 3, 2, 2, 3]);
  const grinding = slag > 0 ? 50 : 40;
  return madeUpLines([
    [
      `${id}1`,
      'raw-materials',
      { en: 'Limestone quarried', ja: '石灰石の採掘' },
      [clinker, 't'],
      'x.quarry',
      { ...own, ...recipe },
    ],
    [
      `${id}2`,
      'production',
      { en: 'Process CO2', ja: 'プロセスCO2' },
      [clinker, 't'],
      'x.process',
      { ...made, flow: 'direct-gas', ...recipe },
    ],
    [`${id}3`, 'production', { en: 'Kiln fuel', ja: '焼成燃料' }, [clinker, 't'], 'x.kiln', { ...made, ...recipe }],
    [
      `${id}4`,
      'distribution',
      { en: 'Transport, 60 km', ja: '輸送 60 km' },
      [60, 't·km'],
      'x.truck',
      { ...own, parameter: 'KM' },
    ],
    [`${id}5`, 'use', { en: 'Mixing and placing', ja: '練混ぜ・打設' }, [1, 't'], 'x.mixing', { ...own, ...estimate }],
    [`${id}6`, 'end-of-life', { en: 'Crushing', ja: '破砕' }, [1, 't'], 'x.crush', { ...own, ...estimate }],
    ...(slag > 0
      ? [
          [
            `${id}7`,
            'raw-materials',
            { en: 'Slag', ja: 'スラグ' },
            [slag, 't'],
            'x.slag',
            { ...own, ...recipe },
          ] as const,
        ]
      : []),
    [
      `${id}8`,
      'production',
      { en: 'Grinding', ja: '粉砕' },
      [grinding, 'kWh'],
      'jp.el.FY2024.national',
      { ...made, ...recipe },
    ],
  ]);
}
