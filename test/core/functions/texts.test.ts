import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import enHelp from '../../../src/locales/en/functionHelp.json';
import en from '../../../src/locales/en/functions.json';
import jaHelp from '../../../src/locales/ja/functionHelp.json';
import ja from '../../../src/locales/ja/functions.json';
import { FUNCTIONS } from '../../../src/core/functions/registry';

type Tree = { readonly [key: string]: string | readonly string[] | Tree };

function leaves(tree: Tree | readonly string[], prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : leaves(value as Tree, `${prefix}${key}.`),
  );
}

const english = new Map([...leaves(en as Tree), ...leaves(enHelp as Tree)]);
const japanese = new Map([...leaves(ja as Tree), ...leaves(jaHelp as Tree)]);
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();

const root = path.resolve(__dirname, '../../../src/core');
const sources = ['functions', 'functions/definitions']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.join(root, folder, name)),
  )
  .concat(path.join(root, 'case/fiscalYear.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

describe('texts of the functions', () => {
  it('are the same keys in both languages', () => {
    expect([...japanese.keys()]).toEqual([...english.keys()]);
  });

  it.each([...english].filter(([key]) => key.startsWith('errors.') || key.startsWith('place.')))(
    '%s names the same values in both languages',
    (key, text) => {
      expect(placeholders(japanese.get(key)!)).toEqual(placeholders(text));
    },
  );

  it('of errors are each used, and each error used has a text', () => {
    const known = [...english.keys()]
      .filter((key) => key.startsWith('errors.'))
      .map((key) => key.slice('errors.'.length));
    const unused = known.filter(
      (code) =>
        !sources.includes(`'${code}'`) && !sources.includes(`errors.${code}'`) && !code.startsWith('breakeven-'),
    );
    expect(unused).toEqual([]);
  });

  it.each(FUNCTIONS.map((spec) => [spec.id, spec] as const))(
    'of KMC.%s are there for every parameter and example',
    (id, { parameters, examples }) => {
      const wanted = [
        'summary',
        'details',
        'source',
        ...parameters.flatMap(({ name }) => [`parameters.${name}.name`, `parameters.${name}`]),
        ...examples.map((_, index) => `examples.${index}`),
      ].map((key) => `${id}.${key}`);
      expect([...english.keys()].filter((key) => key.startsWith(`${id}.`)).sort()).toEqual(wanted.sort());
    },
  );

  it('in Japanese are Japanese', () => {
    const plain = [...japanese].filter(
      ([key, text]) =>
        /\.(summary|details|parameters\.\w+)$|^errors\./.test(key) &&
        !/^(help|errors.because)/.test(key) &&
        !/[ぁ-ん]/.test(text),
    );
    expect(plain).toEqual([]);
  });
});
