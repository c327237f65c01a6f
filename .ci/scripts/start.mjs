// `npm start`: the main job on a real sample, then the workbench page on this machine, with nothing but Node.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt, root } from './ensure-built.mjs';
import { servePage } from './page-server.mjs';

const PORT = 3100;
const sample = path.join('samples', 'slag-cement.xlsx');
const result = spawnSync(process.execPath, [ensureBuilt(), 'calculate', sample], { cwd: root, stdio: 'inherit' });
if (result.status !== 0) process.exit(result.status ?? 2);

const page = await servePage(path.dirname(ensureBuilt('workbench')), PORT);
console.log(`\n${page.url}`);

// A gate wants to know that the page is there, and then to go on.
if (process.env.CI) {
  const answer = await globalThis.fetch(page.url);
  await page.close();
  process.exitCode = answer.ok ? 0 : 1;
}
