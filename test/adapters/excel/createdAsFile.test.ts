import { createSheets } from '../../../src/adapters/excel/createSheets';
import { inExcel } from '../../../src/adapters/excel/session';
import { writeXlsx } from '../../../src/adapters/xlsx/write/writeXlsx';
import { EXAMPLES } from '../../../src/core/template/examples/registry';
import { planWorkbook } from '../../../src/core/template/planWorkbook';
import type { WorkbookPlan } from '../../../src/core/template/plan';
import { TABLES } from '../../../src/core/template/tables';
import { cellAddress } from '../../../src/core/workbook/a1';
import { elements, named, xmlTree, type Element } from '../../manifest/xmlTree';
import { CreatedLooks, saidOf, type CellLook } from '../../support/officeHost/createdLooks';
import type { ExcelSheet } from '../../support/officeHost/excelSheet';
import { ExcelWorkbook } from '../../support/officeHost/excelWorkbook';
import { nodeExcel } from '../../support/officeHost/nodeExcel';
import { planSnapshot } from '../../support/planSnapshot';
import { partsOf } from '../xlsx/write/package';

const excel = nodeExcel();
const FULL = { optionalTables: TABLES.map(({ name }) => name), content: EXAMPLES[0]!.content };

/** A file's sheet and what says how its cells look. */
interface FileSheet {
  readonly sheet: Element;
  readonly styles: Element;
}

const child = (element: Element, name: string): Element | undefined =>
  element.children.find((one) => one.name === name);
const byAttribute = (all: readonly Element[], key: string): Map<string, Element> =>
  new Map(all.map((element) => [element.attributes[key]!, element]));

/** The file's own words for a validation in those of Office.js. */
function validationOf(element: Element): unknown {
  const { type, prompt = '', error = '', operator } = element.attributes;
  const [formula1, formula2] = element.children.map(({ text }) => text);
  const source = formula1!.startsWith('"') ? formula1!.slice(1, -1) : `=${formula1}`;
  const decimal = { formula1: Number(formula1), formula2: Number(formula2), operator: 'Between' };
  expect(operator).toBe(type === 'decimal' ? 'between' : undefined);
  return { rule: type === 'list' ? { list: { inCellDropDown: true, source } } : { decimal }, prompt, error };
}

function fileValidations({ sheet }: FileSheet): Record<string, unknown> {
  const all = named(sheet, 'dataValidation').map((element) => [element.attributes.sqref!, validationOf(element)]);
  return Object.fromEntries(all);
}

function madeValidations(sheet: ExcelSheet): Record<string, unknown> {
  const [rules, prompts, alerts] = ['rule', 'prompt', 'errorAlert'].map((part) =>
    saidOf(sheet, `dataValidation.${part}`),
  );
  const text = (said: unknown) => (said as { readonly message: string }).message;
  return Object.fromEntries(
    Object.entries(rules!).map(([address, rule]) => [
      address,
      { rule, prompt: text(prompts![address]), error: text(alerts![address]) },
    ]),
  );
}

const html = (argb: string | undefined): string | null => (argb === undefined ? null : `#${argb.slice(-6)}`);

/** How the file says a cell looks: its record among the cell formats, and what that refers to. */
function fileLook({ sheet, styles }: FileSheet): (address: string) => CellLook {
  const cells = byAttribute(named(sheet, 'c'), 'r');
  const [fonts, fills, formats] = ['fonts', 'fills', 'cellXfs'].map((kind) => named(styles, kind)[0]!.children);
  return (address) => {
    const format = formats![Number(cells.get(address)!.attributes.s)]!;
    const font = fonts![Number(format.attributes.fontId)]!;
    const fill = elements(fills![Number(format.attributes.fillId)]!).find(({ name }) => name === 'fgColor');
    return {
      size: Number(child(font, 'sz')!.attributes.val),
      bold: child(font, 'b') !== undefined,
      ink: html(child(font, 'color')!.attributes.rgb),
      ground: html(fill?.attributes.rgb),
      wrap: child(format, 'alignment')?.attributes.wrapText === '1',
      typeface: child(font, 'name')!.attributes.val,
    };
  };
}

/** Points of a width in characters: 7 pixels of three quarters of a point each, and 5 for the margin, which a file has in its width. */
const points = (width: number): number => Math.round(((width - 5 / 7) * 7 + 5) * 0.75 * 4) / 4;

function fileRows({ sheet }: FileSheet): { readonly fixed: Record<string, number>; readonly fitted: string[] } {
  const rows = named(sheet, 'row').filter(({ attributes }) => attributes.ht !== undefined);
  const isFixed = ({ attributes }: Element) => attributes.customHeight === '1';
  const first = ({ attributes }: Element) => `A${attributes.r}`;
  return {
    fixed: Object.fromEntries(rows.filter(isFixed).map((row) => [first(row), Number(row.attributes.ht)])),
    fitted: rows.filter((row) => !isFixed(row)).map(first),
  };
}

describe.each<[string, WorkbookPlan]>([
  ['a blank form', planWorkbook({ language: 'en' })],
  ['every table and an example, in Japanese', planWorkbook({ language: 'ja', ...FULL })],
])('sheets made in Excel and a file of the same plan: %s', (_what, plan) => {
  let model: ExcelWorkbook;
  let parts: Record<string, string>;
  let fileSheets: Map<string, FileSheet>;

  beforeAll(async () => {
    model = new ExcelWorkbook(planSnapshot({ ...plan, sheets: [], names: [] }), () => null);
    excel.open(model);
    await inExcel((context) => createSheets(context, plan));
    parts = partsOf(writeXlsx(plan));
    const styles = xmlTree(parts['xl/styles.xml']!);
    const names = named(xmlTree(parts['xl/workbook.xml']!), 'sheet').map(({ attributes }) => attributes.name!);
    fileSheets = new Map(
      names.map((name, index) => [name, { sheet: xmlTree(parts[`xl/worksheets/sheet${index + 1}.xml`]!), styles }]),
    );
  });

  const eachSheet = (check: (made: ExcelSheet, file: FileSheet) => void) => {
    expect(model.sheets.map(({ name }) => name)).toEqual([...fileSheets.keys()]);
    model.sheets.forEach((made) => check(made, fileSheets.get(made.name)!));
  };

  it('have the same validations on the same cells, in the same words', () => {
    let count = 0;
    eachSheet((made, file) => {
      expect(madeValidations(made)).toEqual(fileValidations(file));
      count += Object.keys(madeValidations(made)).length;
    });
    expect(count).toBeGreaterThan(10);
  });

  it('have the same names', () => {
    const wanted = named(xmlTree(parts['xl/workbook.xml']!), 'definedName')
      .filter(({ attributes }) => !attributes.name!.startsWith('_xlnm.'))
      .map(({ attributes, text }) => `${attributes.name} =${text}`);
    expect(model.names.items.map(({ name, formula }) => `${name} ${formula}`).sort()).toEqual(wanted.sort());
    expect(wanted.length).toBeGreaterThan(0);
  });

  it('have the same typeface, size, colours and line breaks in each cell', () => {
    for (const { name, cells } of plan.sheets) {
      const [made, file] = [new CreatedLooks(model.worksheets.getItem(name)), fileLook(fileSheets.get(name)!)];
      const differ = cells.flatMap(({ row, column }) => {
        const [one, other] = [made.at(row, column), file(cellAddress({ row, column }))];
        return JSON.stringify(one) === JSON.stringify(other)
          ? []
          : [{ cell: cellAddress({ row, column }), one, other }];
      });
      expect(differ).toEqual([]);
    }
  });

  it('have the same merged cells, widths, heights and cells that stay in sight', () => {
    eachSheet((made, file) => {
      const merged = Object.keys(Object.fromEntries([...made.said].filter(([key]) => key.endsWith(' merged'))));
      const wantedMerges = named(file.sheet, 'mergeCell').map(({ attributes }) => `${attributes.ref} merged`);
      expect(merged.sort()).toEqual(wantedMerges.sort());
      const widths = Object.values(saidOf(made, 'format.columnWidth'));
      expect(widths).toEqual(named(file.sheet, 'col').map(({ attributes }) => points(Number(attributes.width))));
      const { fixed, fitted } = fileRows(file);
      expect(saidOf(made, 'format.rowHeight')).toEqual(fixed);
      expect(Object.keys(saidOf(made, 'format.autofitRows')).sort()).toEqual(fitted.sort());
      const [pane] = named(file.sheet, 'pane');
      expect(frozen(made)).toEqual([Number(pane?.attributes.ySplit ?? 0), Number(pane?.attributes.xSplit ?? 0)]);
    });
  });

  it('have no conditional format, in neither', () => {
    expect(Object.values(parts).join('')).not.toContain('conditionalFormat');
    eachSheet((made) => expect([...made.said.keys()].join()).not.toContain('conditionalFormat'));
  });
});

/** Rows and columns. */
function frozen({ said }: ExcelSheet): [number, number] {
  const first = (key: string) => (said.get(`freezePanes.${key}`) as readonly unknown[] | undefined)?.[0];
  const corner = /^A1:([A-Z])(\d+)$/.exec(String(first('freezeAt') ?? ''));
  if (corner) return [Number(corner[2]), corner[1]!.charCodeAt(0) - 64];
  return [Number(first('freezeRows') ?? 0), Number(first('freezeColumns') ?? 0)];
}
