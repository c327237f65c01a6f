import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import webpack from 'webpack';

/** Debian's shell (libjavascriptcoregtk-4.0-bin) of the engine in which Excel for Mac runs the add-in. */
const JAVASCRIPT_CORE = 'jsc';

function bundle(entry: string, folder: string): Promise<void> {
  const compiler = webpack({
    mode: 'production',
    target: ['web', 'es2022'],
    entry,
    output: { path: folder, filename: 'bundle.js' },
    resolve: { extensions: ['.ts', '.js', '.json'] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          use: { loader: 'swc-loader', options: { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } } },
        },
      ],
    },
    optimization: { minimize: false },
    performance: false,
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) =>
      (error ?? stats?.hasErrors()) ? reject(error ?? new Error(stats?.toString('errors-only'))) : resolve(),
    );
  });
}

/**
 * Bundles a TypeScript module and runs it in JavaScriptCore.
 * @param source the module; it prints one JSON value with `print`, and imports by absolute path
 * @returns that value
 */
export async function runInJavaScriptCore(source: string): Promise<unknown> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kmc-jsc-'));
  try {
    const entry = path.join(folder, 'entry.ts');
    writeFileSync(entry, `declare const print: (text: string) => void;\n${source}`);
    await bundle(entry, folder);
    const run = spawnSync(JAVASCRIPT_CORE, [path.join(folder, 'bundle.js')], { encoding: 'utf8', maxBuffer: 1 << 26 });
    if (run.error) throw run.error;
    expect(run.stderr).toBe('');
    return JSON.parse(run.stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
