import { parse, tokenize } from '@borgar/fx/xlsx';
import { EXAMPLES } from '../../../src/core/template/examples/registry';
import { FIELDS } from '../../../src/core/template/fields';
import { headerOf, LANGUAGES, sheetTitle } from '../../../src/core/template/headers';
import type { SheetPlan, WorkbookPlan } from '../../../src/core/template/plan';
import { keyOfHeader } from '../../../src/core/template/headers';
import { planWorkbook } from '../../../src/core/template/planWorkbook';
import { TABLES, tableSpec } from '../../../src/core/template/tables';
import type { ColumnSpec, Language, TableName } from '../../../src/core/template/types';
import { choiceItems } from '../../../src/core/template/validation';

const ALL = TABLES.map(({ name }) => name);
/** Everywhere the same in Excel, LibreOffice 7.4 and the grid's engine. */
const NATIVE = new Set(
  'IF AND OR NOT ISNUMBER ISTEXT IFERROR EXACT INDEX MATCH COUNT COUNTA COUNTIF SUM SUMIFS SUMPRODUCT MAX MIN ABS ROUND ROUNDUP REPT ROWS NA YEAR MONTH DAY RIGHT'.split(
    ' ',
  ),
);

const blank = (language: Language, optionalTables: readonly TableName[] = []): WorkbookPlan =>
  planWorkbook({ language, optionalTables, exampleSheet: true });

const PLANS: [string, WorkbookPlan][] = LANGUAGES.flatMap((language): [string, WorkbookPlan][] => [
  [`blank ${language}`, blank(language)],
  [`blank ${language} with every table`, blank(language, ALL)],
  ...EXAMPLES.filter((_, at) => (at % 2 === 0) === (language === 'ja')).map(
    ({ name, content }): [string, WorkbookPlan] => [`${name} ${language}`, planWorkbook({ language, content })],
  ),
]);

/** Declarations of the columns that a table has in this plan. */
const columnsOf = (
  table: string,
  columns: readonly { header: string }[],
  language: Language,
): readonly ColumnSpec[] => {
  const spec = tableSpec(table)!;
  return columns.map(({ header }) => spec.columns.find(({ key }) => headerOf(spec.name, key, language) === header)!);
};

const formulasOf = ({ sheets }: WorkbookPlan): string[] => [
  ...new Set(sheets.flatMap(({ cells }) => cells.flatMap(({ formula }) => (formula === null ? [] : [formula])))),
];
const sheetOf = (plan: WorkbookPlan, key: string): SheetPlan => plan.sheets.find((sheet) => sheet.key === key)!;

describe('a new workbook', () => {
  it('has the sheets in the order of the work', () => {
    expect(blank('ja').sheets.map(({ name }) => name)).toEqual([
      '応募概要',
      '比較対象製品',
      '応募製品等',
      '排出原単位',
      '販売量',
      '貢献度（寄与率）',
      '根拠資料',
      '結果票',
      '分析結果',
      '記入例',
    ]);
    expect(blank('en', ['KmcMix']).sheets.map(({ key }) => key)).toContain('mix');
  });

  it('is the same each time', () => expect(blank('ja', ALL)).toEqual(blank('ja', ALL)));

  it('has an example sheet without any table only when asked for', () => {
    expect(sheetOf(blank('en'), 'example').tables).toEqual([]);
    expect(planWorkbook({ language: 'en' }).sheets.map(({ key }) => key)).not.toContain('example');
  });

  it('states nothing but the template’s version', () => {
    const { cells, tables } = sheetOf(blank('en'), 'case');
    const values = tables[0]!.columns.findIndex(({ header }) => header === headerOf('KmcCase', 'value', 'en'));
    const filled = cells.filter(
      ({ row, column, value }) => row > tables[0]!.block.top && column === values && value !== null,
    );
    expect(filled.map(({ value }) => value)).toEqual(['1']);
  });

  it('lists every field once, grouped', () => {
    const { cells, tables } = sheetOf(blank('en'), 'case');
    const keys = cells.filter(({ row, column }) => row > tables[0]!.block.top && column === tables[0]!.block.right);
    expect(keys.map(({ value }) => value)).toEqual(FIELDS.map(({ key }) => key));
    const groups = FIELDS.map(({ group }) => group).filter((group, at, all) => group !== all[at - 1]);
    expect(new Set(groups).size).toBe(groups.length);
  });

  it('prefills the formulas of blank rows', () => {
    const { cells, tables } = sheetOf(blank('en'), 'product');
    const { block } = tables[0]!;
    const column = tables[0]!.columns.findIndex(({ header }) => header === 'Emission');
    const rows = cells.filter((cell) => cell.column === column && cell.row > block.top && cell.row <= block.bottom);
    expect(rows).toHaveLength(12);
    expect(new Set(rows.map(({ formula }) => formula)).size).toBe(1);
    expect(rows[0]!.formula).toContain('KmcProduct[[#This Row],[Amount]]');
  });
});

describe.each(PLANS)('%s', (_, plan) => {
  const formulas = formulasOf(plan);

  it('has formulas that can be read, of native and KMC functions alone', () => {
    expect(formulas.length).toBeGreaterThan(20);
    for (const formula of formulas) {
      expect(() => parse(tokenize(`=${formula}`))).not.toThrow();
      expect(formula.length).toBeLessThan(1500);
      const called = [...formula.replace(/"[^"]*"/g, '""').matchAll(/([A-Z][A-Z0-9_.]*)\(/g)].map(([, name]) => name!);
      expect(called.filter((name) => !NATIVE.has(name) && !name.startsWith('KMC.'))).toEqual([]);
    }
  });

  it('works out each line in five short columns', () => {
    const segmented = plan.sheets.some(({ key }) => key === 'segments' || key === 'mix');
    for (const key of ['baseline', 'product']) {
      const [table] = sheetOf(plan, key).tables;
      const computed = tableSpec(table!.name)!.columns.filter(
        (column) => column.formulaKind === 'computed' && column.when === undefined,
      );
      expect(computed).toHaveLength(5);
      // Columns of use over the years stand beside them where the case has a path.
      const keys: readonly (string | null | undefined)[] = computed.map((column) => column.key);
      const lengths = table!.columns.flatMap(({ header, formula }) =>
        formula && keys.includes(keyOfHeader(table!.name, header)) ? [formula.length] : [],
      );
      expect(lengths).toHaveLength(5);
      expect(Math.max(...lengths)).toBeLessThan(segmented ? 900 : 400);
    }
  });

  it('names only tables, columns and cells that it has', () => {
    const tables = new Map(plan.sheets.flatMap((sheet) => sheet.tables.map((table) => [table.name, table] as const)));
    for (const formula of formulas) {
      for (const [, name, bracket] of formula.matchAll(/(Kmc\w+)\[(?:\[#This Row\],\[)?([^[\]]+)\]/g)) {
        expect(tables.get(name!)?.columns.map(({ header }) => header)).toContain(bracket);
      }
      const bare = formula.replace(/"[^"]*"/g, '').matchAll(/\bKmc\w+\b(?!\[)/g);
      for (const [name] of bare) expect(plan.names.map((one) => one.name)).toContain(name);
    }
  });

  it('refers by name to cells that hold a formula, or a word to look up', () => {
    const { name, cells } = sheetOf(plan, 'result');
    expect(plan.names.length).toBeGreaterThan(8);
    for (const { name: defined, reference } of plan.names.filter((one) => !one.name.startsWith('KmcAnalysis'))) {
      expect(defined).toMatch(/^Kmc[A-Za-z]+$/);
      const [, sheet, column, row, last] = /^'(.+)'!\$([A-Z])\$(\d+)(?::\$\2\$(\d+))?$/.exec(reference)!;
      expect(sheet).toBe(name);
      for (let at = Number(row); at <= Number(last ?? row); at++) {
        const cell = cells.find((one) => one.row === at - 1 && one.column === column!.charCodeAt(0) - 65);
        expect(cell?.formula ?? cell?.value).toBeTruthy();
      }
    }
  });

  it('offers a list on every choice and a range on every share and score', () => {
    for (const sheet of plan.sheets.filter(({ key }) => key !== 'case')) {
      for (const { name, block, columns } of sheet.tables) {
        columnsOf(name, columns, plan.language).forEach((column, at) => {
          const found = sheet.validations.filter(({ block: one }) => one.left === at && one.right === at);
          const kind = column.choices ? 'list' : column.kind === 'share' || column.kind === 'score' ? 'decimal' : null;
          expect(found.map(({ rule }) => rule.kind)).toEqual(kind === null ? [] : [kind]);
          if (found[0])
            expect([found[0].block.top, found[0].block.bottom >= block.bottom]).toEqual([block.top + 1, true]);
          if (column.choices)
            expect(found[0]!.rule).toEqual({ kind: 'list', items: choiceItems(column.choices, plan.language) });
        });
      }
    }
  });

  it('offers a list in the value cell of every choice field', () => {
    const { validations, tables } = sheetOf(plan, 'case');
    const value = tables[0]!.columns.findIndex(({ header }) => header === headerOf('KmcCase', 'value', plan.language));
    FIELDS.forEach(({ choices }, index) => {
      const row = tables[0]!.block.top + 1 + index;
      const found = validations.filter(
        ({ block }) => block.top === row && block.bottom === row && block.left === value,
      );
      expect(found.map(({ rule }) => rule)).toEqual(
        choices ? [{ kind: 'list', items: choiceItems(choices, plan.language) }] : [],
      );
    });
  });

  it('prints on A4: data as wide as a page with its headers, the result on one page', () => {
    for (const { tables, page, freeze } of plan.sheets.filter((sheet) => sheet.tables.length > 0)) {
      expect(page).toMatchObject({ orientation: 'landscape', fitToWidth: true, fitToHeight: false });
      expect(page.repeatRows![1]).toBe(tables[0]!.block.top);
      expect(freeze!.rows).toBe(tables[0]!.block.top + 1);
    }
    expect(sheetOf(plan, 'result').page).toMatchObject({
      orientation: 'portrait',
      fitToWidth: true,
      fitToHeight: true,
    });
  });

  it('says that the result sheet is not a form of the city and is a draft', () => {
    const texts = sheetOf(plan, 'result').cells.map(({ value }) => value);
    const said =
      plan.language === 'ja'
        ? ['KMC参考様式（市の様式ではありません）', '下書き（事前確認用）', '※事務局記入欄']
        : ['KMC reference form: not a form of the city.', 'DRAFT (for preliminary check)', '* For office use'];
    expect(texts).toEqual(expect.arrayContaining([...said, sheetTitle('result', plan.language)]));
  });
});
