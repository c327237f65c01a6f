import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');
const BUILT = path.join(ROOT, 'dist/excel');
const SOURCES = [
  'src',
  'assets',
  'docs/functions',
  'docs/method',
  'manifest.xml',
  'webpack.config.js',
  'package-lock.json',
];

/** The add-in as it ships: built anew where a source is younger than what was built. @returns its folder */
export function builtExcel(): string {
  const built = path.join(BUILT, 'taskpane.html');
  if (!existsSync(built) || newest() > statSync(built).mtimeMs) build();
  return BUILT;
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

function build(): void {
  const webpack = path.join(ROOT, 'node_modules/webpack-cli/bin/cli.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [webpack, '--mode', 'production', '--config-name', 'excel'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The add-in could not be built.\n${stdout}${stderr}`);
}
