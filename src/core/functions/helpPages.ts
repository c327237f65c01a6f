import { CHOICE_SETS } from '../case/vocabulary';
import { message } from '../message';
import { MORE_TEXTS } from '../../locales/moreTexts';
import { addTexts, translator, type Language, type Translate } from '../../locales/translator';
import { METHOD_PAGES } from './methodPages';
import { FUNCTIONS } from './registry';
import type { FunctionExample, FunctionResult, FunctionSpec, ParameterSpec } from './types';

export interface HelpPage {
  /** Below the folder of help pages: `en/EMISSION.md`. */
  readonly path: string;
  /** Markdown. */
  readonly text: string;
}

addTexts(MORE_TEXTS);

/** Title of a page of the method handbook in the language of the help pages. @throws RangeError for a page that does not exist */
export type MethodTitle = (page: string) => string;

/** @returns one page a function and `README.md`, the list of them, all from the registry, its texts and the handbook's titles */
export function helpPages(language: Language, titleOf: MethodTitle): readonly HelpPage[] {
  const say = translator(language);
  const pages = FUNCTIONS.map((spec) => {
    const text = functionPage(spec, say, methodLinks(spec.id, language, titleOf));
    return { path: `${language}/${spec.id}.md`, text };
  });
  return [{ path: `${language}/README.md`, text: listPage(say, language) }, ...pages];
}

function listPage(say: Translate, language: Language): string {
  const rows = FUNCTIONS.map(({ id }) => [`[KMC.${id}](${id}.md)`, say(`functionHelp.${id}.summary`)]);
  return joined([
    `# ${say('functionHelp.help.functions')}`,
    say('functionHelp.help.overview'),
    table([say('functionHelp.help.function'), say('functionHelp.help.purpose')], rows),
    say('functionHelp.help.errorText'),
    `[${say('functionHelp.help.handbook')}](../../method/${language}/README.md)`,
  ]);
}

function methodLinks(id: string, language: Language, titleOf: MethodTitle): string {
  const pages = METHOD_PAGES[id];
  if (pages === undefined) throw new RangeError(`no page of the method handbook is named for ${id}`);
  return pages.map((page) => `- [${titleOf(page)}](../../method/${language}/${page}.md)`).join('\n');
}

function functionPage(spec: FunctionSpec, say: Translate, method: string): string {
  const own = (key: string): string => say(message(`functionHelp.${spec.id}.${key}`, spec.helpValues ?? {}));
  return joined([
    `# KMC.${spec.id}`,
    own('summary'),
    heading(say, 'syntax'),
    `\`${syntax(spec, say)}\``,
    ...parameterSection(spec, say),
    own('details'),
    heading(say, 'examples'),
    ...spec.examples.flatMap((example, index) => [own(`examples.${index}`), shownExample(example)]),
    heading(say, 'equation'),
    own('source'),
    heading(say, 'method'),
    method,
    heading(say, 'errors'),
    say('functionHelp.help.errorText'),
  ]);
}

const joined = (blocks: readonly string[]): string => `${blocks.join('\n\n')}\n`;
const heading = (say: Translate, key: string): string => `## ${say(`functionHelp.help.${key}`)}`;

function syntax({ id, parameters }: FunctionSpec, say: Translate): string {
  const names = parameters.map((parameter) => {
    const name = parameterName(id, parameter, say);
    return parameter.optional ? `[${name}${parameter.repeating ? ', …' : ''}]` : name;
  });
  return `=KMC.${id}(${names.join(', ')})`;
}

const parameterName = (id: string, { name }: ParameterSpec, say: Translate): string =>
  say(`functions.${id}.parameters.${name}.name`);

function parameterSection(spec: FunctionSpec, say: Translate): string[] {
  if (spec.parameters.length === 0) return [];
  const head = ['name', 'kind', 'need', 'description'].map((key) => say(`functionHelp.help.${key}`));
  return [
    heading(say, 'parameters'),
    table(
      head,
      spec.parameters.map((parameter) => parameterRow(spec.id, parameter, say)),
    ),
  ];
}

function parameterRow(id: string, parameter: ParameterSpec, say: Translate): string[] {
  const description = [say(`functionHelp.${id}.parameters.${parameter.name}`), ...choiceSentence(parameter, say)].join(
    ' ',
  );
  const need = parameter.repeating ? 'repeats' : parameter.optional ? 'optional' : 'required';
  return [parameterName(id, parameter, say), kindText(parameter, say), say(`functionHelp.help.${need}`), description];
}

function kindText({ kinds, block }: ParameterSpec, say: Translate): string {
  const kind = kinds.map((each) => say(`functionHelp.help.kinds.${each}`)).join(', ');
  return block ? say(message('functionHelp.help.range', { kind })) : kind;
}

function choiceSentence({ choices }: ParameterSpec, say: Translate): string[] {
  if (choices === undefined) return [];
  const words = CHOICE_SETS[choices].map((word) => withNeutralWord(say(`choices.${choices}.${word}`), word));
  return [say(message('functionHelp.help.choices', { choices: words.join(', ') }))];
}

const withNeutralWord = (shown: string, word: string): string => (shown === word ? shown : `${shown} (\`${word}\`)`);

const shownExample = ({ formula, value }: FunctionExample): string =>
  ['```', formula, ...shownResult(value), '```'].join('\n');

function shownResult(value: FunctionResult): string[] {
  if (!Array.isArray(value)) return [`→ ${String(value)}`];
  return value.map((row: readonly unknown[]) => `→ ${row.map(String).join(' | ')}`.trimEnd());
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
