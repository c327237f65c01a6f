// `npm run docs`, `npm run docs:check`: writes, or compares, what is generated from the code.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt, root } from './ensure-built.mjs';

const script = path.join(path.dirname(ensureBuilt()), 'generate.js');
const result = spawnSync(process.execPath, [script, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exitCode = result.status ?? 1;
