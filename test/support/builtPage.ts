import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const SOURCES = [
  'src',
  'assets',
  'docs/functions',
  'docs/method',
  'manifest.xml',
  'webpack.config.js',
  'package-lock.json',
];

/** The add-in as it ships. @returns its folder */
export const builtExcel = (): string => built('excel', 'taskpane.html');

/** The check of packages as it ships. @returns its one file */
export const builtVerifyPage = (): string => path.join(built('verify', 'verify.html'), 'verify.html');

/** Built anew where a source is younger than what was built. @returns the folder */
function built(name: string, page: string): string {
  const folder = path.join(ROOT, 'dist', name);
  const file = path.join(folder, page);
  if (!existsSync(file) || newest() > statSync(file).mtimeMs) build(name);
  return folder;
}

function newest(): number {
  const files = SOURCES.map((source) => path.join(ROOT, source)).flatMap((source) =>
    statSync(source).isFile() ? [source] : filesIn(source),
  );
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

function build(name: string): void {
  const webpack = path.join(ROOT, 'node_modules/webpack-cli/bin/cli.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [webpack, '--mode', 'production', '--config-name', name],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${name} could not be built.\n${stdout}${stderr}`);
}
