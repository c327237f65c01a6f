import type { SymbolGroup, SymbolRow } from './symbolRow';

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

/**
 * A plain volume (a liquid, or a gas whose state is not stated) and gas volumes at four states stand apart: 0 °C and 1 atm,
 * 15 °C and 1 atm, 25 °C and 1 bar (標準環境状態), 60 °F and 14.696 psia. The first and third differ by 10.6 %.
 */
export const SPACE_GROUPS: readonly SymbolGroup[] = [
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
];
