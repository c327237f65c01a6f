import type { SymbolGroup, SymbolRow } from './symbolRow';

const CALORIES = [
  ['kcal', 3],
  ['cal', 0],
  ['Mcal', 6],
  ['Gcal', 9],
] as const;
const WORDS = { kcal: 'キロカロリー', cal: 'カロリー', Mcal: 'メガカロリー', Gcal: 'ギガカロリー' } as const;

/**
 * Four calories differ by up to 0.07 %, so each has its own name. A bare one is the calorie of Japan's measurement law
 * (計量単位令 since 1999-10), the thermochemical one; old heat-value tables used 4.18605 J (旧計量法), IEA and IPCC 4.1868 J (IT),
 * the CIPM's of 1950 at 15 °C is 4.1855 J.
 * Their canonical spelling names the definition, so that what was assumed is seen.
 */
function calories(suffix: string, joules: string, otherSuffixes: readonly string[]): SymbolRow[] {
  return CALORIES.map(([name, power]) => [
    `${name}${suffix}`,
    `${joules}e${power}`,
    ...otherSuffixes.flatMap((other) => (other === '' ? [name, WORDS[name]] : [name + other])),
  ]);
}

const ENERGY: readonly SymbolRow[] = [
  [
    'kWh',
    '3.6e6',
    'kW時',
    'キロワット時',
    'キロワットアワー',
    'kilowatt hour',
    'kilowatt hours',
    'kilowatt-hour',
    'kilowatt-hours',
  ],
  ['Wh', '3600', 'ワット時', 'ワットアワー'],
  ['MWh', '3.6e9', 'メガワット時', 'メガワットアワー'],
  ['GWh', '3.6e12', 'ギガワット時', 'ギガワットアワー'],
  ['TWh', '3.6e15', 'テラワット時', 'テラワットアワー'],
  ['J', '1', 'ジュール'],
  ['kJ', '1000', 'キロジュール'],
  ['MJ', '1e6', 'メガジュール'],
  ['GJ', '1e9', 'ギガジュール'],
  ['TJ', '1e12', 'テラジュール'],
  ['PJ', '1e15', 'ペタジュール'],
  ...calories('_th', '4.184', ['', '(th)', '(計量法)']),
  ...calories('_IT', '4.1868', ['(IT)']),
  ...calories('_15', '4.1855', ['(15)', '(15°C)']),
  ...calories('_旧計量法', '4.18605', ['(旧計量法)', '_oldJP']),
  ['Btu', '1055.05585262', 'BTU', 'Btu_IT'],
  ['MMBtu', '1055055852.62', 'mmBtu', 'MMBTU', 'mmBTU', 'mmbtu'],
  ['therm(US)', '105480400', 'US therm', 'US therms', 'therm_US'],
  ['therm(EC)', '105505585.262', 'UK therm', 'UK therms', 'therm_EC'],
  ['toe', '4.1868e10'],
  ['ktoe', '4.1868e13'],
  ['Mtoe', '4.1868e16'],
  ['tce', '2.93076e10'],
];

const POWER: readonly SymbolRow[] = [
  ['kW', '1000', 'キロワット'],
  ['W', '1', 'ワット'],
  ['mW', '0.001', 'ミリワット'],
  ['MW', '1e6', 'メガワット'],
  ['GW', '1e9', 'ギガワット'],
];

export const ENERGY_GROUPS: readonly SymbolGroup[] = [
  { dimension: { energy: 1 }, rows: ENERGY },
  { dimension: { energy: 1, time: -1 }, rows: POWER },
];
