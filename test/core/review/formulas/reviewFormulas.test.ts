import { reviewFormulas } from '../../../../src/core/review/formulas/reviewFormulas';
import { EXAMPLES } from '../../../../src/core/template/examples/registry';
import { planWorkbook } from '../../../../src/core/template/planWorkbook';
import type { Recalculation } from '../../../../src/core/workbook/recalculation';
import type { WorkbookSnapshot } from '../../../../src/core/workbook/snapshot';
import { withEdits } from '../../../../src/core/workbook/withEdits';
import { planSnapshot } from '../../../support/planSnapshot';
import { bookOf, sheetOf } from './exampleBook';

const checksOf = (snapshot: WorkbookSnapshot, check: string) =>
  reviewFormulas(snapshot).findings.filter((finding) => finding.check === check);

describe('a workbook made from the template', () => {
  const books = EXAMPLES.flatMap(({ name, content }) =>
    (['ja', 'en'] as const).map(
      (language) => [name, language, planSnapshot(planWorkbook({ language, content }))] as const,
    ),
  );

  it.each(books)(
    '%s in %s holds every formula the template declares, and all were compared',
    (_name, _language, snapshot) => {
      expect(checksOf(snapshot, 'template-formula')).toEqual([]);
      const said = reviewFormulas(snapshot).notices.map(({ code }) => code);
      expect(said).not.toContain('review.notice.results-moved');
      expect(said).not.toContain('review.notice.no-results');
      expect(said).not.toContain('review.notice.template-language');
      expect(said).not.toContain('review.notice.unreadable');
    },
  );

  const [, , book] = books[0]!;
  const table = book.tables.find(({ name }) => name === 'KmcSales')!;
  const sheet = book.sheets.find(({ name }) => name === table.range.sheet)!;
  const row = table.range.top + 1;
  const column = Array.from({ length: table.columns.length }, (_, at) => table.range.left + at).find(
    (at) => sheet.formula(row, at) !== null,
  )!;
  const cell = { sheet: sheet.name, row, column };

  it('names a typed number in a computed column', () => {
    const [found, ...more] = checksOf(withEdits(book, [{ kind: 'set-value', cell, value: 5 }]), 'template-formula');
    expect(more).toEqual([]);
    expect(found).toMatchObject({ ...cell, certain: true, message: { code: 'review.checks.template-formula.typed' } });
  });

  it('names a changed formula', () => {
    const formula = `${sheet.formula(row, column)!}*1.1`;
    const [found] = checksOf(
      withEdits(book, [{ kind: 'set-formula', cell, formula, value: null }]),
      'template-formula',
    );
    expect(found).toMatchObject({ ...cell, message: { code: 'review.checks.template-formula.changed' } });
  });

  it('takes the short form of a reference to the own row for the same formula', () => {
    const formula = sheet.formula(row, column)!.replace(/KmcSales\[\[#This Row\],(\[[^\]]+\])\]/g, 'KmcSales[@$1]');
    expect(formula).not.toBe(sheet.formula(row, column));
    expect(
      checksOf(withEdits(book, [{ kind: 'set-formula', cell, formula, value: null }]), 'template-formula'),
    ).toEqual([]);
  });

  it('names a formula that is gone', () => {
    const found = checksOf(withEdits(book, [{ kind: 'set-value', cell, value: null }]), 'template-formula');
    expect(found.map(({ message }) => message.code)).toEqual(['review.checks.template-formula.blank']);
  });

  it('names a typed result', () => {
    const { formula } = book.names.find(({ name }) => name === 'KmcAvoided')!;
    const [, name, letters, digits] = /^'(.+)'!\$([A-Z])\$(\d+)$/.exec(formula)!;
    const at = { sheet: name!, row: Number(digits) - 1, column: letters!.charCodeAt(0) - 65 };
    const found = checksOf(withEdits(book, [{ kind: 'set-value', cell: at, value: 123 }]), 'template-formula');
    expect(found.map(({ sheet: on, row: r, column: c, message }) => [on, r, c, message.code])).toEqual([
      [at.sheet, at.row, at.column, 'review.checks.template-formula.result-typed'],
    ]);
  });

  it('says so when the results have moved', () => {
    const moved = book.names.map((entry) => ({
      ...entry,
      formula: entry.formula.replace(/\$(\d+)$/, (_, digits) => `$${Number(digits) + 1}`),
    }));
    expect(reviewFormulas({ ...book, names: moved }).notices).toContainEqual({
      code: 'review.notice.results-moved',
      params: {},
    });
  });
});

describe('any workbook', () => {
  it('says of a cell what says most, once', () => {
    const cells = { A1: 2, B1: 3, C1: '=A1*B1', A2: 4, B2: 5, C2: 20, A3: 6, B3: 7, C3: '=A3*B3' };
    const { findings } = reviewFormulas(bookOf(sheetOf('Data', cells, { C1: 6, C3: 42 })));
    expect(findings.map(({ cell, check, formulaR1C1 }) => [cell, check, formulaR1C1])).toEqual([
      ['C2', 'typed-over-formula', 'RC[-2]*RC[-1]'],
    ]);
  });

  it('lists each formula once, with its cells as blocks', () => {
    const cells = { A1: '=D1*2', B1: '=E1*2', A2: '=D2*2', B2: '=E2*2', A4: '=D4*2', C2: '=F2+1' };
    expect(reviewFormulas(bookOf(sheetOf('Data', cells))).unique).toEqual([
      { sheet: 'Data', r1c1: 'RC[3]*2', count: 5, regions: ['A1:B2', 'A4'] },
      { sheet: 'Data', r1c1: 'RC[3]+1', count: 1, regions: ['C2'] },
    ]);
  });

  it('compares stored values with a new calculation where there is one', () => {
    const book = bookOf(sheetOf('Data', { A1: '=1+1', A2: '=0.1+0.2' }, { A1: 3, A2: 0.3 }));
    const cells = [
      { cell: { sheet: 'Data', row: 0, column: 0 }, value: 2, message: null },
      { cell: { sheet: 'Data', row: 1, column: 0 }, value: 0.30000000000000004, message: null },
    ];
    const recalculation: Recalculation = { cells, unsupported: [], circular: [] };
    const stale = reviewFormulas(book, { recalculation }).findings.filter(({ check }) => check === 'stale-value');
    expect(stale).toMatchObject([{ cell: 'A1', certain: true, message: { params: { stored: 3, calculated: 2 } } }]);
    expect(reviewFormulas(book).findings.filter(({ check }) => check === 'stale-value')).toEqual([]);
  });

  it('tells once of formulas saved without results, and calls none of them out of date', () => {
    const book = bookOf(sheetOf('Data', { A1: '=1+1', A2: '=2+2', A3: '=3+3' }, { A3: 6 }));
    const at = (row: number, value: number) => ({ cell: { sheet: 'Data', row, column: 0 }, value, message: null });
    const recalculation: Recalculation = { cells: [at(0, 2), at(1, 4), at(2, 6)], unsupported: [], circular: [] };
    const found = reviewFormulas(book, { recalculation }).findings.filter(({ check }) => check.endsWith('-value'));
    expect(found).toMatchObject([
      { cell: 'A1', check: 'no-stored-value', severity: 'warning', message: { params: { count: 2 } } },
    ]);
  });

  it('takes what a program without the add-in left for no result, and what rests on it likewise', () => {
    const stored = { A1: { error: '#NAME?' as const }, A2: { error: '#N/A' as const }, A3: 6 };
    const book = bookOf(sheetOf('Data', { A1: '=KMC.CONVERT(1,"t","kg")', A2: '=A1*2', A3: '=3+4' }, stored));
    const at = (row: number, value: number) => ({ cell: { sheet: 'Data', row, column: 0 }, value, message: null });
    const recalculation: Recalculation = { cells: [at(0, 1000), at(1, 2000), at(2, 7)], unsupported: [], circular: [] };
    const found = reviewFormulas(book, { recalculation }).findings.map(({ cell, check }) => [cell, check]);
    expect(found.filter(([, check]) => /value|name/.test(check!))).toEqual([
      ['A1', 'no-stored-value'],
      ['A3', 'stale-value'],
    ]);
  });

  it('says which sheets hold nothing to compare, and which formulas it cannot follow', () => {
    const book = bookOf(
      sheetOf('Notes', { A1: 'text' }),
      sheetOf('Data', { A1: '=SUM(B:B)', A2: '=Rate*2', A3: '=(B1,B2', A4: '=SUM(B1:B2)' }),
    );
    expect(reviewFormulas(book).notices).toEqual([
      { code: 'review.notice.no-formulas', params: { sheet: 'Notes' } },
      { code: 'review.notice.unreadable', params: { sheet: 'Data', count: 1, cell: 'A3' } },
      { code: 'review.notice.not-followed', params: { sheet: 'Data', count: 2, cell: 'A1' } },
    ]);
    expect(reviewFormulas({ ...book, calculationMode: 'manual' }).notices[0]!.code).toBe('review.notice.manual');
    expect(reviewFormulas(bookOf(sheetOf('Blank', {}))).notices[0]!.code).toBe('review.notice.no-sheets');
  });
});
