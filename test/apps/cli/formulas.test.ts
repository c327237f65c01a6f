import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../../src/apps/cli/run';
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
});
