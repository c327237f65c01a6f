import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import webpack from 'webpack';
import { evaluateFormula } from '../../src/core/functions/evaluate';

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

const rows = JSON.parse(readFileSync(path.resolve(__dirname, '../functions/expected-values.json'), 'utf8')) as
  { formula: string }[] | { rows: { formula: string }[] };
const formulas = (Array.isArray(rows) ? rows : rows.rows).map(({ formula }) => formula);

it('gives the same bits in JavaScriptCore as in V8, for every formula of the shared table', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kmc-jsc-'));
  try {
    const entry = path.join(folder, 'entry.ts');
    const evaluate = path.resolve(__dirname, '../../src/core/functions/evaluate');
    writeFileSync(
      entry,
      `import { evaluateFormula } from ${JSON.stringify(evaluate)};
declare const print: (text: string) => void;
const formulas: string[] = ${JSON.stringify(formulas)};
print(JSON.stringify(formulas.map((formula) => evaluateFormula(formula))));`,
    );
    await bundle(entry, folder);
    const run = spawnSync(JAVASCRIPT_CORE, [path.join(folder, 'bundle.js')], { encoding: 'utf8', maxBuffer: 1 << 26 });
    if (run.error) throw run.error;
    expect(run.stderr).toBe('');
    const there = JSON.parse(run.stdout) as unknown[];
    expect(there).toHaveLength(formulas.length);
    expect(formulas.length).toBeGreaterThan(100);
    // JSON writes a double by its shortest text, so equal text is equal bits.
    formulas.forEach((formula, index) => {
      expect({ formula, result: there[index] }).toEqual({
        formula,
        result: JSON.parse(JSON.stringify(evaluateFormula(formula))),
      });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
