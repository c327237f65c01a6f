import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assess } from '../../src/core/calculation/assess';
import { EQUATIONS } from '../../src/core/calculation/equations';
import { KAWASAKI } from '../../src/core/calculation/profile';
import { variationsOf } from '../../src/core/calculation/variations';
import type { Assessment } from '../../src/core/calculation/types';
import { evaluateFormula } from '../../src/core/functions/evaluate';
import { METHOD_PAGES } from '../../src/core/functions/methodPages';
import { FUNCTIONS } from '../../src/core/functions/registry';
import { roundedText } from '../../src/core/quantity/rounding';
import { TABLES } from '../../src/core/template/tables';
import { sensitivity } from '../../src/core/uncertainty/sensitivity';
import { simulate, type SimulationOptions } from '../../src/core/uncertainty/simulation';
import { blocksOf, LANGUAGES, METHOD, methodPage, methodPages, type MethodPage } from '../support/methodPages';
import { pageReading, type PageCase } from '../support/pageCase';
import { same, shownResult, valueAt } from '../support/pageValues';

const pages = methodPages();
const inLanguage = (language: string) => pages.filter((page) => page.language === language);
const each = pages.map((page) => [`${page.language}/${page.name}`, page] as const);
const BASIS = /^(seed|city-public|guideline|assumption|framework:.+)$/;

describe('the method handbook', () => {
  it('has the same pages in both languages, each with the same examples', () => {
    const [en, ja] = LANGUAGES.map(inLanguage);
    expect(ja!.map(({ name }) => name)).toEqual(en!.map(({ name }) => name));
    expect(ja!.map(blocksOf)).toEqual(en!.map(blocksOf));
  });

  it.each(LANGUAGES)('lists every page under its title: %s', (language) => {
    const index = readFileSync(path.join(METHOD, language, 'README.md'), 'utf8');
    for (const { name, title } of inLanguage(language)) expect(index).toContain(`| [${title}](${name}.md) |`);
  });

  it.each(LANGUAGES)('names every equation that a trace may cite: %s', (language) => {
    const told = inLanguage(language)
      .map(({ text }) => text)
      .join('\n');
    expect(EQUATIONS.filter((id) => !told.includes(`\`${id}\``))).toEqual([]);
  });

  it.each(LANGUAGES)('tells every choice of the default profile with its basis: %s', (language) => {
    const { text } = methodPage(language, 'profiles');
    for (const [key, { value, basis }] of Object.entries(KAWASAKI.choices)) {
      expect(text).toMatch(new RegExp(`^\\| \`${key}\` \\| .+ \\| \`${value}\` \\| \`${basis}\` \\|$`, 'm'));
    }
  });

  it('has a page behind every function, and that page names the function', () => {
    expect(Object.keys(METHOD_PAGES).sort()).toEqual(FUNCTIONS.map(({ id }) => id).sort());
    for (const { id } of FUNCTIONS) {
      const behind = pages.filter(({ name }) => METHOD_PAGES[id]?.includes(name));
      expect([id, behind.length]).toEqual([id, METHOD_PAGES[id]!.length * LANGUAGES.length]);
      expect([id, behind.length > 0]).toEqual([id, true]);
      expect(behind.filter(({ text }) => !text.includes(`[KMC.${id}](`)).map(({ name }) => name)).toEqual([]);
    }
  });
});

describe.each(each)('%s', (_, page) => {
  it('shows its example as something that is run', () => {
    expect(blocksOf(page).length).toBeGreaterThan(0);
  });

  it('says on what basis it stands', () => {
    const line = /^(?:Basis: |根拠区分：)(.*)$/m.exec(page.text)?.[1] ?? '';
    const words = [...line.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((word) => !BASIS.test(word))).toEqual([]);
  });

  it('leads only to pages that exist and are shipped with it', () => {
    for (const [, target] of page.text.matchAll(/\]\(([^)]+)\)/g)) {
      expect(target).toMatch(/^(?:\.\.\/\.\.\/functions\/(?:en|ja)\/)?[\w-]+\.md$/);
      expect([target, existsSync(path.resolve(path.dirname(page.file), target!))]).toEqual([target, true]);
      if (target!.startsWith('..')) expect(target).toContain(`/${page.language}/`);
    }
  });

  it('names functions, tables and equations that exist', () => {
    const named = (pattern: RegExp) => [...page.text.matchAll(pattern)].map(([, name]) => name!);
    const functions = new Set(FUNCTIONS.map(({ id }) => id));
    expect(named(/KMC\.([A-Z_0-9]+)/g).filter((id) => !functions.has(id))).toEqual([]);
    const tables = new Set<string>(TABLES.map(({ name }) => name));
    expect(named(/\b(Kmc[A-Z]\w+)/g).filter((name) => !tables.has(name))).toEqual([]);
    expect(tracedNames(page).filter((id) => !(EQUATIONS as readonly string[]).includes(id))).toEqual([]);
  });

  for (const [formula, expected] of formulas(page)) {
    it(`${formula} → ${expected}`, () => {
      const result = evaluateFormula(formula);
      expect(result.ok ? shownResult(result.value) : result.error).toBe(expected);
    });
  }

  for (const [at, expected, actual] of cases(page)) {
    it(`its case ${at}`, () => {
      const found = actual();
      if (!same(found, expected)) expect(found).toEqual(expected);
    });
  }
});

function tracedNames({ text }: MethodPage): readonly string[] {
  const line = /^- (?:In the trace: |計算過程での名前：)(.*)$/m.exec(text)?.[1] ?? '';
  return [...line.matchAll(/`([^`]+)`/g)].map(([, id]) => id!);
}

/** Every line of a formula block, `formula → value`. */
function formulas(page: MethodPage): [string, string][] {
  const lines = blocksOf(page).flatMap(({ kind, text }) => (kind === 'kmc' ? text.split('\n') : []));
  return lines.map((line) => {
    const [, formula, expected] = /^(=.*\)) → (.+)$/.exec(line) ?? [];
    if (formula === undefined) throw new Error(`${page.file}: not "=FORMULA → value": ${line}`);
    return [formula, expected!];
  });
}

interface CaseBlock {
  readonly case: PageCase;
  /** Asks for the simulation, too. */
  readonly simulate?: SimulationOptions;
  /** What the assessment must hold, by path; fractions are exact. */
  readonly expect: Readonly<Record<string, unknown>>;
}

/** Every expectation of a case block: number of the block and path, what is expected, what there is. */
function cases(page: MethodPage): [string, unknown, () => unknown][] {
  const blocks = blocksOf(page).filter(({ kind }) => kind === 'json');
  return blocks.flatMap(({ text }, index) => {
    const block = JSON.parse(text) as CaseBlock;
    return Object.entries(block.expect).map(([at, expected]): [string, unknown, () => unknown] => [
      `${index + 1} ${at} ${JSON.stringify(expected)}`,
      expected,
      () => valueAt(assessed(block), at),
    ]);
  });
}

/** The assessment, how the second number is printed, the simulation where asked for, the sensitivity by input, and the variations. */
function assessed({ case: input, simulate: options }: CaseBlock) {
  const read = pageReading(input);
  const result = assess(read);
  const { value, rounding } = result.avoided;
  return {
    ...result,
    avoided: { ...result.avoided, printed: value && roundedText(value, rounding) },
    uncertainty: options && simulate(result.models.reduction!, options),
    sensitivity: sensitivityOf(result),
    variations: variationsOf(read).variations,
  };
}

function sensitivityOf({ models: { reduction: model } }: Assessment) {
  if (model === null) return null;
  return Object.fromEntries(sensitivity(model).map((row) => [model.inputs[row.input]!.id, row]));
}
