import type { Language, Translate } from '../../locales/translator';

/** The outside of a command: where it writes, what it reads, in which language it speaks. A test hands in its own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly readLines: () => AsyncIterable<string>;
  /** As the system says it, e.g. `ja_JP.UTF-8`. */
  readonly locale: string;
  readonly showsProgress: boolean;
  /** The program's own file, as which workers start; absent where it is not a program of its own. */
  readonly script?: string;
}

export interface Session {
  readonly terminal: Terminal;
  readonly language: Language;
  /** Whether the language was asked for, and not taken from the system. */
  readonly isLanguageAsked: boolean;
  readonly say: Translate;
  /** Tells of long work on the error stream, where a person watches it. */
  readonly progress: (key: string) => void;
}

export const OK = 0;
export const HAS_PROBLEMS = 1;
export const UNUSABLE = 2;

/** `--lang` where given, else the system's language, else English. */
export const languageOf = (args: readonly string[], locale: string): Language =>
  languageAsked(args) ?? (locale.toLowerCase().startsWith('ja') ? 'ja' : 'en');

/** What `--lang` says; `null` where it is not given. */
export function languageAsked(args: readonly string[]): Language | null {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at < 0 ? undefined : args[at]!.includes('=') ? args[at]!.split('=')[1] : args[at + 1];
  return asked === 'ja' || asked === 'en' ? asked : null;
}
