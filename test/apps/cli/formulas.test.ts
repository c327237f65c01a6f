import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../../src/apps/cli/run';
import { publishedSchemas } from '../../../src/core/package/schemas';
import { withRows } from '../../adapters/xlsx/read/handMade';
import { capturedTerminal } from '../../support/terminal';

async function kmc(...args: readonly string[]) {
  const { terminal, out, err } = capturedTerminal();
  const code = await run(args, terminal);
  return { code, out: out(), err: err() };
}

let folder: string;
let workbook: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kmc-formulas-'));
  workbook = path.join(folder, 'case.xlsx');
  await kmc('new', workbook, '--example', 'photovoltaics');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('kmc formulas', () => {
  it('gives findings, formulas and notices of a workbook as JSON', async () => {
    const { code, out } = await kmc('formulas', workbook, '--json', '--lang', 'en');
    const { formulas, unique, findings, notices } = JSON.parse(out);
    expect(formulas).toBeGreaterThan(50);
    expect(unique.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(formulas);
    expect(notices.length).toBeGreaterThan(0);
    expect(findings.filter(({ check }: { check: string }) => check === 'template-formula')).toEqual([]);
    for (const finding of findings)
      expect(Object.keys(finding)).toEqual(['sheet', 'cell', 'check', 'severity', 'certain', 'message', 'formulaR1C1']);
    expect(code).toBe(findings.some(({ severity }: { severity: string }) => severity === 'error') ? 1 : 0);
  });

  it.each([
    ['en', /formulas, \d+ of them different/],
    ['ja', /計算式 \d+ 件（\d+ 種類）/],
  ])('tells it in %s', async (language, title) => {
    const { out } = await kmc('formulas', workbook, '--lang', language);
    expect(out).toMatch(title);
    expect(out).not.toMatch(/review\.|\{\{/);
  });

  it('shows what feeds the certified numbers, and each formula once', async () => {
    const { out } = await kmc('formulas', workbook, '--tree', '--unique', '--lang', 'en');
    expect(out).toMatch(/What feeds KmcReductionPerUnitRounded\n/);
    expect(out).toMatch(/What feeds KmcAvoidedRounded\n/);
    expect(out).toMatch(/KmcProduct\[.+\] {2}inputs/);
    expect(out).not.toMatch(/review\.|\{\{/);
  });

  it('gives the tree as groups by number, each with what it reads', async () => {
    const { out } = await kmc('formulas', workbook, '--json');
    const { roots, groups, untold } = JSON.parse(out).tree;
    expect(roots.map(({ name }: { name: string }) => name)).toEqual([
      'KmcReductionPerUnitRounded',
      'KmcAvoidedRounded',
    ]);
    for (const { reads } of groups) for (const read of reads) expect(groups[read]).toBeDefined();
    expect(untold).toEqual([]);
  });

  it('says which result is no cell, with the code of what cannot be treated', async () => {
    const { code, out } = await kmc('formulas', workbook, '--result', 'Nowhere!B7', '--lang', 'en');
    expect(code).toBe(2);
    expect(out).toContain('Nowhere!B7 is no cell of this workbook');
  });

  it('refuses what is no workbook', async () => {
    const { code, err } = await kmc('formulas', __filename, '--lang', 'en');
    expect(code).toBe(2);
    expect(err).toMatch(/\S/);
  });

  it('calculates a file in which formulas have no results, as scripts write it, and judges these', async () => {
    const file = path.join(folder, 'uncalculated.xlsx');
    const product = (row: number) => `<c r="C${row}"><f>A${row}*B${row}</f></c>`;
    const line = (row: number, third: string, fourth: string) =>
      `<row r="${row}"><c r="A${row}"><v>${row + 2}.5</v></c><c r="B${row}"><v>${row + 3}</v></c>${third}${fourth}</row>`;
    const twice = (row: number) => `<c r="D${row}"><f>C${row}*2</f></c>`;
    // D3 is what C3*2 gives, and C3 has no value in the file: 5.5 * 6 * 2 = 66.
    const rows = [1, 2, 3, 4].map((row) => line(row, product(row), row === 3 ? '<c r="D3"><v>66</v></c>' : twice(row)));
    writeFileSync(file, withRows(rows.join('')));
    const { out, code } = await kmc('formulas', file, '--json', '--lang', 'en');
    const { findings } = JSON.parse(out);
    expect(findings.map(({ cell, check }: { cell: string; check: string }) => `${cell} ${check}`)).toEqual([
      'C1 no-stored-value',
      'D3 typed-over-formula',
    ]);
    expect(code).toBe(0);
  }, 60_000);
});

describe('what kmc formulas --json prints', () => {
  const { default: Ajv } = createRequire(require.resolve('schema-utils/package.json'))('ajv/dist/2020') as {
    default: new (options: object) => {
      compile(schema: object): { (document: unknown): boolean; readonly errors?: readonly unknown[] | null };
    };
  };
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(publishedSchemas().get('formula-review')!);

  it.each(['broken', 'water-pump', 'self-check'])(
    'of %s is as its schema says',
    async (name) => {
      const { out } = await kmc('formulas', path.resolve(__dirname, `../../../samples/${name}.xlsx`), '--json');
      const printed = JSON.parse(out) as object;
      expect([validate(printed), validate.errors]).toEqual([true, null]);
      expect(validate({ ...printed, findings: [{ sheet: 'S' }] })).toBe(false);
    },
    60_000,
  );
});
