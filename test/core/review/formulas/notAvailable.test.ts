import { reviewFormulas } from '../../../../src/core/review/formulas/reviewFormulas';
import {
  calculated,
  changed,
  reviewedWorkbook,
  sampleBytes,
  snapshotOf,
  WITHOUT_FORMULAS,
} from '../../../support/reviewedSample';
import { withEdits } from '../../../../src/core/workbook/withEdits';

const errorsIn = (snapshot: Parameters<typeof reviewFormulas>[0]) =>
  reviewFormulas(snapshot).findings.filter(({ check }) => check === 'error-value');

describe('#N/A in a formula of the template', () => {
  it.each(['led-lighting', 'water-pump'])('is no finding where %s does not ask for it', async (name) => {
    const snapshot = await snapshotOf(sampleBytes(name));
    const shown = snapshot.sheets.flatMap((sheet) => {
      const cells: unknown[] = [];
      sheet.forEachCell((_row, _column, value) => {
        if (JSON.stringify(value) === '{"error":"#N/A"}') cells.push(value);
      });
      return cells;
    });
    expect(shown.length).toBeGreaterThan(0);
    expect(errorsIn(snapshot)).toEqual([]);
  });

  it('is one where a certified number is missing for it', async () => {
    const first = reviewedWorkbook(await snapshotOf(sampleBytes('water-pump')), WITHOUT_FORMULAS);
    const { snapshot } = await calculated(changed(first, { 'KmcProduct|P5|amount': null }));
    expect(errorsIn(snapshot).length).toBeGreaterThan(0);
  });

  it('is one in a formula of the user’s own', async () => {
    const snapshot = await snapshotOf(sampleBytes('water-pump'));
    const at = { sheet: snapshot.sheets[0]!.name, row: 200, column: 1 };
    const edited = withEdits(snapshot, [{ kind: 'set-formula', cell: at, formula: 'NA()', value: { error: '#N/A' } }]);
    expect(errorsIn(edited).map(({ row, column }) => [row, column])).toEqual([[200, 1]]);
  });
});

describe('an error that the template’s own formulas show', () => {
  it('is the consequence of an input that blocks, and is not told beside it', async () => {
    const { review } = reviewedWorkbook(await snapshotOf(sampleBytes('broken')));
    expect(review.findings.some(({ severity }) => severity === 'block')).toBe(true);
    expect(review.findings.filter(({ rule }) => rule === 'formula.error-value')).toEqual([]);
  });

  it('is told where nothing else blocks', async () => {
    const snapshot = await snapshotOf(sampleBytes('water-pump'));
    const name = snapshot.names.find((one) => one.name === 'KmcAvoidedRounded')!;
    const [, sheet, column, row] = /^'?([^'!]+)'?!\$([A-Z]+)\$(\d+)/.exec(name.formula)!;
    const cell = { sheet: sheet!, row: Number(row) - 1, column: column!.charCodeAt(0) - 65 };
    const edited = withEdits(snapshot, [{ kind: 'set-calculated', cell, value: { error: '#N/A' } }]);
    const { review } = reviewedWorkbook(edited);
    expect(review.findings.filter(({ rule }) => rule === 'formula.error-value').length).toBeGreaterThan(0);
  });
});
