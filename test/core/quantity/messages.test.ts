import type { Message, Outcome } from '../../../src/core/message';
import { conversionFactor } from '../../../src/core/quantity/convert';
import { dimensionName } from '../../../src/core/quantity/dimensionName';
import { emissionRatio } from '../../../src/core/quantity/emissionRatio';
import { knownUnits } from '../../../src/core/quantity/knownUnits';
import { parseNumber } from '../../../src/core/quantity/parseNumber';
import { parseUnit } from '../../../src/core/quantity/parseUnit';
import en from '../../../src/locales/en/quantity.json';
import ja from '../../../src/locales/ja/quantity.json';
import { translator } from '../../../src/locales/translator';
import { unit } from './units';

type Texts = { readonly [key: string]: string | Texts };

function flat(texts: Texts, prefix = 'quantity'): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, text]): [string, string][] =>
      typeof text === 'string' ? [[`${prefix}.${key}`, text]] : [...flat(text, `${prefix}.${key}`)],
    ),
  );
}

const names = (text: string): string[] =>
  [...new Set([...text.matchAll(/{{(\w+)}}/g)].map((match) => match[1]!))].sort();

function messageOf(outcome: Outcome<unknown>): Message {
  if (outcome.ok) throw new Error('holds');
  return outcome.message;
}

const convert = (from: string, to: string) => messageOf(conversionFactor(unit(from), unit(to)));
const ratio = (amount: string, factor: string) => messageOf(emissionRatio(unit(amount), unit(factor)));

/** One occasion for every text there is. */
const MESSAGES: readonly Message[] = [
  ...['', 'x'].map((text) => messageOf(parseNumber(text))),
  ...['', 'kWhh', '見積り', 'ton', 'kg/', 'kg/(台)·年', 'x'.repeat(201)].map((text) => messageOf(parseUnit(text))),
  convert('Nm3', 'm3(SATP)'),
  convert('m3', 'Nm3'),
  convert('Sm3', 'scf'),
  convert('kWh(HHV)', 'kWh(LHV)'),
  convert('円', '円2015'),
  convert('台', 'lot'),
  convert('年', 'h'),
  convert('kg-CH4', 'kg-CO2e'),
  convert('kg-C', 'kg-CO2'),
  convert('kg', 'kg-CO2e'),
  convert('km', 'tkm'),
  convert('pkm', 'm'),
  convert('kWh', 'GB'),
  convert('kW', 'ha'),
  convert('日', '人'),
  convert('%', 's^2'),
  convert('1/(人·泊)', 'kWh/台·年'),
  convert('kg-CO2e', 'kg-CO2'),
  ratio('kWh', 'kg/kWh'),
  ratio('kWh', 't-C/kWh'),
  ratio('kWh', 'kg-CH4/kWh'),
  ratio('kWh', 'L/kWh'),
];

function codesOf(message: Message): string[] {
  const inner = Object.values(message.params)
    .flat()
    .filter((param) => typeof param === 'object') as Message[];
  return [message.code, ...inner.flatMap(codesOf)];
}

test('every text is said by some message, and every message has a text, in both languages', () => {
  const said = new Set(MESSAGES.flatMap(codesOf));
  expect([...said].sort()).toEqual([...flat(en).keys()].sort());
  expect([...said].sort()).toEqual([...flat(ja).keys()].sort());
});

test('both languages name the same values, and only values the message carries', () => {
  for (const [key, text] of flat(en)) {
    if (key === 'quantity.dimension.count') continue; // each language shows its own label
    expect([key, names(text)]).toEqual([key, names(flat(ja).get(key)!)]);
  }
  for (const language of ['en', 'ja'] as const) {
    for (const message of MESSAGES) expect(translator(language)(message)).not.toMatch(/{{|}}|quantity\./);
  }
});

test('a refused conversion says both units and both dimensions', () => {
  expect(translator('en')(convert('kWh', 'kg'))).toBe('kWh is energy, but kg needs mass.');
  expect(translator('ja')(convert('kWh', 'kg'))).toBe('kWh は「エネルギー」ですが、kg に必要なのは「質量」です。');
});

test('Nm3 against m3(SATP) names the ratio', () => {
  // (298.15/273.15) × (101.325/100) = 1.10599
  for (const language of ['en', 'ja'] as const)
    expect(translator(language)(convert('Nm3', 'm3@25C'))).toContain('1.106');
});

describe('names of dimensions', () => {
  test.each([
    ['kW', 'power', '電力・仕事率'],
    [
      'kWh/台・年',
      'energy per (number of “unit” (台) × calendar time (months, years))',
      'エネルギー ÷ （「台」で数えた数 × 暦の期間（月・年））',
    ],
    [
      'g-CO2e/tkm',
      'greenhouse gas emission per freight transport (mass × distance)',
      '温室効果ガス排出量 ÷ 貨物輸送量（質量 × 距離）',
    ],
    ['円2015', 'money in prices of 2015', '金額（2015年価格）'],
    ['1/h', '1 per time', '1 ÷ 時間'],
  ])('%s', (text, english, japanese) => {
    const name = dimensionName(unit(text).dimension);
    expect([translator('en')(name), translator('ja')(name)]).toEqual([english, japanese]);
  });
});

test('known units stand under the name of their dimension, once each, and read as themselves', () => {
  const groups = knownUnits();
  for (const { dimension, units } of groups) {
    for (const text of units) {
      expect(unit(text).text).toBe(text);
      expect(dimensionName(unit(text).dimension)).toEqual(dimension);
    }
  }
  const all = groups.flatMap(({ units }) => units);
  expect(new Set(all).size).toBe(all.length);
  expect(new Set(groups.map(({ dimension }) => JSON.stringify(dimension))).size).toBe(groups.length);
});
