import * as fc from 'fast-check';
import { ADOPTABLE, type AdoptableTable } from '../../../src/core/adoption/types';
import { previewAdoption } from '../../../src/core/adoption/previewAdoption';
import { proposeAdoption } from '../../../src/core/adoption/proposeAdoption';
import { placeColumn, setConstant } from '../../../src/core/adoption/changeAdoption';
import { readWorkbook } from '../../../src/core/adoption/readWorkbook';
import { adoptionsOf } from '../../../src/core/adoption/store';
import type { Case } from '../../../src/core/case/types';
import { readCase } from '../../../src/core/reader/readCase';
import { tableSpec } from '../../../src/core/template/tables';
import type { CellValue } from '../../../src/core/workbook/cell';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { FULL } from '../reader/fullCase';
import { workbookOf } from '../reader/workbook';
import { adopted, bookOf, proposed, range, sheetOf, type Grid } from './sheets';

const LANGUAGES = ['en', 'ja'] as const;
const TABLES = ADOPTABLE.filter((table) => (FULL as Record<string, readonly unknown[]>)[table]?.length);

/** Where a table's columns are, without those that formulas fill. */
const inputColumns = ({ locations }: Case, name: AdoptableTable) =>
  Object.fromEntries(
    Object.entries(locations[name]!.columns).filter(
      ([key]) => tableSpec(name)!.columns.find((column) => column.key === key)!.formulaKind !== 'computed',
    ),
  );

describe.each(LANGUAGES)('a table of the template (%s) that is a table no more', (language) => {
  const { snapshot } = workbookOf(FULL, { language });
  const without = (name: string): WorkbookSnapshot => ({
    ...snapshot,
    tables: snapshot.tables.filter((table) => table.name !== name),
  });

  it.each(TABLES)('%s is proposed as what it is, column by column', (name) => {
    const table = snapshot.tables.find((one) => one.name === name)!;
    const proposal = proposed(without(name), table.range, name);
    expect(proposal.columns.map(({ key }) => key)).toEqual(tableSpec(name)!.columns.map(({ key }) => key));
    expect(proposal.columns.every(({ confidence }) => confidence === 'sure')).toBe(true);
    expect([proposal.missing, proposal.skipped]).toEqual([[], []]);
  });

  it.each(TABLES)('%s is read to the same case', (name) => {
    const table = snapshot.tables.find((one) => one.name === name)!;
    const book = adopted(without(name), proposed(without(name), table.range, name).adoption);
    const [before, after] = [readCase(snapshot), readWorkbook(book)];
    expect({ ...after.case, locations: {} }).toEqual({ ...before.case, locations: {} });
    expect(after.case.locations[name]!.columns).toEqual(inputColumns(before.case, name));
    expect(after.problems).toEqual(before.problems);
  });
});

const GRID: Grid = [
  ['段階', '項目', '使用量', '単位', '係数', '係数単位', '備考'],
  ['使用', '電力', 100, 'kWh', 0.4, 'kg-CO2e/kWh', 'a'],
  ['生産', '電力', 20, 'kWh', 0.4, 'kg-CO2e/kWh', null],
  ['原材料', '鋼', 7, 'kg', 2, 'kg-CO2e/kg', 'b'],
  ['廃棄', '埋立', 7, 'kg', 0.1, 'kg-CO2e/kg', null],
  ['使用', '電力', 5, 'kWh', 0.4, 'kg-CO2e/kWh', 'standby'],
];
const CONSTANTS = { flow: 'input', per: 'sold-unit' };

function adoptionFor(grid: Grid, name = 'S', merges: readonly string[] = []) {
  const book = bookOf(sheetOf(name, grid, merges));
  const { adoption } = proposed(book, range(name, `A1:G${grid.length}`), 'KmcBaseline');
  return { ...adoption, constants: CONSTANTS };
}

/** Lines by id, without where they stand. */
const byId = ({ baseline }: Case) =>
  Object.fromEntries(baseline.lines.map(({ ref, ...line }) => [ref.id, JSON.stringify(line)]));

const blocking = (book: WorkbookSnapshot) =>
  readWorkbook(book)
    .problems.filter(
      ({ severity, table, message }) =>
        severity === 'block' && table === 'KmcBaseline' && message.code !== 'reader.table-missing',
    )
    .map(({ message }) => message.code);

describe('a range that was adopted', () => {
  const adoption = adoptionFor(GRID);
  const saved = adopted(bookOf(sheetOf('S', GRID)), adoption);
  const lines = byId(readWorkbook(saved).case);
  /** The workbook with the same names over other cells. */
  const changed = (grid: Grid, name = 'S'): WorkbookSnapshot => ({ ...saved, sheets: [sheetOf(name, grid)] });

  it('has an id for every line, made of what the line says', () => {
    expect(Object.keys(lines)).toEqual([
      '使用 · 電力',
      '生産 · 電力',
      '原材料調達 · 鋼',
      '廃棄・リサイクル · 埋立',
      '使用 · 電力 ~2',
    ]);
    expect(blocking(saved)).toEqual([]);
  });

  it('reads the same whatever order its rows are sorted into', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(GRID.slice(1), { minLength: 5, maxLength: 5 }), (rows) => {
        expect(byId(readWorkbook(changed([GRID[0]!, ...rows])).case)).toEqual(lines);
      }),
    );
  });

  it('reads the same wherever a column is inserted or its columns are moved to', () => {
    const columns = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(columns, (order) => {
        const wide = GRID.map((row, index) => [...row, index === 0 ? '社内メモ' : index]);
        const grid = wide.map((row) => order.map((column) => row[column] ?? null));
        const names = saved.names.map((name) => ({ ...name, formula: name.formula.replace('$G$', '$H$') }));
        expect(byId(readWorkbook({ ...changed(grid), names }).case)).toEqual(lines);
      }),
    );
  });

  it('follows its name to another sheet name and place', () => {
    const grid = [[null], [null], ...GRID.map((row) => [null, ...row])];
    const names = saved.names.map((name) => ({
      ...name,
      formula: name.formula.replace('S!$A$1:$G$6', "'表 2'!$B$3:$H$8"),
    }));
    expect(byId(readWorkbook({ ...changed(grid, '表 2'), names }).case)).toEqual(lines);
  });

  it.each<[string, (grid: CellValue[][]) => void, string]>([
    ['a header is renamed', (grid) => (grid[0]![2] = '排出量'), 'adoption.header-gone'],
    ['a header is cleared', (grid) => (grid[0]![4] = null), 'adoption.header-gone'],
    ['a header stands there twice', (grid) => (grid[0]![6] = '使用量'), 'adoption.header-count'],
    ['the range slips by a row', (grid) => grid.unshift(['メモ']), 'adoption.header-gone'],
    ['a sub-total is put in', (grid) => grid.splice(3, 1, [null, '小計', 120]), 'adoption.row-unknown'],
    ['a heading is put in', (grid) => grid.splice(3, 1, ['その他']), 'adoption.row-unknown'],
    ['a line is typed below', (grid) => grid.push(['使用', '水', 3, 'm3', 1, 'kg-CO2e/m3']), 'adoption.row-below'],
  ])('is not read in silence when %s', (_what, change, code) => {
    const grid = GRID.map((row) => [...row]);
    change(grid);
    const codes = blocking(changed(grid));
    expect(codes).toContain(code);
    if (code.startsWith('adoption.header')) expect(readWorkbook(changed(grid)).case.baseline.lines).toEqual([]);
  });

  it.each([
    ['S!#REF!', 'adoption.range-lost'],
    ['#REF!', 'adoption.range-lost'],
    ['S!$A$1:$B$2,S!$D$1:$E$3', 'adoption.range-lost'],
    ['Gone!$A$1:$G$6', 'adoption.sheet-lost'],
  ])('is reported where its name has become %s', (formula, code) => {
    const names = saved.names.map((name) => (name.hidden ? name : { ...name, formula }));
    const { case: read, problems } = readWorkbook({ ...saved, names });
    expect(problems.map(({ message }) => message.code)).toContain(code);
    expect(read.baseline.lines).toEqual([]);
  });

  it('is reported where its mapping was damaged', () => {
    const names = saved.names.map((name) =>
      name.hidden ? { ...name, formula: name.formula.replace('version', 'v') } : name,
    );
    expect(adoptionsOf({ ...saved, names }).map(({ problem }) => problem?.code)).toEqual([
      'adoption.mapping-unreadable',
    ]);
    expect(readWorkbook({ ...saved, names }).problems[0]).toMatchObject({ severity: 'block' });
  });
});

describe('lines under headings', () => {
  const grid: Grid = [
    ['項目', '使用量', '単位', '係数', '係数単位'],
    ['1. 原材料調達'],
    ['鋼', 7, 'kg', 2, 'kg-CO2e/kg'],
    ['銅', 1, 'kg', 3, 'kg-CO2e/kg'],
    ['2. 使用'],
    ['電力', 100, 'kWh', 0.4, 'kg-CO2e/kWh'],
  ];
  const saved = adopted(bookOf(sheetOf('S', grid)), adoptionFor(grid));

  it.each([
    ['a line is new', [...grid.slice(0, 4), ['亜鉛', 1, 'kg', 3, 'kg-CO2e/kg'], ...grid.slice(4)], []],
    ['a line is gone', [...grid.slice(0, 3), ...grid.slice(4)], []],
    ['a number is edited', [...grid.slice(0, 3), ['銅', 2, 'kg', 3, 'kg-CO2e/kg'], ...grid.slice(4)], []],
    ['a line stands under another heading', [...grid.slice(0, 3), grid[4], grid[3], grid[5]], ['adoption.line-moved']],
    [
      'the rows are sorted',
      [grid[0], grid[1], grid[4], grid[2], grid[3], grid[5]],
      ['adoption.line-moved', 'adoption.line-moved'],
    ],
  ])('are as they were or reported when %s', (_what, rows, codes) => {
    const names = saved.names.map((name) => ({ ...name, formula: name.formula.replace('$E$6', `$E$${rows.length}`) }));
    expect(blocking({ ...saved, names, sheets: [sheetOf('S', rows as Grid)] })).toEqual(codes);
  });
});

it('no line takes the stage of a heading that another heading has ended', () => {
  const line = (item: string) => [item, 1, 'kg', 2, 'kg-CO2e/kg'];
  const grid: Grid = [
    ['項目', '使用量', '単位', '係数', '係数単位'],
    ['1. 原材料調達'],
    ['1-1 本体'],
    line('鋼'),
    ['1-2 付属品'],
    line('銅'),
    ['2. 据付工事'],
    line('軽油'),
    ['3. 使用'],
    line('薬品'),
  ];
  const book = bookOf(sheetOf('S', grid));
  const proposal = proposed(book, range('S', 'A1:E10'), 'KmcBaseline');
  expect(proposal.notices.map(({ message }) => [message.code, message.params['text']])).toEqual([
    ['adoption.notice.heading-unread', '2. 据付工事'],
  ]);
  const saved = adopted(book, { ...proposal.adoption, constants: CONSTANTS });
  const { case: read, problems } = readWorkbook(saved);
  expect(read.baseline.lines.map(({ process, stage }) => [process, stage])).toEqual([
    ['鋼', 'raw-materials'],
    ['銅', 'raw-materials'],
    ['軽油', null],
    ['薬品', 'use'],
  ]);
  const blank = problems.filter(({ message }) => message.code === 'reader.blank-required');
  expect(blank.map(({ cell, column }) => [cell, column])).toEqual([[{ sheet: 'S', row: 7, column: 0 }, 'stage']]);
});

const cell = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '項目',
      '数量',
      '単位',
      '係数',
      '段階',
      '小計',
      '合計',
      '使用',
      'kg',
      '1. 生産',
      'Amount',
      '値',
    ),
  },
  { weight: 3, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 1, arbitrary: fc.string() },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant({ error: '#REF!' } as const) },
);

it('whatever stands in a sheet and however it is placed, nothing throws and no cell is read under two keys', () => {
  const grid = fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 9 });
  const header = fc.shuffledSubarray(['項目', '数量', '単位', '係数', '係数単位', '段階', '単位'], { minLength: 2 });
  fc.assert(
    fc.property(
      header,
      grid,
      fc.constantFrom(...ADOPTABLE),
      fc.infiniteStream(fc.nat(30)),
      (top, rows, table, numbers) => {
        const book = bookOf(sheetOf('S', [top, ...rows]));
        const outcome = proposeAdoption(book, range('S', 'A1:H10'), table as AdoptableTable);
        if (!outcome.ok) return;
        let { adoption } = outcome.value;
        const next = () => numbers.next().value as number;
        const keys = tableSpec(table)!.columns.map(({ key }) => key);
        const { left, right } = adoption.range;
        for (let change = 0; change < 4; change++)
          adoption = placeColumn(book, adoption, left + (next() % (right - left + 1)), keys[next() % keys.length]!);
        adoption = setConstant(adoption, keys[next() % keys.length]!, 'use');
        const columns = adoption.columns.map(({ header: text, nth }) => `${nth} ${text}`);
        expect(new Set(columns).size).toBe(columns.length);
        const saved = adopted(book, adoption);
        expect(adoptionsOf(saved)[0]!.adoption).toEqual(adoption);
        readWorkbook(saved);
        previewAdoption(book, adoption);
      },
    ),
    { numRuns: 300 },
  );
});
