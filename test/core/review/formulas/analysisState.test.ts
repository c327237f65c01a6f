import { reviewFormulas } from '../../../../src/core/review/formulas/reviewFormulas';
import { ANALYSIS_STATE } from '../../../../src/core/template/analysisSheet';
import { withEdits } from '../../../../src/core/workbook/withEdits';
import type { CellRef } from '../../../../src/core/workbook/cell';
import type { WorkbookSnapshot } from '../../../../src/core/workbook/snapshot';
import { sampleBytes, snapshotOf } from '../../../support/reviewedSample';

/** The cell that says whether the recorded analysis is of now: `'分析結果'!$B$3`. */
function stateCell({ names, sheets }: WorkbookSnapshot): CellRef {
  const [, sheet = ''] = /^'?([^'!]+)'?!\$B\$3/.exec(names.find(({ name }) => name === ANALYSIS_STATE)!.formula) ?? [];
  expect(sheets.map(({ name }) => name)).toContain(sheet);
  return { sheet, row: 2, column: 1 };
}

const saidOf = (snapshot: WorkbookSnapshot) =>
  reviewFormulas(snapshot)
    .findings.filter(({ sheet, row, column }) => {
      const cell = stateCell(snapshot);
      return sheet === cell.sheet && row === cell.row && column === cell.column;
    })
    .map(({ check, message }) => `${check} ${message.code}`);

describe('the formula that says whether an analysis is of now', () => {
  it('is the template’s and no news, however a program writes its number', async () => {
    const snapshot = await snapshotOf(sampleBytes('water-pump'));
    const cell = stateCell(snapshot);
    const formula = snapshot.sheets.find(({ name }) => name === cell.sheet)!.formula(cell.row, cell.column)!;
    expect(formula).toMatch(/0\.000000001|1E-0*9/i);
    const otherwise = formula.replaceAll(/0\.000000001|1E-0*9/gi, '1E-009').replaceAll('FALSE', 'FALSE()');
    expect(saidOf(snapshot)).toEqual([]);
    expect(saidOf(withEdits(snapshot, [{ kind: 'set-formula', cell, formula: otherwise, value: '' }]))).toEqual([]);
  });

  it('is missed where a text stands in its place', async () => {
    const snapshot = await snapshotOf(sampleBytes('water-pump'));
    const typed = withEdits(snapshot, [{ kind: 'set-value', cell: stateCell(snapshot), value: '最新' }]);
    expect(saidOf(typed)).toEqual(['template-formula review.checks.template-formula.result-typed']);
  });
});
