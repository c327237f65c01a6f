import type { Factor, InventoryLine } from '../../../case/types';
import { message } from '../../../message';
import { normaliseText } from '../../../quantity/normalise';
import { factorById } from '../../../reference/factorById';
import { answer, isBlankField, unanswered } from '../answers';
import { atColumn, atField, atRow } from '../at';
import { owning } from '../owned';
import type { Rule, RuleInput, Verdict } from '../rule';
import { byFactor, factorName, usedLines, type UsedLine } from '../usedLines';

const SIDES = { baseline: 'KmcBaseline', product: 'KmcProduct', 'side-effect': 'KmcSideEffects' } as const;

/** Certificates bought, by the words people use; a recycling credit is no such thing. */
const WORDS =
  /carbon credit|offset|\bj-?credit|\bverra\b|gold standard|renewable energy certificate|guarantees? of origin|\bi-recs?\b|カーボン・?クレジット|j-?クレジット|オフセット|排出権|非化石証書|再エネ証書|グリーン電力証書|トラッキング付/;

/** A footprint counts emissions, not certificates bought against them; what was taken out of the air is told apart. */
export const noCarbonCreditsInside: Rule = {
  id: 'no-carbon-credits-inside',
  criterion: 'A2',
  severity: 'block',
  basis: 'framework',
  source:
    'ISO 14067: offsetting is no part of a footprint, biogenic carbon and removals are stated apart; WBCSD (2023): removals apart',
  retells: owning(['reader.amount-negative']),
  check: (input) => [
    ...declared(input),
    ...factorsWithCredits(input),
    ...linesThatSaySo(input),
    ...negative(input),
    ...recycling(input),
  ],
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    { name: 'recycling', sample: 'heat-pump', changes: [], says: 'passes' },
    {
      name: 'declared',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'creditsInside', column: 'value', value: 'yes' }],
      says: 'block',
      at: { table: 'KmcCase', row: 'creditsInside', column: 'value' },
    },
    {
      name: 'not-answered',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'creditsInside', column: 'value', value: null }],
      says: 'unknown',
      at: { table: 'KmcCase', row: 'creditsInside', column: 'value' },
    },
    {
      name: 'line-names-credits',
      sample: 'radar',
      changes: [{ table: 'KmcProduct', row: 'P4', column: 'process', value: '組立（Ｊクレジットで相殺後）' }],
      says: 'warn',
      at: { table: 'KmcProduct', row: 'P4', column: 'process' },
    },
    {
      name: 'no-recycling-method',
      sample: 'heat-pump',
      changes: [{ table: 'KmcCase', row: 'recyclingMethod', column: 'value', value: null }],
      says: 'warn',
      at: { table: 'KmcCase', row: 'recyclingMethod', column: 'value' },
    },
    {
      name: 'negative-line',
      sample: 'heat-pump',
      changes: [{ table: 'KmcProduct', row: 'PSA6', column: 'flow', value: 'input' }],
      says: 'warn',
      at: { table: 'KmcProduct', row: 'PSA6', column: 'amount' },
      alsoChanges: ['like-lines'],
    },
  ],
};

function declared(input: RuleInput): readonly Verdict[] {
  if (isBlankField(input, 'creditsInside')) return [unanswered(input, 'creditsInside')];
  if (answer(input, 'creditsInside') !== 'yes') return [];
  return [{ ...atField(input, 'creditsInside'), message: message('rules.no-carbon-credits-inside.declared') }];
}

/** Suppliers' adjusted factors have credits taken off. */
const factorsWithCredits = (input: RuleInput): readonly Verdict[] =>
  [...byFactor(usedLines(input)).keys()].flatMap((factor): readonly Verdict[] => {
    const isKnown = factorById(factor.ref.id)?.warnings.includes('credits-inside') === true;
    if (!isKnown && !namesCredits(factor)) return [];
    const said = message('rules.no-carbon-credits-inside.factor', { factor: factorName(factor) });
    const at = atRow(input, factor.ref, 'id', 'value');
    return [isKnown ? { ...at, message: said } : { ...at, severity: 'warn', message: said }];
  });

const namesCredits = ({ attributes }: Factor): boolean =>
  ['nameJa', 'nameEn', 'note'].some((key) => WORDS.test(normaliseText(attributes[key] ?? '').toLowerCase()));

const linesThatSaySo = (input: RuleInput): readonly Verdict[] =>
  usedLines(input).flatMap(({ line }) => {
    const words = (text: string | null) => text !== null && WORDS.test(normaliseText(text).toLowerCase());
    const column = words(line.process) ? 'process' : words(line.note) ? 'note' : null;
    if (column === null) return [];
    const said = message('rules.no-carbon-credits-inside.line', { id: line.ref.id });
    return [{ ...atRow(input, line.ref, column), severity: 'warn' as const, message: said }];
  });

/** A line that takes emissions away and is neither a recycling credit nor biogenic: a removal or a credit by another name. */
const negative = (input: RuleInput): readonly Verdict[] =>
  usedLines(input)
    .filter(({ line, emission }) => emission?.isNegative() && !emission.isZero() && line.flow !== 'recycling-credit')
    .map(({ line }) => ({
      ...atRow(input, line.ref, 'amount', 'flow'),
      severity: 'warn' as const,
      message: message('rules.no-carbon-credits-inside.negative', { id: line.ref.id }),
      settle: message('rules.no-carbon-credits-inside.settle-negative'),
    }));

function recycling(input: RuleInput): readonly Verdict[] {
  const credits = usedLines(input).filter(({ line }) => line.flow === 'recycling-credit');
  if (credits.length === 0) return [];
  return [...withoutMethod(input), ...oneSided(input, credits)];
}

function withoutMethod(input: RuleInput): readonly Verdict[] {
  if (!isBlankField(input, 'recyclingMethod')) return [];
  return [
    {
      ...atField(input, 'recyclingMethod'),
      severity: 'warn',
      message: message('rules.no-carbon-credits-inside.no-method'),
      settle: message('rules.no-carbon-credits-inside.settle-method'),
    },
  ];
}

function oneSided(input: RuleInput, credits: readonly UsedLine[]): readonly Verdict[] {
  const sides = new Set(credits.map(({ side }) => side));
  if (sides.has('baseline') === sides.has('product')) return [];
  const of: InventoryLine[] = credits.map(({ line }) => line);
  return [
    {
      ...atColumn(
        input,
        SIDES[credits[0]!.side],
        'flow',
        of.map(({ ref }) => ref),
      ),
      severity: 'warn',
      message: message('rules.no-carbon-credits-inside.one-sided'),
      settle: message('rules.no-carbon-credits-inside.settle-method'),
    },
  ];
}
