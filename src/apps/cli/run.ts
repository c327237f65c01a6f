import { CommanderError } from 'commander';
import { KmcError, message } from '../../core/message';
import { MORE_TEXTS } from '../../locales/moreTexts';
import { addTexts, translator } from '../../locales/translator';
import { buildProgram } from './program';
import { languageAsked, languageOf, OK, UNUSABLE, type Session, type Terminal } from './terminal';

addTexts(MORE_TEXTS);

/**
 * Runs one command line.
 * @param args without `node` and the script
 * @returns exit code: 0 ok, 1 the case has blocking problems, 2 the input is unusable
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const language = languageOf(args, terminal.locale);
  const say = translator(language);
  const progress = (key: string) => {
    if (terminal.showsProgress) terminal.err(`${say(`cli.progress.${key}`)}\n`);
  };
  const session: Session = { terminal, language, isLanguageAsked: languageAsked(args) !== null, say, progress };
  let code = OK;
  try {
    await buildProgram(session, (result) => (code = result)).parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return explain(error, session);
  }
}

function explain(error: unknown, { terminal, say }: Session): number {
  if (error instanceof CommanderError) return usage(error, terminal, say);
  const detail = error instanceof KmcError ? error.detail : message('cli.unexpected', { reason: String(error) });
  terminal.err(`${say(detail)}\n`);
  return UNUSABLE;
}

/** Commander's own sentences are English; ours say the same in the user's language. */
function usage(error: CommanderError, terminal: Terminal, say: Session['say']): number {
  if (error.exitCode === 0) return OK;
  const found = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const known = [
    'commander.unknownOption',
    'commander.unknownCommand',
    'commander.missingArgument',
    'commander.excessArguments',
    'commander.invalidArgument',
    'commander.optionMissingArgument',
  ];
  if (error.code === 'commander.help') return UNUSABLE;
  const key = known.includes(error.code) ? error.code.slice('commander.'.length) : 'invalid';
  terminal.err(`${say(message(`cli.usage.${key}`, { found }))}\n`);
  return UNUSABLE;
}
