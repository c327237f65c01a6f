import { readWorkbook } from '../../../src/core/adoption/readWorkbook';
import { fixesOf, sameFixes } from '../../../src/core/fixes/fixesOf';
import { written } from '../../../src/core/fixes/written';
import { readCase } from '../../../src/core/reader/readCase';
import { CHOICE_SETS, type ChoiceSet } from '../../../src/core/case/vocabulary';
import { fieldSpec } from '../../../src/core/template/fields';
import { choiceText } from '../../../src/core/template/headers';
import { tableSpec } from '../../../src/core/template/tables';
import { EXAMPLES } from '../../../src/core/template/examples/registry';
import { planWorkbook } from '../../../src/core/template/planWorkbook';
import type { TableName } from '../../../src/core/template/types';
import type { CellRef } from '../../../src/core/workbook/cell';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { withEdits } from '../../../src/core/workbook/withEdits';
import { planSnapshot } from '../../support/planSnapshot';
import { adopted, bookOf, proposed, range, sheetOf, type Grid } from '../adoption/sheets';
import { FULL, withCell } from '../reader/fullCase';
import { workbookOf, type Row, type Tables, type Workbook } from '../reader/workbook';

type Place = readonly [table: TableName, row: number, key: string];

const fieldRow = (key: string): number => FULL.KmcCase.findIndex((row) => row['key'] === key);
const field = (key: string, column = 'value'): Place => ['KmcCase', fieldRow(key), column];

const tablesWith = ([table, row, key]: Place, content: Row[string]): Tables => withCell(FULL, table, row, key, content);
const cellIn = (workbook: Workbook, [table, row, key]: Place) => workbook.cell(table, row, key);

const fixesIn = (snapshot: WorkbookSnapshot) => fixesOf(snapshot, readCase(snapshot));

const isAt =
  (cell: CellRef) =>
  ({ edits }: { readonly edits: readonly { readonly cell: CellRef }[] }): boolean =>
    edits.some(
      ({ cell: { sheet, row, column } }) => sheet === cell.sheet && row === cell.row && column === cell.column,
    );

function contentsOf({ sheets }: WorkbookSnapshot): unknown[] {
  const all: unknown[] = [];
  for (const sheet of sheets)
    sheet.forEachStored((row, column, value, formula, format) =>
      all.push([sheet.name, row, column, value, formula, format]),
    );
  return all;
}

/** What someone types, and what the workbook would hold if it had been typed as the template writes it. */
const CERTAIN: readonly [Place, typed: Row[string], meant: Row[string], kind: string][] = [
  [['KmcBaseline', 0, 'stage'], '使用', 'use', 'choice'],
  [['KmcBaseline', 0, 'stage'], ' use', 'use', 'choice'],
  [['KmcBaseline', 0, 'stage'], 'ＵＳＥ', 'use', 'choice'],
  [['KmcBaseline', 0, 'stage'], '使用段階', 'use', 'choice'],
  [['KmcBaseline', 1, 'stage'], 'Production phase', 'production', 'choice'],
  [['KmcProduct', 0, 'flow'], 'input', 'input', 'none'],
  [['KmcBaseline', 2, 'flow'], 'recycling_credit', 'recycling-credit', 'choice'],
  [['KmcProduct', 1, 'inCity'], '市内', 'in', 'choice'],
  [field('coProducts'), 'いいえ', 'no', 'choice'],
  [field('coProducts'), false, 'no', 'choice'],
  [['KmcBaseline', 0, 'amount'], '20', 20, 'number'],
  [['KmcBaseline', 0, 'amount'], '２０', 20, 'number'],
  [['KmcBaseline', 0, 'amount'], ' 20 ', 20, 'number'],
  [['KmcSales', 0, 'units'], '１，２００', 1200, 'number'],
  [['KmcBaseline', 2, 'amount'], '−3', -3, 'number'],
  [['KmcFactors', 0, 'value'], '0.434', 0.434, 'number'],
  [field('uncertaintyRuns'), '1000', 1000, 'number'],
  [['KmcYears', 1, 'age'], '1', 1, 'number'],
  [['KmcBaseline', 0, 'inCity'], '25%', 0.25, 'share'],
  [['KmcBaseline', 0, 'inCity'], '２５ ％', 0.25, 'share'],
  [['KmcYears', 1, 'survival'], '75%', 0.75, 'share'],
  [['KmcBaseline', 0, 'inCity'], '０．２５', 0.25, 'number'],
  [['KmcEvidence', 0, 'date'], '2025/4/1', '2025-04-01', 'date'],
  [['KmcEvidence', 0, 'date'], '２０２５年４月１日', '2025-04-01', 'date'],
  [['KmcFactorPaths', 0, 'factorId'], ' elec', 'elec', 'reference'],
  [['KmcSales', 0, 'evidence'], 'Ｅ１', 'E1', 'reference'],
  [['KmcFactors', 1, 'id'], 'steel ', 'steel', 'id'],
  [['KmcFactors', 0, 'id'], ' elec', 'elec', 'id'],
  [['KmcSales', 0, 'period'], '2025年度（令和7年度）', 2025, 'period'],
  [['KmcSales', 0, 'period'], '2025FY', 2025, 'period'],
];

describe('a fix', () => {
  test.each(CERTAIN.filter(([, , , kind]) => kind !== 'none'))(
    'at %j of %j gives the case of the usual spelling, and can be taken back',
    (place, typed, meant, kind) => {
      const usual = readCase(workbookOf(tablesWith(place, meant)).snapshot);
      const workbook = workbookOf(tablesWith(place, typed));
      const { snapshot } = workbook;
      const found = fixesIn(snapshot).filter(isAt(cellIn(workbook, place)));
      expect(new Set(found.map((fix) => fix.kind))).toEqual(new Set([kind]));
      const { edits, inverse } = written([found[0]!]);
      const fixed = withEdits(snapshot, edits);
      expect(readCase(fixed).case).toEqual(usual.case);
      expect(readCase(fixed).problems).toEqual(usual.problems);
      expect(contentsOf(withEdits(fixed, inverse))).toEqual(contentsOf(snapshot));
    },
  );

  const SPELLED: readonly [Place, typed: string, meant: string | number, kind: string][] = [
    [['KmcBaseline', 0, 'unit'], 'ｋＷｈ', 'kWh', 'unit'],
    [['KmcBaseline', 0, 'unit'], 'kwh', 'kWh', 'unit'],
    [['KmcBaseline', 1, 'unit'], '㎏', 'kg', 'unit'],
    [['KmcBaseline', 1, 'unit'], 'KG', 'kg', 'unit'],
    [field('functionalUnit', 'unit'), 'KWH', 'kWh', 'unit'],
    [['KmcSales', 0, 'period'], '令和７年度', 2025, 'period'],
    [['KmcSales', 0, 'period'], 'FY2025', 2025, 'period'],
    [field('fiscalYear'), '令和7年度', 2025, 'period'],
    [['KmcSales', 0, 'unit'], '台 ', '台', 'sold-unit'],
    [['KmcBaseline', 0, 'id'], ' B1', 'B1', 'id'],
  ];
  test.each(SPELLED)('tidies what is read well: %j of %j', (place, typed, meant, kind) => {
    const workbook = workbookOf(tablesWith(place, typed));
    const { snapshot } = workbook;
    const [fix, ...others] = fixesIn(snapshot).filter(isAt(cellIn(workbook, place)));
    expect(others).toEqual([]);
    expect(fix).toMatchObject({ kind, preview: { from: typed, to: meant }, problem: { severity: 'info' } });
    expect(fix!.problem.message.code).toBe(`fixes.spelling.${kind}`);
    const fixed = readCase(withEdits(snapshot, fix!.edits));
    expect(fixed.case).toEqual(readCase(workbookOf(tablesWith(place, meant)).snapshot).case);
    expect(fixed.problems).toEqual(readCase(snapshot).problems);
  });
});

describe('no fix', () => {
  const text = (value: string): Row[string] => ({ value, format: '@' });
  const NEAR: readonly [Place, Row[string]][] = [
    [['KmcBaseline', 0, 'amount'], '1,234'],
    [['KmcBaseline', 0, 'amount'], '0,123'],
    [['KmcBaseline', 0, 'amount'], '1,23'],
    [['KmcBaseline', 0, 'amount'], '20 kWh'],
    [['KmcBaseline', 0, 'amount'], '約20'],
    [['KmcBaseline', 0, 'amount'], '▲20'],
    [['KmcBaseline', 0, 'amount'], '20%'],
    [['KmcBaseline', 0, 'amount'], '十'],
    [['KmcBaseline', 0, 'amount'], '10-20'],
    [['KmcBaseline', 0, 'amount'], '0.1234567890123456789'],
    [['KmcBaseline', 0, 'amount'], true],
    [['KmcBaseline', 0, 'amount'], text('20')],
    [['KmcBaseline', 0, 'amount'], { value: '20', formula: 'TEXT(20,"0")' }],
    [['KmcBaseline', 0, 'inCity'], 45],
    [['KmcBaseline', 0, 'inCity'], '45'],
    [['KmcBaseline', 0, 'inCity'], '145%'],
    [['KmcBaseline', 0, 'inCity'], '-5%'],
    [['KmcBaseline', 0, 'inCity'], '1,5%'],
    [['KmcBaseline', 0, 'inCity'], '45‰'],
    [['KmcBaseline', 0, 'inCity'], '4割'],
    [['KmcContribution', 0, 'share'], '45%'],
    [['KmcBaseline', 0, 'stage'], 'usage'],
    [['KmcBaseline', 0, 'stage'], 'use / production'],
    [['KmcBaseline', 0, 'stage'], 'us'],
    [['KmcBaseline', 0, 'stage'], '段階'],
    [['KmcBaseline', 0, 'stage'], true],
    [['KmcBaseline', 0, 'stage'], { value: '使用', formula: 'A1' }],
    [['KmcBaseline', 0, 'unit'], 'ton'],
    [['KmcBaseline', 0, 'unit'], 'kWhh'],
    [['KmcBaseline', 0, 'unit'], 'mw'],
    [['KmcBaseline', 1, 'factorUnit'], 'kgCO2e/kg'],
    [['KmcBaseline', 0, 'evidence'], 'e1'],
    [['KmcBaseline', 0, 'evidence'], 'E'],
    [['KmcSales', 0, 'period'], '2025年'],
    [['KmcSales', 0, 'period'], '2025年度（令和6年度）'],
    [['KmcSales', 0, 'period'], '2025-2026'],
    [['KmcSales', 0, 'period'], 'FY25'],
    [['KmcSales', 0, 'period'], '平成32年度'],
    [['KmcSales', 0, 'period'], text('2025')],
    [['KmcEvidence', 0, 'date'], '4/1/2025'],
    [['KmcEvidence', 0, 'date'], '2025/2/30'],
    [['KmcEvidence', 0, 'date'], '25/4/1'],
    [['KmcEvidence', 0, 'date'], '2025年4月'],
    [['KmcYears', 1, 'age'], '1.5'],
    [['KmcSales', 0, 'unit'], '千台'],
    [field('templateVersion'), 'one'],
  ];
  test.each(NEAR)('at %j of %j', (place, typed) => {
    const workbook = workbookOf(tablesWith(place, typed));
    expect(fixesIn(workbook.snapshot).filter(isAt(cellIn(workbook, place)))).toEqual([]);
  });

  it('where the id in its plain spelling is another row’s', () => {
    const { snapshot } = workbookOf(withCell(FULL, 'KmcProduct', 1, 'id', ' P1'));
    expect(readCase(snapshot).problems.map(({ message }) => message.code)).toContain('reader.id-twice');
    expect(fixesIn(snapshot).filter(({ kind }) => kind === 'id')).toEqual([]);
  });

  test.each(
    EXAMPLES.filter(({ name }) => name !== 'broken').flatMap(({ name }) => [
      [name, 'en'] as const,
      [name, 'ja'] as const,
    ]),
  )('in a sound workbook: %s in %s', (name, language) => {
    const { content } = EXAMPLES.find((example) => example.name === name)!;
    expect(fixesIn(planSnapshot(planWorkbook({ language, content, exampleSheet: false })))).toEqual([]);
  });
});

test.each([
  [101, '101'],
  ['101', 101],
])('an id %j that is referred to as %j is referred to as it is', (id, reference) => {
  const tables = withCell(withCell(FULL, 'KmcEvidence', 0, 'id', id), 'KmcSales', 0, 'evidence', reference);
  const workbook = workbookOf(tables);
  const cell = workbook.cell('KmcSales', 0, 'evidence');
  const [fix, ...others] = fixesIn(workbook.snapshot).filter(isAt(cell));
  expect(others).toEqual([]);
  expect(fix).toMatchObject({ kind: 'reference', edits: [{ kind: 'set-value', cell, value: id }] });
});

describe('fixes together', () => {
  const tables: Tables = [0, 1, 2].reduce<Tables>(
    (changed, row) => withCell(changed, 'KmcBaseline', row, 'stage', '使用'),
    withCell(withCell(FULL, 'KmcBaseline', 1, 'amount', '12.5'), 'KmcBaseline', 0, 'inCity', '25%'),
  );

  it('are offered over a column', () => {
    const { snapshot } = workbookOf(tables);
    const fixes = fixesIn(snapshot);
    const [choice] = fixes.filter(({ kind }) => kind === 'choice');
    expect(sameFixes(fixes, choice!)).toHaveLength(3);
    const { edits, inverse } = written(fixes);
    const fixed = withEdits(snapshot, edits);
    expect(readCase(fixed).problems).toEqual([]);
    expect(fixesIn(fixed)).toEqual([]);
    expect(contentsOf(withEdits(fixed, inverse))).toEqual(contentsOf(snapshot));
  });

  it('are written only where the cells hold what they did', () => {
    const { snapshot } = workbookOf(tables);
    const { edits, inverse, plan } = written(fixesIn(snapshot));
    expect(plan(snapshot)).toEqual({ ok: true, value: edits });
    const [first] = edits;
    const changed = withEdits(snapshot, [{ kind: 'set-value', cell: first!.cell, value: 'by someone else' }]);
    expect(plan(changed)).toMatchObject({ ok: false, message: { code: 'fixes.changed-meanwhile' } });
    const calculated = withEdits(snapshot, [
      { kind: 'set-formula', cell: first!.cell, formula: 'A1', value: inverse[0]!.value },
    ]);
    expect(plan(calculated).ok).toBe(false);
  });

  it('read the workbook a few times, however many there are', () => {
    const rows = Array.from({ length: 300 }, (_, index) => ({
      ...FULL.KmcBaseline[0]!,
      id: `N${index}`,
      stage: '使用',
    }));
    const { snapshot } = workbookOf({ ...FULL, KmcBaseline: rows });
    const read = jest.fn(readCase);
    expect(fixesOf(snapshot, readCase(snapshot), read).filter(({ kind }) => kind === 'choice')).toHaveLength(300);
    expect(read.mock.calls.length).toBeLessThanOrEqual(2);
  });
});

describe('a workbook typed with full-width digits and in the other language throughout', () => {
  const fullWidth = (value: number): string =>
    String(value).replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const NUMBERS: ReadonlySet<string> = new Set(['number', 'quantity', 'share', 'score', 'place']);

  const wordIn = (set: ChoiceSet, word: string): string => choiceText(set, word, 'ja');
  const isWord = (set: ChoiceSet, value: unknown): value is string =>
    (CHOICE_SETS[set] as readonly unknown[]).includes(value);

  function mistyped(spec: { readonly kind: string; readonly choices?: ChoiceSet }, value: Row[string]): Row[string] {
    const set = spec.kind === 'place' ? 'place' : spec.choices;
    if (typeof value === 'number' && NUMBERS.has(spec.kind)) return fullWidth(value);
    return set !== undefined && isWord(set, value) ? wordIn(set, value) : value;
  }

  const mistypedRow = (table: TableName, row: Row): Row =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => {
        const field = table === 'KmcCase' && key === 'value' ? fieldSpec(String(row['key'])) : undefined;
        const spec = field ?? tableSpec(table)!.columns.find((column) => column.key === key);
        return [key, spec && table !== 'KmcVariations' ? mistyped(spec, value ?? null) : (value ?? null)];
      }),
    );

  it('is the usual case after its fixes', () => {
    const tables = Object.fromEntries(
      Object.entries(FULL).map(([table, rows]) => [table, rows.map((row) => mistypedRow(table as TableName, row))]),
    ) as Tables;
    const usual = workbookOf(FULL).snapshot;
    const { snapshot } = workbookOf(tables);
    const differing = contentsOf(usual).filter((cell, index) => !sameCell(cell, contentsOf(snapshot)[index]));
    expect(differing.length).toBeGreaterThan(150);
    const fixes = fixesIn(snapshot).filter(({ problem }) => problem.severity !== 'info');
    const fixed = withEdits(snapshot, written(fixes).edits);
    expect(contentsOf(fixed)).toEqual(contentsOf(usual));
    expect(readCase(fixed)).toEqual(readCase(usual));
  });

  const sameCell = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
});

describe('in a range of the user’s own', () => {
  const grid = (amount: string | number, place: string): Grid => [
    ['No.', '項目', '段階', '活動量', '単位', '排出原単位', '排出原単位の単位', '市内・市外'],
    [1, '鋼材', '原材料調達', 12.5, 'ｋｇ', 2.1, 'kg-CO2e/kg', '市外'],
    [2, '電力', '使用', amount, 'kWh', 0.423, 'kg-CO2e/kWh', place],
  ];
  const mapping = proposed(
    bookOf(sheetOf('従来品', grid(400, '市外'))),
    range('従来品', 'A1:H3'),
    'KmcBaseline',
  ).adoption;
  const bookWith = (amount: string | number, place: string): WorkbookSnapshot =>
    adopted(bookOf(sheetOf('従来品', grid(amount, place))), mapping);
  const fixesAt = (book: WorkbookSnapshot, column: number) =>
    fixesOf(book, readWorkbook(book), readWorkbook).filter(isAt({ sheet: '従来品', row: 2, column }));

  it('a number typed as text is the user’s cell put right', () => {
    const book = bookWith('４００', '市外');
    const [fix] = fixesAt(book, 3);
    expect(fix).toMatchObject({ kind: 'number', preview: { from: '４００', to: 400 } });
    expect(readWorkbook(withEdits(book, fix!.edits)).case).toEqual(readWorkbook(bookWith(400, '市外')).case);
  });

  it('a percentage is left alone, since the range may be read times a factor, and so is the spelling', () => {
    const book = bookWith(400, '45%');
    expect(readWorkbook(book).problems.some(({ cell }) => cell?.row === 2 && cell.column === 7)).toBe(true);
    expect(fixesOf(book, readWorkbook(book), readWorkbook)).toEqual([]);
  });
});
