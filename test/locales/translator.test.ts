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

/** Every file that a file brings along, at first or later. */
function closure(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const specifiers = ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles;
  for (const { fileName } of specifiers.filter((each) => each.fileName.startsWith('.'))) {
    const base = path.resolve(path.dirname(file), fileName);
    const found = [`${base}.ts`, `${base}.tsx`, path.join(base, 'index.ts')].find((each) => ts.sys.fileExists(each));
    if (found) closure(found, seen);
  }
  return seen;
}

describe('the add-in', () => {
  const apps = path.resolve(__dirname, '../../src/apps/excel');
  /** Fetched when a file is read or written, and brings what it says with it. */
  const later = ['workbooks.ts', 'reports.ts'].map((file) => path.join(apps, file));
  const entries = ['taskpane.tsx', 'functions.ts'].map((entry) => path.join(apps, entry));
  const files = entries.flatMap((entry) => [...closure(entry, new Set(later))]).filter((file) => !later.includes(file));
  const said = new RegExp(`['"\`](${Object.keys(MORE_TEXTS.en).join('|')})\\.[a-z$]`);

  it('says nothing that it does not load', () => {
    expect(files.length).toBeGreaterThan(300);
    expect(files.filter((file) => said.test(readFileSync(file, 'utf8')))).toEqual([]);
    expect(files.filter((file) => file.endsWith('moreTexts.ts'))).toEqual([]);
    for (const file of later)
      expect([...closure(file)].filter((each) => each.endsWith('moreTexts.ts'))).toHaveLength(1);
  });
});
