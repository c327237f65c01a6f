import { createExcelHost } from '../../../src/adapters/excel/excelHost';
import { createSheets } from '../../../src/adapters/excel/createSheets';
import { inExcel } from '../../../src/adapters/excel/session';
import { EXAMPLES } from '../../../src/core/template/examples/registry';
import { planWorkbook, type WorkbookOptions } from '../../../src/core/template/planWorkbook';
import type { WorkbookPlan } from '../../../src/core/template/plan';
import { TABLES } from '../../../src/core/template/tables';
import { SheetBuilder } from '../../../src/core/workbook/sheetColumns';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { ExcelWorkbook } from '../../support/officeHost/excelWorkbook';
import { nodeExcel } from '../../support/officeHost/nodeExcel';
import { planSnapshot } from '../../support/planSnapshot';

const excel = nodeExcel();
const OWN = 'My notes';

function opened(): ExcelWorkbook {
  const own = new SheetBuilder(OWN).add(0, 0, 'mine', null).add(1, 0, 3, 'SUM(1,2)').build();
  const model = new ExcelWorkbook({ ...planSnapshot({ ...BLANK, sheets: [], names: [] }), sheets: [own] }, () => null);
  excel.open(model);
  return model;
}

const planOf = (options: Partial<WorkbookOptions> & Pick<WorkbookOptions, 'language'>) => planWorkbook(options);
const BLANK = planOf({ language: 'en' });
const FULL = planOf({
  language: 'ja',
  optionalTables: TABLES.map(({ name }) => name),
  content: EXAMPLES[0]!.content,
});

const create = (plan: WorkbookPlan) => inExcel((context) => createSheets(context, plan));
const read = () => createExcelHost().snapshot('all');

/** Contents by sheet and cell; of a formula the formula, since nothing is calculated here. */
function contents({ sheets }: WorkbookSnapshot, names: readonly string[]) {
  return sheets
    .filter(({ name }) => names.includes(name))
    .map((sheet) => {
      const cells: Record<string, unknown> = {};
      sheet.forEachCell((row, column, value, formula) => {
        if (value !== null || formula !== null) cells[`${row},${column}`] = formula === null ? value : `=${formula}`;
      });
      return [sheet.name, cells];
    });
}

const byName = <T extends { readonly name: string }>(all: readonly T[]) =>
  [...all].sort((one, other) => (one.name < other.name ? -1 : 1));

describe.each([
  ['a blank form', BLANK],
  ['every table and an example, in Japanese', FULL],
])('a new application in the open workbook: %s', (_what, plan) => {
  let model: ExcelWorkbook;
  let asked: readonly number[];
  beforeAll(async () => {
    model = opened();
    await create(plan);
    asked = excel.traffic.map((request) => request.asked);
  });

  it('has the cells, tables and names of the plan, as a file made of it has', async () => {
    const found = await read();
    const wanted = planSnapshot(plan);
    const names = plan.sheets.map(({ name }) => name);
    expect(contents(found, names)).toEqual(contents(wanted, names));
    expect(byName(found.tables)).toEqual(byName(wanted.tables));
    expect(byName(found.names)).toEqual(byName(wanted.names));
  });

  it('leaves the sheets that were there as they were, before the new ones', () => {
    const [own] = model.sheets;
    expect([own!.name, own!.cell(0, 0).value, own!.cell(1, 0).formula, own!.said.size]).toEqual([
      OWN,
      'mine',
      'SUM(1,2)',
      0,
    ]);
  });

  it('gives numbers the formats of the plan', () => {
    for (const { name, cells } of plan.sheets) {
      const sheet = model.worksheets.getItem(name);
      const wrong = cells.filter(
        ({ row, column, numberFormat }) => sheet.cell(row, column).format !== (numberFormat ?? 'General'),
      );
      expect(wrong).toEqual([]);
    }
  });

  it('sets validations, widths, what stays in sight and what is printed on every sheet that has them', () => {
    for (const sheet of plan.sheets) {
      const { said } = model.worksheets.getItem(sheet.name);
      const told = [...said.keys()];
      expect(told.filter((key) => key.endsWith('dataValidation.rule'))).toHaveLength(sheet.validations.length);
      expect(told.filter((key) => key.endsWith('columnWidth'))).toHaveLength(sheet.columnWidths.length);
      expect(told.some((key) => key.startsWith('freezePanes'))).toBe(sheet.freeze !== null);
      expect(said.get('pageLayout.paperSize')).toBe('A4');
      expect(said.has('pageLayout.setPrintArea')).toBe(sheet.page.printArea !== null);
    }
  });

  it('asks in few requests, each far below the 5 MB that Excel on the web takes', () => {
    expect(asked.length).toBeLessThanOrEqual(7);
    expect(Math.max(...asked)).toBeLessThan(1_500_000);
  });

  it('shows its first sheet', () => {
    expect(model.active?.name).toBe(plan.sheets[0]!.name);
  });

  it('is refused a second time, and changes nothing', async () => {
    const before = model.sheets.length;
    await expect(create(plan)).rejects.toMatchObject({ detail: { code: 'excel.has-application' } });
    expect(model.sheets).toHaveLength(before);
  });
});

describe('where it cannot be', () => {
  it('is refused for a sheet of the same name in other letter case, which is named', async () => {
    const model = opened();
    const taken = BLANK.sheets[1]!.name;
    model.addSheet(taken.toUpperCase());
    await expect(create(BLANK)).rejects.toMatchObject({
      detail: { code: 'excel.has-sheets', params: { names: [taken] } },
    });
    expect(model.sheets.map(({ name }) => name)).toEqual([OWN, taken.toUpperCase()]);
  });

  it.each([3, 4, 5])('removes what it has added when Excel refuses request %i', async (refused) => {
    const model = opened();
    let request = 0;
    excel.meanwhile = () => {
      request++;
      if (request === refused) model.sheets.at(-1)!.isProtected = true;
    };
    await expect(create(BLANK)).rejects.toMatchObject({ detail: { code: expect.stringMatching(/^excel\./) } });
    expect(model.sheets.map(({ name }) => name)).toEqual([OWN]);
    expect(model.names.items).toEqual([]);
    expect(model.tableList).toEqual([]);
  });

  it('finds a name for the sheet of long lists that nobody has', async () => {
    const model = opened();
    model.addSheet('Lists');
    const items = Array.from({ length: 100 }, (_, index) => `item ${index}`);
    const block = { top: 5, left: 0, bottom: 9, right: 0 };
    const validation = { block, rule: { kind: 'list', items }, prompt: '', error: '' } as const;
    const [first, ...others] = BLANK.sheets;
    await create({ ...BLANK, sheets: [{ ...first!, validations: [validation] }, ...others] });
    expect(model.sheets.at(-1)).toMatchObject({ name: 'Lists 2', visibility: 'Hidden' });
    expect(model.worksheets.getItem(first!.name).said.get('A6:A10 dataValidation.rule')).toEqual({
      list: { inCellDropDown: true, source: "='Lists 2'!$A$1:$A$100" },
    });
    expect(model.worksheets.getItem('Lists').cells.size).toBe(0);
  });

  it('is not told to the listeners while it is being made', async () => {
    opened();
    let heard = 0;
    const stop = createExcelHost().onChange(() => heard++);
    await new Promise((resolve) => setTimeout(resolve, 10));
    await create(BLANK);
    await new Promise((resolve) => setTimeout(resolve, 300));
    stop();
    expect(heard).toBe(0);
  });
});
