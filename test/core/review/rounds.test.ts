import { formulaId } from '../../../src/core/review/decisions/formulaDecision';
import { writeXlsx } from '../../../src/adapters/xlsx/write/writeXlsx';
import { decide, reason, reply } from '../../../src/core/review/decisions/decide';
import { decisionsOf } from '../../../src/core/review/decisions/store';
import { changesSince, isUnchanged, type Submission } from '../../../src/core/review/rounds/changesSince';
import { inputChanges } from '../../../src/core/review/rounds/inputChanges';
import { aboutOf, remarksOf } from '../../../src/core/review/rounds/letter';
import { letterPlan } from '../../../src/core/review/rounds/letterPlan';
import { openSeverity } from '../../../src/core/review/review';
import { SheetBuilder } from '../../../src/core/workbook/sheetColumns';
import type { Edit } from '../../../src/core/workbook/edit';
import { withEdits } from '../../../src/core/workbook/withEdits';
import { MORE_TEXTS } from '../../../src/locales/moreTexts';
import { addTexts, translator } from '../../../src/locales/translator';
import {
  calculated,
  changed,
  decided,
  decidedAll,
  insertedRows,
  renamedSheet,
  reviewedWorkbook,
  sampleBytes,
  snapshotOf,
  standingOf,
  swappedRows,
  WITHOUT_FORMULAS,
  type ReviewedWorkbook,
} from '../../support/reviewedSample';

addTexts(MORE_TEXTS);

let radar: ReviewedWorkbook;
beforeAll(async () => (radar = reviewedWorkbook(await snapshotOf(sampleBytes('radar')), WITHOUT_FORMULAS)));

const submission = ({ snapshot, outcome, review }: ReviewedWorkbook): Submission => ({ snapshot, outcome, review });
const since = (before: ReviewedWorkbook, now: ReviewedWorkbook) => changesSince(submission(before), submission(now));

describe('what changed since', () => {
  it.each<[string, (workbook: ReviewedWorkbook) => ReviewedWorkbook]>([
    ['the same workbook', (workbook) => workbook],
    ['lines that changed places', (workbook) => swappedRows(workbook, 'KmcProduct', 'P1', 'P2')],
    ['inserted rows', (workbook) => insertedRows(workbook, 'KmcProduct', 2)],
    ['a renamed sheet', (workbook) => renamedSheet(workbook, 'KmcProduct', 'Product')],
  ])('%s: nothing', (_, move) => {
    expect(isUnchanged(since(radar, move(radar)))).toBe(true);
  });

  it('names each cell with what it was and is, and the numbers that follow', async () => {
    const now = await calculated(
      changed(radar, { 'KmcFactors|x.aluminium|value': 10, 'KmcCase|contact|value': 'A. N. Other' }),
    );
    const changes = since(radar, now);
    expect(
      changes.contents.map(({ table, rowId, column, from, to, isFormula }) => [
        `${table}|${rowId}|${column}`,
        from,
        to,
        isFormula,
      ]),
    ).toEqual([
      ['KmcCase|contact|value', expect.any(String), 'A. N. Other', false],
      ['KmcFactors|x.aluminium|value', '9', '10', false],
    ]);
    expect([changes.rows, changes.formulas]).toEqual([[], []]);
    // Aluminium per functional unit: 350 kg in the baseline, 300 kg in the product; 1 kg-CO2e/kg more saves 50 kg more.
    const reduction = changes.numbers.find(({ number }) => number === 'reductionPerUnit')!;
    expect(reduction.fromUnit).toMatch(/^kg-CO2e/);
    expect(Number(reduction.to) - Number(reduction.from)).toBeCloseTo(50, 9);
  });

  it('names a line that came, a line that went, and not each of their cells', () => {
    const { range } = radar.snapshot.tables.find(({ name }) => name === 'KmcEvidence')!;
    const edits: Edit[] = ['E77', '計算書', '追加の計算書', 'more.pdf'].map((value, column) => ({
      kind: 'set-value',
      cell: { sheet: range.sheet, row: range.bottom + 1, column },
      value,
    }));
    const now = reviewedWorkbook(withEdits(radar.snapshot, edits), WITHOUT_FORMULAS);
    expect(since(radar, now).rows).toEqual([
      expect.objectContaining({ kind: 'added', table: 'KmcEvidence', rowId: 'E77' }),
    ]);
    expect(since(now, radar).rows).toEqual([
      expect.objectContaining({ kind: 'removed', table: 'KmcEvidence', rowId: 'E77' }),
    ]);
    expect([...since(radar, now).contents, ...since(now, radar).contents]).toEqual([]);
    const stated = ({ snapshot, outcome }: ReviewedWorkbook) => ({ snapshot, case: outcome.case });
    expect(inputChanges(stated(radar), stated(now))).toEqual([
      expect.objectContaining({
        from: null,
        to: 'E77',
        place: expect.objectContaining({ subject: expect.objectContaining({ rowId: 'E77' }) }),
      }),
    ]);
  });

  it('names a formula typed over by a number', () => {
    const changes = since(radar, changed(radar, { 'KmcProduct|P1|emission': 2700 }));
    expect(changes.contents).toEqual([
      expect.objectContaining({
        rowId: 'P1',
        column: 'emission',
        isFormula: true,
        from: expect.stringMatching(/^=/),
        to: '2700',
      }),
    ]);
  });

  it('names findings that came and went', () => {
    const broken = changed(radar, { 'KmcProduct|P1|unit': 'parsecs' });
    const opened = since(radar, broken).findings.opened.map(({ id }) => id);
    expect(opened.some((id) => id.includes('KmcProduct|P1|unit'))).toBe(true);
    expect(since(broken, radar).findings.closed.map(({ id }) => id)).toEqual(opened);
  });
});

describe('a reason', () => {
  const warned = () => radar.review.findings.find(({ severity }) => severity === 'warn')!;
  const reasoned = () => {
    const entry = reason(radar.bases, {
      on: warned().id,
      text: '市場調査による。',
      by: '応募者',
      date: '2026-04-02',
      round: 1,
    });
    return reviewedWorkbook(withEdits(radar.snapshot, decide(radar.snapshot, entry)), WITHOUT_FORMULAS);
  };

  it('clears a warning, which stays to be read', () => {
    const finding = reasoned().review.findings.find(({ id }) => id === warned().id)!;
    expect([finding.severity, finding.reason, openSeverity(finding)]).toEqual(['warn', '市場調査による。', 'info']);
  });

  it('lapses with what it rests on', () => {
    const [cell] = warned().cells;
    const place = radar.places.at(cell!)!;
    const after = changed(reasoned(), { [`${place.table}|${place.rowId}|${place.column}`]: 'ほかの内容' });
    const finding = after.review.findings.find(({ id }) => id === warned().id);
    expect(finding?.reason).toBeUndefined();
    expect(standingOf(after, warned().id)?.status).not.toBe('stands');
  });
});

describe('a chain of formulas outside every table', () => {
  /** A4 rests on A3, that on A2, that on the input A1; C2 on the input C1. Both ends are typed over to be findings. */
  const chained = (input: number, other: number) => {
    const builder = new SheetBuilder('Chain');
    builder.add(0, 0, input, null);
    builder.add(1, 0, input * 2, 'A1*2');
    builder.add(2, 0, input * 2 + 1, 'A2+1');
    builder.add(3, 0, { error: '#DIV/0!' }, 'A3/0');
    builder.add(0, 2, other, null);
    builder.add(1, 2, { error: '#DIV/0!' }, '(C1+1)/0');
    return reviewedWorkbook({ ...radar.snapshot, sheets: [...radar.snapshot.sheets, builder.build()] });
  };
  const errors = ({ review }: ReviewedWorkbook) =>
    review.findings.filter(({ subject }) => subject.place?.startsWith('Chain!'));

  it('reopens what rests on a changed input three links away, says which, and nothing else', () => {
    const before = chained(5, 7);
    const ids = errors(before).map(({ id }) => id);
    expect(ids).toEqual(['formula.error-value||||Chain!C2', 'formula.error-value||||Chain!A4']);
    const after = decidedAll(
      before,
      ids.map((on) => ({ on, state: 'accepted' })),
    );
    const names = after.snapshot.names;
    const next = reviewedWorkbook({ ...chained(6, 7).snapshot, names });
    expect(standingOf(next, ids[0]!)?.status).toBe('stands');
    expect(standingOf(next, ids[1]!)).toEqual(
      expect.objectContaining({
        status: 'reopened',
        changes: [{ kind: 'changed', place: null, cell: { sheet: 'Chain', row: 0, column: 0 }, from: '5', to: '6' }],
      }),
    );
  });
});

describe('the letter', () => {
  it('numbers the reviewer’s remarks, then what is open, and holds no formula whatever is written', async () => {
    const say = translator('ja');
    const asked = decidedAll(radar, [
      { on: 'A1', state: 'accepted' },
      { on: 'B3', state: 'needs-change', text: '=HYPERLINK("http://example.com")' },
      { on: 'B2', state: 'open', text: '+1 とは何ですか' },
      { on: 'A2', state: 'accepted', text: '@よくできています' },
    ]);
    const answer = reply({ on: 'B3', text: '-3', by: '応募者', date: '2026-05-01', round: 1 });
    const { review, snapshot: after } = reviewedWorkbook(
      withEdits(asked.snapshot, decide(asked.snapshot, answer)),
      WITHOUT_FORMULAS,
    );
    const remarks = remarksOf(review, decisionsOf(after).entries);
    expect(
      remarks
        .slice(0, 3)
        .map(({ number, kind, criterion, comment, reply: text }) => [number, kind, criterion, comment, text]),
    ).toEqual([
      [1, 'correction', 'B3', '=HYPERLINK("http://example.com")', '-3'],
      [2, 'clarification', 'B2', '+1 とは何ですか', ''],
      [3, 'observation', 'A2', '@よくできています', ''],
    ]);
    const undecided = review.findings.filter((finding) => openSeverity(finding) !== 'info');
    expect(remarks.slice(3).map(({ round }) => round)).toEqual(undecided.map(() => null));

    const snapshot = await snapshotOf(writeXlsx(letterPlan({ remarks, about: '=1+1', package: null }, 'ja', say)));
    const texts: unknown[] = [];
    snapshot.sheets[0]!.forEachCell((_row, _column, value, formula) => {
      expect(formula).toBeNull();
      texts.push(value);
    });
    expect(texts).toEqual(
      expect.arrayContaining(['=1+1', '=HYPERLINK("http://example.com")', '-3', '是正要求', '明確化要求', '所見']),
    );
    expect(texts.filter((text) => typeof text === 'string' && /\{\{|^decisions\.|^report\./.test(text))).toEqual([]);
  });

  it('names a formula by its sheet, and says the formula apart from it', () => {
    const formula = { sheet: "Data's", r1c1: "IF('Data''s'!RC[1]>0,1,0)" };
    expect(aboutOf(formulaId(formula), null)).toEqual({
      criterion: '',
      place: { code: 'decisions.place.formulas', params: { sheet: "Data's" } },
      finding: { code: 'decisions.one-formula', params: { formula: formula.r1c1 } },
    });
  });

  it('does not take an answer to an earlier round for one to a later', () => {
    const first = decided(radar, { on: 'B3', state: 'needs-change', text: '1' });
    const answer = reply({ on: 'B3', text: 'old', by: '応募者', date: '2026-05-01', round: 1 });
    const answered = reviewedWorkbook(withEdits(first.snapshot, decide(first.snapshot, answer)), WITHOUT_FORMULAS);
    const second = decided(answered, { on: 'B3', state: 'needs-change', text: '2', round: 2 });
    const remarks = remarksOf(second.review, decisionsOf(second.snapshot).entries);
    expect(remarks.slice(0, 2)).toEqual([
      expect.objectContaining({ number: 1, round: 1, comment: '1', reply: 'old', state: 'answered' }),
      expect.objectContaining({ number: 2, round: 2, comment: '2', reply: '', state: 'unanswered' }),
    ]);
  });
});
