import type { CaseField } from '../../../case/types';
import { message } from '../../../message';
import { normaliseText } from '../../../quantity/normalise';
import { atField } from '../at';
import type { Rule, RuleInput, Verdict } from '../rule';

/** Words that promise more than avoided emissions are, each as people write it. */
const WORDS: readonly RegExp[] = [
  /offset(s|ting)?/,
  /(carbon|climate)[- ]?(neutral(ity)?|negative|positive)/,
  /net[- ]?zero/,
  /zero[- ]?emissions?/,
  /scope[- ]?4/,
  /carbon credits?/,
  /オフセット/,
  /相殺/,
  /(カーボン|炭素|気候)・?(ニュートラル|ネガティブ|中立)/,
  /ネット・?ゼロ|実質ゼロ|(排出|co2)ゼロ|ゼロ・?エミッション/,
  /スコープ ?4/,
  /カーボン・?クレジット/,
];

/** Names that hold such a word and claim nothing. */
const NAMES = /カーボン・?ニュートラル・?ブランド|リサイクル・?クレジット/g;

/** Avoided emissions are no offset, make nothing neutral and are no scope of an inventory. */
export const claimsWording: Rule = {
  id: 'claims-wording',
  criterion: 'G',
  severity: 'warn',
  basis: 'framework',
  source:
    'WBCSD (2023, 2025): avoided emissions apart from the inventory, no offset; Project Frame: not to be called Scope 4',
  check: (input) => Object.values(input.case.fields).flatMap((field) => worded(input, field)),
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'neutral',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'claimText', column: 'value', value: '導入でｶｰﾎﾞﾝﾆｭｰﾄﾗﾙを実現します。' }],
      says: 'warn',
      at: { table: 'KmcCase', row: 'claimText', column: 'value' },
    },
    {
      name: 'scope-four',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'contributionDescription', column: 'value', value: 'Our Scope 4 result' }],
      says: 'warn',
      at: { table: 'KmcCase', row: 'contributionDescription', column: 'value' },
    },
    {
      name: 'brand-name',
      sample: 'radar',
      changes: [
        {
          table: 'KmcCase',
          row: 'claimText',
          column: 'value',
          value: '川崎カーボンニュートラルブランド認定製品です。',
        },
      ],
      says: 'passes',
    },
  ],
};

function worded(input: RuleInput, { key, text, note }: CaseField): readonly Verdict[] {
  const found = [...new Set([text, note].flatMap(wordsIn))];
  if (found.length === 0) return [];
  const params = { item: message(`template.fields.${key}`), words: found };
  return [{ ...atField(input, key), message: message('rules.claims-wording.word', params) }];
}

function wordsIn(text: string | null): readonly string[] {
  if (text === null) return [];
  const plain = normaliseText(text).toLowerCase().replace(NAMES, ' ');
  return WORDS.flatMap((word) => word.exec(plain)?.[0] ?? []);
}
