import { parentPort, workerData } from 'node:worker_threads';
import { nodeFiles } from '../../adapters/node/fileStore';
import { KmcError } from '../../core/message';
import { portfolioEntry } from '../../core/package/portfolio/entry';
import { storedEntry } from '../../core/package/portfolio/storedEntry';
import type { WorkerAnswer, WorkerStart } from './entryReaders';
import { packageTools } from './packageTools';

/** Reads one package after the other, as the main thread names them. */
export function answerFiles(): void {
  const tools = packageTools();
  const { withWorkbook } = workerData as WorkerStart;
  parentPort!.on('message', async (file: string) => {
    parentPort!.postMessage(await answerTo(file));
  });

  async function answerTo(file: string): Promise<WorkerAnswer> {
    try {
      return { entry: storedEntry(await portfolioEntry(file, await nodeFiles.read(file), tools, withWorkbook)) };
    } catch (error) {
      if (error instanceof KmcError) return { problem: error.detail };
      throw error;
    }
  }
}
