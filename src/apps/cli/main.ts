import { isMainThread } from 'node:worker_threads';
import { answerFiles } from './entryWorker';
import { run } from './run';

if (isMainThread) begin();
else answerFiles();

/** Whoever reads our output may stop before its end (`| head`); that is no fault of ours. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? 0);
}

function begin(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endWithReader);
  void run(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    readLines: async function* () {
      const { createInterface } = await import('node:readline');
      yield* createInterface({ input: process.stdin, crlfDelay: Infinity });
    },
    locale: process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '',
    showsProgress: Boolean(process.stderr.isTTY),
    ...(process.argv[1] === undefined ? {} : { script: process.argv[1] }),
  }).then((code) => {
    process.exitCode = code;
  });
}
