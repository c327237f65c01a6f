import { applyEdits } from '../../../src/adapters/xlsx/write/applyEdits';
import { PATHS } from '../../../src/core/package/bag/layout';
import { canonicalJson } from '../../../src/core/package/json';
import { openSubmitted } from '../../../src/core/package/rounds/submitted';
import { verifyPackage } from '../../../src/core/package/verify/verifyPackage';
import { packWorkbook, type Packed } from '../../../src/core/package/pack';
import type { ReviewFile } from '../../../src/core/review/decisions/reviewFile';
import { decision } from '../../../src/core/review/decisions/decide';
import { reviewed } from '../../../src/core/review/review';
import { codesOf, forged, opened, packageTools, packSample, rewriteJson } from '../../support/packages';
import { answer, earlierOf, nextWorkbook, packNext, remembering, reviewOn, SAMPLE } from '../../support/rounds';

const verify = (bytes: Uint8Array) => verifyPackage(bytes, remembering);
const write = (value: never) => canonicalJson(value);
/** A document as a forger sees it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

/** The grid of the baseline at 560 g-CO2e/kWh instead of 550. */
const CHANGED = { 'KmcFactors|grid.2012|value': 560 };
const EXPLAINED = {
  ...CHANGED,
  'KmcCase|earlierPackage|value': 'はい',
  'KmcCase|restatement|value': '電気の原単位を最新版に更新しました。',
};

let first: Packed;
let review: ReviewFile;
let next: Packed;
beforeAll(async () => {
  first = await packSample(SAMPLE);
  review = reviewOn(first);
  const workbook = await nextWorkbook(
    [answer('B3', '販売台帳（S1）を根拠資料E3に加えました。'), answer('A3', '特許2件を追記しました。')],
    EXPLAINED,
  );
  next = await packNext(workbook, first, review);
}, 120_000);

/** Changes a document of the next package, makes every hash fit again and verifies it against the one before. */
async function codesAfter(path: string, change: (document: Loose) => void, withEarlier = false): Promise<string[]> {
  const bytes = await forged(next.bytes, (payload) => rewriteJson(payload, path, change as never, write));
  const earlier = withEarlier ? await earlierOf(first) : null;
  return codesOf(await verifyPackage(bytes, remembering, true, { earlier }));
}

describe('a package that follows another one', () => {
  it('names it, and lists what changed since', () => {
    const { steps } = opened(next.bytes).documents.previous!;
    expect(steps).toHaveLength(1);
    const [{ submission, package: id, reason, changes }] = steps as [(typeof steps)[number]];
    expect([submission, id, reason]).toEqual([2, first.id, EXPLAINED['KmcCase|restatement|value']]);
    const factor = changes.contents.filter(({ table }) => table === 'KmcFactors');
    expect(factor.map(({ rowId, column, from, to }) => [rowId, column, from, to])).toEqual([
      ['grid.2012', 'value', '550', '560'],
    ]);
    const reduction = changes.numbers.find(({ number }) => number === 'reductionPerUnit')!;
    // 1 × 550 − 45.5, and 1 × 560 − 45.5
    expect([reduction.from, reduction.to]).toEqual(['504.5', '514.5']);
    expect(changes.reopened).toEqual(expect.arrayContaining(['A2']));
    expect(changes.reopened).not.toContain('A1');
  });

  it('answers the reviewer line by line, and says what has no answer', async () => {
    const { remarks } = opened(next.bytes).documents.answers!;
    expect(remarks.map(({ number, on, kind, state, answer: given }) => [number, on, kind, state, given?.text])).toEqual(
      [
        [1, 'B3', 'correction', 'answered', '販売台帳（S1）を根拠資料E3に加えました。'],
        [2, 'A3', 'clarification', 'answered', '特許2件を追記しました。'],
        [3, 'A2', 'observation', 'none-needed', undefined],
      ],
    );
    expect(opened(next.bytes).documents.review).toEqual(review);
    const half = await packNext(await nextWorkbook([answer('B3', '直しました。')]), first, review);
    expect(opened(half.bytes).documents.answers!.remarks.map(({ state }) => state)).toEqual([
      'answered',
      'unanswered',
      'none-needed',
    ]);
    expect(half.notices).toContainEqual({ code: 'package.notices.unanswered', params: { numbers: ['2'], count: 1 } });
    expect(half.reviewed.review.findings.filter(({ rule }) => rule === 'remarks-answered')).toEqual([
      expect.objectContaining({
        severity: 'warn',
        message: expect.objectContaining({ params: { numbers: ['2'], count: 1 } }),
      }),
    ]);
    expect(codesOf(await verify(half.bytes))).toEqual(expect.arrayContaining(['remark-unanswered']));
    const { state, checks } = await verify(half.bytes);
    expect([state, checks.find(({ id }) => id === 'answers')!.state]).toEqual(['incomplete', 'warned']);
  }, 120_000);

  it('is found right, its changes too where the package before is at hand', async () => {
    const alone = await verify(next.bytes);
    expect(alone.checks.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(alone.checks.find(({ id }) => id === 'changes')).toMatchObject({
      state: 'not-checked',
      reason: 'no-earlier-package',
    });
    const both = await verifyPackage(next.bytes, remembering, true, { earlier: await earlierOf(first) });
    expect(both.checks.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(both.checks.find(({ id }) => id === 'changes')!.state).toBe('passed');
    expect(codesOf(both)).toEqual(expect.arrayContaining(['decision-reopened']));
  }, 120_000);

  it('says nothing of it in the public version', async () => {
    const workbook = await nextWorkbook([answer('B3', '秘密の回答'), answer('A3', '秘密の回答')], EXPLAINED);
    const round = { earlier: await earlierOf(first), review };
    const { bytes } = await packWorkbook(workbook, [], packageTools, 'public', round);
    expect(opened(bytes).files.map(({ path }) => path)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/previous|answers|review/)]),
    );
    expect(Buffer.from(bytes).includes('秘密の回答')).toBe(false);
    expect(Buffer.from(bytes).includes(first.id)).toBe(false);
    expect((await verify(bytes)).checks.filter(({ state }) => state === 'failed')).toEqual([]);
  }, 120_000);

  it('asks for the reason of changes that nobody explains, and for none where one is given', async () => {
    const rules = ({ reviewed: { review: all } }: Packed) =>
      all.findings.filter(({ rule }) => rule === 'restatement-log').map(({ severity }) => severity);
    expect(rules(next)).toEqual([]);
    const silent = await packNext(await nextWorkbook([], CHANGED), first, null);
    expect(rules(silent)).toEqual(['warn']);
  }, 120_000);

  it('keeps every step, and the numbers of the remarks, in a third package', async () => {
    const decided = opened(next.bytes).documents.review!.entries;
    const second = reviewOn(next, [{ on: 'B3', state: 'needs-change', text: '台帳の日付がありません。' }], {
      round: 2,
      entries: decided,
    });
    const workbook = await nextWorkbook(
      [answer('B3', '販売台帳（S1）を根拠資料E3に加えました。'), answer('B3', '日付を加えました。', 2)],
      EXPLAINED,
    );
    const third = await packNext(workbook, next, second);
    const { previous, answers } = opened(third.bytes).documents;
    expect(previous!.steps.map(({ submission, package: id }) => [submission, id])).toEqual([
      [2, first.id],
      [3, next.id],
    ]);
    expect(answers!.remarks.map(({ number, round, on, state }) => [number, round, on, state])).toEqual([
      [1, 1, 'B3', 'answered'],
      [2, 1, 'A3', 'unanswered'],
      [3, 1, 'A2', 'none-needed'],
      [4, 2, 'B3', 'answered'],
    ]);
    const verification = await verifyPackage(third.bytes, remembering, true, { earlier: await earlierOf(next) });
    expect(verification.checks.filter(({ state }) => state === 'failed')).toEqual([]);
  }, 120_000);
});

describe('a package that follows another one, forged with every hash made to fit', () => {
  it.each<[string, string, (document: Loose) => void, string]>([
    ['a change left out', PATHS.previous, ({ steps }) => steps[0].changes.contents.pop(), 'change-differs'],
    ['a number before', PATHS.previous, ({ steps }) => (steps[0].changes.numbers[0].from = '1'), 'change-differs'],
    ['the package before', PATHS.previous, ({ steps }) => (steps[0].package = '0'.repeat(64)), 'previous-other'],
    ['the reason', PATHS.previous, ({ steps }) => (steps[0].reason = null), 'change-differs'],
  ])('tells %s where that package is at hand', async (_, path, change, code) => {
    expect(await codesAfter(path, change, true)).toContain(code);
  });

  it.each<[string, string, (document: Loose) => void, string]>([
    [
      'a cell that says something else',
      PATHS.previous,
      ({ steps }) => (steps[0].changes.contents.find((one: Loose) => one.table === 'KmcFactors').to = '11'),
      'change-differs',
    ],
    [
      'a finding said to be gone',
      PATHS.previous,
      ({ steps }) =>
        steps[0].changes.findings.closed.push({ id: finding(), severity: 'warn', message: { code: 'x', params: {} } }),
      'change-differs',
    ],
    ['an answer', PATHS.answers, ({ remarks }) => (remarks[0].answer.text = '何もしていません。'), 'answer-differs'],
    ['that a remark is answered', PATHS.answers, ({ remarks }) => (remarks[2].state = 'answered'), 'answer-differs'],
    [
      'the text of a remark',
      PATHS.answers,
      ({ remarks }) => (remarks[0].text = 'よくできています。'),
      'answer-differs',
    ],
    ['a remark left out', PATHS.answers, ({ remarks }) => remarks.splice(1, 1), 'answer-missing'],
    ['a remark put in', PATHS.answers, ({ remarks }) => remarks.push({ ...remarks[0], number: 9 }), 'answer-added'],
    [
      'the package that was reviewed',
      PATHS.review,
      (file) => (file.package = 'f'.repeat(64)),
      'review-of-other-package',
    ],
    ['a round that nobody counts', PATHS.review, ({ entries }) => (entries[0].round = 1e15), 'shape-differs'],
    ['a day that is none', PATHS.review, ({ entries }) => (entries[0].date = 'soon'), 'shape-differs'],
    ['the opinion’s word', PATHS.review, (file) => (file.opinion = { level: 'sure' }), 'shape-differs'],
    ['what the reviewer decided', PATHS.review, ({ entries }) => (entries[0].state = 'accepted'), 'decision-differs'],
    ['what the reviewer wrote', PATHS.review, ({ entries }) => (entries[0].text = '了承します。'), 'answer-differs'],
    [
      'a decision in the findings',
      PATHS.findings,
      ({ decisions }) => (decisions[0].entry.state = 'accepted'),
      'decision-differs',
    ],
    [
      'that a decision stands',
      PATHS.findings,
      ({ decisions }) => (reopenedIn(decisions).status = 'stands'),
      'decision-differs',
    ],
    ['a decision taken out', PATHS.findings, ({ decisions }) => decisions.pop(), 'decision-missing'],
    ['a reply', PATHS.findings, ({ replies }) => (replies[0].text = '—'), 'decision-differs'],
  ])('tells %s from the package alone', async (_, path, change, code) => {
    expect(await codesAfter(path, change)).toContain(code);
  });

  const finding = () => next.reviewed.review.findings[0]!.id;
  const reopenedIn = (decisions: Loose[]): Loose => decisions.find(({ status }) => status === 'reopened');

  it('tells a review that is not the reviewer’s own', async () => {
    const codes = async (reviewers: ReviewFile) =>
      codesOf(await verifyPackage(next.bytes, remembering, true, { reviewers }));
    expect(await codes(review)).not.toContain('review-differs');
    expect(await codes({ ...review, entries: review.entries.slice(1) })).toContain('review-differs');
    const without = await forged(next.bytes, (payload) => payload.delete(PATHS.review));
    expect(codesOf(await verifyPackage(without, remembering, true, { reviewers: review }))).toContain('review-differs');
  });

  it.each([PATHS.previous, PATHS.answers])('tells that %s was taken out', async (path) => {
    const bytes = await forged(next.bytes, (payload) => payload.delete(path));
    const codes = codesOf(await verify(bytes));
    expect(codes).toEqual(expect.arrayContaining([path === PATHS.previous ? 'previous-missing' : 'answer-missing']));
  });

  it('tells a decision that the author wrote in the reviewer’s name', async () => {
    const { bases } = reviewed(first.reviewed.snapshot, first.reviewed.outcome);
    const own = decision(bases, { on: 'B3', state: 'accepted', text: '', by: '審査者', date: '2026-05-01', round: 1 });
    const packed = await packNext(await nextWorkbook([own]), first, review);
    // The reviewer's own word stands all the same.
    expect(packed.reviewed.review.state).toBe('needs-change');
    expect(codesOf(await verify(packed.bytes))).toContain('decision-not-reviewers');
    const alone = await packNext(await nextWorkbook([own]), first, null);
    expect(codesOf(await verify(alone.bytes))).toContain('decision-unbound');
  }, 120_000);
});

describe('values in the workbook that no formula gives', () => {
  it('are told of a package that follows another one, too', async () => {
    const { snapshot } = first.reviewed;
    const [cell] = snapshot.tables
      .filter(({ name }) => name === 'KmcProduct')
      .flatMap(({ range }) => [{ sheet: range.sheet, row: range.top + 1, column: formulaColumn(range) }]);
    const stale = applyEdits(await nextWorkbook([], EXPLAINED), [
      { kind: 'set-calculated', cell: cell!, value: 123_456 },
    ]);
    const packed = await packNext(stale, first, review);
    expect(packed.notices.map(({ code }) => code)).toContain('package.notices.stale-values');
    expect(codesOf(await verify(packed.bytes))).toContain('value-stale');
  }, 120_000);

  const formulaColumn = (range: { sheet: string; top: number; left: number; right: number }): number => {
    const sheet = first.reviewed.snapshot.sheets.find(({ name }) => name === range.sheet)!;
    for (let column = range.left; column <= range.right; column++)
      if (sheet.formula(range.top + 1, column) !== null) return column;
    throw new Error('no formula');
  };
});

describe('what cannot be followed', () => {
  it('is another package than the one that was reviewed', async () => {
    const other = await packSample('slag-cement');
    await expect(packNext(await nextWorkbook([]), other, review)).rejects.toMatchObject({
      detail: { code: 'decisions.binding.other-package', params: { found: first.id, expected: other.id } },
    });
  }, 120_000);

  it('is a public version, a changed package, or none', async () => {
    const code = async (bytes: Uint8Array) =>
      openSubmitted(bytes, packageTools).then(
        () => 'opened',
        (error: { detail: { code: string } }) => error.detail.code,
      );
    expect(await code((await packSample(SAMPLE, 'public')).bytes)).toBe('package.submitted.public');
    const flipped = first.bytes.slice();
    const at = Buffer.from(flipped).indexOf('"productName"') + 20;
    flipped[at]! ^= 1;
    expect(await code(flipped)).toMatch(/^package\.submitted\.(changed|unusable)$/);
    expect(await code(new TextEncoder().encode('Dear Sir or Madam'))).toBe('package.submitted.unusable');
  }, 120_000);

  it('is told where the package before is of another product', async () => {
    const packed = await packNext(await nextWorkbook([]), await packSample('slag-cement'), null);
    expect(packed.notices.map(({ code }) => code)).toContain('package.notices.other-product');
  }, 120_000);
});
