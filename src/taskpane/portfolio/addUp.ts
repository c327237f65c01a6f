import { KmcError, message } from '../../core/message';
import { LIMITS } from '../../core/package/limits';
import type { PackageSession } from '../package/packaging';

interface NamedFile {
  /** Told apart from every other: two folders may hold files of one name. */
  readonly file: string;
  readonly content: File;
}

const MEGABYTE = 1_000_000;

/** Looks at packages one by one and adds them to those that were looked at before. */
export function addUp({ run, load, portfolio }: PackageSession, files: readonly File[], withWorkbook: boolean) {
  return run('add-up', async () => {
    portfolio.start();
    portfolio.setLeft(0);
    const [tools, { gatherEntries }, { portfolioEntry }] = await Promise.all([
      load(),
      import('../../core/package/portfolio/gather'),
      import('../../core/package/portfolio/entry'),
    ]);
    try {
      const sources = named(files, new Set(portfolio.entries.map(({ file }) => file)));
      const entries = await gatherEntries(sources, {
        read: async ({ file, content }) => portfolioEntry(file, await bytesOf(content), tools, withWorkbook),
        atOnce: 1,
        onBegin: ({ file }, begun) => portfolio.setAdding({ done: begun, all: sources.length, file }),
        isStopped: portfolio.isStopped,
      });
      portfolio.setEntries([...portfolio.entries, ...entries]);
      portfolio.setLeft(sources.length - entries.length);
    } finally {
      portfolio.setAdding(null);
    }
  });
}

function named(files: readonly File[], taken: Set<string>): readonly NamedFile[] {
  return files.map((content) => {
    let file = content.name;
    for (let count = 2; taken.has(file); count++) file = `${content.name} (${count})`;
    taken.add(file);
    return { file, content };
  });
}

/** A page that has just been drawn can hear a click on "stop". */
const drawn = () => new Promise((resolve) => setTimeout(resolve));

/** @throws KmcError for a file that is larger than any package, before it is read, and for one that cannot be read */
async function bytesOf(file: File): Promise<Uint8Array> {
  await drawn();
  if (file.size > LIMITS.fileBytes)
    throw new KmcError(message('package.faults.too-large', { limit: LIMITS.fileBytes / MEGABYTE }));
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new KmcError(message('package.faults.container-damaged', { path: file.name, reason: String(error) }));
  }
}
