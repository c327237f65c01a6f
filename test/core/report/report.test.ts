import { htmlOf } from '../../../src/core/report/html/html';
import { publicReportOf } from '../../../src/core/report/publicReport';
import { reportOf } from '../../../src/core/report/reportOf';
import { usesOf } from '../../../src/core/report/uses/uses';
import { publicDocument } from '../../../src/core/package/documents/publicDocument';
import type { ReviewedWorkbook } from '../../../src/core/package/reviewed';
import { planResultWorkbook } from '../../../src/core/resultWorkbook/planResultWorkbook';
import { inputOf, planted, PLANTED, reviewedSample } from '../../support/reportInput';

const LANGUAGES = ['ja', 'en'] as const;

let reviewed: ReviewedWorkbook;
beforeAll(async () => {
  reviewed = await reviewedSample('heat-pump');
}, 60_000);

/** What a pattern finds in what the page says, so that a failure names it and not the whole page. */
const found = (html: string, pattern: RegExp): string[] =>
  [...html.replace(/<style>[^]*?<\/style>/, '').matchAll(new RegExp(pattern, `${pattern.flags}g`))].map(
    ([text]) => text,
  );

/** Every element of ours, without what its attributes hold. */
const ELEMENTS = new Set(
  'html head meta title style body header main nav section h1 h2 h3 p div b span br small sub table caption colgroup col thead tbody tr th td ul ol li a figure figcaption svg rect line polygon text tspan'.split(
    ' ',
  ),
);

/** Names of elements and attributes that a page holds, read as a browser would. */
function tagsOf(html: string): { readonly elements: Set<string>; readonly attributes: Set<string> } {
  const [elements, attributes] = [new Set<string>(), new Set<string>()];
  for (const [, name, rest] of html
    .replace('<!DOCTYPE html>', '')
    .matchAll(/<\/?([^\s>/]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/g)) {
    elements.add(name!.toLowerCase());
    for (const [, attribute] of rest!.matchAll(/([^\s=/"']+)\s*=\s*(?:"[^"]*"|'[^']*')/g))
      attributes.add(attribute!.toLowerCase());
  }
  return { elements, attributes };
}

const withPlants = () => {
  const outcome = { ...reviewed.outcome, case: planted(reviewed.outcome.case) };
  const { findings, ...rest } = reviewed.review;
  const answered = findings.map((finding) => ({ ...finding, reason: `${PLANTED}reason` }));
  return { ...reviewed, outcome, review: { ...rest, findings: answered } };
};

describe('report.html', () => {
  it.each(LANGUAGES)('has every text (%s)', (language) => {
    const html = htmlOf(reportOf(inputOf(reviewed, language)));
    expect(found(html, /\{\{|\}\}/)).toEqual([]);
    expect(found(html, /\b(report|choices|template|rules|equations|calculation|reading)\.[a-zA-Z-]+[.-]/)).toEqual([]);
    expect(found(html, /undefined|\bnull\b|NaN|\[object/)).toEqual([]);
  });

  it.each(LANGUAGES)('shows both numbers as they are published (%s)', (language) => {
    const html = htmlOf(reportOf(inputOf(reviewed, language)));
    // 27.097… kg and 26,826.4… t: expected.json of the sample, rounded as the sample asks.
    expect(html.includes('<span class="value">27.10</span>')).toBe(true);
    expect(html.includes('<span class="value">26,826</span>')).toBe(true);
  });

  it('is one page without script that loads nothing', () => {
    const html = htmlOf(reportOf(inputOf(reviewed, 'ja')));
    expect(html).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
    );
    expect(found(html, /<script|<link|<iframe|<object|\ssrc=|url\(|@import/i)).toEqual([]);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, target]) => target);
    expect(links.every((target) => target!.startsWith('#'))).toBe(true);
    const { elements } = tagsOf(html);
    expect([...elements].filter((name) => !ELEMENTS.has(name))).toEqual([]);
  });

  it.each(LANGUAGES)('keeps everything typed a text (%s)', (language) => {
    const plain = tagsOf(htmlOf(reportOf(inputOf(reviewed, language))));
    const html = htmlOf(reportOf(inputOf(withPlants(), language)));
    const { elements, attributes } = tagsOf(html);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect([...elements].filter((name) => !ELEMENTS.has(name))).toEqual([]);
    expect([...attributes].filter((name) => !plain.attributes.has(name))).toEqual([]);
    expect(html.split('</style>')).toHaveLength(2);
  });

  it('is the same text each time', () => {
    const once = htmlOf(reportOf(inputOf(reviewed, 'ja')));
    expect(htmlOf(reportOf(inputOf(reviewed, 'ja'))) === once).toBe(true);
  });

  it('marks a draft on the page and in its margin', () => {
    const html = htmlOf(reportOf({ ...inputOf(reviewed, 'ja'), draft: true }));
    expect(html.includes('<div class="stamp">下書き（事前確認用）</div>')).toBe(true);
    expect(html.includes('@top-right{content:"下書き（事前確認用）"')).toBe(true);
    expect(found(htmlOf(reportOf(inputOf(reviewed, 'ja'))), /下書き/)).toEqual([]);
  });

  it('says that a case was not reviewed, and that nothing was simulated', () => {
    const html = htmlOf(reportOf({ ...inputOf(reviewed, 'ja'), review: null, analysis: null, draft: true }));
    expect(html.includes('認証基準に沿った確認の結果がありません。')).toBe(true);
    expect(html.includes('不確実性の分析を行っていません。')).toBe(true);
  });

  it('names the criteria in the order of the city', () => {
    const html = htmlOf(reportOf(inputOf(reviewed, 'ja')));
    const places = ['A1 域外', 'A2 ライフ', 'A3 波及', 'B1 ライフ', 'B2 市内', 'B3 域外'].map((name) =>
      html.indexOf(name),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((one, other) => one - other)).toEqual(places);
  });
});

describe('the public report', () => {
  it.each(LANGUAGES)('holds nothing of what a case says beyond what may be published (%s)', (language) => {
    const { outcome } = withPlants();
    const published = publicDocument({ ...reviewed, outcome });
    const html = htmlOf(publicReportOf(published, language, false));
    const secrets = [
      'sales',
      'contribution',
      'baseline',
      'product',
      'evidence',
      'segments',
      'mix',
      'parameters',
      'exclusions',
    ];
    const told = secrets.filter((key) => new RegExp(`\\.${key}\\.(lines\\.)?\\d+\\.`).test(html));
    expect(told).toEqual([]);
    expect(html.includes('.fields.productName.text')).toBe(true);
    expect([...tagsOf(html).elements].filter((name) => !ELEMENTS.has(name))).toEqual([]);
  });

  it('has neither units sold nor rate', () => {
    const html = htmlOf(publicReportOf(publicDocument(reviewed), 'ja', false));
    expect(html.includes('27.10')).toBe(true);
    // 3 and 5 units at a rate of 0.55, of two sites with a k of 300,000 and 180,000
    expect(found(html, /0\.55|300,000|180,000|300000|180000/)).toEqual([]);
  });
});

describe('documents for the uses the city names', () => {
  it.each(LANGUAGES)('are five, none of them passed off as a form of the city (%s)', (language) => {
    const uses = usesOf(inputOf(reviewed, language));
    expect(uses.map(({ name }) => name)).toEqual([
      'pre-registration',
      'ordinance-entry',
      'brand-comparison',
      'register-line',
      'logo-checklist',
    ]);
    for (const { document } of uses) {
      const html = htmlOf(document);
      expect(html.includes(language === 'ja' ? '市の様式ではありません' : 'not a form of the City of Kawasaki')).toBe(
        true,
      );
      expect(document.sections.at(-1)!.id).toBe('basis');
      expect(found(html, /\{\{|\breport\.[a-z]+\./)).toEqual([]);
    }
  });

  it('never nets the contribution with the own emissions', () => {
    const ordinance = usesOf(inputOf(reviewed, 'ja')).find(({ name }) => name === 'ordinance-entry')!;
    const html = htmlOf(ordinance.document);
    expect(html.includes('差し引き、相殺はしません')).toBe(true);
    expect(html.includes('26,826 t-CO<sub>2</sub>e')).toBe(true);
  });

  it('states the reduction as a share of the baseline', () => {
    const brand = usesOf(inputOf(reviewed, 'en')).find(({ name }) => name === 'brand-comparison')!;
    // 27.0974… ÷ 58.9787… = 45.94 %
    expect(htmlOf(brand.document).includes('45.9 %')).toBe(true);
  });
});

describe('result.xlsx', () => {
  it.each(LANGUAGES)('holds what is typed as text, never in a formula (%s)', (language) => {
    const plan = planResultWorkbook(inputOf(withPlants(), language));
    const cells = plan.sheets.flatMap(({ cells: each }) => each);
    expect(
      cells.filter(({ value }) => typeof value === 'string' && value.includes('HYPERLINK')).length,
    ).toBeGreaterThan(50);
    expect(cells.filter(({ formula }) => formula !== null && /HYPERLINK|script/.test(formula))).toEqual([]);
  });
});

describe('the steps behind the numbers', () => {
  it('say of which segment and side they are: the same equation is worked out for each', () => {
    const { sections } = reportOf(inputOf(reviewed, 'ja'));
    const table = sections.find(({ id }) => id === 'trace')!.blocks.find((block) => block.kind === 'table')!;
    const rows = (table as { rows: readonly { cells: readonly string[] }[] }).rows.map(({ cells }) => cells);
    const ofUse = rows.filter(([, equation, subject]) => equation === '段階の行の合計' && subject!.endsWith('使用'));
    expect(ofUse.map((cells) => cells[2])).toEqual([
      'SA / 比較対象製品 / 使用',
      'SA / 応募製品等 / 使用',
      'SB / 比較対象製品 / 使用',
      'SB / 応募製品等 / 使用',
    ]);
    // Two steps that say the same of the same thing in one unit have the same value.
    const values = new Map<string, Set<string>>();
    for (const [, equation, subject, , value] of rows) {
      const key = [equation, subject, value!.split(' ')[1]].join(' ');
      values.set(key, (values.get(key) ?? new Set()).add(value!));
    }
    expect([...values].filter(([, known]) => known.size > 1)).toEqual([]);
  });
});
