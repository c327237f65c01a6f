import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readXlsx } from '../src/adapters/xlsx/read/readXlsx';
import { writeXlsx } from '../src/adapters/xlsx/write/writeXlsx';
import { planWorkbook } from '../src/core/template/planWorkbook';
import { caseOfLines } from './lineCase';
import { ms, row } from './measure';

/** `kmc calculate` as a whole process on workbooks whose every line is made of formulas. */
const KMC = path.resolve(__dirname, '../dist/cli/kmc.js');

function peakMegabytes(args: string[]): { time: number; megabytes: number } {
  const probe = `process.on('exit',()=>require('node:fs').writeSync(2,'\\npeak '+process.resourceUsage().maxRSS/1024))`;
  const preload = `data:text/javascript,${encodeURIComponent(`import{createRequire}from'node:module';const require=createRequire('/');${probe}`)}`;
  const start = performance.now();
  const run = spawnSync(process.execPath, ['--import', preload, KMC, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const time = performance.now() - start;
  if (run.status !== 0) throw new Error(run.stderr);
  return { time, megabytes: Number(/peak ([\d.]+)/.exec(run.stderr)?.[1]) };
}

async function main() {
  const folder = mkdtempSync(path.join(tmpdir(), 'kmc-bench-'));
  row('lines', 'formulas', 'ms', 'peak MB');
  row('---', '---', '---', '---');
  for (const lines of [200, 2_000, 20_000]) {
    const bytes = writeXlsx(planWorkbook({ language: 'en', content: caseOfLines(lines, false) }));
    const file = path.join(folder, `${lines}.xlsx`);
    writeFileSync(file, bytes);
    let formulas = 0;
    for (const sheet of (await readXlsx(bytes)).snapshot.sheets)
      sheet.forEachCell((_r, _c, _v, formula) => (formulas += formula ? 1 : 0));
    const { time, megabytes } = peakMegabytes(['calculate', file, '--json', '--lang', 'en']);
    row(lines, formulas, ms(time), megabytes.toFixed(0));
  }
  rmSync(folder, { recursive: true, force: true });
}

void main();
