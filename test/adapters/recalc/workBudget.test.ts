import { createRecalculator } from '../../../src/adapters/recalc/univerRecalculator';
import { workBudgetOf } from '../../../src/adapters/recalc/workBudget';
import { readXlsx } from '../../../src/adapters/xlsx/read/readXlsx';
import { sheetCellAddress } from '../../../src/core/workbook/a1';
import { reviewFormulas } from '../../../src/core/review/formulas/reviewFormulas';
import { isBeyondBounds, type Recalculation } from '../../../src/core/workbook/recalculation';
import { MORE_TEXTS } from '../../../src/locales/moreTexts';
import { addTexts, translator } from '../../../src/locales/translator';
import { bombFile, FORMULA_BOMBS } from '../../support/formulaBombs';
import { formula, workbook, type Cells, type WorkbookInput } from './workbook';

addTexts(MORE_TEXTS);

const recalculate = (cells: Cells, more: Partial<WorkbookInput> = {}) =>
  createRecalculator().recalculate(workbook({ sheets: { S: cells }, ...more }));
const valueAt = ({ cells }: Recalculation, address: string) =>
  cells.find(({ cell }) => sheetCellAddress(cell) === `S!${address}`)?.value;
const leftOut = ({ unsupported }: Recalculation) =>
  unsupported.map(({ cell, reason, state }) => [sheetCellAddress(cell), reason.code, state]);
const numbers = (count: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`A${at + 1}`, at + 1]));

describe('a formula that asks for more than its workbook justifies', () => {
  const bombs = FORMULA_BOMBS.map((bomb) => [bomb.does, bomb] as const);

  it.each(bombs)(
    'and %s has no value, and is named with the reason',
    async (_, bomb) => {
      const { snapshot } = await readXlsx(bombFile(bomb));
      const result = await createRecalculator().recalculate(snapshot);
      const found = result.unsupported.find(({ cell }) => sheetCellAddress(cell) === `S!${bomb.at}`)!;
      expect(found.state).toBe('unknown');
      expect(isBeyondBounds(found)).toBe(true);
      expect(valueAt(result, bomb.at)).toBeUndefined();
      for (const language of ['en', 'ja'] as const)
        expect(translator(language)(found.reason)).not.toMatch(/\{\{|^recalc\./);
    },
    60_000,
  );

  it.each(bombs)(
    'and %s comes to the same end a second time',
    async (_, bomb) => {
      const { snapshot } = await readXlsx(bombFile(bomb));
      const [one, other] = [
        await createRecalculator().recalculate(snapshot),
        await createRecalculator().recalculate(snapshot),
      ];
      expect(leftOut(other)).toEqual(leftOut(one));
      expect(other.cells).toEqual(one.cells);
    },
    60_000,
  );

  it('leaves what depends on it unknown, and calculates what does not', async () => {
    const result = await recalculate({
      A1: 2,
      C1: formula('SUM(D1:XFD1048576)', 7),
      C2: formula('C1+1', 8),
      C3: formula('A1*3', 0),
    });
    expect(leftOut(result)).toEqual([
      ['S!C1', 'recalc.beyond.work', 'unknown'],
      ['S!C2', 'recalc.unsupported.depends-on-unknown', 'unknown'],
    ]);
    expect(valueAt(result, 'C3')).toBe(6);
  });

  it('is told once in a review of formulas, which goes on', async () => {
    const book = workbook({ sheets: { S: { A1: 2, C1: formula('SUM(D1:XFD1048576)', 7), C3: formula('A1*3', 0) } } });
    const { notices, findings } = reviewFormulas(book, { recalculation: await createRecalculator().recalculate(book) });
    expect(notices.filter(({ code }) => code === 'review.notice.not-recalculated')).toMatchObject([
      { params: { count: 1, cell: 'S!C1' } },
    ]);
    expect(findings.filter(({ check }) => check === 'stale-value').map(({ cell }) => cell)).toEqual(['C3']);
  });

  it('may say that it fills a whole sheet', async () => {
    const book = { A1: 1, XFD1048576: 1, C1: formula('1+1', 2) };
    await expect(recalculate(book, { spills: { S: ['C1:XFD1048576'] } })).rejects.toThrow('recalc.beyond.work');
    expect(
      valueAt(await recalculate({ A1: 1, C1: formula('1+1', 2) }, { spills: { S: ['C1:XFD1048576'] } }), 'C1'),
    ).toBe(2);
  });
});

describe('a formula within the budget', () => {
  it('adds up ten thousand cells a hundred times', async () => {
    const sums = Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [`C${at + 1}`, formula(`SUM(A$1:A$10000)+${at}`)]),
    );
    const result = await recalculate({ ...numbers(10_000), ...sums });
    expect(result.unsupported).toEqual([]);
    // n(n + 1)/2 of 10,000
    expect([valueAt(result, 'C1'), valueAt(result, 'C100')]).toEqual([50_005_000, 50_005_099]);
  });

  it('joins no text longer than Excel does: 32,767 characters', async () => {
    const result = await recalculate({
      A1: 'x'.repeat(20_000),
      B1: formula('A1&MID(A1,1,12767)'),
      B2: formula('A1&A1'),
      B3: formula('LEN(B1)'),
      B4: formula('IFERROR(LEN(B2),-1)'),
    });
    expect([valueAt(result, 'B3'), valueAt(result, 'B2'), valueAt(result, 'B4')]).toEqual([
      32_767,
      { error: '#VALUE!' },
      -1,
    ]);
  });

  it('may nest 64 functions, as in Excel', async () => {
    const result = await recalculate({ A1: formula(`${'ABS('.repeat(64)}-5${')'.repeat(64)}`) });
    expect(valueAt(result, 'A1')).toBe(5);
  });
});

it('the budget grows with constants and the length of formulas, and not by padding', () => {
  const most = (cells: Cells) => workBudgetOf(workbook({ sheets: { S: cells } })).most;
  const empty = most({});
  expect(most({ A1: 1 })).toBeGreaterThan(empty);
  expect(most({ A1: formula('1+1') })).toBeGreaterThan(empty);
  const long = `1${'+1'.repeat(250)}`;
  expect(most({ A1: formula(`${long}${'+1'.repeat(4000)}`) })).toBe(most({ A1: formula(long) }));
});

describe('SUM', () => {
  it.each<[string, unknown]>([
    ['SUM(A1:A6)', 3],
    ['SUM(A1:A6,"4")', 7],
    ['SUM("x",1)', { error: '#VALUE!' }],
    ['SUM(A1:A7)', { error: '#DIV/0!' }],
    ['SUM(A8:A9)', 0],
    ['SUM(TRUE,1)', 2],
    ['SUM({1,2;3,4})', 10],
    ['SUM(B1:B3)', 0.6],
    ['SUM(C1:C2)', { error: '#NUM!' }],
    ['SUM(A:A)', { error: '#DIV/0!' }],
    ['SUM(B:B,C3)', 0.6],
  ])('%s', async (text, expected) => {
    const cells: Cells = {
      ...{ A1: 1, A2: 'text', A3: true, A4: '', A5: 2, A7: { error: '#DIV/0!' } },
      ...{ B1: 0.1, B2: 0.2, B3: 0.3, C1: 1e308, C2: 1e308 },
    };
    const found = valueAt(await recalculate({ ...cells, H1: formula(text) }), 'H1');
    if (typeof expected === 'number') expect(found).toBeCloseTo(expected, 12);
    else expect(found).toEqual(expected);
  });
});
