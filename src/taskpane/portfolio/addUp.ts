import { packageBytes } from '../package/packageBytes';
import type { PackageSession } from '../package/packaging';
import '../submit/texts';

interface NamedFile {
  /** Told apart from every other: two folders may hold files of one name. */
  readonly file: string;
  readonly content: File;
}

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
        read: async ({ file, content }) => {
          await drawn();
          return portfolioEntry(file, await packageBytes(content), tools, withWorkbook);
        },
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
