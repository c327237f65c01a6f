import type { Random } from './random';

const NAMES = [
  'Steel',
  'Copper',
  'Freight',
  'Rent',
  'Diesel',
  'Power',
  'Wages',
  'Paint',
  'Glass',
  'Water',
  'Resin',
  '鋼材',
  '輸送',
  '電力',
];
const UNITS = ['kg', 't', 'kWh', 'm3', 'km', 'h', '個', '円'];

export const name = (random: Random): string => `${random.one(NAMES)} ${random.whole(1, 99)}`;
export const unit = (random: Random): string => random.one(UNITS);

/** How a person writes the amounts of one list: whole, or to so many decimals; high or low; some of them zero. */
export interface Style {
  readonly high: number;
  readonly places: number;
  readonly zeros: number;
}

export const style = (random: Random): Style => ({
  high: random.one([9, 60, 500, 4_000, 90_000]),
  places: random.one([0, 0, 1, 2]),
  zeros: random.one([0, 0, 0.05]),
});

export const amount = (random: Random, { high, places, zeros }: Style): number =>
  random.chance(zeros) ? 0 : random.decimal(high / 20, high, places);

/** Where a table begins: a title, sometimes a note, and blank rows above it. */
export interface Corner {
  readonly top: number;
  readonly left: number;
}

export const corner = (random: Random): Corner => ({ top: random.whole(2, 5), left: random.whole(0, 2) });

export const TOTAL_WORDS = ['Total', 'TOTAL', 'Sum', '合計', '計'];
