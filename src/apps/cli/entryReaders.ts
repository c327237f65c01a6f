import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { nodeFiles } from '../../adapters/node/fileStore';
import { KmcError, type Message } from '../../core/message';
import { portfolioEntry, type PortfolioEntry } from '../../core/package/portfolio/entry';
import { readStoredEntry, type StoredEntry } from '../../core/package/portfolio/storedEntry';
import { packageTools } from './packageTools';

/** Reads packages for a portfolio, some side by side. */
export interface EntryReaders {
  readonly atOnce: number;
  /** @throws KmcError for a file that cannot be read */
  read(file: string): Promise<PortfolioEntry>;
  close(): Promise<void>;
}

/** What a worker is told when it starts. */
export interface WorkerStart {
  readonly withWorkbook: boolean;
}

/** What a worker says of one file. */
export type WorkerAnswer = { readonly entry: StoredEntry } | { readonly problem: Message };

/** Below this starting a second process of thought takes longer than it saves. */
const FILES_PER_WORKER = 10;
/** Each holds what the program holds, some 130 MB. */
const MOST_WORKERS = 8;

/**
 * @param script the program's own file, which a worker starts as; absent where there is none, as in a test: then one reads after the other
 */
export function entryReaders(script: string | undefined, files: number, withWorkbook: boolean): EntryReaders {
  const count = Math.min(availableParallelism(), MOST_WORKERS, Math.floor(files / FILES_PER_WORKER));
  if (script === undefined || count < 2) return oneReader(withWorkbook);
  const workers = Array.from(
    { length: count },
    () => new Worker(script, { workerData: { withWorkbook } satisfies WorkerStart }),
  );
  const idle = [...workers];
  const read = async (file: string) => {
    const worker = idle.pop()!;
    try {
      return await ask(worker, file);
    } finally {
      idle.push(worker);
    }
  };
  return { atOnce: count, read, close: async () => void (await Promise.all(workers.map((one) => one.terminate()))) };
}

function oneReader(withWorkbook: boolean): EntryReaders {
  const tools = packageTools();
  return {
    atOnce: 1,
    read: async (file) => portfolioEntry(file, await nodeFiles.read(file), tools, withWorkbook),
    close: async () => undefined,
  };
}

function ask(worker: Worker, file: string): Promise<PortfolioEntry> {
  return new Promise((resolve, reject) => {
    const onError = (error: Error) => reject(error);
    const onExit = (code: number) => reject(new Error(`a reader ended with ${code}`));
    worker.once('error', onError);
    worker.once('exit', onExit);
    worker.once('message', (answer: WorkerAnswer) => {
      // One by one: taking all away at once takes away what the worker itself listens with.
      worker.off('error', onError);
      worker.off('exit', onExit);
      if ('entry' in answer) resolve(readStoredEntry(answer.entry));
      else reject(new KmcError(answer.problem));
    });
    worker.postMessage(file);
  });
}
