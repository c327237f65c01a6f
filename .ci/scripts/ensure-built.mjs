// Builds an app when its sources are newer than what was built, so that a checkout never runs stale code.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What an app's build leaves last, and what it is made of beside the sources. */
const APPS = {
  cli: { built: 'dist/cli/kmc.js', inputs: [] },
  workbench: { built: 'dist/workbench/index.html', inputs: ['samples'] },
};

function newest(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (latest, entry) => Math.max(latest, statSync(path.join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
      0,
    );
}

function isStale(built, inputs) {
  if (!existsSync(built)) return true;
  const files = ['webpack.config.js', 'package.json'].map((file) => statSync(path.join(root, file)).mtimeMs);
  const folders = ['src', ...inputs].map((folder) => newest(path.join(root, folder)));
  return Math.max(...folders, ...files) > statSync(built).mtimeMs;
}

/** @returns the path of an up-to-date command line, or of the workbench's page */
export function ensureBuilt(app = 'cli') {
  const built = path.join(root, APPS[app].built);
  if (!isStale(built, APPS[app].inputs)) return built;
  const webpack = path.join(root, 'node_modules/webpack-cli/bin/cli.js');
  const build = spawnSync(process.execPath, [webpack, '--mode', 'production', '--config-name', app], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (build.status !== 0) throw new Error(`${app} could not be built.\n${build.stdout}${build.stderr}`);
  // A file with the same content is not written again; its date has to say that it is up to date.
  const now = new Date();
  utimesSync(built, now, now);
  return built;
}
