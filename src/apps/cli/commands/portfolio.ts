import { nodeFiles } from '../../../adapters/node/fileStore';
import { writeXlsx } from '../../../adapters/xlsx/write/writeXlsx';
import { KmcError, message } from '../../../core/message';
import { gatherEntries } from '../../../core/package/portfolio/gather';
import { countOf, onTrust, portfolioOf, STANDINGS, type Portfolio } from '../../../core/package/portfolio/portfolio';
import { portfolioTable } from '../../../core/package/portfolio/tablePlan';
import { storedEntry } from '../../../core/package/portfolio/storedEntry';
import { tonnesOf, type Targets } from '../../../core/package/portfolio/targets';
import { grouped } from '../../../locales/numbers';
import { entryReaders } from '../entryReaders';
import { HAS_PROBLEMS, OK, type Session } from '../terminal';

interface Options {
  readonly out?: string;
  readonly target?: readonly string[];
  readonly open?: boolean;
  readonly json?: boolean;
}

/** Adds packages up. One that is broken is told and does not stop the rest; the exit code is then 1. */
export async function portfolioFiles(session: Session, files: readonly string[], options: Options): Promise<number> {
  const targets = targetsOf(options.target ?? []);
  const entries = await entriesOf(session, files, options.open ?? false);
  const portfolio = portfolioOf(entries);
  if (options.out !== undefined) {
    const plan = portfolioTable(portfolio, targets, session.language, session.say);
    await nodeFiles.write(options.out, writeXlsx(plan));
  }
  session.terminal.out(options.json ? asJson(session, portfolio, targets) : asText(session, portfolio, targets));
  return countOf(portfolio.entries, 'broken') > 0 ? HAS_PROBLEMS : OK;
}

/** Each is let go before the next is read, so that a thousand need no more memory than a few. */
async function entriesOf(session: Session, files: readonly string[], withWorkbook: boolean) {
  const { read, atOnce, close } = entryReaders(session.terminal.script, files.length, withWorkbook);
  try {
    return await gatherEntries(
      files.map((file) => ({ file })),
      {
        read: ({ file }) => read(file),
        atOnce,
        onBegin: ({ file }, begun) => tell(session, begun, files.length, file),
      },
    );
  } finally {
    await close();
  }
}

function tell({ terminal, say }: Session, done: number, all: number, file: string): void {
  if (terminal.showsProgress) terminal.err(`${say(message('package.cli.portfolio.progress', { done, all, file }))}\n`);
}

/** `2030=250000` */
function targetsOf(texts: readonly string[]): Targets {
  return new Map(
    texts.map((text) => {
      const match = /^(\d{4})=(.+)$/.exec(text);
      const tonnes = match && tonnesOf(match[2]!);
      if (!tonnes) throw new KmcError(message('package.cli.portfolio.bad-target', { found: text }));
      return [Number(match[1]), tonnes];
    }),
  );
}

/** Decimals as their digits, as in the documents of a package. */
function asJson({ say }: Session, { entries, ...sums }: Portfolio, targets: Targets): string {
  const told = entries.map(({ problem, ...entry }) => ({
    ...storedEntry({ ...entry, problem }),
    problem: problem && say(problem),
  }));
  const { totals, companies, products, stages, shared } = sums;
  const [all, byCompany, byProduct, byStage] = [totals, companies, products, stages].map((one) =>
    one.map((sum) => ({ ...sum, avoided: sum.avoided.toFixed() })),
  );
  const aims = [...targets].map(([year, tonnes]) => ({ year, tonnes: tonnes.toFixed() }));
  const document = { totals: all, targets: aims, companies: byCompany, products: byProduct, stages: byStage, shared };
  return `${JSON.stringify({ ...document, packages: told }, null, 2)}\n`;
}

function asText({ say }: Session, portfolio: Portfolio, targets: Targets): string {
  const totals = portfolio.totals.map(({ year, basis, packages, avoided }) => {
    const target = targets.get(year);
    const words = [basis.timeSense && `timeSense.${basis.timeSense}`, `accounting.${basis.accounting}`];
    return message(target ? 'package.cli.portfolio.against' : 'package.cli.portfolio.total', {
      year,
      basis: words.flatMap((word) => (word ? [say(`choices.${word}`)] : [])),
      count: packages,
      avoided: grouped(avoided.toFixed()),
      target: target ? grouped(target.toFixed()) : '',
    });
  });
  const counts = STANDINGS.filter((standing) => countOf(portfolio.entries, standing) > 0).map(
    (standing) => `${say(`package.portfolio.standing.${standing}`)}: ${countOf(portfolio.entries, standing)}\n`,
  );
  const left = portfolio.entries
    .filter(({ standing }) => standing !== 'counted')
    .map(({ file, standing, problem, instead }) => {
      const reason = problem ?? (instead === null ? null : message('package.portfolio.instead', { file: instead }));
      return `  ${file}: ${say(`package.portfolio.standing.${standing}`)}${reason ? ` – ${say(reason)}` : ''}\n`;
    });
  const noted = [
    ...onTrust(portfolio).map(({ file }) => `  ${file}: ${say('package.portfolio.on-trust')}\n`),
    ...portfolio.shared.map(
      ({ product, year, by, files }) =>
        `  ${say(message(`package.portfolio.shared.${by}`, { product, year }))}: ${files.join(', ')}\n`,
    ),
  ];
  return [...totals.map((total) => `${say(total)}\n`), ...counts, ...left, ...noted].join('');
}
