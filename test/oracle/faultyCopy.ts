import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** One line of the second implementation and what it is changed to. */
export interface Fault {
  readonly file: string;
  readonly line: string;
  readonly changed: string;
}

/**
 * Runs with a copy of the second implementation in which one equation is wrong.
 * @param run given the path of the copy's script
 * @throws Error when the line to be changed does not stand there exactly once
 */
export function withFaultyCopy<T>({ file, line, changed }: Fault, run: (script: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'kmc-judge-'));
  try {
    cpSync(path.join(__dirname, 'judge'), path.join(folder, 'judge'), { recursive: true });
    cpSync(path.join(__dirname, 'recompute.py'), path.join(folder, 'recompute.py'));
    const target = path.join(folder, 'judge', file);
    const parts = readFileSync(target, 'utf8').split(line);
    if (parts.length !== 2) throw new Error(`${file} holds ${parts.length - 1} times: ${line}`);
    writeFileSync(target, parts.join(changed));
    return run(path.join(folder, 'recompute.py'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
