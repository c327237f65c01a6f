// Builds an app when its sources are newer than what was built, so that a checkout never runs stale code.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What an app's build leaves last, and what it is made of beside the sources. */
const APPS = {
  cli: { built: 'dist/cli/kmc.js', inputs: [] },
  workbench: { built: 'dist/workbench/index.html', inputs: ['samples'] },
  excel: { built: 'dist/excel/taskpane.html', inputs: ['assets', 'docs/functions', 'docs/method', 'manifest.xml'] },
  verify: { built: 'dist/verify/verify.html', inputs: [] },
};

function newest(folder) {
  if (statSync(folder).isFile()) return statSync(folder).mtimeMs;
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

function build(app) {
  const webpack = path.join(root, 'node_modules/webpack-cli/bin/cli.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [webpack, '--mode', 'production', '--config-name', app],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${app} could not be built.\n${stdout}${stderr}`);
}

const isRunning = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Test files run side by side: the second one to need an app waits for the first one's build. */
function alone(app, work) {
  const lock = path.join(root, 'dist', `.building-${app}`);
  mkdirSync(path.dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
      if (holder > 0 && !isRunning(holder)) rmSync(lock, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @returns the path of what an up-to-date app is entered by: its script or its page */
export function ensureBuilt(app = 'cli') {
  const { built: file, inputs } = APPS[app];
  const built = path.join(root, file);
  if (!isStale(built, inputs)) return built;
  alone(app, () => {
    if (!isStale(built, inputs)) return;
    build(app);
    // A file with the same content is not written again; its date has to say that it is up to date.
    const now = new Date();
    utimesSync(built, now, now);
  });
  return built;
}
