import type { SymbolGroup } from './symbolRow';

/**
 * Things that are counted. Each label is a dimension of its own: 台 is not 個, and a lot is neither. Only a translation of the same
 * label converts (台 = unit, 個 = piece); there is no general "count" that swallows the others, because a factor per lot applied to
 * an amount per piece is the error this is here to stop.
 */
const COUNTS: readonly (readonly [ja: string, en: string, ...spellings: string[]])[] = [
  ['台', 'unit', 'units'],
  ['個', 'piece', 'pieces', 'pcs', 'pc', 'ea', 'コ', 'ケ', 'ヶ'],
  ['本', 'stick', 'sticks'],
  ['枚', 'sheet', 'sheets'],
  ['基', 'installation', 'installations'],
  ['セット', 'set', 'sets'],
  ['ロット', 'lot', 'lots'],
  ['箱', 'box', 'boxes'],
  ['袋', 'bag', 'bags'],
  ['缶', 'can', 'cans'],
  ['件', 'case', 'cases'],
  ['回', 'occasion', 'occasions'],
  ['戸', 'dwelling', 'dwellings'],
  ['世帯', 'household', 'households'],
  ['棟', 'building', 'buildings'],
  ['灯', 'lamp', 'lamps'],
  ['着', 'garment', 'garments'],
  ['冊', 'copy', 'copies'],
  ['杯', 'cup', 'cups'],
  ['食', 'meal', 'meals', 'serving', 'servings'],
  ['束', 'bundle', 'bundles'],
  ['巻', 'roll', 'rolls'],
  ['室', 'room', 'rooms'],
  ['席', 'seat', 'seats'],
  ['両', 'car', 'cars'],
  ['隻', 'vessel', 'vessels'],
  ['機', 'aircraft'],
  ['足', 'pair', 'pairs'],
  ['通', 'letter', 'letters'],
  ['社', 'company', 'companies'],
  ['契約', 'contract', 'contracts'],
  ['式', 'complete set', 'complete sets'],
  ['機能単位', 'functional unit', 'functional units', 'FU'],
];

export const COUNT_GROUPS: readonly SymbolGroup[] = COUNTS.map(([ja, en, ...spellings]) => ({
  dimension: { [`count:${ja}`]: 1 },
  rows: [
    [ja, '1'],
    [en, '1', ...spellings],
  ],
}));

/** English label of a count's base dimension, keyed by the Japanese one. */
export const COUNT_LABELS: ReadonlyMap<string, string> = new Map(COUNTS.map(([ja, en]) => [ja, en]));
