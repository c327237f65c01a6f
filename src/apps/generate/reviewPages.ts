import { message } from '../../core/message';
import { CRITERIA, type Criterion } from '../../core/review/finding';
import { RULES } from '../../core/review/criteria/registry';
import type { Rule, RuleExample } from '../../core/review/criteria/rule';
import { exampleNamed } from '../../core/template/examples/registry';
import type { Language } from '../../core/template/types';
import JAPANESE_SOURCES from '../../locales/ja/ruleSources.json';
import { translator } from '../../locales/translator';

interface Page {
  /** Below `docs/review`, e.g. `en/stages-complete.md`. */
  readonly path: string;
  readonly text: string;
}

/** The manual of the rules: a page of each, and an index in the city's order. */
export function reviewPages(language: Language): readonly Page[] {
  return [
    { path: `${language}/README.md`, text: index(language) },
    ...RULES.map((rule) => ({ path: `${language}/${rule.id}.md`, text: page(rule, language) })),
  ];
}

const joined = (blocks: readonly string[]): string => `${blocks.join('\n\n')}\n`;

function index(language: Language): string {
  const say = translator(language);
  const parts = CRITERIA.flatMap((criterion) => {
    const rules = RULES.filter((rule) => rule.criterion === criterion);
    if (rules.length === 0) return [];
    return [`## ${criterion} ${say(`rules.manual.criteria.${criterion}`)}`, rulesOf(rules, language)];
  });
  return joined([`# ${say('rules.manual.title')}`, say('rules.manual.introduction'), formulas(language), ...parts]);
}

const formulas = (language: Language): string => {
  const say = translator(language);
  return say(message('rules.manual.formulas', { link: `[${say('review.page.title')}](formulas.md)` }));
};

function rulesOf(rules: readonly Rule[], language: Language): string {
  const say = translator(language);
  const header = ['rule', 'severity', 'basis', 'check'].map((key) => say(`rules.manual.${key}`));
  const rows = rules.map((rule) => [
    `[${say(`rules.${rule.id}.title`)}](${rule.id}.md)`,
    say(`rules.manual.severities.${rule.severity}`),
    say(`choices.basis.${rule.basis}`),
    say(`rules.${rule.id}.check`),
  ]);
  return table([header, ...rows]);
}

function table([header, ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header!), line(header!.map(() => '---')), ...rows.map(line)].join('\n');
}

function page(rule: Rule, language: Language): string {
  const say = translator(language);
  const own = (key: string) => say(`rules.${rule.id}.${key}`);
  return joined([
    `# ${own('title')}`,
    say(`rules.${rule.id}.check`),
    facts(rule, language),
    `## ${say('rules.manual.settle')}`,
    own('settle'),
    `## ${say('rules.manual.examples')}`,
    examples(rule, language),
    `[${say('rules.manual.back')}](README.md)`,
  ]);
}

function facts(rule: Rule, language: Language): string {
  const say = translator(language);
  const criterion: Criterion = rule.criterion;
  return table([
    ['', ''],
    [say('rules.manual.id'), `\`${rule.id}\``],
    [say('rules.manual.criterion'), `${criterion} ${say(`rules.manual.criteria.${criterion}`)}`],
    [say('rules.manual.severity'), say(`rules.manual.severities.${rule.severity}`)],
    [say('rules.manual.basis'), say(`choices.basis.${rule.basis}`)],
    ...sourcesOf(rule, language),
  ]);
}

/** Where the requirement stands; in Japanese also as its publishers word it. */
function sourcesOf(rule: Rule, language: Language): readonly (readonly string[])[] {
  const say = translator(language);
  if (language === 'en') return [[say('rules.manual.source'), rule.source]];
  const translated = (JAPANESE_SOURCES as Readonly<Record<string, string>>)[rule.id];
  if (translated === undefined) throw new RangeError(`no Japanese source of the rule ${rule.id}`);
  return [
    [say('rules.manual.source'), translated],
    [say('rules.manual.source-original'), rule.source],
  ];
}

function examples(rule: Rule, language: Language): string {
  const say = translator(language);
  const rows = rule.examples.map((example) => [
    say(`rules.${rule.id}.examples.${example.name}`),
    sampleOf(example, language),
    say(`rules.manual.severities.${example.says}`),
  ]);
  return table([['example', 'sample', 'says'].map((key) => say(`rules.manual.${key}`)), ...rows]);
}

const sampleOf = ({ sample }: RuleExample, language: Language): string =>
  `[${exampleNamed(sample).title[language]}](../../../samples/${sample}.xlsx)`;
