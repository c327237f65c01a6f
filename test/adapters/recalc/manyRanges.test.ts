import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');

jest.setTimeout(240_000);

it('adds up hundreds of long ranges in little memory: what was read is not kept for ever', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=220', '-r', './bench/register.cjs', 'test/support/manyRanges.ts'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  expect([status, stderr.slice(0, 500)]).toEqual([0, '']);
  // 1 + 2 + … + 800 in every one of them.
  expect(JSON.parse(stdout)).toEqual([320_400]);
});
