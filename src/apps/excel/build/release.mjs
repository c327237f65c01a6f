// What an administrator deploys: `node src/apps/excel/build/release.mjs https://addins.example.jp/kmc [folder]`.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const { releaseFolder } = createRequire(import.meta.url)('./releaseFolder.cjs');
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const [address, folder = path.join(root, 'dist/release')] = process.argv.slice(2);

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (!address) fail('Say where the add-in will be served from, e.g. https://addins.example.jp/kmc');
if (existsSync(folder) && readdirSync(folder).length > 0)
  fail(`${folder} is not empty; name another folder or clear it.`);

// Not into dist/excel: what lies there is for this machine, and tests run it.
const built = mkdtempSync(path.join(tmpdir(), 'kmc-'));
const webpack = path.join(root, 'node_modules/webpack-cli/bin/cli.js');
const options = [
  '--mode',
  'production',
  '--config-name',
  'excel',
  '--env',
  `baseUrl=${address}`,
  '--output-path',
  built,
];
const { status } = spawnSync(process.execPath, [webpack, ...options], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (status !== 0) fail('The add-in could not be built.');

const names = readdirSync(built, { recursive: true }).filter((name) => statSync(path.join(built, name)).isFile());
const files = names.map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(built, name))]);
for (const [name, bytes] of releaseFolder(new Map(files))) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
rmSync(built, { recursive: true });
console.log(`${folder}: serve site/ at ${address}, deploy manifest.xml.`);
