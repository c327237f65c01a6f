import { canonicalJson, type Json } from '../../../src/core/package/json';
import { bindingOf } from '../../../src/core/package/rounds/binding';
import { readReviewFile, REVIEW_LIMITS } from '../../../src/core/package/rounds/readReviewFile';
import { reviewFileShape } from '../../../src/core/package/documents/reviewFileShape';
import { evaluate } from '../../../src/core/pipeline';
import { decide } from '../../../src/core/review/decisions/decide';
import { opinionNotices, opinionOf, type OpinionInput } from '../../../src/core/review/decisions/opinion';
import { mergedEntries, type ReviewFile } from '../../../src/core/review/decisions/reviewFile';
import { decisionsOf } from '../../../src/core/review/decisions/store';
import { remarksOf } from '../../../src/core/review/rounds/letter';
import { letterPlan } from '../../../src/core/review/rounds/letterPlan';
import { readLetter, repliesOf } from '../../../src/core/review/rounds/readLetter';
import { answeredRemarks } from '../../../src/core/review/rounds/remarks';
import { applyEdits } from '../../../src/adapters/xlsx/write/applyEdits';
import { writeXlsx } from '../../../src/adapters/xlsx/write/writeXlsx';
import type { CellValue } from '../../../src/core/workbook/cell';
import { withEdits } from '../../../src/core/workbook/withEdits';
import { letterHeaders } from '../../../src/locales/letterHeaders';
import { MORE_TEXTS } from '../../../src/locales/moreTexts';
import { leastRatio } from '../../support/cost';
import { addTexts, translator } from '../../../src/locales/translator';
import { decided, reviewedWorkbook, sampleBytes, snapshotOf, WITHOUT_FORMULAS } from '../../support/reviewedSample';

addTexts(MORE_TEXTS);

const ID = 'a'.repeat(64);
const entry = (more: object = {}) => ({
  kind: 'decision',
  on: 'B3',
  by: '審査者',
  date: '2026-05-01',
  round: 1,
  state: 'needs-change',
  text: '台帳を示してください。',
  basis: '{"d":"0"}',
  ...more,
});
const plain = (more: object = {}): Json =>
  ({
    format: 'kmc-review',
    version: 1,
    package: ID,
    round: 1,
    state: 'needs-change',
    entries: [entry()],
    ...more,
  }) as unknown as Json;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const codeOf = (text: string): string => {
  const reading = readReviewFile(bytesOf(text));
  return reading.ok ? 'read' : reading.message.code;
};

describe('review.json', () => {
  it('is read as it was written, and when a person has set it in lines', () => {
    for (const text of [canonicalJson(plain()), JSON.stringify(plain(), null, 2)]) {
      const reading = readReviewFile(bytesOf(text));
      expect(reading).toEqual({ ok: true, value: plain() });
    }
    const full = plain({
      application: { applicant: 'X', productName: 'Y', productModel: null, fiscalYear: 2025 },
      opinion: {
        ...{
          level: 'limited',
          opinion: 'adverse',
          materiality: '5',
          scope: 's',
          text: 't',
          by: 'b',
          date: '2026-05-01',
        },
        sampled: [{ table: 'KmcSales', rowId: 'S1' }],
      },
    });
    const reading = readReviewFile(bytesOf(canonicalJson(full)));
    expect(reading.ok && reviewFileShape.encode(reading.value)).toEqual(full);
  });

  it.each<[string, string, string]>([
    ['nothing', '', 'not-json'],
    ['a letter', 'Dear Sir or Madam', 'not-json'],
    ['a list', '[]', 'not-a-review'],
    ['null', 'null', 'not-a-review'],
    ['something else of KMC', canonicalJson(plain({ format: 'kmc-package' })), 'not-a-review'],
    ['a version that is not known', canonicalJson(plain({ version: 2 })), 'not-a-review'],
    ['a member nobody knows', canonicalJson(plain({ more: 1 })), 'not-a-review'],
    ['a package that is no hash', canonicalJson(plain({ package: '../../etc' })), 'not-a-review'],
    ['an entry of no kind', canonicalJson(plain({ entries: [entry({ kind: 'order' })] })), 'not-a-review'],
    ['a state nobody knows', canonicalJson(plain({ entries: [entry({ state: 'approved' })] })), 'not-a-review'],
    ['a day that is none', canonicalJson(plain({ entries: [entry({ date: '2026-13-40' })] })), 'entry'],
    ['a round without end', canonicalJson(plain({ entries: [entry({ round: 1e15 })] })), 'entry'],
    ['a round before the first', canonicalJson(plain({ entries: [entry({ round: 0 })] })), 'entry'],
    ['nothing decided on', canonicalJson(plain({ entries: [entry({ on: '' })] })), 'entry'],
    ['an opinion with a word nobody knows', canonicalJson(plain({ opinion: { level: 'sure' } })), 'not-a-review'],
    ['a prototype', '{"__proto__":{"entries":[]},"format":"kmc-review"}', 'not-json'],
    ['a prototype deep inside', canonicalJson(plain()).replace('"kind":', '"__proto__":{"x":1},"kind":'), 'not-json'],
    ['a constructor', canonicalJson(plain({ constructor: { prototype: {} } })), 'not-a-review'],
    ['lists in lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'not-json'],
    ['objects in objects', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, 'not-json'],
    ['too many entries', canonicalJson(plain({ entries: Array.from({ length: 20_001 }, () => entry()) })), 'too-many'],
  ])('is refused as a whole where it is %s', (_, text, code) => {
    expect(codeOf(text)).toBe(`decisions.file-refused.${code}`);
    const reading = readReviewFile(bytesOf(text));
    for (const language of ['en', 'ja'] as const)
      expect(!reading.ok && translator(language)(reading.message)).toMatch(/^(?!decisions\.)(?!.*\{\{).{5,400}$/s);
    expect(({} as Record<string, unknown>)['entries']).toBeUndefined();
  });

  it('is refused by its size before it is read', () => {
    const unread = new Proxy(new Uint8Array(0), {
      get: (_, key) => {
        if (key === 'length' || key === 'byteLength') return REVIEW_LIMITS.bytes + 1;
        throw new Error(`${String(key)} was asked for`);
      },
    });
    const reading = readReviewFile(unread);
    expect(reading).toMatchObject({ ok: false, message: { code: 'decisions.file-refused.too-large' } });
  });

  it('puts twenty thousand entries together at the cost of ten times two thousand', async () => {
    const entries = Array.from({ length: 20_000 }, (_, index) => entry({ on: `rule|t|${index}||` })) as never[];
    const merged = (times: number, count: number) => () => {
      const some = entries.slice(0, count);
      for (let run = 0; run < times; run++) expect(mergedEntries(some, some)).toHaveLength(count);
    };
    merged(10, 2_000)();
    // Comparing each with each would take ten times as long.
    expect((await leastRatio(merged(1, 20_000), merged(10, 2_000), 6)).ratio).toBeLessThan(6);
  });
});

describe('texts that a spreadsheet or a page could take for more', () => {
  const HOSTILE = [
    '=HYPERLINK("http://x.test")',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '<script>alert(1)</script>',
    '"; DROP',
  ];

  it('are kept as they are in the record of a workbook, and as texts in the letter', async () => {
    const before = await snapshotOf(sampleBytes('radar'));
    const { bases } = reviewedWorkbook(before, WITHOUT_FORMULAS);
    const entries = HOSTILE.map((text, index) => ({
      ...entry({ text, by: text, round: index + 1 }),
      basis: JSON.stringify({ d: bases.of('B3') ? '0' : '1' }),
    })) as never[];
    const bytes = applyEdits(sampleBytes('radar'), decide(before, ...entries));
    const after = await snapshotOf(bytes);
    expect(decisionsOf(after).entries.map((one) => [one.by, one.text])).toEqual(HOSTILE.map((text) => [text, text]));
    const { review } = reviewedWorkbook(after, WITHOUT_FORMULAS);
    const remarks = remarksOf(review, decisionsOf(after).entries);
    const letter = await snapshotOf(
      writeXlsx(letterPlan({ remarks, about: HOSTILE[0]!, package: ID }, 'ja', translator('ja'))),
    );
    letter.sheets[0]!.forEachCell((_row, _column, _value, formula) => expect(formula).toBeNull());
  });
});

describe('whose review it is', () => {
  const application = { applicant: 'A社', productName: 'P', productModel: '1', fiscalYear: 2025 };
  const file = { package: ID, application };

  it.each<[string, Partial<Pick<ReviewFile, 'package' | 'application'>>, string | null, object, string]>([
    ['the same package', {}, ID, {}, 'same'],
    ['the same package, the product renamed since', {}, ID, { productName: 'Q' }, 'same'],
    ['another package', {}, 'b'.repeat(64), {}, 'refused'],
    ['the same product, its package not at hand', {}, null, {}, 'changed'],
    ['the same product, its applicant written otherwise', {}, null, { applicant: 'A Co.' }, 'changed'],
    ['another product', {}, null, { productName: 'Q' }, 'refused'],
    ['another model', {}, null, { productModel: '2' }, 'refused'],
    ['another year', {}, null, { fiscalYear: 2026 }, 'refused'],
    ['no package, the same product', { package: null }, ID, {}, 'changed'],
  ])('%s', (_, given, id, now, state) => {
    const binding = bindingOf({ ...file, ...given }, { package: id, application: { ...application, ...now } });
    expect(binding.state).toBe(state);
    for (const language of ['en', 'ja'] as const)
      expect(translator(language)(binding.message)).toMatch(/^(?!decisions\.)(?!.*\{\{)/);
  });

  it('is not said by a file of before', () => {
    expect(bindingOf({ package: ID }, { package: null, application }).state).toBe('unknown');
  });
});

describe('a filled letter', () => {
  const asked = [
    entry(),
    entry({ on: 'A3', state: 'open' }),
    entry({ on: 'A2', state: 'accepted', text: '' }),
  ] as never[];
  const filled = async (cells: readonly (readonly [number, string, CellValue])[], language: 'en' | 'ja' = 'ja') => {
    const snapshot = await snapshotOf(sampleBytes('radar'));
    const after = withEdits(snapshot, decide(snapshot, ...asked));
    const { review } = reviewedWorkbook(after, WITHOUT_FORMULAS);
    const say = translator(language);
    const remarks = remarksOf(review, decisionsOf(after).entries);
    const bytes = writeXlsx(letterPlan({ remarks, about: '', package: ID }, language, say));
    const { sheets } = await snapshotOf(bytes);
    const header: string[] = [];
    sheets[0]!.forEachCell((row, column, value) => {
      if (row === 3) header[column] = String(value);
    });
    const edits = cells.map(([row, key, value]) => ({
      kind: 'set-value' as const,
      cell: { sheet: sheets[0]!.name, row: 4 + row, column: header.indexOf(say(`decisions.letter.${key}`)) },
      value,
    }));
    return readLetter(await snapshotOf(applyEdits(bytes, edits)), letterHeaders());
  };
  const pen = { by: '応募者', today: '2026-07-01' };

  it.each(['en', 'ja'] as const)('gives each answer to its remark, with its day (%s)', async (language) => {
    const letter = await filled(
      [
        [0, 'reply', '=台帳を加えました'],
        // 46,174 days after 30 December 1899: 1 June 2026.
        [0, 'replyDate', 46_174],
        [1, 'reply', '特許を追記しました。'],
        [1, 'replyDate', '2026/6/2'],
      ],
      language,
    );
    expect(letter.ok && letter.value.package).toBe(ID);
    expect(letter.ok && repliesOf(letter.value, answeredRemarks(asked), pen)).toEqual({
      unknown: [],
      replies: [
        { kind: 'reply', on: 'B3', round: 1, by: '応募者', date: '2026-06-01', text: '=台帳を加えました' },
        { kind: 'reply', on: 'A3', round: 1, by: '応募者', date: '2026-06-02', text: '特許を追記しました。' },
      ],
    });
  });

  it.each([
    ['令和8年6月2日', '2026-06-02'],
    ['Ｒ８.６.２', '2026-06-02'],
    ['令和元年 12月 1日', '2019-12-01'],
    ['2026年6月2日', '2026-06-02'],
  ])('reads a day as people write it: %s', async (written, date) => {
    const letter = await filled([
      [0, 'reply', '済'],
      [0, 'replyDate', written],
    ]);
    expect(letter.ok && letter.value.answers).toMatchObject([{ text: '済', date }]);
  });

  it('takes the day of reading where none is written, and leaves out what is no remark of the record', async () => {
    const letter = await filled([
      [0, 'reply', '済'],
      [0, 'replyDate', 'きのう'],
      [1, 'reply', '済'],
      [1, 'id', '1:000000000000'],
    ]);
    expect(letter.ok && repliesOf(letter.value, answeredRemarks(asked), pen)).toEqual({
      unknown: ['1:000000000000'],
      replies: [{ kind: 'reply', on: 'B3', round: 1, by: '応募者', date: '2026-07-01', text: '済' }],
    });
  });

  it('gives nothing where nothing was filled in, and is not taken for one where it is another workbook', async () => {
    const letter = await filled([]);
    expect(letter.ok && letter.value.answers).toEqual([]);
    expect(readLetter(await snapshotOf(sampleBytes('radar')), letterHeaders())).toMatchObject({
      ok: false,
      message: { code: 'decisions.letter.unreadable' },
    });
  });
});

describe('a verification opinion', () => {
  const input: OpinionInput = {
    ...{ level: 'limited', opinion: 'unmodified', materiality: '5', scope: '二つの数値', text: '' },
    ...{ sampled: ['P1', 'KmcSales:S1'], by: '検証者', date: '2026-05-01' },
  };
  const read = async () => evaluate(await snapshotOf(sampleBytes('radar'))).case;

  it('stands with what was looked into by table and row', async () => {
    expect(opinionOf({ ...input, materiality: ' ' }, await read())).toMatchObject({
      message: { params: { found: { code: 'decisions.opinion.blank' } } },
    });
    const given = opinionOf({ ...input, materiality: '５ %' }, await read());
    expect(given).toEqual({
      ok: true,
      value: {
        ...input,
        sampled: [
          { table: 'KmcProduct', rowId: 'P1' },
          { table: 'KmcSales', rowId: 'S1' },
        ],
      },
    });
  });

  it.each<[string, Partial<OpinionInput>, string]>([
    ['nobody’s name', { by: ' ' }, 'needs-name'],
    ['no scope', { scope: '' }, 'needs-scope'],
    ['no materiality', { materiality: '' }, 'materiality'],
    ['a materiality of nothing', { materiality: '0' }, 'materiality'],
    ['a materiality of all', { materiality: '100' }, 'materiality'],
    ['a materiality in words', { materiality: '約5' }, 'materiality'],
    ['nothing sampled', { sampled: ['', ' '] }, 'nothing-sampled'],
    ['a row that is not there', { sampled: ['P1', 'P99'] }, 'no-such-row'],
    ['remarks without grounds', { opinion: 'with-remarks' }, 'needs-grounds'],
    ['an adverse one without grounds', { opinion: 'adverse' }, 'needs-grounds'],
    ['none, without a reason', { opinion: 'disclaimer' }, 'needs-grounds'],
  ])('cannot stand with %s', async (_, change, code) => {
    const given = opinionOf({ ...input, ...change }, await read());
    expect(given).toMatchObject({ ok: false, message: { code: `decisions.opinion.${code}` } });
    for (const language of ['en', 'ja'] as const)
      expect(!given.ok && translator(language)(given.message)).toMatch(/^(?!decisions\.)(?!.*\{\{)/);
  });

  it('is said to stand against its own review where corrections are asked for or something blocks', async () => {
    const radar = reviewedWorkbook(await snapshotOf(sampleBytes('radar')), WITHOUT_FORMULAS);
    const broken = reviewedWorkbook(await snapshotOf(sampleBytes('broken')), WITHOUT_FORMULAS);
    const opinion = { ...input, sampled: [] };
    const codes = (workbook: typeof radar, given = opinion) =>
      opinionNotices(given, workbook.review).map(({ code }) => code);
    expect(codes(radar)).toEqual([]);
    expect(codes(broken)).toEqual(['decisions.opinion.despite-blocks']);
    expect(codes(broken, { ...opinion, opinion: 'adverse' })).toEqual([]);
    const asked = decided(radar, { on: 'B3', state: 'needs-change', text: '台帳を示してください。' });
    expect(codes(asked)).toEqual(['decisions.opinion.despite-remarks']);
  });
});
