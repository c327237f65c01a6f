import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import webpack from 'webpack';
import { overBudget, PANE_BUDGET, PaneBudget } from '../../.ci/scripts/pane-budget.cjs';

describe('the budget of the pane', () => {
  it('is 350 kB', () => expect(PANE_BUDGET).toBe(350_000));

  it('counts gzipped bytes of all files together, up to the last one', () => {
    const files = ['one', 'other'].map((name) => ({ name, content: name.repeat(1000) }));
    const total = files.reduce((sum, { content }) => sum + gzipSync(content).length, 0);
    expect(overBudget(files, [], total)).toBeNull();
    expect(overBudget(files, [], total - 1)).toContain('budget');
  });

  it('names the largest modules first, and only them', () => {
    const modules = Array.from({ length: 20 }, (_, index) => ({ name: `m${index}.`, bytes: index * 1000 }));
    const problem = overBudget([{ name: 'pane.js', content: 'x' }], modules, 1)!;
    expect(problem).toContain('m19. 19.0 kB, m18. 18.0 kB');
    expect(problem).not.toContain('m11.');
  });
});

describe('a build', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'kmc-budget-'));
    writeFileSync(path.join(folder, 'first.js'), "export const first = 'first'; globalThis.first = first;");
    writeFileSync(path.join(folder, 'late.js'), `globalThis.late = ${JSON.stringify('late '.repeat(50))};`);
    writeFileSync(path.join(folder, 'pane.js'), "import './first.js'; import('./late.js');");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const errorsWith = (budget: number): Promise<readonly string[]> =>
    new Promise((resolve, reject) => {
      const compiler = webpack({
        mode: 'production',
        context: folder,
        entry: { functions: './first.js', taskpane: { import: './pane.js', dependOn: 'functions' } },
        output: { path: path.join(folder, 'out') },
        optimization: { minimize: false },
        plugins: [new PaneBudget({ entry: 'taskpane', budget })],
      })!;
      compiler.run((error, stats) => {
        if (error || !stats) return reject(error);
        compiler.close(() => resolve(stats.toJson({ errors: true }).errors!.map((each) => each.message)));
      });
    });

  it('within the budget is made', async () => expect(await errorsWith(100_000)).toEqual([]));

  it('over it fails, counting the entry it depends on and nothing that is loaded later', async () => {
    const [problem, ...others] = await errorsWith(10);
    expect(others).toEqual([]);
    expect(problem).toContain('functions.js');
    expect(problem).toContain('taskpane.js');
    expect(problem).toContain('./first.js');
    expect(problem).not.toContain('late.js');
  });
});
