import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HOSTILE_FORMULAS, HOSTILE_PACKAGES } from '../test/support/hostilePackages';
import { packSample } from '../test/support/packages';
import { ms, row } from './measure';

const ROOT = path.join(__dirname, '..');
const MOST_MEGABYTES = 300;
const MOST_MS = 1000;

interface Resources {
  readonly megabytes: number;
  readonly ms: number;
}

/** The command line as it ships, in a process of its own. */
function kmc(...args: readonly string[]): Resources & { readonly status: number | null } {
  const program = path.join(ROOT, 'dist/cli/kmc.js');
  const { stderr, status } = spawnSync(
    process.execPath,
    ['-r', path.join(__dirname, 'resources.cjs'), program, ...args],
    {
      encoding: 'utf8',
    },
  );
  return { ...(JSON.parse(stderr.trim().split('\n').pop()!) as Resources), status };
}

/** Peak memory and processor time of `kmc verify`, beyond what it takes to start; a sound package first. A package whose workbook is opened is held against that one. */
async function main() {
  spawnSync(process.execPath, [path.join(ROOT, '.ci/scripts/kmc.mjs'), '--version']);
  const folder = mkdtempSync(path.join(tmpdir(), 'kmc-hostile-'));
  const file = path.join(folder, 'x.zip');
  const start = kmc('--version').ms;
  let sound = 0;
  const measured = (does: string, bytes: Uint8Array, codes: readonly number[], isOpened = false) => {
    writeFileSync(file, bytes);
    const { megabytes, ms: took, status } = kmc('verify', file);
    sound ||= took - start;
    const isBeyond = megabytes > MOST_MEGABYTES || took - start - (isOpened ? sound : 0) > MOST_MS;
    row(
      does,
      (bytes.length / 1e6).toFixed(1),
      ms(megabytes),
      ms(took - start),
      status ?? '–',
      isBeyond ? 'BEYOND' : '',
    );
    if (isBeyond || !codes.includes(status!)) process.exitCode = 1;
  };
  row('a package that', 'MB', 'peak MB', 'ms', 'exit code', '');
  row('---', '---', '---', '---', '---', '---');
  measured('is sound', (await packSample('photovoltaics')).bytes, [0], true);
  for (const { does, make } of HOSTILE_PACKAGES) {
    measured(
      does,
      await make(),
      [1, 2],
      HOSTILE_FORMULAS.some((one) => one.does === does),
    );
  }
  rmSync(folder, { recursive: true });
}

void main();
