import { ENERGY_GROUPS } from './energyTable';
import { SPACE_GROUPS } from './spaceTable';
import type { SymbolGroup, SymbolRow } from './symbolRow';

const MASS: readonly SymbolRow[] = [
  ['kg', '1', 'kgs', 'kilogram', 'kilograms', 'キログラム'],
  ['t', '1000', 'tonne', 'tonnes', 'metric ton', 'metric tons', 'トン'],
  ['g', '0.001', 'gram', 'grams', 'グラム'],
  ['mg', '0.000001', 'ミリグラム'],
  ['μg', '0.000000001', 'ug'],
  ['kt', '1000000', 'キロトン'],
  ['Mt', '1000000000', 'メガトン'],
  ['Mg', '1000'],
  ['Gg', '1000000'],
  ['Tg', '1000000000'],
  ['lb', '0.45359237', 'lbs', 'pound', 'pounds', 'ポンド'],
  ['short ton', '907.18474', 'short tons', 'US ton', 'US tons', '米トン'],
  ['long ton', '1016.0469088', 'long tons', 'UK ton', 'UK tons', '英トン'],
];

const BINARY: readonly SymbolRow[] = [
  ['KiB', '1024'],
  ['MiB', '1048576'],
  ['GiB', '1073741824'],
  ['TiB', '1099511627776'],
];

export const SYMBOL_GROUPS: readonly SymbolGroup[] = [
  { dimension: { mass: 1 }, rows: MASS },
  ...ENERGY_GROUPS,
  ...SPACE_GROUPS,
  {
    dimension: { time: 1 },
    rows: [
      ['h', '3600', 'hr', 'hrs', 'hour', 'hours', '時間', '時'],
      ['min', '60', 'minute', 'minutes', '分', '分間'],
      ['s', '1', 'sec', 'second', 'seconds', '秒', '秒間'],
    ],
  },
  {
    dimension: { day: 1 },
    rows: [
      ['日', '1', '日間'],
      ['day', '1', 'days', 'd'],
      ['週', '7', '週間'],
      ['week', '7', 'weeks'],
    ],
  },
  {
    dimension: { calendar: 1 },
    rows: [
      ['年', '12', '年間', '年度', 'カ年', 'か年', 'ヶ年'],
      ['year', '12', 'years', 'yr', 'yrs', 'y'],
      ['四半期', '3'],
      ['quarter', '3', 'quarters'],
      ['月', '1', 'か月', 'カ月', 'ヶ月', 'ヵ月', '箇月', '月間'],
      ['month', '1', 'months'],
    ],
  },
  {
    dimension: { mass: 1, length: 1 },
    rows: [
      ['tkm', '1000000', 't-km', 'ton-km', 'tonne-km', 'tonne-kilometre', 'tonne-kilometres', 'トンキロ'],
      ['ktkm', '1000000000'],
    ],
  },
  {
    dimension: { person: 1, length: 1 },
    rows: [['pkm', '1000', 'PKM', 'p-km', 'person-km', 'passenger-km', 'passenger km', '人km', '人キロ']],
  },
  {
    dimension: { person: 1 },
    rows: [
      ['人', '1', '名'],
      ['person', '1', 'persons', 'people', 'passenger', 'passengers', 'capita'],
    ],
  },
  {
    dimension: { person: 1, day: 1 },
    rows: [['人日', '1', 'person-day', 'person-days']],
  },
  {
    dimension: { person: 1, time: 1 },
    rows: [['人時', '3600', 'person-hour', 'person-hours']],
  },
  {
    dimension: { person: 1, calendar: 1 },
    rows: [
      ['人年', '12', 'person-year', 'person-years'],
      ['人月', '1', 'person-month', 'person-months'],
    ],
  },
  {
    dimension: { night: 1 },
    rows: [
      ['泊', '1'],
      ['night', '1', 'nights'],
    ],
  },
  {
    dimension: { person: 1, night: 1 },
    rows: [['人泊', '1', 'person-night', 'person-nights', 'guest-night', 'guest-nights']],
  },
  {
    dimension: { data: 1 },
    rows: [
      ['GB', '1000000000', 'gigabyte', 'gigabytes', 'ギガバイト'],
      ['B', '1', 'byte', 'bytes', 'バイト'],
      ['kB', '1000'],
      ['MB', '1000000'],
      ['TB', '1000000000000', 'terabyte', 'terabytes', 'テラバイト'],
      ['PB', '1000000000000000'],
      ['bit', '0.125', 'bits', 'ビット'],
      ['kbit', '125', 'kb'],
      ['Mbit', '125000', 'Mb'],
      ['Gbit', '125000000', 'Gb'],
      ['Tbit', '125000000000', 'Tb'],
      ...BINARY,
    ],
  },
  {
    dimension: { money: 1 },
    rows: [
      ['円', '1'],
      ['JPY', '1', 'yen', '¥'],
    ],
  },
  {
    dimension: {},
    rows: [
      ['-', '1', '1', 'dimensionless', '無次元'],
      ['%', '0.01', 'percent', 'パーセント'],
      ['ppm', '0.000001'],
    ],
  },
];
