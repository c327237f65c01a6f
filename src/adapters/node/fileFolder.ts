import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { FileStore } from '../../core/ports';

/**
 * Every file below a folder, in order of path, for other machines to read alike.
 * @returns paths relative to the folder, parts divided by `/`; links are not followed
 * @throws KmcError for a folder that is not there
 */
export async function filesBelow(
  folder: string,
  files: FileStore,
): Promise<readonly { readonly path: string; readonly bytes: Uint8Array }[]> {
  const found = await namesBelow(folder, '');
  const all: { path: string; bytes: Uint8Array }[] = [];
  for (const name of [...found].sort()) all.push({ path: name, bytes: await files.read(path.join(folder, name)) });
  return all;
}

async function namesBelow(folder: string, prefix: string): Promise<readonly string[]> {
  const entries = await readdir(path.join(folder, prefix), { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    const name = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await namesBelow(folder, name)));
    else if (entry.isFile()) found.push(name);
  }
  return found;
}
