import type { Dimension } from './dimension';

/** Canonical spelling, factor to the base unit, other spellings. Factors are exact; their sources stand in the test. */
export type SymbolRow = readonly [text: string, factor: string, ...spellings: string[]];

export interface SymbolGroup {
  readonly dimension: Dimension;
  readonly rows: readonly SymbolRow[];
}

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

const LENGTH: readonly SymbolRow[] = [
  ['km', '1000', 'kilometre', 'kilometres', 'kilometer', 'kilometers', 'キロメートル'],
  ['m', '1', 'metre', 'metres', 'meter', 'meters', 'メートル'],
  ['cm', '0.01', 'センチメートル'],
  ['mm', '0.001', 'ミリメートル'],
  ['mile', '1609.344', 'miles', 'mi', 'マイル'],
  ['nautical mile', '1852', 'nautical miles', 'nmi', '海里'],
];

const AREA: readonly SymbolRow[] = [
  ['m2', '1', 'square metre', 'square metres', 'square meter', 'square meters', '平方メートル', '平米'],
  ['cm2', '0.0001'],
  ['km2', '1000000', '平方キロメートル'],
  ['ha', '10000', 'hectare', 'hectares', 'ヘクタール'],
];

const VOLUME: readonly SymbolRow[] = [
  ['m3', '1', 'cubic metre', 'cubic metres', 'cubic meter', 'cubic meters', '立方メートル', '立米'],
  ['L', '0.001', 'l', 'litre', 'litres', 'liter', 'liters', 'リットル'],
  ['mL', '0.000001', 'ml', 'ミリリットル'],
  ['kL', '1', 'kl', 'KL', 'キロリットル'],
  ['ML', '1000', 'megalitre', 'megalitres'],
  ['dm3', '0.001'],
  ['cm3', '0.000001', 'cc'],
  ['US gal', '0.003785411784', 'US gallon', 'US gallons', '米ガロン'],
  ['UK gal', '0.00454609', 'UK gallon', 'UK gallons', 'imperial gallon', 'imperial gallons', '英ガロン'],
  ['bbl', '0.158987294928', 'barrel', 'barrels', 'バレル'],
  ['ft3', '0.028316846592', 'cubic foot', 'cubic feet', '立方フィート'],
];

/** A bare calorie is the one of Japan's measurement law (計量単位令 since 1999-10), which is the thermochemical one. */
const ENERGY: readonly SymbolRow[] = [
  ['kWh', '3600000', 'キロワット時', 'キロワットアワー'],
  ['Wh', '3600', 'ワット時', 'ワットアワー'],
  ['MWh', '3600000000', 'メガワット時', 'メガワットアワー'],
  ['GWh', '3600000000000', 'ギガワット時', 'ギガワットアワー'],
  ['TWh', '3600000000000000', 'テラワット時', 'テラワットアワー'],
  ['J', '1', 'ジュール'],
  ['kJ', '1000', 'キロジュール'],
  ['MJ', '1000000', 'メガジュール'],
  ['GJ', '1000000000', 'ギガジュール'],
  ['TJ', '1000000000000', 'テラジュール'],
  ['PJ', '1000000000000000', 'ペタジュール'],
  ...calorie('_th', '4.184', ['', '(th)', '(計量法)'], ['カロリー', 'キロカロリー', 'メガカロリー', 'ギガカロリー']),
  ...calorie('_IT', '4.1868', ['(IT)'], []),
  ...calorie('_15', '4.1855', ['(15)', '(15°C)'], []),
  ...calorie('_旧計量法', '4.18605', ['(旧計量法)', '_oldJP'], []),
  ['Btu', '1055.05585262', 'BTU', 'Btu_IT'],
  ['MMBtu', '1055055852.62', 'mmBtu', 'MMBTU', 'mmBTU', 'mmbtu'],
  ['therm(US)', '105480400', 'US therm', 'US therms', 'therm_US'],
  ['therm(EC)', '105505585.262', 'UK therm', 'UK therms', 'therm_EC'],
  ['toe', '41868000000'],
  ['ktoe', '41868000000000'],
  ['Mtoe', '41868000000000000'],
  ['tce', '29307600000'],
];

function calorie(suffix: string, joules: string, suffixes: readonly string[], words: readonly string[]): SymbolRow[] {
  const [whole = '', fraction = ''] = joules.split('.');
  const times = (zeros: number): string =>
    zeros === 0 ? joules : `${whole}${fraction.slice(0, zeros).padEnd(zeros, '0')}.${fraction.slice(zeros) || '0'}`;
  return [
    ['kcal', 3],
    ['cal', 0],
    ['Mcal', 6],
    ['Gcal', 9],
  ].map(([name, zeros], index) => {
    const word = words[[1, 0, 2, 3][index] ?? 0];
    return [`${name}${suffix}`, times(Number(zeros)), ...suffixes.map((s) => `${name}${s}`), ...(word ? [word] : [])];
  });
}

const BINARY: readonly SymbolRow[] = [
  ['KiB', '1024'],
  ['MiB', '1048576'],
  ['GiB', '1073741824'],
  ['TiB', '1099511627776'],
];

export const SYMBOL_GROUPS: readonly SymbolGroup[] = [
  { dimension: { mass: 1 }, rows: MASS },
  { dimension: { energy: 1 }, rows: ENERGY },
  {
    dimension: { energy: 1, time: -1 },
    rows: [
      ['kW', '1000', 'キロワット'],
      ['W', '1', 'ワット'],
      ['mW', '0.001', 'ミリワット'],
      ['MW', '1000000', 'メガワット'],
      ['GW', '1000000000', 'ギガワット'],
    ],
  },
  { dimension: { volume: 1 }, rows: VOLUME },
  {
    dimension: { 'volume-0c': 1 },
    rows: [['Nm3', '1', 'm3N', 'm3_N', 'Nm3(標準状態)', 'ノルマル立方メートル', 'ノルマルリューベ']],
  },
  { dimension: { 'volume-25c': 1 }, rows: [['m3(SATP)', '1']] },
  { dimension: { 'volume-15c': 1 }, rows: [['Sm3', '1']] },
  { dimension: { 'volume-60f': 1 }, rows: [['scf', '0.028316846592']] },
  { dimension: { length: 1 }, rows: LENGTH },
  { dimension: { area: 1 }, rows: AREA },
  {
    dimension: { time: 1 },
    rows: [
      ['h', '3600', 'hr', 'hrs', 'hour', 'hours', '時間', '時'],
      ['min', '60', 'minute', 'minutes', '分', '分間'],
      ['s', '1', 'sec', 'second', 'seconds', '秒', '秒間'],
      ['日', '86400', '日間'],
      ['day', '86400', 'days', 'd'],
      ['週', '604800', '週間'],
      ['week', '604800', 'weeks'],
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
    dimension: { person: 1, time: 1 },
    rows: [
      ['人日', '86400', 'person-day', 'person-days'],
      ['人時', '3600', 'person-hour', 'person-hours'],
    ],
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
