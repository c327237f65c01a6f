import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EXCEL_API } from '../../../src/adapters/excel/environment';
import { usedMembers, type UsedMember } from './apiSets';

const FOLDER = path.resolve(__dirname, '../../../src/adapters/excel');
const versionOf = (text: string) => Number(text.split('.')[0]) * 100 + Number(text.split('.')[1]);

/** What the oldest Excel that the manifest admits is sure to have. */
const FLOOR: Readonly<Record<string, number>> = {
  ExcelApi: versionOf(EXCEL_API),
  SharedRuntime: versionOf('1.1'),
  CustomFunctionsRuntime: versionOf('1.3'),
};

/** Documented for Outlook alone, where it came later; in Excel it belongs to the ribbon's commands from their beginning. */
const OF_OLD = ['Event.completed'];

/** A file that asks Excel first whether it has what came later; nothing else names these members. */
const GUARDED = { file: 'cellNotes.ts', set: 'ExcelApi', version: '1.18' } as const;

const above = (members: readonly UsedMember[]) =>
  members
    .filter(({ member }) => !OF_OLD.includes(member))
    .filter(({ sets }) => sets.some(({ name, version }) => version > (FLOOR[name] ?? 0)))
    .map(({ member, where }) => `${member} (${where})`);

const YOUNGER: readonly (readonly [string, string, string])[] = [
  ['by name', 'const value = (range: Excel.Range) => range.valuesAsJson;', 'Range.valuesAsJson'],
  ['taken apart', 'const value = ({ valuesAsJson }: Excel.Range) => valuesAsJson;', 'Range.valuesAsJson'],
  ['in load', "const value = (range: Excel.Range) => range.load('values,valuesAsJson');", 'Range.valuesAsJson'],
  [
    'far down in load',
    "const value = (all: Excel.TableCollection) => all.load('items/columns/items/valuesAsJson');",
    'TableColumn.valuesAsJson',
  ],
  [
    'as an event',
    'const value = (all: Excel.WorksheetCollection) => all.onNameChanged;',
    'WorksheetCollection.onNameChanged',
  ],
];

describe('the adapter for Excel', () => {
  it('uses nothing that an Excel it is offered to may lack', () => {
    const members = usedMembers(readdirSync(FOLDER).map((file) => path.join(FOLDER, file)));
    const expected = ['Range.values', 'Range.valueTypes', 'WorksheetCollection.onChanged', 'Runtime.enableEvents'];
    expect(members.map(({ member }) => member)).toEqual(expect.arrayContaining(expected));
    expect(above(members.filter(({ where }) => !where.includes(GUARDED.file)))).toEqual([]);
  });

  it('asks for notes before it uses them, and uses nothing above what it asked for', () => {
    const { file, set, version } = GUARDED;
    const members = usedMembers(readdirSync(FOLDER).map((name) => path.join(FOLDER, name)));
    const own = members.filter(({ where }) => where.includes(file));
    const versions = own.flatMap(({ sets }) => sets.filter(({ name }) => name === set).map((each) => each.version));
    expect(Math.max(...versions)).toBe(versionOf(version));
    expect(readFileSync(path.join(FOLDER, file), 'utf8')).toContain(`isSetSupported('${set}', '${version}')`);
    const host = readFileSync(path.join(FOLDER, 'excelHost.ts'), 'utf8');
    expect(host).toContain('...(canWriteNotes() && { notes: excelNotes })');
  });
});

describe('everything else', () => {
  it.each(['apps', 'core', 'taskpane', 'locales'])('names no member of Office at all: src/%s', (folder) => {
    const top = path.resolve(__dirname, '../../../src', folder);
    const files = readdirSync(top, { recursive: true })
      .map(String)
      .filter((file) => /\.tsx?$/.test(file));
    expect(files.length).toBeGreaterThan(0);
    const naming = /\b(Office|Excel|CustomFunctions)\.[A-Za-z]+\s*[.(]|types="office-js"/;
    expect(files.filter((file) => naming.test(readFileSync(path.join(top, file), 'utf8')))).toEqual([]);
  });
});

describe('a source that uses a younger member', () => {
  /** Beside this file, so that it finds Office's types. */
  let folder: string;
  let found: readonly UsedMember[];
  beforeAll(() => {
    folder = mkdtempSync(path.join(__dirname, 'written-'));
    const files = YOUNGER.map((_, index) => path.join(folder, `${index}.ts`));
    files.forEach((file, index) =>
      writeFileSync(file, `/// <reference types="office-js" />\nexport ${YOUNGER[index]![1]}\n`),
    );
    found = usedMembers(files);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(YOUNGER.map(([how, , member], index) => [how, member, index] as const))(
    '%s is caught: %s',
    (_how, member, index) => {
      const here = found.filter(({ where }) => where.includes(`${path.basename(folder)}/${index}.ts`));
      expect(above(here).join()).toContain(member);
    },
  );
});
