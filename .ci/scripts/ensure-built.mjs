// Builds the command line when its sources are newer than what was built, so that a checkout never runs stale code.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const built = path.join(root, 'dist/cli/kmc.js');

function newest(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (latest, entry) => Math.max(latest, statSync(path.join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
      0,
    );
}

function isStale() {
  if (!existsSync(built)) return true;
  const inputs = [path.join(root, 'webpack.config.js'), path.join(root, 'package.json')].map(
    (file) => statSync(file).mtimeMs,
  );
  return Math.max(newest(path.join(root, 'src')), ...inputs) > statSync(built).mtimeMs;
}

/** @returns the path of an up-to-date command line */
export function ensureBuilt() {
  if (!isStale()) return built;
  const webpack = path.join(root, 'node_modules/webpack-cli/bin/cli.js');
  const build = spawnSync(process.execPath, [webpack, '--mode', 'production', '--config-name', 'cli'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (build.status !== 0) throw new Error(`The command line could not be built.\n${build.stdout}${build.stderr}`);
  return built;
}
