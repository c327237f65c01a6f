import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { KmcError, message } from '../../core/message';
import type { FileStore } from '../../core/ports';

/** Larger than any workbook a person fills; read before anything is opened. */
const LARGEST = 200 * 1024 * 1024;

/** Files of this machine. Failures leave as sentences that name the path and what the system said. */
export const nodeFiles: FileStore = {
  async read(file) {
    try {
      const { size } = await stat(file);
      if (size > LARGEST) throw new KmcError(message('cli.file-too-large', { file, megabytes: LARGEST / 1024 / 1024 }));
      const { buffer, byteOffset, byteLength } = await readFile(file);
      return new Uint8Array(buffer, byteOffset, byteLength);
    } catch (error) {
      throw asSentence(error, 'cli.file-unreadable', file);
    }
  },
  /** Written beside and moved into place, so that a failure never leaves half a workbook. */
  async write(file, bytes) {
    const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
    try {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(temporary, bytes);
      await rename(temporary, file);
    } catch (error) {
      throw asSentence(error, 'cli.file-unwritable', file);
    }
  },
};

function asSentence(error: unknown, code: string, file: string): KmcError {
  if (error instanceof KmcError) return error;
  const reason = (error as NodeJS.ErrnoException).code ?? String(error);
  const known: Record<string, string> = { ENOENT: 'cli.file-missing', EISDIR: 'cli.file-is-folder' };
  return new KmcError(message(known[reason] ?? code, { file, reason }));
}
