import { applyEdits } from '../../src/adapters/xlsx/write/applyEdits';
import { writeXlsx } from '../../src/adapters/xlsx/write/writeXlsx';
import { decide, decision } from '../../src/core/review/decisions/decide';
import { decisionsOf } from '../../src/core/review/decisions/store';
import { remarksOf } from '../../src/core/review/rounds/letter';
import { letterPlan } from '../../src/core/review/rounds/letterPlan';
import { readLetter, repliesOf } from '../../src/core/review/rounds/readLetter';
import { answeredRemarks } from '../../src/core/review/rounds/remarks';
import { withEdits } from '../../src/core/workbook/withEdits';
import { letterHeaders } from '../../src/locales/letterHeaders';
import { MORE_TEXTS } from '../../src/locales/moreTexts';
import { addTexts, translator } from '../../src/locales/translator';
import { reviewedWorkbook, sampleBytes, snapshotOf, WITHOUT_FORMULAS } from '../support/reviewedSample';
import { recalculateInLibreOffice } from './libreOffice';

addTexts(MORE_TEXTS);

const ID = 'a'.repeat(64);
const TEXTS = ['=1+1', '“台帳”\n済み & <ok>', '-3 台を訂正しました。'];

it('a letter that LibreOffice opened and saved gives each answer back to its remark', async () => {
  const radar = reviewedWorkbook(await snapshotOf(sampleBytes('radar')), WITHOUT_FORMULAS);
  const entries = ['B3', 'A3', 'G'].map((on) =>
    decision(radar.bases, { on, state: 'needs-change', text: `+${on}`, by: '@審査者', date: '2026-04-01', round: 1 }),
  );
  const { review, snapshot } = reviewedWorkbook(
    withEdits(radar.snapshot, decide(radar.snapshot, ...entries)),
    WITHOUT_FORMULAS,
  );
  const record = decisionsOf(snapshot).entries;
  const say = translator('ja');
  const bytes = writeXlsx(letterPlan({ remarks: remarksOf(review, record), about: '=2+2', package: ID }, 'ja', say));
  const { sheets } = await snapshotOf(bytes);
  const filled = applyEdits(
    bytes,
    TEXTS.map((value, index) => ({
      kind: 'set-value',
      cell: { sheet: sheets[0]!.name, row: 4 + index, column: 9 },
      value,
    })),
  );
  const saved = await snapshotOf(recalculateInLibreOffice(filled));
  const formulas: string[] = [];
  saved.sheets[0]!.forEachCell((_row, _column, _value, formula) => void (formula !== null && formulas.push(formula)));
  expect(formulas).toEqual([]);
  const letter = readLetter(saved, letterHeaders());
  if (!letter.ok) throw new Error(letter.message.code);
  expect(letter.value.package).toBe(ID);
  const { replies, unknown } = repliesOf(letter.value, answeredRemarks(record), {
    by: '応募者',
    today: '2026-07-01',
  });
  expect(unknown).toEqual([]);
  expect(replies.map(({ on, text }) => [on, text])).toEqual([
    ['B3', TEXTS[0]],
    ['A3', TEXTS[1]],
    ['G', TEXTS[2]],
  ]);
});
