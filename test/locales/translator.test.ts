import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { message } from '../../src/core/message';
import { MORE_TEXTS } from '../../src/locales/moreTexts';
import { addTexts, translator } from '../../src/locales/translator';

const tree = {
  trial: {
    plain: 'Two {{things}} in {{ place }}.',
    rows_one: '{{count}} row',
    rows_other: '{{count}} rows',
    inner: 'the “{{name}}”',
  },
};

describe('a translator', () => {
  beforeAll(() => addTexts({ en: tree, ja: { trial: { ...tree.trial, rows_other: '{{count}} 行' } } }));

  it('puts values, messages and lists where the text names them', () => {
    const place = message('trial.inner', { name: 'Sheet {{name}}' });
    expect(translator('en')(message('trial.plain', { things: ['a', 'b'], place }))).toBe(
      'Two a and b in the “Sheet {{name}}”.',
    );
  });

  it('takes the plural of the language', () => {
    const rows = (language: 'en' | 'ja', count: number) => translator(language)(message('trial.rows', { count }));
    expect([rows('en', 1), rows('en', 2), rows('ja', 1)]).toEqual(['1 row', '2 rows', '1 行']);
  });

  it('shows what is missing instead of leaving it out', () => {
    expect(translator('en')(message('trial.plain', { things: 0 }))).toBe('Two 0 in {{ place }}.');
    expect(translator('en')('trial.none')).toBe('trial.none');
    expect(translator('en')('trial')).toBe('trial');
    expect(translator('en')('trial.plain.length')).toBe('trial.plain.length');
  });
});

const SOURCE = path.resolve(__dirname, '../../src');
const source = (file: string) => path.join(SOURCE, file);

/** Files that a file imports, types left out: `now` those it cannot do without, `later` those it fetches when it needs them. */
function imports(file: string): { readonly now: readonly string[]; readonly later: readonly string[] } {
  const text = readFileSync(file, 'utf8');
  const found = (pattern: RegExp) =>
    [...text.matchAll(pattern)].flatMap(([, name]) => {
      const base = path.resolve(path.dirname(file), name!);
      return [`${base}.ts`, `${base}.tsx`, path.join(base, 'index.ts')]
        .filter((each) => ts.sys.fileExists(each))
        .slice(0, 1);
    });
  return {
    now: found(/^(?:import|export)(?! type)\b[^;]*?['"](\.[^'"]+)['"];/gms),
    later: found(/\bimport\(\s*['"](\.[^'"]+)['"]/g),
  };
}

/** Every file that comes with a file. */
function closure(
  file: string,
  goOn: (file: string) => boolean,
  withLater: boolean,
  seen = new Set<string>(),
): Set<string> {
  if (seen.has(file) || !goOn(file)) return seen;
  seen.add(file);
  const { now, later } = imports(file);
  for (const each of withLater ? [...now, ...later] : now) closure(each, goOn, withLater, seen);
  return seen;
}

const always = () => true;
const TEXT_SETS = ['moreTexts.ts', 'reviewerTexts.ts', 'submitTexts.ts'].map((file) => source(`locales/${file}`));

describe('the add-in', () => {
  const entries = ['taskpane.tsx', 'functions.ts'].map((entry) => source(`apps/excel/${entry}`));
  /** Works out, behind every view, what only the view of the review says. */
  const silent = source('taskpane/review/run.ts');
  const bringsTexts = (file: string) => [...closure(file, always, false)].some((each) => TEXT_SETS.includes(each));
  const files = entries.flatMap((entry) => [...closure(entry, (file) => file !== silent && !bringsTexts(file), true)]);
  const said = new RegExp(`['"\`](${Object.keys(MORE_TEXTS.en).join('|')})\\.[a-z$]`);

  it('says nothing that it does not load', () => {
    expect(files.length).toBeGreaterThan(300);
    expect(files.filter((file) => said.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('loads what files, reports, the review and packages say together with them', () => {
    const brought = (file: string) => TEXT_SETS.filter((set) => closure(source(file), always, false).has(set)).length;
    expect(['workbooks', 'reports', 'packageTools'].map((file) => brought(`apps/excel/${file}.ts`))).toEqual([1, 1, 1]);
    expect(brought('taskpane/review/ReviewView.tsx')).toBe(1);
    expect(['submit/SubmitView', 'package/OpenPackage'].map((file) => brought(`taskpane/${file}.tsx`))).toEqual([2, 2]);
  });
});
