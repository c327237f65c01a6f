import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { run } from '../../../src/apps/cli/run';
import { PRODUCT_VERSION } from '../../../src/core/version';
import { capturedTerminal } from '../../support/terminal';

const ROOT = path.resolve(__dirname, '../../..');
const sample = (name: string) => path.join(ROOT, 'samples', `${name}.xlsx`);

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'kmc-cli-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function kmc(args: readonly string[], input: readonly string[] = [], locale?: string) {
  const { terminal, out, err } = capturedTerminal(input, locale);
  const code = await run(args, terminal);
  return { code, out: out(), err: err() };
}

describe('kmc calculate', () => {
  it('prints the two published numbers of the photovoltaics sample and where they come from', async () => {
    const { code, out } = await kmc(['calculate', sample('photovoltaics'), '--lang', 'en']);
    expect(code).toBe(0);
    expect(out).toContain('504.5 g-CO2e/kWh');
    expect(out).toMatch(/27\.7\S* t-CO2e/);
    expect(out).toContain('baseline 0.55 − product 0.0455 = 0.5045 kg-CO2e per 1 kWh');
  });

  it('says the same in Japanese', async () => {
    const { out } = await kmc(['calculate', sample('photovoltaics'), '--lang', 'ja']);
    expect(out).toContain('機能単位当たりの削減量');
    expect(out).toContain('504.5 g-CO2e/kWh');
  });

  it('gives decimal strings and located problems as JSON', async () => {
    const { code, out } = await kmc(['calculate', sample('broken'), '--json', '--lang', 'en']);
    const result = JSON.parse(out);
    expect(code).toBe(1);
    expect(result.avoided.value).toBeNull();
    expect(result.avoided.reasons.length).toBeGreaterThan(0);
    for (const problem of result.problems) {
      expect(problem).toEqual(expect.objectContaining({ code: expect.any(String), message: expect.any(String) }));
      if (problem.severity === 'block' && problem.row !== null) expect(problem.cell).toMatch(/^[A-Z]+\d+$/);
    }
  });

  it('writes a copy in which every part but recalculated sheets is byte for byte the same', async () => {
    const [original, copy] = [path.join(folder, 'stale.xlsx'), path.join(folder, 'copy.xlsx')];
    cpSync(sample('photovoltaics'), original);
    expect((await kmc(['calculate', original, '--out', copy])).code).toBe(0);
    const [before, after] = [readFileSync(original), readFileSync(copy)].map((bytes) =>
      unzipSync(new Uint8Array(bytes)),
    );
    expect(Object.keys(after!)).toEqual(Object.keys(before!));
    const changed = Object.keys(before!).filter(
      (part) => !Buffer.from(before![part]!).equals(Buffer.from(after![part]!)),
    );
    expect(changed.filter((part) => !part.startsWith('xl/worksheets/'))).toEqual([]);
    // The sample's values are up to date, so nothing at all had to be written.
    expect(changed).toEqual([]);
  });

  it.each<[string, () => string, RegExp]>([
    ['a missing file', () => path.join(folder, 'none.xlsx'), /There is no file/],
    ['a folder', () => folder, /is a folder/],
    ['a picture renamed', () => written('picture.xlsx', Buffer.from('89504e470d0a1a0a0000', 'hex')), /\S/],
    ['half a workbook', () => written('half.xlsx', readFileSync(sample('photovoltaics')).subarray(0, 9000)), /\S/],
    ['an empty file', () => written('empty.xlsx', Buffer.alloc(0)), /\S/],
  ])('refuses %s with one sentence and exit code 2', async (_, file, sentence) => {
    const { code, out, err } = await kmc(['calculate', file(), '--lang', 'en']);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).not.toMatch(/Something in KMC failed|\bat .*\(/);
  });

  const written = (name: string, bytes: Uint8Array) => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return file;
  };
});

describe('kmc new', () => {
  it('creates a workbook that calculates to the same numbers as the sample, and never replaces one unasked', async () => {
    const file = path.join(folder, 'new.xlsx');
    expect((await kmc(['new', file, '--example', 'photovoltaics', '--lang', 'en'])).code).toBe(0);
    const { out } = await kmc(['calculate', file, '--json']);
    expect(JSON.parse(out).reductionPerUnit).toEqual(expect.objectContaining({ value: '504.5', unit: 'g-CO2e/kWh' }));
    const again = await kmc(['new', file, '--lang', 'en']);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('--force')]);
    expect((await kmc(['new', file, '--force'])).code).toBe(0);
  });

  it('creates a blank workbook that says what to fill in, cell by cell', async () => {
    const file = path.join(folder, 'blank.xlsx');
    expect((await kmc(['new', file, '--lang', 'en', '--with', 'segments,mix,exclusions'])).code).toBe(0);
    const { code, out } = await kmc(['calculate', file, '--json', '--lang', 'en']);
    const { problems, avoided } = JSON.parse(out);
    expect([code, avoided.value]).toEqual([1, null]);
    expect(
      problems.some(
        (problem: { table: string; severity: string }) => problem.table === 'KmcCase' && problem.severity === 'block',
      ),
    ).toBe(true);
  });

  it('adds every optional table, years with a fixed life, and the numbers stay the example’s', async () => {
    const file = path.join(folder, 'extended.xlsx');
    const tables = 'years=25,factor-paths,side-effects,variations,parameters';
    const { code } = await kmc(['new', file, '--example', 'photovoltaics', '--lang', 'en', '--with', tables]);
    expect(code).toBe(0);
    const { out } = await kmc(['calculate', file, '--json', '--lang', 'en']);
    const { problems, reductionPerUnit } = JSON.parse(out);
    expect(problems.filter(({ severity }: { severity: string }) => severity === 'block')).toEqual([]);
    expect(reductionPerUnit.value).toBe('504.5');
    const part = Object.entries(unzipSync(new Uint8Array(readFileSync(file))));
    const names = part.flatMap(([name, bytes]) => (name.includes('/tables/') ? [Buffer.from(bytes).toString()] : []));
    for (const name of ['KmcYears', 'KmcFactorPaths', 'KmcSideEffects', 'KmcVariations', 'KmcParameters'])
      expect(names.some((text) => text.includes(`"${name}"`))).toBe(true);
  });

  it.each([
    [['--example', 'nothing'], /Known examples:.*photovoltaics/],
    [['--with', 'nothing'], /Known tables:.*segments.*factor-paths/],
    [['--with', 'years=0'], /from 1 to 200/],
    [['--with', 'years=1.5'], /from 1 to 200/],
    [['--with', 'segments=2'], /only years/],
  ])('names what there is when asked for what there is not: %s', async (options, sentence) => {
    const { code, err } = await kmc(['new', path.join(folder, 'x.xlsx'), '--lang', 'en', ...options]);
    expect(code).toBe(2);
    expect(err).toMatch(sentence);
  });
});

describe('kmc eval', () => {
  it('evaluates its arguments', async () => {
    expect(await kmc(['eval', '=KMC.CONVERT(1,"kWh","MJ")'])).toEqual({ code: 0, out: '3.6\n', err: '' });
  });

  it('reads one formula a line and answers one line of JSON each', async () => {
    const { code, out } = await kmc(
      ['eval', '--json', '--lang', 'en'],
      ['=KMC.CONVERT(1,"kWh","MJ")', '', '=KMC.CONVERT(1,"kWh","kg")', '=KMC.MIX({10;20},{0.5;0.5})'],
    );
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(lines[0]).toEqual({ formula: '=KMC.CONVERT(1,"kWh","MJ")', value: 3.6 });
    expect(lines[1]).toEqual({
      formula: '=KMC.CONVERT(1,"kWh","kg")',
      error: '#VALUE!',
      message: expect.stringMatching(/kWh.*kg/s),
    });
    expect(lines[2].value).toBe(15);
  });

  it('ends with 2 when a formula on the command line fails', async () => {
    const { code, out } = await kmc(['eval', '--lang', 'en', '=KMC.CONVERT(1,"kWx","MJ")']);
    expect(code).toBe(2);
    expect(out).toMatch(/^#VALUE! .*kWx/);
  });
});

describe('kmc factors and examples', () => {
  it('finds the same factors in either language', async () => {
    const ids = async (text: string) =>
      JSON.parse((await kmc(['factors', text, '--region', 'JP', '--json', '--limit', '500'])).out)
        .matches.map(({ id }: { id: string }) => id)
        .sort();
    const japanese = await ids('都市ガス');
    expect(japanese.length).toBeGreaterThan(0);
    expect(await ids('city gas')).toEqual(japanese);
  });

  it('says how many there are, and when there are none', async () => {
    expect((await kmc(['factors', 'electricity', '--limit', '2', '--lang', 'en'])).out).toMatch(/2 of \d+ shown\./);
    expect((await kmc(['factors', 'zzzz', '--lang', 'en'])).out).toContain('No factor matches zzzz.');
    expect((await kmc(['factors', 'gas', '--year', 'soon', '--lang', 'en'])).code).toBe(2);
  });

  it('lists every example with what it is', async () => {
    const { out } = await kmc(['examples', '--json', '--lang', 'ja']);
    expect(JSON.parse(out)).toHaveLength(11);
  });
});

describe('help and usage', () => {
  it.each(['new', 'examples', 'calculate', 'eval', 'factors'])(
    'kmc %s --help explains itself in both languages',
    async (command) => {
      const english = await kmc([command, '--help', '--lang', 'en']);
      const japanese = await kmc([command, '--help', '--lang', 'ja']);
      expect([english.code, japanese.code]).toEqual([0, 0]);
      expect(english.out).toMatch(/Usage:/);
      expect(japanese.out).toMatch(/使い方:/);
      expect(japanese.out).not.toMatch(/Usage:|Options:|Arguments:|display help/);
    },
  );

  it.each([[['nothing']], [['calculate']], [['calculate', 'a', '--nothing']], [['eval', '--lang', 'fr', '=1']]])(
    'refuses %j in one sentence',
    async (args) => {
      const { code, out, err } = await kmc(args);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(err).toMatch(/See kmc --help\.\n$/);
    },
  );

  it('speaks the system’s language by default', async () => {
    expect((await kmc(['calculate'], [], 'ja_JP.UTF-8')).err).toContain('引数');
  });
});

describe('the built command line', () => {
  it('runs in plain Node', () => {
    const result = spawnSync(
      process.execPath,
      [path.join(ROOT, '.ci/scripts/kmc.mjs'), 'calculate', sample('photovoltaics'), '--json'],
      { encoding: 'utf8' },
    );
    expect(result.stderr).toBe('');
    expect(JSON.parse(result.stdout)).toEqual(
      expect.objectContaining({ product: PRODUCT_VERSION, contributionRate: '1' }),
    );
  }, 240_000);
});
