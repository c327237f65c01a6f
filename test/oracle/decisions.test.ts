import { applyEdits } from '../../src/adapters/xlsx/write/applyEdits';
import { decide, decision } from '../../src/core/review/decisions/decide';
import { CRITERIA } from '../../src/core/review/finding';
import {
  calculated,
  changed,
  reviewedWorkbook,
  sampleBytes,
  snapshotOf,
  WITHOUT_FORMULAS,
  type ReviewedWorkbook,
} from '../support/reviewedSample';
import { recalculateInLibreOffice } from './libreOffice';

/** Decisions on every criterion and every finding, in a file that LibreOffice opened, recalculated and saved. */
async function savedByLibreOffice(sample: string): Promise<ReviewedWorkbook> {
  const bytes = sampleBytes(sample);
  const workbook = reviewedWorkbook(await snapshotOf(bytes), WITHOUT_FORMULAS);
  const entries = [...CRITERIA, ...workbook.review.findings.map(({ id }) => id)].map((on) =>
    decision(workbook.bases, {
      on,
      state: 'accepted',
      text: '“確認”\n済み & <ok>',
      by: '審査者',
      date: '2026-04-01',
      round: 1,
    }),
  );
  const saved = recalculateInLibreOffice(applyEdits(bytes, decide(workbook.snapshot, ...entries)));
  return reviewedWorkbook(await snapshotOf(saved), WITHOUT_FORMULAS);
}

describe('decisions in a workbook saved by LibreOffice', () => {
  it.each(['radar', 'heat-pump', 'photovoltaics', 'service'])(
    '%s: all are there as written, and stand',
    async (sample) => {
      const saved = await savedByLibreOffice(sample);
      expect(saved.review.decisions.length).toBeGreaterThanOrEqual(CRITERIA.length);
      expect(saved.review.decisions.map(({ on, status, changes }) => ({ on, status, changes }))).toEqual(
        saved.review.decisions.map(({ entry }) => ({ on: entry.on, status: 'stands', changes: [] })),
      );
      expect(new Set(saved.review.decisions.map(({ entry }) => entry.text))).toEqual(new Set(['“確認”\n済み & <ok>']));
    },
  );

  it('reopen for what is changed after it', async () => {
    const saved = await calculated(await savedByLibreOffice('radar'));
    const after = await calculated(changed(saved, { 'KmcFactors|x.aluminium|value': 9.25 }));
    const reopened = after.review.decisions.filter(({ status }) => status === 'reopened');
    // What is said of the case as a whole may be another thing now, e.g. that the recorded analysis is of other inputs.
    const byCells = reopened.filter(({ changes }) => changes.some(({ place }) => place));
    expect(byCells.map(({ on }) => on)).toEqual(['A2', 'B1']);
    for (const { changes } of byCells)
      expect(changes.filter(({ place }) => place)).toEqual([
        expect.objectContaining({
          place: { table: 'KmcFactors', rowId: 'x.aluminium', column: 'value' },
          from: '9',
          to: '9.25',
        }),
      ]);
  });
});
