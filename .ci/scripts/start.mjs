// `npm start`: the main job on a real sample, with nothing but Node.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt, root } from './ensure-built.mjs';

const sample = path.join('samples', 'slag-cement.xlsx');
const result = spawnSync(process.execPath, [ensureBuilt(), 'calculate', sample], { cwd: root, stdio: 'inherit' });
process.exitCode = result.status ?? 2;
