import { notesPlan } from '../../../../src/core/review/notes/notesPlan';
import { isOwnNote, ownNote } from '../../../../src/core/review/notes/ownNotes';
import { reviewNotes } from '../../../../src/core/review/notes/reviewNotes';
import { formulaDecision, formulaId } from '../../../../src/core/review/decisions/formulaDecision';
import { reviewFormulas } from '../../../../src/core/review/formulas/reviewFormulas';
import { translator, addTexts } from '../../../../src/locales/translator';
import { REVIEWER_TEXTS } from '../../../../src/locales/reviewerTexts';
import {
  decidedAll,
  reviewedWorkbook,
  sampleBytes,
  snapshotOf,
  WITHOUT_FORMULAS,
} from '../../../support/reviewedSample';

addTexts(REVIEWER_TEXTS);

const cell = (row: number, sheet = 'S') => ({ sheet, row, column: 0 });

describe('a note of KMC', () => {
  it('is known again with other line ends and with blanks at its end', () => {
    const note = ownNote('要修正\n二行目');
    expect(isOwnNote(note)).toBe(true);
    expect(isOwnNote(note.replaceAll('\n', '\r\n'))).toBe(true);
    expect(isOwnNote(`${note}\n`)).toBe(true);
  });

  it('is nobody’s but the person’s who changed a letter of it', () => {
    const note = ownNote('要修正\n二行目');
    for (const changed of [
      note.replace('二', '三'),
      `応募者: ${note}`,
      `${note}\n了解です`,
      note.replace('[KMC ', '[KMC'),
    ])
      expect(isOwnNote(changed)).toBe(false);
    expect(isOwnNote('要修正')).toBe(false);
  });
});

describe('what is written', () => {
  const own = (row: number, text: string) => ({ cell: cell(row), text: ownNote(text) });

  it('leaves notes of others and changed ones alone, and says where', () => {
    const present = [
      { cell: cell(1), text: 'ここは確認済み' },
      { cell: cell(2), text: `${ownNote('old')}\nanswered` },
      own(3, 'stays'),
      own(4, 'was'),
      own(5, 'gone'),
    ];
    const wanted = [1, 2, 3, 4, 6].map((row) => ({ cell: cell(row), text: row === 3 ? 'stays' : `new ${row}` }));
    const { edits, occupied } = notesPlan(present, wanted);
    expect(occupied).toEqual([cell(1), cell(2)]);
    expect(edits).toEqual([
      { cell: cell(5), was: ownNote('gone'), text: null },
      { cell: cell(4), was: ownNote('was'), text: ownNote('new 4') },
      { cell: cell(6), was: null, text: ownNote('new 6') },
    ]);
  });

  it('taken away is exactly what KMC wrote', () => {
    const present = [{ cell: cell(1), text: 'theirs' }, own(2, 'ours'), { cell: cell(3), text: `x${ownNote('ours')}` }];
    expect(notesPlan(present, [])).toEqual({
      edits: [{ cell: cell(2), was: ownNote('ours'), text: null }],
      occupied: [],
    });
  });
});

describe('comments of a review', () => {
  it('stand at the cells they are about, those on one cell together, and the rest is counted', async () => {
    const snapshot = await snapshotOf(sampleBytes('radar'));
    const formulas = reviewFormulas(snapshot);
    const first = reviewedWorkbook(snapshot, { formulas });
    const [one, other] = first.review.findings.filter(({ cells }) => cells.length > 0);
    const workbook = decidedAll(first, [
      { on: one!.id, state: 'needs-change', text: '出典を示してください。' },
      { on: other!.id, state: 'accepted' },
      { on: 'A2', state: 'open', text: '段階は足りていますか。' },
    ]);
    const formula = formulas.unique[0]!;
    const question = formulaDecision(formula, {
      state: 'open',
      text: 'なぜ？',
      by: '審査者',
      date: '2026-04-01',
      round: 1,
    });
    const decisions = [
      ...workbook.review.decisions,
      { entry: question, on: formulaId(formula), status: 'stands', changes: [] } as const,
    ];
    const said = reviewNotes(
      { decisions, findings: workbook.review.findings, formulas: formulas.unique },
      translator('ja'),
    );
    expect(said.elsewhere).toBe(1);
    expect(said.notes.map(({ cell: at }) => at)).toEqual([
      one!.cells[0],
      expect.objectContaining({ sheet: formula.sheet }),
    ]);
    expect(said.notes[0]!.text).toMatch(/^審査【要是正】.+\n出典を示してください。\n（Reviewer、2026-04-01、第1回）$/);
    expect(said.notes[1]!.text).toBe('審査【未判断】数式\nなぜ？\n（審査者、2026-04-01、第1回）');
  });

  it('say that they are open again where what they rest on has changed', async () => {
    const first = reviewedWorkbook(await snapshotOf(sampleBytes('radar')), WITHOUT_FORMULAS);
    const finding = first.review.findings.find(({ cells }) => cells.length > 0)!;
    const { review } = decidedAll(first, [{ on: finding.id, state: 'open', text: 'いつの値ですか。' }]);
    const decisions = review.decisions.map((one) => ({ ...one, status: 'reopened' as const }));
    const { notes } = reviewNotes({ decisions, findings: review.findings, formulas: [] }, translator('en'));
    expect(notes[0]!.text.split('\n').at(-1)).toBe('Open again: what it was decided on has changed.');
  });
});
