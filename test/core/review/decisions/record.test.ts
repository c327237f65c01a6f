import { applyEdits } from '../../../../src/adapters/xlsx/write/applyEdits';
import { basisChanges, basisText, type Basis } from '../../../../src/core/review/decisions/basis';
import { applicationState } from '../../../../src/core/review/decisions/applicationState';
import { latest, withEntry, type Decision, type Entry } from '../../../../src/core/review/decisions/entries';
import { parseEntries } from '../../../../src/core/review/decisions/parseEntries';
import { entriesOfFile, mergedEntries, reviewFile } from '../../../../src/core/review/decisions/reviewFile';
import type { Standing } from '../../../../src/core/review/decisions/standing';
import { decisionsOf, forgetEdits, recordEdits } from '../../../../src/core/review/decisions/store';
import { CRITERIA, type Finding, type FindingSeverity } from '../../../../src/core/review/finding';
import type { WorkbookSnapshot } from '../../../../src/core/workbook/snapshot';
import { withEdits } from '../../../../src/core/workbook/withEdits';
import { sampleBytes, snapshotOf } from '../../../support/reviewedSample';

const EMPTY: WorkbookSnapshot = {
  sheets: [],
  tables: [],
  names: [],
  externalLinks: [],
  calculationMode: 'automatic',
  date1904: false,
};

const decided = (on: string, more: Partial<Decision> = {}): Decision => ({
  kind: 'decision',
  on,
  state: 'accepted',
  text: '',
  by: 'Reviewer',
  date: '2026-04-01',
  round: 1,
  basis: '{}',
  ...more,
});

const written = (before: WorkbookSnapshot, ...entries: readonly Entry[]) =>
  withEdits(before, recordEdits(before, entries));

describe('the record in a workbook', () => {
  const STRANGE = '=1+1 "quoted" \'\n\t<&>\u0000\u007f\u2028\ufffe 日本語 😀 \\ {{x}}';

  it.each(['', STRANGE, STRANGE.repeat(400)])('holds any text, whatever its length', (text) => {
    const entry = decided('A2', { text });
    expect(decisionsOf(written(EMPTY, entry))).toEqual({ entries: [entry], problems: [] });
  });

  it('survives the file it is written into', async () => {
    const entries = [
      decided('A1', { text: STRANGE }),
      decided('x|KmcProduct|P1|amount|', { text: STRANGE.repeat(100) }),
    ];
    const bytes = sampleBytes('photovoltaics');
    const snapshot = await snapshotOf(applyEdits(bytes, recordEdits(await snapshotOf(bytes), entries)));
    expect(decisionsOf(snapshot).entries).toEqual(entries);
    expect(snapshot.names.filter(({ name }) => name.startsWith('KmcReview')).every(({ hidden }) => hidden)).toBe(true);
  });

  it('writes over the entry of the same kind, thing and round alone', () => {
    const reply: Entry = { kind: 'reply', on: 'A2', text: 'r', by: 'Author', date: '2026-05-01', round: 1 };
    const one = written(EMPTY, decided('A2', { text: 'x'.repeat(9000) }), reply, decided('A2', { round: 2 }));
    const two = written(one, decided('A2', { text: 'short', round: 1 }));
    expect(decisionsOf(two).entries).toEqual([decided('A2', { text: 'short' }), reply, decided('A2', { round: 2 })]);
    expect(latest(decisionsOf(two).entries, 'decision').get('A2')?.round).toBe(2);
    expect(two.names.length).toBeLessThan(one.names.length);
  });

  it('leaves everything as it is where nothing is new, and forgets when told', () => {
    const one = written(EMPTY, decided('A2'), decided('A1'));
    expect(recordEdits(one, decisionsOf(one).entries)).toEqual([]);
    expect(withEdits(one, forgetEdits(one)).names).toEqual([]);
  });

  it.each([
    ['a part that is gone', (names: WorkbookSnapshot['names']) => names.filter(({ name }) => name !== 'KmcReview_1_2')],
    [
      'a formula in it',
      (names: WorkbookSnapshot['names']) => names.map((one) => ({ ...one, formula: one.formula + '&A1' })),
    ],
    ['another text', (names: WorkbookSnapshot['names']) => names.map((one) => ({ ...one, formula: '"{}"' }))],
  ])('says what it cannot read any more, and keeps its number: %s', (_, damage) => {
    const whole = written(EMPTY, decided('A2', { text: 'x'.repeat(9000) }));
    const damaged = { ...whole, names: damage(whole.names) };
    expect(decisionsOf(damaged)).toEqual({
      entries: [],
      problems: [
        expect.objectContaining({
          severity: 'warn',
          message: expect.objectContaining({ code: 'decisions.unreadable' }),
        }),
      ],
    });
    const next = written(damaged, decided('B1'));
    expect(decisionsOf(next).entries).toEqual([decided('B1')]);
    expect(decisionsOf(next).problems).toHaveLength(1);
  });
});

describe('entries from outside', () => {
  it('are read from review.json and from a plain list', () => {
    const entries = [decided('A2')];
    const file = reviewFile({ package: 'ab12', state: 'in-review', entries });
    expect(file.round).toBe(1);
    expect(entriesOfFile(JSON.stringify(file))).toEqual(entries);
    expect(entriesOfFile(JSON.stringify(entries))).toEqual(entries);
  });

  it('drop what does not belong to them, a prototype among it', () => {
    const text = JSON.stringify([decided('A2')]).replace('{', '{"__proto__":{"polluted":1},"extra":2,');
    expect(parseEntries(JSON.parse(text))).toEqual([decided('A2')]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['no list', {}],
    ['another format', { format: 'else', version: 1, entries: [] }],
    ['a later version', { format: 'kmc-review', version: 2, entries: [] }],
    ['an unknown state', [{ ...decided('A2'), state: 'fine' }]],
    ['an unknown kind', [{ ...decided('A2'), kind: 'order' }]],
    ['no round', [{ ...decided('A2'), round: 0 }]],
    ['half a round', [{ ...decided('A2'), round: 1.5 }]],
    ['a date that is none', [{ ...decided('A2'), date: '2026-13-01' }]],
    ['a decision without its basis', [{ ...decided('A2'), basis: undefined }]],
    ['one sound and one damaged', [decided('A1'), null]],
  ])('are refused whole: %s', (_, json) => {
    expect(() => entriesOfFile(JSON.stringify(json))).toThrow('decisions.file-unreadable');
  });

  it('are put together, the later record before the earlier', () => {
    const merged = mergedEntries(
      [decided('A1'), decided('A2')],
      [decided('A2', { state: 'rejected' }), decided('A2', { round: 2 })],
    );
    expect(merged.map(({ on, round, ...rest }) => [on, round, (rest as Decision).state])).toEqual([
      ['A1', 1, 'accepted'],
      ['A2', 1, 'rejected'],
      ['A2', 2, 'accepted'],
    ]);
  });

  it('keep the order in which they were first written', () => {
    const entries = [decided('A1'), decided('A2')];
    expect(withEntry(entries, decided('A1', { text: 'x' })).map(({ on }) => on)).toEqual(['A1', 'A2']);
  });
});

describe('the state of an application', () => {
  const standing = (
    on: string,
    state: Decision['state'],
    status: Standing['status'] = 'stands',
  ): Standing<Decision> => ({
    entry: decided(on, { state }),
    on,
    status,
    changes: [],
  });
  const finding = (severity: FindingSeverity): Finding => ({
    id: 'f',
    rule: 'r',
    criterion: 'A2',
    severity,
    basis: 'assumption',
    message: { code: 'x', params: {} },
    settle: null,
    subject: { table: null, rowId: null, column: null, place: null },
    cells: [],
  });
  const all = CRITERIA.map((criterion) => standing(criterion, 'accepted'));

  it.each<[string, readonly Finding[], readonly Standing<Decision>[], boolean, string]>([
    ['nothing decided', [], [], true, 'ready'],
    ['nothing decided, warnings', [finding('warn'), finding('unknown')], [], true, 'ready'],
    ['no numbers', [], [], false, 'draft'],
    ['no numbers, all accepted', [], all, false, 'draft'],
    ['a block', [finding('block')], [], true, 'draft'],
    ['a block, all criteria accepted', [finding('block')], all, true, 'draft'],
    ['a block that is accepted, too', [finding('block')], [...all, standing('f', 'accepted')], true, 'accepted'],
    [
      'a block whose acceptance is open again',
      [finding('block')],
      [...all, standing('f', 'accepted', 'reopened')],
      true,
      'draft',
    ],
    ['all accepted', [], all, true, 'accepted'],
    ['one criterion open', [], all.slice(1), true, 'in-review'],
    ['one criterion open again', [], [...all.slice(1), standing('A1', 'accepted', 'reopened')], true, 'in-review'],
    ['a change needed', [], [...all, standing('f', 'needs-change')], true, 'needs-change'],
    ['a change needed in what is gone', [], [...all, standing('f', 'needs-change', 'gone')], true, 'accepted'],
    [
      'rejected beside a change needed',
      [],
      [standing('A1', 'rejected'), standing('f', 'needs-change')],
      true,
      'rejected',
    ],
    ['a rejection that is open again', [], [standing('A1', 'rejected', 'reopened')], true, 'in-review'],
  ])('%s', (_, findings, decisions, hasNumbers, state) => {
    expect(applicationState({ findings, decisions, hasNumbers })).toBe(state);
  });
});

describe('a basis of very many cells', () => {
  const basis = (values: Readonly<Record<number, string>> = {}): Basis => ({
    cells: Array.from({ length: 12_000 }, (_, index) => {
      const place = { table: 'KmcProduct', rowId: `P${index}`, column: 'note' };
      return {
        key: `KmcProduct|P${index}|note`,
        place,
        cell: { sheet: 'S', row: index, column: 0 },
        mark: values[index] ?? `'line ${index} of many`,
      };
    }),
    said: null,
    findings: [],
    news: [],
  });

  it('is kept row by row, and still says which rows are other ones', () => {
    const text = basisText(basis());
    expect(text.length).toBeLessThan(400_000);
    expect(basisChanges(text, basis())).toEqual([]);
    expect(basisChanges(text, basis({ 77: "'x", 5000: '' })).map(({ kind, place }) => [kind, place?.rowId])).toEqual([
      ['row', 'P77'],
      ['row', 'P5000'],
    ]);
  });

  it('is said to have changed where nothing of it can be read', () => {
    expect(basisChanges('nonsense', basis()).map(({ kind }) => kind)).toEqual(['undetailed']);
  });
});
