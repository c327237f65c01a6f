import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../../src/apps/cli/run';
import { CHECKS } from '../../../src/core/package/verify/codes';
import { capturedTerminal } from '../../support/terminal';

const ROOT = path.resolve(__dirname, '../../..');
const sample = (name: string) => path.join(ROOT, 'samples', `${name}.xlsx`);
const EVIDENCE = path.join(ROOT, 'samples/evidence');

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'kmc-packages-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function kmc(...args: readonly string[]) {
  const { terminal, out, err } = capturedTerminal();
  const code = await run(args, terminal);
  return { code, out: out(), err: err() };
}

type Packed = Awaited<ReturnType<typeof kmc>> & { readonly file: string };
const known = new Map<string, Promise<Packed>>();

/** Packed once for all tests. */
function packed(name: string, ...more: readonly string[]): Promise<Packed> {
  const key = `${name}${more.join('')}`;
  const file = path.join(folder, `${key}.kmc.zip`);
  const make = async () => ({
    file,
    ...(await kmc('pack', sample(name), '--evidence', EVIDENCE, '--out', file, '--lang', 'en', ...more)),
  });
  const result = known.get(key) ?? make();
  known.set(key, result);
  return result;
}

/** As a process of its own. */
const PROGRAM = ['-r', path.join(ROOT, 'bench/register.cjs'), path.join(ROOT, 'src/apps/cli/main.ts')];

const untold = /package\.\w|choices\.|\{\{/;

describe('kmc pack and kmc verify', () => {
  it('pack a sample with its reports and find nothing wrong with it, in both languages', async () => {
    const { file, code, out } = await packed('photovoltaics');
    expect([code, out]).toEqual([0, expect.stringContaining('504.5 g-CO2e/kWh')]);
    for (const language of ['en', 'ja']) {
      const verified = await kmc('verify', file, '--lang', language);
      expect(verified.code).toBe(0);
      expect(verified.out).not.toMatch(untold);
    }
    const { state, id, checks } = JSON.parse((await kmc('verify', file, '--json')).out);
    expect([state, out]).toEqual(['passed', expect.stringContaining(id)]);
    expect(checks.map(({ state: one }: { state: string }) => one)).toEqual(CHECKS.map(() => 'passed'));
  }, 600_000);

  it('tells a changed report, a changed package and what is none, by exit code', async () => {
    const { file } = await packed('photovoltaics', '--public');
    const bytes = readFileSync(file);
    const flipped = path.join(folder, 'flipped.zip');
    writeFileSync(
      flipped,
      bytes.map((byte, at) => (at === 3000 ? byte ^ 1 : byte)),
    );
    const failed = await kmc('verify', flipped, '--lang', 'ja');
    expect([failed.code, failed.out]).toEqual([1, expect.stringContaining('hash-differs')]);
    expect(failed.out).not.toMatch(untold);
    const unusable = await kmc('verify', sample('photovoltaics').replace('.xlsx', '.md'), '--lang', 'en');
    expect(unusable.code).toBe(2);
    writeFileSync(flipped, 'not a package');
    expect((await kmc('verify', flipped, '--json')).code).toBe(2);
  }, 600_000);

  it('stamps a draft and packs it all the same', async () => {
    const { code, out } = await packed('broken');
    expect([code, out]).toEqual([0, expect.stringContaining('下書き（事前確認用）')]);
  }, 600_000);

  it.each([
    ['full', []],
    ['public', ['--public']],
  ] as const)(
    'gives the same bytes on a machine of another language, time zone, place and file time: the %s version',
    async (_, version) => {
      const { file } = await packed('photovoltaics', ...version);
      const elsewhere = mkdtempSync(path.join(folder, 'ほかの場所'));
      cpSync(sample('photovoltaics'), path.join(elsewhere, 'book.xlsx'));
      cpSync(EVIDENCE, path.join(elsewhere, 'evidence'), { recursive: true });
      utimesSync(path.join(elsewhere, 'book.xlsx'), 1, 1);
      const args = ['pack', 'book.xlsx', '--evidence', 'evidence', ...version, '--out', 'other.zip'];
      const env = { ...process.env, TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' };
      const child = spawnSync(process.execPath, [...PROGRAM, ...args], { cwd: elsewhere, env, encoding: 'utf8' });
      expect([child.status, child.stderr]).toEqual([0, '']);
      expect(readFileSync(path.join(elsewhere, 'other.zip')).equals(readFileSync(file))).toBe(true);
    },
    600_000,
  );
});

describe('kmc diff and kmc portfolio', () => {
  it('tell what differs between two packages, and that nothing does', async () => {
    const [one, other] = [await packed('photovoltaics'), await packed('slag-cement')];
    expect((await kmc('diff', one.file, one.file, '--lang', 'en')).out).toBe('Nothing differs.\n');
    for (const language of ['en', 'ja']) {
      const { code, out } = await kmc('diff', one.file, other.file, '--lang', language);
      expect([code, out]).toEqual([0, expect.stringContaining('504.5 →')]);
      expect(out).not.toMatch(untold);
    }
    const changes = JSON.parse((await kmc('diff', one.file, other.file, '--json')).out);
    expect(changes.factors).toContainEqual(expect.objectContaining({ kind: 'removed', id: 'grid.2012' }));
  }, 600_000);

  it('say the same of many packages read side by side as of each read after the other', async () => {
    const [one, other] = [await packed('photovoltaics'), await packed('slag-cement')];
    const many = mkdtempSync(path.join(folder, 'many'));
    const files = Array.from({ length: 24 }, (_, at) => path.join(many, `${at}.zip`));
    for (const [at, file] of files.entries()) cpSync(at % 2 === 0 ? one.file : other.file, file);
    writeFileSync(files[5]!, 'no package');
    const args = ['portfolio', ...files, path.join(many, 'missing.zip'), '--lang', 'en'];
    const child = spawnSync(process.execPath, [...PROGRAM, ...args], { encoding: 'utf8' });
    const { code, out } = await kmc(...args);
    expect([child.stderr, child.status, child.stdout]).toEqual(['', code, out]);
    expect(out).toContain('counted: 2');
    expect(out).toContain('missing.zip');
  }, 600_000);

  it('add packages up against a target, and go on past a broken one', async () => {
    const [one, other] = [await packed('photovoltaics'), await packed('slag-cement')];
    const broken = path.join(folder, 'broken.zip');
    writeFileSync(broken, readFileSync(one.file).subarray(0, 5000));
    const table = path.join(folder, 'table.xlsx');
    for (const language of ['en', 'ja']) {
      const { code, out } = await kmc(
        'portfolio',
        one.file,
        broken,
        other.file,
        one.file,
        '--target',
        '2025=100',
        '--out',
        table,
        '--lang',
        language,
      );
      expect(code).toBe(1);
      expect(out).not.toMatch(untold);
      expect(out).toContain('27.7475');
      expect(readFileSync(table).length).toBeGreaterThan(5000);
    }
    const refused = await kmc('portfolio', one.file, '--target', 'soon', '--lang', 'en');
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('soon')]);
  }, 600_000);
});
