// `npm run bench [name …]`: each measurement in a process of its own, so that one does not warm up or fill another.
const { spawnSync } = require('node:child_process');
const path = require('node:path');

const ALL = ['snapshot', 'emission', 'lines', 'calculate', 'uncertainty', 'review', 'package', 'hostile', 'workbench'];
const names = process.argv.slice(2);

for (const name of names.length > 0 ? names : ALL) {
  console.log(`\n## ${name}`);
  const script = path.join(__dirname, `${name}.ts`);
  const run = spawnSync(process.execPath, ['--expose-gc', '-r', path.join(__dirname, 'register.cjs'), script], {
    stdio: 'inherit',
  });
  if (run.status !== 0) process.exitCode = 1;
}
