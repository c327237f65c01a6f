// `npm run -s kmc -- …`: the command line of this checkout.
import { spawnSync } from 'node:child_process';
import { ensureBuilt } from './ensure-built.mjs';

const result = spawnSync(process.execPath, [ensureBuilt(), ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = result.status ?? 2;
