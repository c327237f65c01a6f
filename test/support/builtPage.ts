import path from 'node:path';
import { ensureBuilt } from '../../.ci/scripts/ensure-built.mjs';

/** The add-in as it ships, built anew where a source is younger than what was built. @returns its folder */
export const builtExcel = (): string => path.dirname(ensureBuilt('excel'));

/** The check of packages as it ships. @returns its one file */
export const builtVerifyPage = (): string => ensureBuilt('verify');
