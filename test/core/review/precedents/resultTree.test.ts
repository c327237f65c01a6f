import { reviewFormulas } from '../../../../src/core/review/formulas/reviewFormulas';
import type { TreeGroup } from '../../../../src/core/review/precedents/resultTree';
import { EXAMPLES } from '../../../../src/core/template/examples/registry';
import { planWorkbook } from '../../../../src/core/template/planWorkbook';
import { rangeAddress } from '../../../../src/core/workbook/a1';
import { SheetBuilder } from '../../../../src/core/workbook/sheetColumns';
import type { WorkbookSnapshot } from '../../../../src/core/workbook/snapshot';
import { planSnapshot } from '../../../support/planSnapshot';
import { bookOf, sheetOf } from '../formulas/exampleBook';

const found = (book: WorkbookSnapshot, check: string, ...results: string[]) =>
  reviewFormulas(book, { results }).findings.filter((finding) => finding.check === check);

const cellsOf = (book: WorkbookSnapshot, check: string, ...results: string[]) =>
  found(book, check, ...results).map(({ cell }) => cell);

const LINES = {
  A1: 'Amount',
  B1: 'Factor',
  C1: 'Emission',
  A2: 2,
  B2: 10,
  C2: '=A2*B2',
  A3: 3,
  B3: 10,
  C3: '=A3*B3',
  A4: 4,
  B4: 10,
  C4: '=A4*B4',
};
const VALUES = { C2: 20, C3: 30, C4: 40 };

describe('what feeds a result on a free sheet', () => {
  const book = bookOf(sheetOf('Data', { ...LINES, C6: '=SUM(C2:C4)' }, { ...VALUES, C6: 90 }));

  it('is a tree of formulas that are alike and of inputs by column', () => {
    const { tree } = reviewFormulas(book, { results: ['Data!C6'] });
    const [{ group: total }] = tree!.roots as unknown as [{ group: TreeGroup }];
    const shown = ({ regions, r1c1, count }: TreeGroup) => [regions.map(rangeAddress).join(), r1c1, count];
    expect(shown(total)).toEqual(['C6', 'SUM(R[-4]C:R[-2]C)', 1]);
    expect(total.reads.map(shown)).toEqual([['C2:C4', 'RC[-2]*RC[-1]', 3]]);
    expect(total.reads[0]!.reads.map(shown)).toEqual([
      ['A2:A4', null, 3],
      ['B2:B4', null, 3],
    ]);
    expect(total.reads[0]!.reads[0]!.label).toBe('Amount');
  });

  it('is said to be unknown where an address names no cell, or a blank one', () => {
    const { tree, notices } = reviewFormulas(book, { results: ['Nowhere!A1', 'Data!Z9'] });
    expect(tree).toBeNull();
    expect(notices.map(({ code }) => code)).toEqual(['review.notice.no-such-result', 'review.notice.blank-result']);
  });

  it('leaves out a line that the total leaves out', () => {
    const short = bookOf(sheetOf('Data', { ...LINES, C6: '=SUM(C2:C3)' }, { ...VALUES, C6: 50 }));
    expect(cellsOf(book, 'feeds-no-result', 'C6')).toEqual([]);
    expect(cellsOf(short, 'feeds-no-result', 'C6')).toEqual(['A4', 'B4', 'C4']);
    expect(found(short, 'feeds-no-result', 'C6').every(({ certain }) => certain)).toBe(true);
  });

  it('is not sure of a line where a formula on the way cannot be followed', () => {
    const cells = { ...LINES, C6: '=SUM(C2:C3)+INDIRECT(E1)', E1: 'C4' };
    const book = bookOf(sheetOf('Data', cells, { ...VALUES, C6: 90 }));
    expect(found(book, 'feeds-no-result', 'C6').map(({ certain }) => certain)).toEqual([false, false, false]);
    expect(reviewFormulas(book, { results: ['C6'] }).notices.map(({ code }) => code)).toContain(
      'review.notice.tree-incomplete',
    );
  });
});

describe('a cell that feeds a result twice', () => {
  const twice = (cells: Record<string, string>) =>
    found(bookOf(sheetOf('Data', { ...LINES, ...cells }, VALUES)), 'counted-twice', 'C9').map(
      ({ cell, message: { params } }) => [cell, params['cell'], params['times']],
    );

  it('is found through sums in between', () => {
    expect(twice({ C6: '=SUM(C2:C3)', C7: '=C6+C4', C9: '=C7+C2' })).toEqual([['C9', 'C2', 2]]);
  });
  it('is found in overlapping ranges of one sum', () => {
    const book = bookOf(sheetOf('Data', { ...LINES, C9: '=SUM(C2:C3,C3:C4)' }, VALUES));
    const said = reviewFormulas(book, { results: ['C9'] }).findings.filter(({ cell }) => cell === 'C9');
    expect(said.map(({ check, message: { code } }) => [check, code])).toEqual([
      ['double-counting', 'review.checks.double-counting.overlap'],
    ]);
  });
  it('is none where one way subtracts it, or multiplies it', () => {
    expect(twice({ C6: '=SUM(C2:C4)', C9: '=C6-C2' })).toEqual([]);
    expect(twice({ C6: '=SUM(C2:C4)*0.1', C9: '=SUM(C2:C4)+C6' })).toEqual([]);
  });
});

describe('hidden content that feeds a result', () => {
  it('is named by sheet and by run of rows and columns, with how much of it there is', () => {
    const sheet = new SheetBuilder('Data')
      .add(0, 0, 1)
      .add(1, 0, 2)
      .add(2, 0, 3)
      .add(4, 0, 6, 'SUM(A1:A3)+Rates!A1')
      .add(6, 0, 9)
      .hideRows(1, 2)
      .hideRows(6, 6)
      .build();
    const rates = new SheetBuilder('Rates').add(0, 0, 5).setVisibility('veryHidden').build();
    const findings = found(bookOf(sheet, rates), 'hidden-feeds-result', 'A5');
    expect(findings.map(({ sheet, cell, message: { params } }) => [sheet, cell, params['count']])).toEqual([
      ['Data', 'A2', 2],
      ['Rates', 'A1', 1],
    ]);
  });
});

describe('the certified numbers of the template', () => {
  it.each(
    EXAMPLES.map(({ name, content }) => [name, planSnapshot(planWorkbook({ language: 'ja', content }))] as const),
  )('%s: every line of the inventories feeds them, none twice, nothing is hidden', (_name, book) => {
    const { tree, findings } = reviewFormulas(book);
    const names = tree!.groups.map(({ table }) => table?.name);
    expect(names).toEqual(
      expect.arrayContaining(['KmcBaseline', 'KmcProduct', 'KmcSales', 'KmcContribution', 'KmcCase']),
    );
    expect(tree!.untold).toEqual([]);
    const checks = ['feeds-no-result', 'counted-twice', 'hidden-feeds-result'];
    expect(findings.filter(({ check }) => checks.includes(check))).toEqual([]);
  });
});
