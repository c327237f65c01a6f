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

  /** What rests on the cell, directly or three links away, by the tables and precedents of the template. */
  const CHANGES: readonly (readonly [string, string, string | number, string | number, readonly string[]])[] = [
    // Factors belong to A2; the lines that look this one up are the net reduction's.
    ['KmcFactors|x.aluminium|value', 'a factor', 9, 9.25, ['A2', 'B1']],
    // Shares belong to B2 alone: inventories and sales do not rest on them.
    ['KmcContribution|C2|numerator', 'a share', 25, 20, ['B2']],
    // No number rests on what a document is called.
    ['KmcEvidence|E1|title', 'a title', '部品表（例示）', '部品表 第2版', ['G']],
  ];

  it('reopen for what is changed after it, these and no others', async () => {
    const saved = await calculated(await savedByLibreOffice('radar'));
    for (const [cell, what, from, to, criteria] of CHANGES) {
      const { review } = await calculated(changed(saved, { [cell]: to }));
      const open = review.decisions.filter(({ status }) => status !== 'stands');
      // The recorded analysis is of other inputs now; its finding says so and is no longer the one that was decided on.
      const outdated = typeof to === 'number' ? ['uncertainty-shown||||'] : [];
      expect([what, open.map(({ on }) => on)]).toEqual([what, [...criteria, ...outdated]]);
      expect(new Set(open.map(({ status }) => status))).toEqual(new Set(['reopened']));
      const [table, rowId, column] = cell.split('|');
      for (const { on, changes } of open.filter(({ on: about }) => criteria.includes(about))) {
        expect([on, changes.filter(({ kind }) => kind !== 'finding')]).toEqual([
          on,
          [expect.objectContaining({ place: { table, rowId, column }, from: String(from), to: String(to) })],
        ]);
      }
    }
  });
});
