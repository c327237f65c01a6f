import { Command, Option } from 'commander';
import { PRODUCT_VERSION } from '../../core/version';
import { calculate } from './commands/calculate';
import { evaluateFormulas } from './commands/eval';
import { listExamples } from './commands/examples';
import { listFactors } from './commands/factors';
import { reviewFormulaCells } from './commands/formulas';
import { createWorkbook } from './commands/new';
import { makeReport } from './commands/report';
import { diffFiles } from './commands/diff';
import { packFile } from './commands/pack';
import { portfolioFiles } from './commands/portfolio';
import { verifyFile } from './commands/verify';
import { reviewFile } from './commands/review';
import type { Session } from './terminal';

/** The command line as data for commander. `done` receives the exit code of the command that ran. */
export function buildProgram(session: Session, done: (code: number) => void): Command {
  const { say, terminal } = session;
  const text = (key: string) => say(`cli.${key}`);
  const program = new Command('kmc');
  const words: Record<string, string> = {
    'Usage:': text('help.usage'),
    'Arguments:': text('help.arguments'),
    'Options:': text('help.options'),
    'Commands:': text('help.commands'),
    'Global Options:': text('help.options'),
  };
  const dress = (command: Command) =>
    command
      .configureHelp({ styleTitle: (title) => words[title] ?? title })
      .configureOutput({ writeOut: terminal.out, writeErr: terminal.err, outputError: () => undefined })
      .exitOverride()
      .helpOption('-h, --help', text('help.help'))
      .addOption(new Option('--lang <language>', text('help.lang')).choices(['ja', 'en']));
  const add = (name: string, description: string) => {
    const command = dress(new Command(name)).description(text(description));
    program.addCommand(command);
    return command;
  };

  dress(program).description(text('help.program')).version(PRODUCT_VERSION, '-V, --version', text('help.version'));
  program.helpCommand(false);

  add('new', 'new.description')
    .argument('<file>', text('new.file'))
    .option('--example <name>', text('new.example'))
    .option('--with <tables>', text('new.with'))
    .option('--force', text('new.force'))
    .action(async (file: string, options) => done(await createWorkbook(session, file, options)));

  add('examples', 'examples.description')
    .option('--json', text('help.json'))
    .action((options) => done(listExamples(session, options)));

  add('calculate', 'calculate.description')
    .argument('<file>', text('calculate.file'))
    .option('--out <file>', text('calculate.out'))
    .option('--analysis', text('calculate.analysis'))
    .option('--json', text('help.json'))
    .action(async (file: string, options) => done(await calculate(session, file, options)));

  add('eval', 'eval.description')
    .argument('[formulas...]', text('eval.formulas'))
    .option('--json', text('eval.json'))
    .action(async (formulas: string[], options) => done(await evaluateFormulas(session, formulas, options)));

  add('factors', 'factors.description')
    .argument('<text...>', text('factors.text'))
    .option('--region <code>', text('factors.region'))
    .option('--year <year>', text('factors.year'))
    .option('--limit <count>', text('factors.limit'), '20')
    .option('--json', text('help.json'))
    .action((words: string[], options) => done(listFactors(session, words.join(' '), options)));

  const formulas = dress(new Command('formulas')).description(say('review.cli.description'));
  program.addCommand(formulas);
  formulas
    .argument('<file>', say('review.cli.file'))
    .option('--recalculate', say('review.cli.recalculate'))
    .option('--result <cell>', say('review.cli.result'), (cell: string, before: string[] = []) => [...before, cell])
    .option('--tree', say('review.cli.tree'))
    .option('--unique', say('review.cli.unique'))
    .option('--json', text('help.json'))
    .action(async (file: string, options) => done(await reviewFormulaCells(session, file, options)));

  addReviewCommand({ program, dress, session, done });
  addPackageCommands({ program, dress, session, done });
  addReportCommand({ program, dress, session, done });
  return program;
}

interface Building {
  readonly program: Command;
  readonly dress: (command: Command) => Command;
  readonly session: Session;
  readonly done: (code: number) => void;
}

/** An option that can be given again and again. */
const several = (one: string, before: string[] = []): string[] => [...before, one];

/** Its texts stand with those of the decisions. */
function addReviewCommand({ program, dress, session, done }: Building): void {
  const text = (key: string) => session.say(`decisions.cli.${key}`);
  const review = dress(new Command('review')).description(text('description'));
  program.addCommand(review);
  review
    .argument('<file>', text('file'))
    .option('--decisions <file>', text('decisions'))
    .option('--since <file>', text('since'))
    .option('--evidence <folder>', text('evidence'))
    .option('--decide <on=state:text>', text('decide'), several)
    .option('--reply <number=text>', text('reply'), several)
    .option('--answers <file>', text('answers'))
    .option('--by <name>', text('by'))
    .option('--date <date>', text('date'))
    .option('--round <number>', text('round'))
    .option('--opinion <kind>', text('opinion'))
    .option('--assurance <level>', text('assurance'))
    .option('--materiality <percent>', text('materiality'))
    .option('--sampled <rows>', text('sampled'))
    .option('--scope <text>', text('scope'))
    .option('--grounds <text>', text('grounds'))
    .option('--opinion-document <file>', text('opinionDocument'))
    .option('--letter <file>', text('letter'))
    .option('--out-review <file>', text('outReview'))
    .option('--out <file>', text('out'))
    .option('--json', session.say('cli.help.json'))
    .action(async (file: string, options) => done(await reviewFile(session, file, options)));
}

/** Its texts stand with those of the report. */
function addReportCommand({ program, dress, session, done }: Building): void {
  const text = (key: string) => session.say(`report.cli.${key}`);
  const report = dress(new Command('report')).description(text('description'));
  program.addCommand(report);
  report
    .argument('<file>', text('file'))
    .option('--out <file>', text('out'))
    .option('--public', text('public'))
    .option('--uses <folder>', text('uses'))
    .action(async (file: string, options) => done(await makeReport(session, file, options)));
}

/** Their texts stand with those of the package. */
function addPackageCommands({ program, dress, session, done }: Building): void {
  const text = (key: string) => session.say(`package.cli.${key}`);
  const add = (name: string) => {
    const command = dress(new Command(name)).description(text(`${name}.description`));
    program.addCommand(command);
    return command;
  };

  add('pack')
    .argument('<file>', text('pack.file'))
    .option('--evidence <folder>', text('pack.evidence'))
    .option('--public', text('pack.public'))
    .option('--previous <file>', text('pack.previous'))
    .option('--review <file>', text('pack.review'))
    .option('--out <file>', text('pack.out'))
    .action(async (file: string, options) => done(await packFile(session, file, options)));

  add('diff')
    .argument('<before>', text('diff.before'))
    .argument('<after>', text('diff.after'))
    .option('--json', session.say('cli.help.json'))
    .action(async (before: string, after: string, options) => done(await diffFiles(session, before, after, options)));

  add('portfolio')
    .argument('<files...>', text('portfolio.files'))
    .option('--out <file>', text('portfolio.out'))
    .option('--target <year=tonnes>', text('portfolio.target'), (one: string, before: string[] = []) => [
      ...before,
      one,
    ])
    .option('--open', text('portfolio.open'))
    .option('--json', text('help.json'))
    .action(async (files: string[], options) => done(await portfolioFiles(session, files, options)));

  add('verify')
    .argument('<file>', text('verify.file'))
    .option('--previous <file>', text('verify.previous'))
    .option('--review <file>', text('verify.review'))
    .option('--json', session.say('cli.help.json'))
    .action(async (file: string, options) => done(await verifyFile(session, file, options)));
}
