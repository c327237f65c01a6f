import type { BilingualText, RowContent } from '../content';
import { between, lognormal, variations, yearsOfUse } from './conditions';
import {
  formFields,
  ILLUSTRATIVE_EVIDENCE,
  illustrative,
  madeUp,
  madeUpPartner,
  madeUpSales,
  US,
  type Example,
} from './example';
import { TRUCK, WASTE } from './madeUpFactors';
import { GRID, gridPath, pumpLines, YEARS } from './waterPumpLines';

const UNIT = { en: 'unit', ja: '台' };
/** A case in which nothing is left to ask: every figure sourced and scored, the grid followed over the years, every question answered. */
export const waterPump: Example = {
  name: 'water-pump',
  title: { en: 'Water pump', ja: '送水ポンプ' },
  description: {
    en: 'One pump in service for 10 years, with a permanent-magnet motor against an induction motor of the legal class. A complete case: every line has its source and its scores, the grid falls year by year, evidence is named, the analysis is recorded. No check of the review objects. Every figure is illustrative.',
    ja: '10年間稼働する送水ポンプ1台を、永久磁石モーターと法定の効率クラスの誘導モーターで比べます。すべての行に出典と評点があり、電力の排出原単位は年ごとに下がり、根拠資料と分析の記録がそろった、審査の指摘が残らない例です。数値はすべて例示です。',
  },
  content: {
    fields: formFields({
      grade: illustrative('full'),
      productName: illustrative({ en: 'Water pump with permanent-magnet motor', ja: '永久磁石モーター内蔵送水ポンプ' }),
      productModel: illustrative('WP-15'),
      contributionType: illustrative({
        en: 'Product made in the city and used outside it',
        ja: '市内で製造し、市外で使用される製品',
      }),
      contributionDescription: illustrative({
        en: 'Delivers the same water with a quarter less electricity.',
        ja: '同じ量の水を、4分の1少ない電力で送ります。',
      }),
      expandability: illustrative({
        en: 'The motor fits seven further pump models; two are on sale from 2027.',
        ja: 'このモーターは他の7機種にも使え、うち2機種は2027年に発売します。',
      }),
      expandabilityEvidence: illustrative('E6'),
      uniqueness: illustrative({
        en: 'Motor and control were developed at the works in Kawasaki and are made there.',
        ja: 'モーターと制御を川崎の事業所で開発し、同じ事業所で製造しています。',
      }),
      uniquenessEvidence: illustrative('E6'),
      innovation: illustrative({
        en: 'The speed follows the demand without a pressure vessel, which pumps of this class did not do before.',
        ja: 'この級のポンプで初めて、圧力タンクなしで回転数を需要に合わせます。',
      }),
      innovationEvidence: illustrative('E6'),
      functionalUnit: illustrative(1, '台'),
      functionalUnitDescription: illustrative({
        en: 'One pump delivering 60 m3/h at a head of 40 m, 4,000 h a year for 10 years',
        ja: '揚程40 mで毎時60 m3を送るポンプ1台の、年4,000時間・10年間の稼働',
      }),
      soldUnit: illustrative(UNIT),
      functionalUnitsPerUnit: illustrative(1),
      productServiceYears: illustrative(YEARS, '年'),
      baselineFunctionalUnitsPerUnit: illustrative(1),
      baselineServiceYears: illustrative(YEARS, '年'),
      baselineType: illustrative('conventional-product'),
      baselineDescription: illustrative({
        en: 'Pump of the same duty with an induction motor of class IE3, the market’s usual one in 2025',
        ja: '同じ能力で、IE3級の誘導モーターを用いたポンプ（2025年に市場で一般的なもの）',
      }),
      regulated: illustrative('yes'),
      regulation: illustrative({
        en: 'Top-runner standard for three-phase induction motors (IE3); the baseline meets it.',
        ja: '三相誘導電動機のトップランナー基準（IE3）。比較対象製品はこれを満たします。',
      }),
      legalMinimum: illustrative(82000),
      completeness: illustrative(98),
      identicalLeftOut: illustrative('no'),
      significantHarm: illustrative({
        en: 'The magnets hold rare earths; their supplier reports on its mines every year. No other harm is known.',
        ja: '磁石に希土類を使います。調達先は鉱山の影響を毎年報告しています。ほかに著しい害は知られていません。',
      }),
      claimText: illustrative({
        en: 'Over its life one pump avoids about 20,247 kg-CO2e against the pump described above.',
        ja: '上記の比較対象製品に比べ、1台の使用期間全体で約20,247 kg-CO2eの排出を減らします。',
      }),
      unitsTotal: illustrative(60),
    }),
    tables: {
      KmcBaseline: pumpLines('B', { iron: 120, copper: 8, assembly: 60, kWhPerYear: 20000 }),
      KmcProduct: pumpLines('P', { iron: 110, copper: 12, assembly: 70, kWhPerYear: 15000 }),
      KmcFactors: [
        {
          ...madeUp(GRID.id, GRID.start / GRID.scale, 'kg-CO2e/kWh', {
            en: 'Electricity, national average with upstream',
            ja: '電力（全国平均、上流を含む）',
          }),
          gridKind: 'average',
          resultYear: '2024',
          ...between(0.43, 0.47, 'uniform'),
        },
        { ...madeUp('x.iron', 1.8, 'kg-CO2e/kg', { en: 'Cast iron parts', ja: '鋳鉄部品' }), ...lognormal(1.3) },
        { ...madeUp('x.copper', 5, 'kg-CO2e/kg', { en: 'Copper wire', ja: '銅線' }), ...lognormal(1.3) },
        TRUCK,
        WASTE,
      ],
      KmcYears: yearsOfUse(Array.from({ length: YEARS }, () => 1)),
      KmcFactorPaths: gridPath(),
      KmcSales: [
        madeUpSales('S1', 50, UNIT, { evidence: 'E4', place: { en: 'Japan outside the city', ja: '国内（市外）' } }),
        madeUpSales('S2', 10, UNIT, { evidence: 'E4', place: { en: 'Kawasaki', ja: '川崎市内' }, inCity: 'in' }),
      ],
      KmcContribution: [
        { ...madeUpPartner('C1', US, 'in', 'cost-share', 60), evidence: 'E5', ...between(0.55, 0.65, 'uniform') },
        {
          ...madeUpPartner('C2', { en: 'Suppliers of parts', ja: '部品メーカー' }, 'out', 'cost-share', 40),
          evidence: 'E5',
        },
      ],
      KmcParameters: [
        {
          symbol: 'HOURS',
          item: { en: 'Hours in operation, of the hours planned', ja: '計画に対する実際の運転時間' },
          value: 1,
          unit: '-',
          ...between(0.9, 1.1, 'normal'),
          period: '2024',
          evidence: 'E2',
        },
      ],
      KmcEvidence: [
        { ...ILLUSTRATIVE_EVIDENCE, title: { en: 'Note on the illustrative figures', ja: '例示の数値についての注記' } },
        document(
          'E1',
          { en: 'bill of materials', ja: '部品表' },
          { en: 'Bills of materials of both pumps', ja: '両ポンプの部品表' },
        ),
        document(
          'E2',
          { en: 'test report', ja: '試験報告書' },
          { en: 'Power drawn at rated flow, 20 pumps of each kind', ja: '定格流量での消費電力（各20台）' },
        ),
        document(
          'E3',
          { en: 'record', ja: '記録' },
          { en: 'Electricity of the works in 2025', ja: '2025年度の工場の電力の記録' },
        ),
        document(
          'E4',
          { en: 'ledger', ja: '台帳' },
          { en: 'Units delivered by place of installation in fiscal year 2025', ja: '2025年度の設置場所別の納入台帳' },
        ),
        document(
          'E5',
          { en: 'cost statement', ja: '原価計算書' },
          { en: 'Cost of the pump by partner', ja: 'ポンプの関係者別原価' },
        ),
        document(
          'E6',
          { en: 'development record', ja: '開発記録' },
          { en: 'Development of the motor 2019–2024', ja: 'モーターの開発記録（2019～2024年）' },
        ),
      ],
      KmcVariations: variations([
        [
          { en: 'Half the hours', ja: '運転時間が半分の場合' },
          ['KmcBaseline', 'B5', 'amount', 10000],
          ['KmcProduct', 'P5', 'amount', 7500],
        ],
        [
          { en: 'Product draws a tenth more', ja: '応募製品の消費電力が1割多い場合' },
          ['KmcProduct', 'P5', 'amount', 16500],
        ],
      ]),
    },
  },
};

/** A document that only the reviewer on site is shown, and that is made up as the rest. */
function document(id: string, kind: BilingualText, { en, ja }: BilingualText): RowContent {
  const title = { en: `${en} (illustrative)`, ja: `${ja}（例示）` };
  return { id, kind, title, file: { en: 'shown on site', ja: '現地提示のみ' }, confidential: 'yes' };
}
