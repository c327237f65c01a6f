import { readXlsx } from '../../../src/adapters/xlsx/read/readXlsx';
import { writeXlsx } from '../../../src/adapters/xlsx/write/writeXlsx';
import { portfolioEntry, type PortfolioEntry } from '../../../src/core/package/portfolio/entry';
import { gatherEntries } from '../../../src/core/package/portfolio/gather';
import { readStoredEntry, storedEntry } from '../../../src/core/package/portfolio/storedEntry';
import { shareOf, tonnesOf } from '../../../src/core/package/portfolio/targets';
import { STAGES } from '../../../src/core/case/vocabulary';
import { KmcError } from '../../../src/core/message';
import { onTrust, portfolioOf } from '../../../src/core/package/portfolio/portfolio';
import { portfolioTable } from '../../../src/core/package/portfolio/tablePlan';
import { Decimal, sum } from '../../../src/core/quantity/decimal';
import { MORE_TEXTS } from '../../../src/locales/moreTexts';
import { addTexts, translator } from '../../../src/locales/translator';
import { packageTools, packSample } from '../../support/packages';

addTexts(MORE_TEXTS);

const entry = (file: string, avoided: string | null, more: Partial<PortfolioEntry> = {}): PortfolioEntry => ({
  file,
  id: file,
  problem: null,
  company: 'A',
  product: file,
  model: null,
  fiscalYear: 2025,
  draft: false,
  fullPackage: null,
  isOtherVersion: false,
  avoided: avoided === null ? null : new Decimal(avoided),
  basis: { timeSense: 'lifetime', accounting: 'flow', attribution: 'rate' },
  stages: null,
  deducted: null,
  markets: ['Osaka'],
  ...more,
});
const standings = (entries: readonly PortfolioEntry[]) =>
  portfolioOf(entries).entries.map(({ file, standing, instead }) => [file, standing, instead]);
const totals = (entries: readonly PortfolioEntry[]) =>
  portfolioOf(entries).totals.map(({ year, packages, avoided }) => [year, packages, avoided.toFixed()]);

describe('a portfolio', () => {
  it('adds by fiscal year, negative amounts with their sign', () => {
    expect(totals([entry('a', '10'), entry('b', '-4'), entry('c', '1', { fiscalYear: 2024 })])).toEqual([
      [2024, 1, '1'],
      [2025, 2, '6'],
    ]);
  });

  it('never adds amounts of two bases', () => {
    const annual = { timeSense: 'annual', accounting: 'flow', attribution: 'rate' };
    expect(totals([entry('a', '10'), entry('b', '5', { basis: annual })])).toEqual([
      [2025, 1, '5'],
      [2025, 1, '10'],
    ]);
  });

  it('counts a product once in a market and a year: the lowest amount, whatever the order', () => {
    const [one, two, three] = [
      entry('1', '10', { product: 'Lamp', markets: ['Osaka', 'Nagoya'] }),
      entry('2', '-3', { product: 'ＬＡＭＰ', markets: ['大阪', 'osaka'] }),
      entry('3', '7', { product: 'Lamp', markets: ['Sendai'] }),
    ];
    const expected = [
      ['1', 'conflict', '2'],
      ['2', 'counted', null],
      ['3', 'counted', null],
    ];
    expect(standings([one, two, three])).toEqual(expected);
    expect(standings([three, two, one])).toEqual([...expected].reverse());
    expect(totals([one, two, three])).toEqual([[2025, 2, '4']]);
  });

  it('takes a market nobody names for any', () => {
    const unknown = entry('1', '10', { product: 'Lamp', markets: null });
    expect(standings([unknown, entry('2', '20', { product: 'Lamp' })])).toEqual([
      ['1', 'counted', null],
      ['2', 'conflict', '1'],
    ]);
  });

  it('lets another year, another model and another company stand, and tells what two companies share', () => {
    const of = (file: string, more: Partial<PortfolioEntry>) => entry(file, '1', { product: 'Lamp', ...more });
    const entries = [of('1', {}), of('2', { fiscalYear: 2024 }), of('3', { model: 'X' }), of('4', { company: 'B' })];
    expect(standings(entries).every(([, standing]) => standing === 'counted')).toBe(true);
    expect(portfolioOf(entries).shared).toEqual([{ product: 'Lamp', year: 2025, by: 'companies', files: ['1', '4'] }]);
  });

  it('leaves out what is broken, a draft, without a number, or there twice, and says so', () => {
    const problem = { code: 'package.portfolio.broken', params: {} };
    const entries = [
      entry('1', '1'),
      entry('1 copy', '1', { id: '1', product: '1' }),
      entry('2', '1', { problem }),
      entry('3', null),
      entry('4', '1', { fiscalYear: null }),
      entry('5', '1', { draft: true }),
    ];
    expect(standings(entries)).toEqual([
      ['1', 'counted', null],
      ['1 copy', 'duplicate', '1'],
      ['2', 'broken', null],
      ['3', 'no-number', null],
      ['4', 'no-number', null],
      ['5', 'draft', null],
    ]);
    expect(totals(entries)).toEqual([[2025, 1, '1']]);
  });

  it('lets no damaged copy stand in for the package that it was', () => {
    const problem = { code: 'package.portfolio.broken', params: {} };
    const [sound, damaged] = [entry('sound', '5', { id: 'x' }), entry('damaged', '5', { id: 'x', problem })];
    const expected = [
      ['damaged', 'broken', null],
      ['sound', 'counted', null],
    ];
    expect(standings([damaged, sound])).toEqual(expected);
    expect(standings([sound, damaged])).toEqual([...expected].reverse());
  });

  it('counts the full version of a package and not its public one beside it', () => {
    const full = entry('full', '5', { id: 'x', product: 'Lamp' });
    const published = entry('a public one', '5', { product: 'Lamp', fullPackage: 'x', markets: null });
    const expected = [
      ['a public one', 'duplicate', 'full'],
      ['full', 'counted', null],
    ];
    expect(standings([published, full])).toEqual(expected);
    expect(standings([full, published])).toEqual([...expected].reverse());
    // Alone it is all that there is.
    expect(totals([published])).toEqual([[2025, 1, '5']]);
  });

  it('tells files of one name apart: a person drops what lies in several folders', () => {
    const of = (company: string, avoided: string) =>
      entry('lamp.kmc.zip', avoided, { id: `${company} ${avoided}`, company, product: 'Lamp' });
    expect(standings([of('A', '10'), of('A', '7'), of('B', '3')]).map(([, standing]) => standing)).toEqual([
      'conflict',
      'counted',
      'counted',
    ]);
    expect(standings([of('A', '10'), of('A', '10')]).map(([, standing]) => standing)).toEqual(['counted', 'duplicate']);
  });

  it('tells a product that one company counts in markets of different names', () => {
    const [one, other] = [
      entry('1', '1', { product: 'Lamp', markets: ['USA'] }),
      entry('2', '1', { product: 'Lamp', markets: ['United States'] }),
    ];
    expect(portfolioOf([one, other]).shared).toEqual([
      { product: 'Lamp', year: 2025, by: 'markets', files: ['1', '2'] },
    ]);
  });

  it('tells what it counts on the word of another version', () => {
    const entries = [entry('1', '1', { isOtherVersion: true }), entry('2', '1')];
    expect(onTrust(portfolioOf(entries)).map(({ file }) => file)).toEqual(['1']);
    const [claimed, checked] = [
      entry('1', '1', { isOtherVersion: true, product: 'Lamp' }),
      entry('2', '1', { product: 'Lamp' }),
    ];
    expect(standings([claimed, checked]).map(([, standing]) => standing)).toEqual(['conflict', 'counted']);
  });

  it('splits by stage so that the parts sum to the total', () => {
    const stages = { 'raw-materials': '-1', production: '2', distribution: '0', use: '9.4', 'end-of-life': '0' };
    const split = Object.fromEntries(Object.entries(stages).map(([stage, value]) => [stage, new Decimal(value)]));
    const entries = [
      entry('1', '10', { stages: split as never, deducted: new Decimal('0.3') }),
      entry('2', '5', { markets: null }),
    ];
    const { stages: parts } = portfolioOf(entries);
    expect(Object.fromEntries(parts.map(({ of, avoided }) => [of, avoided.toFixed()]))).toEqual({
      ...stages,
      deducted: '-0.3',
      unsplit: '5',
      rounding: '-0.1',
    });
    expect(sum(parts.map(({ avoided }) => avoided)).toFixed()).toBe('15');
  });
});

describe('gathering packages', () => {
  const sources = Array.from({ length: 7 }, (_, at) => ({ file: String(at) }));
  const refusal = { code: 'cli.file-missing', params: { file: '3' } };
  const read = async ({ file }: { readonly file: string }) => {
    if (file === '3') throw new KmcError(refusal);
    // Those read side by side end in another order than they began.
    for (let turn = 0; turn < 10 - Number(file); turn++) await Promise.resolve();
    return entry(file, file);
  };

  it.each([1, 3, 50])('keeps their order, %i at once, and goes on past one that cannot be read', async (atOnce) => {
    const [begun, underWay] = [[] as number[], { now: 0, most: 0 }];
    const entries = await gatherEntries(sources, {
      read: async (source) => {
        underWay.most = Math.max(underWay.most, ++underWay.now);
        return read(source).finally(() => underWay.now--);
      },
      atOnce,
      onBegin: (_, count) => begun.push(count),
    });
    expect(entries.map(({ file, problem }) => [file, problem])).toEqual(
      sources.map(({ file }) => [file, file === '3' ? refusal : null]),
    );
    expect(begun).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(underWay.most).toBe(Math.min(atOnce, sources.length));
  });

  it('ends where it is stopped, with what was read', async () => {
    let begun = 0;
    const entries = await gatherEntries(sources, {
      read,
      atOnce: 1,
      onBegin: () => begun++,
      isStopped: () => begun === 2,
    });
    expect(entries.map(({ file }) => file)).toEqual(['0', '1']);
  });

  it('lets a mistake of the program through', async () => {
    const broken = gatherEntries(sources, { read: () => Promise.reject(new TypeError('x')), atOnce: 2 });
    await expect(broken).rejects.toThrow(TypeError);
  });

  it('hands entries from one thread to another without losing a digit', () => {
    const stages = Object.fromEntries(STAGES.map((stage, at) => [stage, new Decimal(`-${at}.00000000000000000001`)]));
    const one = entry('1', '0.30000000000000000000000000000000000001', {
      stages: stages as never,
      deducted: new Decimal('1e-30'),
    });
    expect(readStoredEntry(structuredClone(storedEntry(one)))).toEqual(one);
    expect(readStoredEntry(structuredClone(storedEntry(entry('2', null))))).toEqual(entry('2', null));
  });
});

describe('a target', () => {
  it.each<[string, string | null]>([
    ['250000', '250000'],
    ['250,000', '250000'],
    ['２５０，０００．５', '250000.5'],
    [' 1.25 ', '1.25'],
    ['', null],
    ['-1', null],
    ['25,00', null],
    ['1e5', null],
    ['many', null],
    ['1 000', null],
  ])('typed as %p is %p', (text, tonnes) => {
    expect(tonnesOf(text)?.toFixed() ?? null).toBe(tonnes);
  });

  it('of nothing is never a share', () => {
    expect(shareOf(new Decimal(5), undefined)).toBeNull();
    expect(shareOf(new Decimal(5), new Decimal(0))).toBeNull();
    expect(shareOf(new Decimal(-5), new Decimal(20))!.toFixed()).toBe('-0.25');
  });
});

describe('packages in a portfolio', () => {
  it('give what they certify, by stage, and are written as a workbook', async () => {
    const names = ['photovoltaics', 'led-lighting', 'radar', 'broken'];
    const packed = await Promise.all(names.map(async (name) => [name, (await packSample(name)).bytes] as const));
    const entries = [];
    for (const [name, bytes] of packed) entries.push(await portfolioEntry(name, bytes, packageTools));
    entries.push(await portfolioEntry('=EVIL()', new Uint8Array(40), packageTools));
    const portfolio = portfolioOf(entries);
    expect(portfolio.entries.map(({ standing }) => standing)).toEqual([
      'counted',
      'counted',
      'counted',
      'no-number',
      'broken',
    ]);
    for (const { stages, deducted, avoided } of entries.slice(0, 3)) {
      const whole = sum(Object.values(stages!)).minus(deducted!);
      expect(whole.minus(avoided!).abs().toNumber()).toBeLessThan(1);
    }
    const bytes = writeXlsx(portfolioTable(portfolio, new Map([[2025, new Decimal(1000)]]), 'ja', translator('ja')));
    const { snapshot } = await readXlsx(bytes);
    expect(snapshot.sheets.map(({ name }) => name)).toEqual([
      '合計',
      '事業者別',
      '製品別',
      '段階別',
      '提出パッケージ',
      '集計の範囲',
    ]);
    const files = snapshot.sheets[4]!;
    expect([files.value(5, 0), files.formula(5, 0)]).toEqual(['=EVIL()', null]);
    const texts: unknown[] = [];
    for (const sheet of snapshot.sheets) sheet.forEachCell((_row, _column, value) => texts.push(value));
    expect(texts.filter((text) => typeof text === 'string' && /package\.|choices\.|\{\{/.test(text))).toEqual([]);
  }, 600_000);
});
